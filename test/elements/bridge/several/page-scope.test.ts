import { aTimeout, expect, fixtureCleanup, fixtureSync, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import '../../../../src/kf-product-card.js';
import type { ChatMessage } from '../../../../src/core/index.js';
import { BridgeRequestEvent } from '../../../../src/events/bridge-status.js';
import { KfSendEvent } from '../../../../src/events/kf-send.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { ask } from '../../../support/ask.js';
import { ManualHost } from '../../../support/manual-host.js';
import { product, text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';
import { SlowHost } from '../slow-host.js';

const pageBridge = (host: ManualHost): KfBridge =>
  fixtureSync<KfBridge>(html`<kf-bridge scope="page" .host=${host}><p></p></kf-bridge>`);

/** Asks, lets the one host that hears it answer, and names it. */
const channelFor = async (asker: Element, host: ManualHost): Promise<string> => {
  const receipt = ask(asker, text());
  await host.reached(1);
  host.answer();
  return (await receipt).channel;
};

/** Takes the bridges of a test away, and lets them notice. */
const clear = (): Promise<void> => {
  fixtureCleanup();
  return aTimeout(0);
};

describe('a bridge for the page', () => {
  let host: ManualHost;
  let bridge: KfBridge;
  let outside: Element;
  beforeEach(async () => {
    host = new ManualHost({ name: 'page' });
    bridge = pageBridge(host);
    outside = fixtureSync(html`<div></div>`);
    await bridge.ready;
  });
  afterEach(clear);

  it('answers an element that no bridge is around', async () => {
    expect(await channelFor(outside, host)).to.equal('page');
  });

  it('answers an element inside it', async () => {
    expect(await channelFor(bridge.querySelector('p') as Element, host)).to.equal('page');
  });

  it('answers an element inside a shadow root', async () => {
    const inner = document.createElement('p');
    outside.attachShadow({ mode: 'open' }).append(inner);
    expect(await channelFor(inner, host)).to.equal('page');
  });

  it('leaves the elements of another bridge to that one', async () => {
    const own = new ManualHost({ name: 'own' });
    const other = fixtureSync<KfBridge>(html`<kf-bridge .host=${own}><p></p></kf-bridge>`);
    await other.ready;
    expect(await channelFor(other.querySelector('p') as Element, own)).to.equal('own');
    await aTimeout(0);
    expect(host.sends).to.deep.equal([]);
  });

  it('can be stopped by a listener on the window', async () => {
    window.addEventListener('kf-send', event => event.preventDefault(), { once: true });
    await rejection(ask(outside, text()), 'stopped');
  });

  it('answers no more when it is gone', async () => {
    bridge.remove();
    await aTimeout(0);
    const event = new KfSendEvent(text() as ChatMessage);
    outside.dispatchEvent(event);
    expect(event.response).to.be.undefined;
  });
});

describe('a bridge for the page that takes its time to connect', () => {
  let card: HTMLElementTagNameMap['kf-product-card'];
  let host: SlowHost;
  beforeEach(async () => {
    host = new SlowHost({ customerId: 'wmSlow' });
    card = fixtureSync(html`<kf-product-card .product=${product().channelsShopProduct}></kf-product-card>`);
    await card.updateComplete;
  });
  afterEach(clear);

  /** While it connects, what is under way there is on show outside, too. */
  const isHeard = async (bridge: KfBridge): Promise<void> => {
    const sent = bridge.send(product());
    await card.updateComplete;
    expect(card.renderRoot.querySelector('[part~="send"]')?.textContent).to.contain('发送中');
    host.connect();
    await host.reached(1);
    host.answer();
    expect((await sent).outcome).to.equal('sent');
  };

  it('is there for an element that was there before it', () => isHeard(pageBridge(host)));

  it('is there again where it is put back', async () => {
    const bridge = pageBridge(host);
    const place = bridge.parentElement as Element;
    await aTimeout(0);
    bridge.remove();
    await aTimeout(0);
    place.append(bridge);
    await isHeard(bridge);
  });
});

describe('a second bridge for the page', () => {
  const { warn } = console;
  const warnings: unknown[] = [];
  let first: ManualHost;
  let second: ManualHost;
  let bridge: KfBridge;

  beforeEach(async () => {
    console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
    [first, second] = [new ManualHost({ name: 'first' }), new ManualHost({ name: 'second' })];
    bridge = pageBridge(first);
    await bridge.ready;
    pageBridge(second);
  });
  afterEach(async () => {
    console.warn = warn;
    warnings.length = 0;
    await clear();
  });

  it('is worth one warning', () => {
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('kf-bridge');
  });

  it('leaves the page to the first', async () => {
    const outside = fixtureSync<Element>(html`<div></div>`);
    expect(await channelFor(outside, first)).to.equal('first');
    await aTimeout(0);
    expect(second.sends).to.deep.equal([]);
  });

  it('answers for the page when the first is gone', async () => {
    bridge.remove();
    await aTimeout(0);
    expect(await channelFor(fixtureSync<Element>(html`<div></div>`), second)).to.equal('second');
  });

  it('is the only one that answers when it comes while the first is put somewhere else', async () => {
    const { parentNode } = bridge;
    bridge.remove();
    pageBridge(new ManualHost());
    parentNode?.append(bridge);
    const outside = fixtureSync<Element>(html`<div></div>`);
    let answers = 0;
    outside.dispatchEvent(new BridgeRequestEvent(outside, () => answers++));
    expect(answers).to.equal(1);
  });
});

describe('a bridge for the page that takes the place of another', () => {
  afterEach(clear);

  for (const story of ['later', 'in the same breath'])
    it(`answers for the page, ${story}`, async () => {
      const [first, second] = [new ManualHost({ name: 'first' }), new ManualHost({ name: 'second' })];
      const old = pageBridge(first);
      await old.ready;
      old.remove();
      if (story === 'later') await aTimeout(0);
      await pageBridge(second).ready;
      expect(await channelFor(fixtureSync<Element>(html`<div></div>`), second)).to.equal('second');
    });
});
