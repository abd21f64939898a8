import { aTimeout, expect, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { record, typesOf } from '../../../support/ask.js';
import { callsOf, inTouch } from '../../../support/in-touch.js';
import { click, menu, text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

describe('a dry run', () => {
  let client: SimulatedClient;
  let bridge: KfBridge;
  beforeEach(async () => {
    client = simulateWeCom();
    bridge = await inTouch(html`<kf-bridge dry-run check-customer></kf-bridge>`);
  });
  afterEach(() => client.restore());

  it('says in its receipt that it was one', async () => {
    const receipt = await bridge.send(text());
    expect(receipt).to.deep.include({ outcome: 'dry-run', channel: 'wx.qy', warnings: [] });
  });

  it('does not make the native call', async () => {
    await bridge.send(text());
    expect(callsOf(client)).to.equal(0);
  });

  it('is told as kf-sent, with what would have gone out', async () => {
    const events = record(bridge);
    const receipt = await bridge.send({ ...text(), enterChat: true });
    expect(typesOf(events)).to.deep.equal(['kf-sent']);
    expect(events[0]?.detail).to.deep.equal({ message: text(), receipt });
  });

  it('stays one where the page ends it before its turn', async () => {
    const sent = bridge.send(text());
    bridge.dryRun = false;
    expect((await sent).outcome).to.equal('dry-run');
    expect(callsOf(client)).to.equal(0);
  });

  it('asks the page', async () => {
    bridge.beforeSend = () => false;
    await rejection(bridge.send(text()), 'stopped');
  });

  it('checks the message', () => rejection(bridge.send(menu(click(''))), 'invalid-message'));

  it('checks the customer', async () => {
    client.set({ customerId: 'wm2' });
    await rejection(bridge.send(text()), 'customer-changed');
  });

  it('checks the entry', async () => {
    client.set({ entry: 'single_chat_tools' });
    await bridge.reconnect();
    await rejection(bridge.send(menu(click())), 'wrong-entry');
  });

  it('begins at once: a send that is still being checked is held back', async () => {
    bridge.dryRun = false;
    client.set({ latency: 30 });
    const sending = bridge.send(text());
    await aTimeout(10);
    bridge.dryRun = true;
    expect(await sending).to.include({ outcome: 'dry-run' });
    expect(callsOf(client)).to.equal(0);
  });

  it('can be ended', async () => {
    bridge.dryRun = false;
    await bridge.send(text());
    expect(client.sent).to.deep.equal([text()]);
  });
});
