import { aTimeout, expect, fixtureSync, html, oneEvent } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfError } from '../../../../src/core/index.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { ask, record } from '../../../support/ask.js';
import { eventually } from '../../../support/element-page.js';
import { callsOf, inTouch } from '../../../support/in-touch.js';
import { text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

describe('a bridge that moves within the page', () => {
  let client: SimulatedClient;
  let bridge: KfBridge;
  let elsewhere: Element;
  beforeEach(async () => {
    client = simulateWeCom();
    elsewhere = fixtureSync(html`<section></section>`);
    bridge = await inTouch(html`<kf-bridge><div></div></kf-bridge>`);
  });
  afterEach(() => client.restore());

  it('stays ready and asks nothing again', async () => {
    const { context } = bridge;
    const events = record(bridge, ['kf-ready', 'kf-blocked']);
    elsewhere.append(bridge);
    await aTimeout(20);
    expect([bridge.state, bridge.getAttribute('state')]).to.deep.equal(['ready', 'ready']);
    expect(bridge.context).to.equal(context);
    expect(callsOf(client, 'getContext')).to.equal(1);
    expect(events).to.deep.equal([]);
  });

  it('answers its elements there, once', async () => {
    elsewhere.append(bridge);
    await ask(bridge.firstElementChild as Element, text());
    await aTimeout(20);
    expect(callsOf(client)).to.equal(1);
  });

  it('finishes what was under way', async () => {
    client.set({ latency: 20 });
    const sending = bridge.send(text());
    elsewhere.append(bridge);
    expect(await sending).to.include({ outcome: 'sent' });
  });

  it('goes on connecting', async () => {
    client.set({ latency: 20 });
    const young = fixtureSync<KfBridge>(html`<kf-bridge></kf-bridge>`);
    await aTimeout(0);
    elsewhere.append(young);
    expect(await young.ready).to.equal(young.context);
  });
});

describe('a bridge that leaves the page', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  it('tells those who wait for it', async () => {
    const bridge = fixtureSync<KfBridge>(html`<kf-bridge channel="ww"></kf-bridge>`);
    const sending = bridge.send(text());
    await aTimeout(0);
    bridge.remove();
    await rejection(bridge.ready, 'host-absent');
    await rejection(sending, 'host-absent');
  });

  it('tells those who wait for their turn, and sends nothing for them later', async () => {
    const bridge = await inTouch(html`<kf-bridge></kf-bridge>`);
    const place = bridge.parentNode as Element;
    client.set({ latency: 20 });
    const first = bridge.send(text('一'));
    const second = bridge.send(text('二')).catch((error: KfError) => error.code);
    await eventually('the native call', () => client.calls.find(({ api }) => api === 'sendChatMessage'));
    bridge.remove();
    await first;
    client.set({ customerId: 'wm2' });
    place.append(bridge);
    await oneEvent(bridge, 'kf-ready');
    expect(await second).to.equal('host-absent');
    expect(client.sent).to.deep.equal([text('一')]);
  });

  it('is connecting then, as its attribute says, without a context', async () => {
    const bridge = await inTouch(html`<kf-bridge></kf-bridge>`);
    bridge.remove();
    await aTimeout(0);
    expect([bridge.state, bridge.getAttribute('state')]).to.deep.equal(['connecting', 'connecting']);
    expect(bridge.context).to.equal(null);
    await rejection(bridge.ready, 'host-absent');
    await rejection(bridge.send(text()), 'host-absent');
  });

  it('does not answer where it was', async () => {
    const bridge = await inTouch(html`<kf-bridge><div></div></kf-bridge>`);
    const { firstElementChild, parentNode } = bridge;
    bridge.remove();
    parentNode?.append(firstElementChild as Element);
    expect(() => ask(firstElementChild as Element, text())).to.throw('nobody answered');
  });

  it('connects anew when it comes back, and takes the new customer', async () => {
    const bridge = await inTouch(html`<kf-bridge><div></div></kf-bridge>`);
    const place = bridge.parentNode as Element;
    bridge.remove();
    await aTimeout(0);
    client.set({ customerId: 'wm2' });
    place.append(bridge);
    const { detail } = await oneEvent<CustomEvent>(bridge, 'kf-ready');
    expect(detail).to.include({ customerId: 'wm2' });
    expect(await ask(bridge.firstElementChild as Element, text())).to.include({ outcome: 'sent' });
  });

  it('says so from the moment that it is back: nothing of before is left', async () => {
    const bridge = await inTouch(html`<kf-bridge></kf-bridge>`);
    const place = bridge.parentNode as Element;
    bridge.remove();
    await aTimeout(0);
    client.set({ customerId: 'wm2' });
    place.append(bridge);
    expect(await bridge.ready).to.include({ customerId: 'wm2' });
  });
});
