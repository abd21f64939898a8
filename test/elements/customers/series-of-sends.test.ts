import { aTimeout, expect, html } from '@open-wc/testing';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import '../../../src/kf-product-card.js';
import { record } from '../../support/ask.js';
import { eventually } from '../../support/element-page.js';
import { product } from '../../support/messages.js';
import { chat, given, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { A, B } from '../../support/customers.js';
import { ComposerPage } from '../../support/composer-page.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { list, nth } from '../product-list/list-page.js';

const { HEAD } = ComposerPage;
beforeEach(asOnNewPage);

describe("a page's button 发送这三款 (for (const id of ids) await list.send(id)), pressed in A's chat; B's is opened meanwhile", () => {
  it('nothing of it goes to B', async () => {
    const products = [1, 2, 3].map(i => nth(i, { productId: `batch${i}${A}` }));
    const view = await list({ products, complete: true }, html``, { host: chat });
    const all = async (): Promise<void> => {
      for (const { productId } of products) await view.element.send(productId);
    };
    void all().catch(() => undefined);
    await chat.reached(1);
    await chat.open(view.bridge!, B);
    stopClock(5000);
    await view.settled();
    chat.answer();
    await aTimeout(50);
    chat.answer();
    chat.answer();
    expect(chat.sends.length).to.equal(1);
  });
});

describe('the same with a composer (for (const menu of menus) { composer.value = menu; await composer.send(); })', () => {
  it('nothing of it goes to B, either', async () => {
    const view: ComposerPage = await chat.panel();
    const { element, bridge }: { element: KfMenuComposer; bridge: ComposerPage['bridge'] } = view;
    const all = async (): Promise<void> => {
      for (const head_content of ['一', '二', '三']) {
        element.value = { ...given.msgmenu, head_content: `${head_content}${A}` };
        await element.send();
      }
    };
    void all().catch(() => undefined);
    await chat.reached(1);
    await chat.open(bridge, B);
    stopClock(5000);
    await view.settled();
    chat.answer();
    await aTimeout(50);
    expect(chat.sends.length).to.equal(1);
  });
});

describe('two composers in one bridge, and a page that sends the second menu by the second one as it hears that the first is out', () => {
  it("the first was A's, and B's chat is open by then: the second does not go to B", async () => {
    const view = await chat.panel(
      html`<kf-menu-composer .value=${given}></kf-menu-composer
        ><kf-menu-composer id="second" .value=${{ head_content: `第二步 ${A}`, list: given.msgmenu.list }}></kf-menu-composer>`,
    );
    const { element, bridge } = view;
    const second = bridge.querySelector<KfMenuComposer>('#second')!;
    element.addEventListener('kf-sent', () => void second.send().catch(() => undefined));
    void element.send().catch(() => undefined);
    await chat.reached(1);
    await chat.open(bridge, B);
    stopClock(5000);
    await view.settled();
    chat.answer();
    await aTimeout(100);
    expect(chat.sends.length).to.equal(1);
  });
});

const FOLLOW = {
  head_content: '刚才那款需要帮您下单吗？',
  list: [{ type: 'click' as const, click: { id: 'y', content: '需要' } }],
};

describe('a page that sends a menu after each product (kf-sent of a card or list in the bridge): composer.send()', () => {
  for (const by of ['card', 'composer'] as const)
    it(`the product of A is out as B's chat is open: the menu does not go to B (${by})`, async () => {
      const { view, element, bridge, card } = await chat.panelWithCard(`series${B}`);
      let isDone = false;
      bridge.addEventListener('kf-sent', () => {
        if (isDone) return;
        isDone = true;
        element.value = FOLLOW;
        void element.send().catch(() => undefined);
      });
      void (by === 'card' ? card : element).send().catch(() => undefined);
      await chat.reached(1);
      await chat.open(bridge, B);
      stopClock(5000);
      await view.settled();
      chat.answer();
      await aTimeout(100);
      expect(chat.sends.length).to.equal(1);
    });
});

describe("a page that empties its composer at each kf-sent that it hears on the bridge; B's text is half written", () => {
  for (const [how, empty] of [
    ['composer.value = {}', (element: KfMenuComposer): void => void (element.value = {})],
    ['form.reset()', (element: KfMenuComposer): void => element.closest('form')?.reset()],
  ] as const)
    it(`A's card is out: B's text stays (${how})`, async () => {
      const { channelsShopProduct } = product({ productId: `emptied ${how}${B}` });
      const view = await chat.panel(
        html`<form><kf-menu-composer name="menu" .value=${given}></kf-menu-composer
          ><kf-product-card .product=${channelsShopProduct}></kf-product-card></form>`,
      );
      const { bridge, element } = view;
      bridge.addEventListener('kf-sent', () => empty(element));
      const card = bridge.querySelector('kf-product-card')!;
      void card.send().catch(() => undefined);
      await chat.reached(1);
      await chat.open(bridge, B);
      stopClock(2000);
      await view.type(HEAD, '李先生，您的退款到了');
      chat.answer();
      await aTimeout(50);
      await view.settled();
      expect(headOf(view)).to.equal('李先生，您的退款到了');
    });
});

describe('the bridge’s own send for A is out as B’s chat is open (kf-sent on the bridge), and the page goes on with composer.send()', () => {
  it('that does not go to B', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    bridge.addEventListener('kf-sent', () => void element.send().catch(() => undefined), { once: true });
    void bridge.send({ msgtype: 'text', text: { content: '您好' } });
    await chat.reached(1);
    await chat.open(bridge, B);
    stopClock(5000);
    chat.answer();
    await aTimeout(100);
    expect(chat.sends.length).to.equal(1);
  });
});

