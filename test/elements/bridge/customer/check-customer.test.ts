import { expect, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { callsOf, inTouch } from '../../../support/in-touch.js';
import { text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

let client: SimulatedClient;
let bridge: KfBridge;
afterEach(() => client.restore());

describe('a bridge that checks the customer', () => {
  beforeEach(async () => {
    client = simulateWeCom({ customerId: 'wm1' });
    bridge = await inTouch(html`<kf-bridge check-customer timeout="80"></kf-bridge>`);
  });

  const isStopped = async (): Promise<void> => {
    const error = await rejection(bridge.send(text()), 'customer-changed');
    expect(error.outcome).to.equal('not-sent');
    expect(callsOf(client)).to.equal(0);
  };

  it('sends to the same customer', async () => {
    expect(await bridge.send(text())).to.include({ outcome: 'sent' });
  });

  it('asks before each send', async () => {
    const before = callsOf(client, 'getCurExternalContact');
    await bridge.send(text('一'));
    await bridge.send(text('二'));
    expect(callsOf(client, 'getCurExternalContact')).to.equal(before + 2);
  });

  it('stops when another customer is in the chat', async () => {
    client.set({ customerId: 'wm2' });
    await isStopped();
  });

  it('stops when nobody is', async () => {
    client.set({ customerId: null });
    await isStopped();
  });

  it('stops when the client does not say', async () => {
    client.failNext('getCurExternalContact', 'never');
    await isStopped();
  });

  it('stops when the client refuses to say', async () => {
    client.failNext('getCurExternalContact', { errmsg: 'fail_no permission' });
    await isStopped();
  });

  it('stops also when the customer changes while the page decides', async () => {
    bridge.beforeSend = message => {
      client.set({ customerId: 'wm2' });
      return message;
    };
    await isStopped();
  });

  it('sends to the new customer after reconnect()', async () => {
    client.set({ customerId: 'wm2' });
    await isStopped();
    await bridge.reconnect();
    expect(await bridge.send(text())).to.include({ outcome: 'sent' });
  });
});

describe('a bridge that does not say anything about it', () => {
  beforeEach(async () => {
    client = simulateWeCom({ customerId: 'wm1' });
    bridge = await inTouch(html`<kf-bridge></kf-bridge>`);
  });

  it('checks the customer, too', async () => {
    client.set({ customerId: 'wm2' });
    await rejection(bridge.send(text()), 'customer-changed');
    expect(callsOf(client)).to.equal(0);
  });

  it('stops when nobody can be read any more', async () => {
    client.set({ customerId: null });
    await rejection(bridge.send(text()), 'customer-changed');
    expect(callsOf(client)).to.equal(0);
  });
});

describe('a chat in which no customer was ever known', () => {
  const connect = async (checkCustomer: KfBridge['checkCustomer']): Promise<void> => {
    client = simulateWeCom({ customerId: null });
    bridge = await inTouch(html`<kf-bridge timeout="80" .checkCustomer=${checkCustomer}></kf-bridge>`);
  };

  it('does not hold up a send', async () => {
    await connect(false);
    const before = callsOf(client, 'getCurExternalContact');
    expect(await bridge.send(text())).to.include({ outcome: 'sent' });
    expect(callsOf(client, 'getCurExternalContact')).to.equal(before);
  });

  for (const mode of [true, 'strict'] as const)
    it(`stops a send where the page wants one to be known: ${mode}`, async () => {
      await connect(mode);
      await rejection(bridge.send(text()), 'customer-changed');
      expect(callsOf(client)).to.equal(0);
    });
});

describe('a bridge that is told not to check the customer', () => {
  beforeEach(async () => {
    client = simulateWeCom({ customerId: 'wm1' });
    bridge = await inTouch(html`<kf-bridge check-customer="off"></kf-bridge>`);
  });

  it('does not ask again', async () => {
    const before = callsOf(client, 'getCurExternalContact');
    await bridge.send(text());
    expect(callsOf(client, 'getCurExternalContact')).to.equal(before);
  });

  it('leaves it to the client who gets the message', async () => {
    client.set({ customerId: 'wm2' });
    expect(await bridge.send(text())).to.include({ outcome: 'sent' });
  });
});
