import { expect, fixtureSync, html, oneEvent } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

const announce = (): boolean => document.dispatchEvent(new Event('WeixinJSBridgeReady'));

describe('a client that comes after the bridge', () => {
  let client: SimulatedClient | undefined;
  afterEach(() => client?.restore());

  it('is found in time', async () => {
    const bridge = fixtureSync<KfBridge>(html`<kf-bridge timeout="1000"></kf-bridge>`);
    const { ready } = bridge;
    client = simulateWeCom();
    expect((await ready).channel).to.equal('wx.qy');
  });

  it('gets what was sent in the meantime', async () => {
    const bridge = fixtureSync<KfBridge>(html`<kf-bridge timeout="1000"></kf-bridge>`);
    const receipt = bridge.send(text());
    client = simulateWeCom();
    expect(await receipt).to.include({ outcome: 'sent' });
    expect(client.sent).to.deep.equal([text()]);
  });
});

describe('a client that comes when the bridge has given up', () => {
  let client: SimulatedClient;
  let bridge: KfBridge;
  let before: KfBridge['ready'];

  beforeEach(async () => {
    bridge = fixtureSync<KfBridge>(html`<kf-bridge timeout="30"></kf-bridge>`);
    before = bridge.ready;
    await rejection(before, 'host-absent');
    client = simulateWeCom();
  });
  afterEach(() => client.restore());

  it('leads back to connecting, with a new promise', async () => {
    announce();
    expect([bridge.state, bridge.getAttribute('state')]).to.deep.equal(['connecting', 'connecting']);
    expect(bridge.ready).not.to.equal(before);
    expect(await bridge.ready).to.equal(bridge.context);
    expect(bridge.error).to.equal(null);
    expect([bridge.state, bridge.getAttribute('state')]).to.deep.equal(['ready', 'ready']);
  });

  it('is found without an announcement', async () => {
    await oneEvent(bridge, 'kf-ready');
    expect(bridge.state).to.equal('ready');
  });

  it('can be sent to', async () => {
    announce();
    await bridge.send(text());
    expect(client.sent).to.deep.equal([text()]);
  });

  it('gets nothing that had failed before', async () => {
    await rejection(bridge.send(text()), 'host-absent');
    announce();
    await bridge.ready;
    expect(client.sent).to.deep.equal([]);
  });
});
