import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import '../../../../src/kf-product-card.js';
import type { ChatMessage } from '../../../../src/core/index.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import type { KfProductCard } from '../../../../src/kf-product-card.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { record, typesOf } from '../../../support/ask.js';
import { callsOf, inTouch } from '../../../support/in-touch.js';
import { click, menu, product, text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

let client: SimulatedClient;
let bridge: KfBridge;
let letItPass: () => void;

/** A send that waits for the page's word, and what has become of it when `meanwhile` has happened. */
const sendWhile = async (meanwhile: () => unknown): Promise<{ sending: Promise<unknown> }> => {
  bridge.beforeSend = (message: ChatMessage) => new Promise(resolve => (letItPass = () => resolve(message)));
  const sending = bridge.send(menu(click('满意')));
  sending.catch(() => undefined);
  await aTimeout(20);
  await meanwhile();
  await aTimeout(20);
  letItPass();
  return { sending };
};

describe('a send that the page thinks about', () => {
  beforeEach(async () => {
    client = simulateWeCom();
    bridge = await inTouch(html`<kf-bridge timeout="500"><div></div></kf-bridge>`);
  });
  afterEach(() => client.restore());

  it('is over when the bridge is removed meanwhile', async () => {
    const { sending } = await sendWhile(() => bridge.remove());
    await rejection(sending, 'host-absent');
    expect(callsOf(client)).to.equal(0);
  });

  it('does not go to the customer that another connection found', async () => {
    const { sending } = await sendWhile(() => {
      client.set({ customerId: 'wmAnother' });
      return bridge.reconnect();
    });
    await rejection(sending, 'customer-changed');
    expect(callsOf(client)).to.equal(0);
  });

  it('is checked again for the entry that another connection found', async () => {
    const { sending } = await sendWhile(() => {
      client.set({ entry: 'single_chat_tools' });
      return bridge.reconnect();
    });
    await rejection(sending, 'wrong-entry');
    expect(callsOf(client)).to.equal(0);
  });
});

describe('a kf-send of a class of its own', () => {
  beforeEach(async () => {
    client = simulateWeCom();
    bridge = await inTouch(html`<kf-bridge><kf-bridge><i></i></kf-bridge></kf-bridge>`);
  });
  afterEach(() => client.restore());

  it('is answered by the innermost bridge only', async () => {
    const event = new CustomEvent('kf-send', {
      bubbles: true,
      composed: true,
      cancelable: true,
      detail: { message: text() },
    });
    let answer: Promise<unknown> | undefined;
    const respondWith = (promise: Promise<unknown>): void => void (answer ??= promise);
    bridge.querySelector('i')?.dispatchEvent(Object.assign(event, { respondWith }));
    await answer;
    await aTimeout(20);
    expect(client.sent.length).to.equal(1);
  });
});

describe('an answer that has no text', () => {
  it('is told all the same, as unknown', async () => {
    const card = fixtureSync<KfProductCard>(
      html`<kf-product-card .product=${product().channelsShopProduct}></kf-product-card>`,
    );
    const events = record(card);
    card.addEventListener('kf-send', event => event.respondWith(Promise.reject(Object.create(null) as Error)));
    await card.send().catch(() => undefined);
    await aTimeout(0);
    expect(typesOf(events)).to.deep.equal(['kf-error']);
    expect(events[0]?.detail.error).to.include({ code: 'no-answer', outcome: 'unknown' });
  });
});

describe('a signal that is none', () => {
  it('stops the send before anything else', async () => {
    client = simulateWeCom();
    bridge = await inTouch(html`<kf-bridge></kf-bridge>`);
    const signal = { aborted: false } as AbortSignal;
    await rejection(bridge.send(text(), { signal }), 'invalid-argument');
    expect(callsOf(client)).to.equal(0);
    client.restore();
  });
});
