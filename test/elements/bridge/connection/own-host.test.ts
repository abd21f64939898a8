import { aTimeout, expect, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { record } from '../../../support/ask.js';
import { inTouch } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

describe('a page that puts a host of its own into a bridge', () => {
  let client: SimulatedClient;
  let bridge: KfBridge;
  let host: ManualHost;
  beforeEach(async () => {
    client = simulateWeCom({ customerId: 'wmOwn' });
    host = new ManualHost({ customerId: 'wmOwn' });
    bridge = await inTouch(html`<kf-bridge timeout="200"></kf-bridge>`);
  });
  afterEach(() => client.restore());

  it('finds it connected to that one', async () => {
    const events = record(bridge, ['kf-ready']);
    bridge.host = host;
    await bridge.updateComplete;
    expect(await bridge.ready).to.include({ channel: 'manual' });
    expect(events).to.have.length(1);
  });

  it('finds it connected to that one, also after a host that was none', async () => {
    bridge.host = undefined as unknown as null;
    await bridge.updateComplete;
    bridge.host = host;
    await bridge.updateComplete;
    expect(await bridge.ready).to.include({ channel: 'manual' });
  });

  it('sends what it sends next through it, though it is not connected yet', async () => {
    bridge.host = host;
    const sending = bridge.send(text());
    await host.reached(1);
    host.answer();
    expect(await sending).to.include({ channel: 'manual' });
    expect(client.sent).to.deep.equal([]);
  });

  it('sends nothing of before to the customer that it knows', async () => {
    bridge.host = new ManualHost({ customerId: 'wmAnother' });
    await rejection(bridge.send(text()), 'customer-changed');
    expect(client.sent).to.deep.equal([]);
  });

  it('goes back to the client by taking it away', async () => {
    bridge.host = host;
    await bridge.updateComplete;
    await bridge.ready;
    bridge.host = null;
    await bridge.updateComplete;
    expect(await bridge.ready).to.include({ channel: 'wx.qy' });
  });

  it('does not connect again by putting the same one in', async () => {
    bridge.host = host;
    await bridge.updateComplete;
    await bridge.ready;
    bridge.host = host;
    await bridge.updateComplete;
    await aTimeout(0);
    expect(host.calls.filter(api => api === 'getContext')).to.have.length(1);
  });

  it('stops a send that was for the customer of before', async () => {
    bridge.beforeSend = message => aTimeout(30).then(() => message);
    const sending = bridge.send(text());
    await aTimeout(0);
    bridge.host = new ManualHost({ customerId: 'wmAnother' });
    await rejection(sending, 'customer-changed');
    expect([client.sent, host.sends]).to.deep.equal([[], []]);
  });
});
