import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import '../../../../src/kf-product-list.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import type { KfProductList } from '../../../../src/kf-product-list.js';
import { chat, given } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { A, B } from '../../../support/customers.js';
import { eventually } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { sendBehind } from '../../bridge/send-behind.js';
import { list, nth } from '../../product-list/list-page.js';
import { composerOf, listOf, making, Outcome, refused, told } from '../../presses/page-asking.js';

beforeEach(asOnNewPage);

/** A series of three, as a page sends it. */
async function send(ids: readonly string[], view: () => KfProductList, pause = 0): Promise<void> {
  for (const id of ids) {
    await view().send(id);
    if (pause) await aTimeout(pause);
  }
}

const three = (name: string): ReturnType<typeof nth>[] =>
  [1, 2, 3].map(index => nth(index, { productId: `${name}${index}${A}` }));
const idsOf = (products: readonly ReturnType<typeof nth>[]): string[] => products.map(({ productId }) => productId);

describe("a panel that the page makes anew for each customer, bridge and all; a series begun in A's (await this.$refs.list.send(id))", () => {
  it("the first is out as B's panel is there: the second does not go to B", async () => {
    const products = three('rekeyed');
    const make = making(() => listOf(products));
    let panel = make();
    await panel.bridge.ready;
    send(idsOf(products), () => panel.element).catch(() => undefined);
    await chat.reached(1);
    chat.customerId = B;
    panel = make();
    await panel.bridge.ready;
    await aTimeout(20);
    stopClock(5000);
    chat.answer();
    await aTimeout(50);
    await sendBehind(1, chat, panel.bridge);
  });

  for (const who of ['A', 'B'] as const)
    it(`the first is out as the next panel connects, and finds ${who}: the second goes to A or to nobody`, async () => {
      const products = three(`connecting${who}`);
      const make = making(() => listOf(products));
      let panel = make();
      await panel.bridge.ready;
      await aTimeout(20);
      send(idsOf(products), () => panel.element).catch(() => undefined);
      await chat.reached(1);
      chat.customerId = who === 'A' ? A : B;
      const go = chat.slowly();
      panel = make();
      await aTimeout(0);
      chat.answer();
      await aTimeout(20);
      go();
      await panel.bridge.ready;
      if (who === 'A') await chat.reached(2);
      else await sendBehind(1, chat, panel.bridge);
    });
});

describe("a page that makes its panel anew for B, bridge and all, and goes on with A's series in the list that stands there now", () => {
  it('in the same task (useLayoutEffect) as the first is out, 300 ms after B was found: not to B', async () => {
    const products = three('effect');
    const [first, second] = idsOf(products) as [string, string];
    const make = making(() => listOf(products));
    const { bridge, element } = make();
    await bridge.ready;
    await told();
    stopClock(5000);
    const outcome = new Outcome();
    void element.send(first).then(() => outcome.of(make().element.send(second)));
    await chat.reached(1);
    await chat.open(bridge, B);
    await told();
    stopClock(300);
    chat.answer();
    await eventually('asked', () => outcome.text);
    await refused(outcome, 1);
  });

  it("200 ms after B's greeting is out, which came right behind A's first one: not to B", async () => {
    const products = three('greeted');
    const [first, second] = idsOf(products) as [string, string];
    const make = making(() => listOf(products));
    let panel = make();
    await panel.bridge.ready;
    await told();
    stopClock(5000);
    const outcome = new Outcome();
    let goOn = (): void => undefined;
    const pause = new Promise<void>(resolve => (goOn = resolve));
    void panel.element.send(first).then(async () => {
      await pause;
      outcome.of(panel.element.send(second));
    });
    await chat.reached(1);
    chat.customerId = B;
    panel = make();
    const composer = composerOf();
    panel.bridge.append(composer);
    await panel.bridge.ready;
    await told();
    stopClock(3000);
    composer.send().catch(() => undefined);
    await chat.reached(2);
    stopClock(100);
    chat.answerNth(1);
    await told();
    stopClock(50);
    chat.answerNth(2);
    await told();
    stopClock(200);
    goOn();
    await eventually('asked', () => outcome.text);
    await refused(outcome, 2);
  });
});

