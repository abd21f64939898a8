import { aTimeout, expect, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import '../../../../src/kf-product-card.js';
import { type BridgeListener, BridgeRequestEvent } from '../../../../src/events/bridge-status.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { ask, record, typesOf } from '../../../support/ask.js';
import { card } from '../../../support/card-page.js';
import { eventually } from '../../../support/element-page.js';
import { heldBack } from '../../../support/held-back.js';
import { bridgeTo, inTouch, inside, newBridge, unanswered } from '../../../support/in-touch.js';
import { product, text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';
import { sendBehind } from '../send-behind.js';
import { ManualHost } from '../../../support/manual-host.js';

let host: ManualHost;
let bridge: KfBridge;
beforeEach(async () => {
  host = new ManualHost();
  bridge = await bridgeTo(host);
});

describe('two panels that show the same doubt', () => {
  let otherHost: ManualHost;
  let other: KfBridge;
  beforeEach(async () => {
    otherHost = new ManualHost({ customerId: host.customerId });
    other = await bridgeTo(otherHost);
    await unanswered(bridge, () => ask(inside(bridge), text()));
  });

  it('make one call when one repeats it and a press comes in the other', async () => {
    const asked = heldBack(bridge);
    const repeat = ask(inside(bridge), text(), { repeats: bridge.recordOf(text())! });
    const answer = await asked;
    const press = ask(inside(other), text());
    await sendBehind(0, otherHost, other);
    answer(true);
    await host.reached(2);
    host.answerNth(2);
    expect(await press).to.equal(await repeat);
    await sendBehind(2, host, bridge);
  });

  it('make one call when both repeat it', async () => {
    const repeats = bridge.recordOf(text())!;
    const [one, two] = [bridge, other].map(each => ask(inside(each), text(), { repeats }));
    await sendBehind(0, otherHost, other);
    await host.reached(2);
    host.answerNth(2);
    expect(await one).to.equal(await two);
    await sendBehind(2, host, bridge);
  });

  it('do not offer to send while one of them repeats it', async () => {
    const tea = product({ productId: 'two panels' }).channelsShopProduct;
    const template = html`<kf-product-card .product=${tea}></kf-product-card>`;
    const [first, second] = [await card(template, { host }), await card(template, { host })];
    const around = first.element.closest('kf-bridge')!;
    await unanswered(around, () => first.element.send());
    await second.buttonSays('没有，重发');
    const asked = heldBack(around);
    await first.send();
    await asked;
    await second.settled();
    expect(second.action).to.equal('发送中');
  });
});

describe('two panels that are asked for the same', () => {
  it('hear what the client says to the one call, also the one that is taken out meanwhile', async () => {
    const other = newBridge(host);
    const held = heldBack(other);
    const second = ask(inside(other), text());
    const release = await held;
    const first = ask(inside(bridge), text());
    await host.reached(1);
    release(true);
    await sendBehind(1, host, other);
    other.remove();
    await aTimeout(0);
    host.answerNth(1);
    expect(await second).to.equal(await first);
  });
});

describe('three panels that are asked for the same', () => {
  it('make one call, and each hears of its late answer once', async () => {
    const another = (): KfBridge => newBridge(host);
    const bridges = [bridge, another(), another()];
    const events = bridges.map(each => record(inside(each)));
    bridge.timeout = 60;
    await Promise.all(bridges.map(each => rejection(ask(inside(each), text()), 'timeout')));
    host.answerNth(1);
    await eventually('the late answers', () => events.every(({ length }) => length));
    await sendBehind(1, host, bridge);
    expect(events.map(typesOf)).to.deep.equal([['kf-late'], ['kf-late'], ['kf-late']]);
  });
});

describe('a panel', () => {
  it('hears what another bridge has under way, once that one knows whose chat it is', async () => {
    const phases: string[] = [];
    const others = new Set([`id:${host.customerId}`, 'none:0']);
    const hear: BridgeListener = (_status, _unsubscribe, send) =>
      void (send && others.has(send.addressee) && phases.push(send.phase)); // other tests' sends may end meanwhile
    inside(bridge).dispatchEvent(new BridgeRequestEvent(inside(bridge), hear));
    const strangers = new ManualHost({ customerId: '' });
    const other = await inTouch(html`<kf-bridge .host=${strangers}><p></p></kf-bridge>`);
    void ask(inside(other), text());
    await strangers.reached(1);
    expect(phases).to.deep.equal([]);
    strangers.customerId = host.customerId;
    await other.reconnect();
    expect(phases).to.deep.equal(['handed-over']);
    expect(bridge.recordOf(text())?.phase).to.equal('handed-over');
  });
});

it('a send that the other panel has asked for, too, is shown there as it ended, also when the bridge is gone that has made the call', async () => {
  const otherHost = new ManualHost({ customerId: host.customerId });
  const other = await bridgeTo(otherHost);
  const first = ask(inside(bridge), text());
  await host.reached(1);
  const second = ask(inside(other), text());
  host.answerNth(1);
  expect(await second).to.equal(await first);
  bridge.remove();
  await aTimeout(0);
  await other.reconnect();
  expect(other.recordOf(text())?.phase).to.equal('sent');
  const third = await bridgeTo(new ManualHost({ customerId: host.customerId }));
  expect(third.recordOf(text()), 'nobody was asked for it there').to.equal(null);
});
