import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../../src/kf-product-card.js';
import '../../../src/kf-bridge.js';
import type { KfProductCard } from '../../../src/kf-product-card.js';
import { record } from '../../support/ask.js';
import { centreOf, eventually } from '../../support/element-page.js';
import { product } from '../../support/messages.js';
import { chat, given } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { A, B } from '../../support/customers.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { ManualHost } from '../../support/manual-host.js';
import { list, nth } from '../product-list/list-page.js';

beforeEach(asOnNewPage);

describe('a series of a page that answers by itself (respondWith), in a bridge', () => {
  it("A's first is out as B's chat is open: the second is not asked for", async () => {
    const products = [1, 2].map(i => nth(i, { productId: `ownseries${i}${A}` }));
    const view = await list({ products, complete: true }, html``, { host: chat });
    let asked = 0;
    let answer: () => void = () => undefined;
    view.element.addEventListener('kf-send', event => {
      asked++;
      event.respondWith(new Promise(resolve => (answer = () => resolve(undefined as never))));
    });
    const all = async (): Promise<void> => {
      for (const { productId } of products) await view.element.send(productId);
    };
    void all().catch(() => undefined);
    await chat.open(view.bridge!, B);
    stopClock(5000);
    answer();
    await aTimeout(100);
    expect(asked).to.equal(1);
  });
});

describe('a series in which the page makes the card of each product anew', () => {
  it("A's first is out as B's chat is open: the second does not go to B", async () => {
    const { view, bridge } = await chat.card(`anew1${A}`);
    bridge.addEventListener('kf-sent', () => {
      const next = document.createElement('kf-product-card') as KfProductCard;
      next.product = product({ productId: `anew2${A}` }).channelsShopProduct;
      view.element.replaceWith(next);
      void next.send().catch(() => undefined);
    });
    void view.element.send().catch(() => undefined);
    await chat.reached(1);
    await chat.open(bridge, B);
    stopClock(5000);
    chat.answer();
    await aTimeout(100);
    expect(chat.sends.length).to.equal(1);
  });
});

describe('two panels of two customers in one page (a desk of its own hosts)', () => {
  it('one to each, one after the other: both go', async () => {
    const hosts = [A, B].map(customerId => new ManualHost({ customerId }));
    const cards: KfProductCard[] = [];
    for (const host of hosts) {
      const bridge = fixtureSync<HTMLElement & { ready: Promise<unknown> }>(
        html`<kf-bridge .host=${host}><kf-product-card .product=${product({ productId: `desk${A}` }).channelsShopProduct}></kf-product-card></kf-bridge>`,
      );
      await bridge.ready;
      cards.push(bridge.querySelector('kf-product-card')!);
    }
    stopClock(5000);
    let error: unknown;
    const all = async (): Promise<void> => {
      for (const one of cards) await one.send();
    };
    const done = all().catch((reason: unknown) => (error = reason));
    for (const host of hosts) {
      await Promise.race([host.reached(1), done]);
      host.answer();
    }
    await done;
    expect(String(error ?? '')).to.equal('');
  });
});

describe("the page's own button, in a shadow root of the page's component", () => {
  it("pressed half a second after A's has come out: goes to B, who has been there for long", async () => {
    const { element, bridge, card } = await chat.panelWithCard(`shadow${A}`, { isReadOnly: true });
    const place = fixtureSync<HTMLElement>(html`<div style="position: fixed; top: 0; left: 0"></div>`);
    place.attachShadow({ mode: 'open' }).innerHTML = '<button>发送</button>';
    const button = place.shadowRoot!.querySelector('button')!;
    button.addEventListener('click', () => void element.send().catch(() => undefined));
    const position = centreOf(button);
    void card.send().catch(() => undefined);
    await chat.reached(1);
    await chat.open(bridge, B);
    stopClock(5000);
    chat.answer();
    await aTimeout(0);
    stopClock(600);
    await sendMouse({ type: 'click', position });
    await chat.reached(2);
  });
});

describe('a page that answers with what throws when it is read', () => {
  it('the send ends', async () => {
    const view = await chat.panel();
    const { element } = view;
    const told = record(element);
    element.addEventListener('kf-send', event =>
      event.respondWith(
        Promise.resolve({
          get ok() {
            throw new Error('cross-origin');
          },
        }) as never,
      ),
    );
    void element.send().catch(() => undefined);
    await eventually('the outcome', () => told.length);
  });
});

describe('a panel made anew, bridge and all, in the same chat, while a send is with the client', () => {
  it('that is out while the new one connects: what the page sends at kf-ready goes', async () => {
    const make = chat.rebuilding();
    const first = make();
    await first.bridge.ready;
    void first.element.send().catch(() => undefined);
    await chat.reached(1);
    const go = chat.slowly();
    const second = make();
    let error: unknown;
    second.bridge.addEventListener('kf-ready', () => {
      second.element.value = { head_content: `第二步${A}`, list: given.msgmenu.list ?? [] };
      second.element.send().catch((reason: unknown) => (error = reason));
    });
    await aTimeout(50);
    chat.answer();
    await aTimeout(50);
    go();
    await second.bridge.ready;
    await aTimeout(100);
    expect(String(error ?? '')).to.equal('');
    expect(chat.sends.length).to.equal(2);
  });
});

describe('a greeting that the page loads and sends at kf-ready', () => {
  it("a press in A's chat, while the bridge finds B, is turned away: the greeting is for B all the same", async () => {
    const { element, bridge, card } = await chat.panelWithCard(`greet${A}`);
    stopClock(5000);
    const go = chat.slowly();
    chat.customerId = B;
    let error: unknown;
    bridge.addEventListener('kf-ready', () => {
      element.value = { head_content: `您好${B}`, list: given.msgmenu.list ?? [] };
      element.send().catch((reason: unknown) => (error = reason));
    });
    void bridge.reconnect().catch(() => undefined);
    void card.send().catch(() => undefined);
    await aTimeout(50);
    go();
    await aTimeout(150);
    expect(String(error ?? '')).to.equal('');
    expect(chat.sends.length).to.equal(1);
  });
});