describe('each element in a bridge of its own, and a page that sends a menu after each product', () => {
  it("A's product is out as B's chat is open: the menu does not go to B", async () => {
    const { element, bridge } = await chat.panel();
    const products = three('beside');
    const second = fixtureSync<KfBridge>(
      html`<kf-bridge .host=${chat}><kf-product-list .products=${products}></kf-product-list></kf-bridge>`,
    );
    await second.ready;
    const view = second.querySelector('kf-product-list')!;
    view.addEventListener('kf-sent', () => void element.send().catch(() => undefined));
    view.send(products[0]!.productId).catch(() => undefined);
    await chat.reached(1);
    chat.customerId = B;
    await Promise.all([bridge.reconnect(), second.reconnect()]);
    await aTimeout(20);
    stopClock(5000);
    chat.answer();
    await aTimeout(50);
    await sendBehind(1, chat, bridge);
  });
});

describe('two bridges of one client, of which one alone has heard that the chat is B’s', () => {
  it("A's series does not go on there", async () => {
    const { bridge: other } = await chat.panel();
    const products = three('one alone');
    const view = await list({ products, complete: true }, html``, { host: chat });
    send(idsOf(products), () => view.element).catch(() => undefined);
    await chat.reached(1);
    await chat.open(view.bridge!, B);
    await aTimeout(20);
    stopClock(5000);
    chat.answer();
    await aTimeout(20);
    expect(other.context?.customerId).to.equal(A);
    await sendBehind(1, chat, view.bridge!);
  });
});

describe('a series that goes on after an error, whose second one waits until the bridge has connected again, and finds B', () => {
  for (const next of [1, 2])
    it(`the ${next === 1 ? 'same one once more' : 'third one'} does not go to B`, async () => {
      const products = three(`after an error ${next}`);
      const ids = idsOf(products);
      const view = await list({ products, complete: true }, html``, { host: chat });
      const bridge = view.bridge!;
      let asked = 0;
      const series = async (): Promise<void> => {
        for (const id of [ids[0], ids[1], ids[next]]) {
          asked++;
          await view.element.send(id as string).catch(() => undefined);
        }
      };
      void series();
      await chat.reached(1);
      const go = chat.slowly();
      chat.customerId = B;
      const ready = bridge.reconnect();
      chat.answer();
      await eventually('the second one', () => asked > 1);
      go();
      await ready;
      await eventually('the third one', () => asked > 2);
      await sendBehind(1, chat, bridge);
    });
});

describe('a series with a pause (await list.send(id); await sleep(300))', () => {
  it("the first is out in A's chat, and B's is opened in the pause: the second does not go to B", async () => {
    const products = three('pause');
    const view = await list({ products, complete: true }, html``, { host: chat });
    stopClock();
    const sending = send(idsOf(products), () => view.element, 100).catch(() => undefined);
    await chat.reached(1);
    chat.answer();
    await aTimeout(0);
    await chat.open(view.bridge!, B);
    await sending;
    await sendBehind(1, chat, view.bridge!);
  });
});

describe("a greeting as C's chat is opened; A's product has come out in B's just before", () => {
  it('goes to C', async () => {
    const [tea] = three('greeting');
    const view = await chat.panel(
      html`<kf-menu-composer .value=${given}></kf-menu-composer
        ><kf-product-list .products=${[tea!]}></kf-product-list>`,
    );
    const { bridge, element } = view;
    bridge
      .querySelector('kf-product-list')!
      .send(tea!.productId)
      .catch(() => undefined);
    await chat.reached(1);
    await chat.open(bridge, B);
    stopClock(5000);
    chat.answer();
    await aTimeout(20);
    stopClock(200);
    bridge.addEventListener('kf-ready', () => {
      element.value = { head_content: '您好', list: given.msgmenu.list ?? [] };
      void element.send();
    });
    await chat.open(bridge, `C${A}`);
    await chat.reached(2);
  });
});
