import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { record } from '../../../support/ask.js';
import { callsOf } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

const bridgeWith = (template = html`<kf-bridge timeout="2000"></kf-bridge>`): KfBridge =>
  fixtureSync<KfBridge>(template);

describe('reconnect()', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom({ customerId: 'wm1' })));
  afterEach(() => client.restore());

  it('while it connects keeps those waiting who wait already: they get the newest context', async () => {
    client.set({ latency: 15 });
    const bridge = bridgeWith();
    const { ready } = bridge;
    await aTimeout(5);
    client.set({ customerId: 'wm2' });
    const again = bridge.reconnect();
    expect(await ready).to.include({ customerId: 'wm2' });
    expect(await again).to.equal(bridge.context);
  });

  it('counts once, however often it is called in a row', async () => {
    const bridge = bridgeWith();
    const events = record(bridge, ['kf-ready', 'kf-blocked']);
    await Promise.all([bridge.reconnect(), bridge.reconnect(), bridge.reconnect()]);
    await aTimeout(20);
    expect(events.map(({ type }) => type)).to.deep.equal(['kf-ready']);
    expect(bridge.state).to.equal('ready');
  });

  it('has no context while it looks, and sends nothing before it has one', async () => {
    const bridge = bridgeWith();
    await bridge.ready;
    client.set({ latency: 15 });
    const again = bridge.reconnect();
    expect(bridge.context).to.equal(null);
    const sending = bridge.send(text());
    await aTimeout(5);
    expect(callsOf(client)).to.equal(0);
    await again;
    expect(await sending).to.include({ outcome: 'sent' });
  });

  it('that fails blocks, and takes the reason from the client', async () => {
    const bridge = bridgeWith();
    await bridge.ready;
    client.failNext('getContext', { err_msg: 'getContext:fail_no permission' });
    const error = await rejection(bridge.reconnect(), 'no-permission');
    expect(bridge.state).to.equal('blocked');
    expect(bridge.error).to.equal(error);
    expect(bridge.context).to.equal(null);
  });

  it('does not let an answer to the first question count as one to the second', async () => {
    const host = new ManualHost();
    const answers: ((entry: string) => void)[] = [];
    const { invoke } = host;
    host.invoke = (api, params) =>
      api === 'getContext'
        ? new Promise(resolve => answers.push(entry => resolve({ err_msg: 'getContext:ok', entry })))
        : invoke.call(host, api, params);
    const bridge = bridgeWith(html`<kf-bridge .host=${host}></kf-bridge>`);
    await aTimeout(0);
    const again = bridge.reconnect();
    await aTimeout(0);
    answers[1]?.('single_kf_tools');
    answers[0]?.('normal');
    expect(await again).to.include({ entry: 'single_kf_tools' });
    await aTimeout(0);
    expect(bridge.context).to.include({ entry: 'single_kf_tools' });
  });
});

describe('reconnect() of a bridge outside of the page', () => {
  it('says that there is nothing to connect', async () => {
    await rejection(document.createElement('kf-bridge').reconnect(), 'host-absent');
  });

  it('says so, too, when the bridge has been removed', async () => {
    const client = simulateWeCom();
    const bridge = bridgeWith();
    await bridge.ready;
    bridge.remove();
    await aTimeout(0);
    await rejection(bridge.reconnect(), 'host-absent');
    client.restore();
  });
});
