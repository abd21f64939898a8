import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import '../../src/kf-bridge.js';
import type { KfBridge } from '../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../src/simulator/index.js';
import { record, typesOf } from '../support/ask.js';
import { callsOf, inTouch } from '../support/in-touch.js';
import { text } from '../support/messages.js';
import { clearPage } from '../support/page.js';
import { rejection } from '../support/rejection.js';
import { CHANNELS, START } from './channels.js';

for (const channel of CHANNELS)
  describe(`a <kf-bridge> on ${channel}, and an answer`, () => {
    let client: SimulatedClient;
    let bridge: KfBridge;
    let events: CustomEvent[];

    before(async () => {
      client = simulateWeCom({ wxQy: channel === 'wx.qy' });
      await START[channel](client);
    });
    beforeEach(async () => {
      client.set({ customerId: 'wm1' });
      bridge = await inTouch(html`<kf-bridge channel=${channel}></kf-bridge>`);
      events = record(bridge);
    });
    after(() => {
      client.restore();
      clearPage();
    });

    it('that comes twice is told once', async () => {
      const before = callsOf(client);
      client.failNext('sendChatMessage', 'own', { times: 2 });
      await bridge.send(text());
      await aTimeout(20);
      expect(typesOf(events)).to.deep.equal(['kf-sent']);
      expect(callsOf(client)).to.equal(before + 1);
    });

    it('that comes after the timeout is told as kf-late, and nothing is sent again', async () => {
      const before = callsOf(client);
      bridge.timeout = 30;
      client.failNext('sendChatMessage', 'own', { after: 80 });
      const late = oneEvent<CustomEvent>(bridge, 'kf-late');
      await rejection(bridge.send(text()), 'timeout');
      expect((await late).detail.receipt).to.include({ outcome: 'sent', channel });
      expect(typesOf(events)).to.deep.equal(['kf-error', 'kf-late']);
      expect(callsOf(client)).to.equal(before + 1);
    });

    it('that comes late and twice is told as one kf-late', async () => {
      bridge.timeout = 30;
      client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail' }, { after: 80, times: 2 });
      const late = oneEvent<CustomEvent>(bridge, 'kf-late');
      await rejection(bridge.send(text()), 'timeout');
      expect((await late).detail.error).to.include({ code: 'refused' });
      await aTimeout(20);
      expect(typesOf(events)).to.deep.equal(['kf-error', 'kf-late']);
    });

    it('that never comes because the call throws is an error, told once', async () => {
      const before = callsOf(client);
      client.failNext('sendChatMessage', 'throw');
      await rejection(bridge.send(text()));
      expect(typesOf(events)).to.deep.equal(['kf-error']);
      expect(callsOf(client)).to.equal(before + 1);
    });

    it('that comes when another chat is open still counts; the next send is stopped', async () => {
      bridge.checkCustomer = true;
      client.failNext('sendChatMessage', 'own', { after: 40 });
      const before = callsOf(client);
      const sending = bridge.send(text());
      while (callsOf(client) === before) await aTimeout(1);
      client.set({ customerId: 'wm2' });
      expect(await sending).to.include({ outcome: 'sent' });
      await rejection(bridge.send(text()), 'customer-changed');
      expect(callsOf(client)).to.equal(before + 1);
    });
  });