describe('a page that tries again by itself as a send fails (kf-error)', () => {
  for (const by of ['list', 'composer'] as const)
    it(`A's is refused as B's chat is open: it does not go to B (${by})`, async () => {
      const tea = nth(1, { productId: `again${A}` });
      if (by === 'list') {
        const view = await list({ products: [tea], complete: true }, html``, { host: chat });
        let tries = 0;
        view.element.addEventListener('kf-error', () => {
          if (tries++ < 1) void view.element.send(tea.productId).catch(() => undefined);
        });
        void view.element.send(tea.productId).catch(() => undefined);
        await chat.reached(1);
        await chat.open(view.bridge!, B);
        stopClock(5000);
        await view.settled();
        chat.answer({ err_msg: 'sendChatMessage:fail' });
        await aTimeout(80);
      } else {
        const view = await chat.panel();
        let tries = 0;
        view.element.addEventListener('kf-error', () => {
          if (tries++ < 1) void view.element.send().catch(() => undefined);
        });
        void view.element.send().catch(() => undefined);
        await chat.reached(1);
        await chat.open(view.bridge, B);
        stopClock(5000);
        await view.settled();
        chat.answer({ err_msg: 'sendChatMessage:fail' });
        await aTimeout(80);
      }
      expect(chat.sends.length).to.equal(1);
    });
});

describe('a page that writes its log first, and empties the composer then (kf-sent: await log(); composer.value = {})', () => {
  it("A's is out, and B's text is half written by then: it stays", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    const told = record(element, ['kf-sent']);
    element.addEventListener('kf-sent', () => void aTimeout(60).then(() => (element.value = {})));
    await view.type(HEAD, '给 A');
    void element.send().catch(() => undefined);
    await chat.reached(1);
    await chat.open(bridge, B);
    stopClock(2000);
    await view.type(HEAD, '李先生，您的退款到了');
    chat.answer();
    await eventually('sent', () => told.length);
    await aTimeout(120);
    await view.settled();
    expect(headOf(view)).to.equal('李先生，您的退款到了');
  });
});
