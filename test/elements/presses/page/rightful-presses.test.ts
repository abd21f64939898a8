import { aTimeout, expect, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { record } from '../../../support/ask.js';
import { chat, given } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { A, B } from '../../../support/customers.js';
import { centreOf, eventually, press } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { product } from '../../../support/messages.js';
import { list, nth } from '../../product-list/list-page.js';
import { asking, both, goes, Outcome, panel, put, sendOf, told } from '../page-asking.js';

const { HEAD } = ComposerPage;
beforeEach(asOnNewPage);

describe('an agent who switches A→B→A within 300 ms', () => {
  it("the page's button was pressed in A's chat before; the server answers in A's chat after 700 ms: it goes to A", async () => {
    const { element, bridge } = await panel();
    const { outcome, go, pressIt } = asking(() => element.send());
    await pressIt();
    stopClock(100);
    await chat.open(bridge, B);
    stopClock(300);
    await chat.open(bridge, A);
    await told();
    stopClock(300);
    go();
    await eventually('asked', () => outcome.text);
    await goes(outcome);
  });

  it("the page's button is pressed right after A is back, when a send at once would go; the server takes 300 ms: it goes to A", async () => {
    const { element, bridge } = await panel();
    const { outcome, go, pressIt } = asking(() => element.send());
    await chat.open(bridge, B);
    stopClock(300);
    await chat.open(bridge, A);
    await told();
    stopClock(50);
    await pressIt();
    stopClock(300);
    go();
    await eventually('asked', () => outcome.text);
    await goes(outcome);
  });
});

describe('a quick agent in a list, by the keys', () => {
  for (const time of [700, 1100])
    it(`${time} ms: Enter, Enter on one product, arrow down, Enter, Enter on the next within a second: both go, or the second is said not to`, async () => {
      const products = [1, 2].map(i => nth(i, { productId: `quick${i}${time}${A}` }));
      const view = await list({ products, complete: true }, html``, { host: chat });
      const told = record(view.element);
      await view.root.querySelector<HTMLElement>('article')!.focus();
      stopClock(5000);
      await view.press('Enter');
      await aTimeout(50);
      await view.press('Enter');
      await chat.reached(1);
      chat.answer();
      await aTimeout(50);
      await view.settled();
      stopClock(time);
      await view.press('ArrowDown');
      await aTimeout(50);
      await view.press('Enter');
      await aTimeout(50);
      await view.press('Enter');
      await aTimeout(200);
      expect(`${chat.sends.length} sent, told ${told.length}`).to.equal('2 sent, told 1');
    });
});

describe('one card in which the page shows the next product by a button of its own (a carousel)', () => {
  for (const time of [700, 1100])
    it(`sent, 下一个, and ${time} ms later 发送: it goes`, async () => {
      const { view } = await chat.card(`turn1${time}${A}`);
      const { element } = view;
      const next = put(html`<button>下一个</button>`);
      next.addEventListener(
        'click',
        () => (element.product = product({ productId: `turn2${time}${A}`, title: '下一个' }).channelsShopProduct),
      );
      stopClock(5000);
      const own = (): Promise<void> =>
        sendMouse({ type: 'click', position: centreOf(element.renderRoot.querySelector('[part~="send"]')!) });
      await own();
      await chat.reached(1);
      chat.answer();
      await aTimeout(50);
      stopClock(200);
      await sendMouse({ type: 'click', position: centreOf(next) });
      await view.settled();
      stopClock(time);
      await own();
      await aTimeout(200);
      expect(chat.sends.length).to.equal(2);
    });
});

describe("a desk whose own list of conversations opens B's chat (a click); B is there 20 ms later", () => {
  it('600 ms later 发送 of a card is pressed; as it is out the page sends its menu after it (kf-sent, at once): it goes to B', async () => {
    const { element, bridge, card } = await both(`after${A}`);
    const outcome = new Outcome();
    card.addEventListener('kf-sent', () => outcome.of(element.send()));
    const conversation = put(html`<button>B</button>`);
    conversation.addEventListener('click', () => {
      chat.customerId = B;
      stopClock(20);
      void bridge.reconnect();
    });
    stopClock(5000);
    await sendMouse({ type: 'click', position: centreOf(conversation) });
    await eventually('B', () => bridge.context?.customerId === B);
    await told();
    await card.updateComplete;
    stopClock(600);
    sendOf(card).scrollIntoView({ block: 'center' });
    await sendMouse({ type: 'click', position: centreOf(sendOf(card)) });
    await chat.reached(1);
    stopClock(150);
    await told();
    chat.answer();
    await eventually('asked', () => outcome.text);
    await goes(outcome, 1);
  });
});

describe('a composer in which the page shows the next menu as one is out', () => {
  for (const how of ['mouse', 'keys'] as const)
    it(`发送 a second later, which is what is on show: it goes (${how})`, async () => {
      const view = await chat.panel(
        html`<kf-menu-composer .value=${{ ...given.msgmenu, head_content: `第 1 步${A}` }}></kf-menu-composer>`,
      );
      const { element } = view;
      let isShown = false;
      element.addEventListener('kf-sent', () => {
        element.value = { ...given.msgmenu, head_content: `第 2 步${A}` };
        isShown = true;
      });
      await view.click('起始文本', 'textbox');
      stopClock(5000);
      await press('Control', 'Enter');
      await chat.reached(1);
      chat.answer();
      await eventually('shown', () => isShown);
      await view.settled();
      stopClock(1100);
      if (how === 'keys') await press('Control', 'Enter');
      else
        await sendMouse({ type: 'click', position: centreOf(view.root.querySelector('footer .send:last-of-type')!) });
      await chat.reached(2);
    });
});

describe('a quick agent in a composer, who writes another text as one is out', () => {
  for (const time of [600, 900])
    it(`Control+Enter ${time} ms after that: it goes`, async () => {
      const view = await chat.panel();
      stopClock(5000);
      await chat.sent(view, `您好${A}`);
      await eventually('again', () => view.names('button').some(name => name.includes('再发一次')));
      await view.settled();
      stopClock(100);
      await view.type(HEAD, '，您的订单已发出，请查收');
      await view.settled();
      stopClock(time - 100);
      await press('Control', 'Enter');
      await chat.reached(2);
    });

  it("Control+Enter 800 ms after that, where the page's own quick reply is what was out: it goes", async () => {
    const view = await panel();
    const { element } = view;
    element.value = { ...given.msgmenu, head_content: `您好，请稍等${A}` };
    element.send().catch(() => undefined);
    await chat.reached(1);
    chat.answer();
    await told();
    await view.settled();
    stopClock(1);
    await view.click('起始文本', 'textbox');
    await press('a');
    await view.settled();
    stopClock(800);
    await press('Control', 'Enter');
    await chat.reached(2);
  });
});

describe("B's chat is open; the agent clicks on a tab of the page 300 ms later, and at 700 ms on 发送 of a card", () => {
  it('as it is out the page sends its menu after it (kf-sent): it goes to B', async () => {
    const { element, bridge, card } = await both(`tab${A}`);
    const outcome = new Outcome();
    card.addEventListener('kf-sent', () => outcome.of(element.send()));
    const tab = put(html`<button>商品</button>`);
    stopClock(5000);
    await chat.open(bridge, B);
    await told();
    await card.updateComplete;
    stopClock(300);
    await sendMouse({ type: 'click', position: centreOf(tab) });
    await told();
    stopClock(400);
    sendOf(card).scrollIntoView({ block: 'center' });
    await sendMouse({ type: 'click', position: centreOf(sendOf(card)) });
    await chat.reached(1);
    stopClock(150);
    await told();
    chat.answer();
    await eventually('asked', () => outcome.text);
    await goes(outcome, 1);
  });
});

describe('what the agent reads', () => {
  it('A→B→A within 300 ms, a press in A’s chat refused: the composer in A’s chat does not say that the customer has changed', async () => {
    const { element, bridge, root } = await panel();
    const outcome = new Outcome();
    const button = put(html`<button>发送</button>`);
    let go = (): void => undefined;
    const server = new Promise<void>(resolve => (go = resolve));
    button.addEventListener('click', () => void server.then(() => outcome.of(element.send())));
    button.focus();
    await press('Enter');
    await told();
    stopClock(100);
    await chat.open(bridge, B);
    stopClock(300);
    await chat.open(bridge, A);
    await told();
    stopClock(300);
    go();
    await eventually('asked', () => outcome.text);
    await aTimeout(50);
    await element.updateComplete;
    expect(root.querySelector('footer')!.textContent.replace(/\s+/g, ' ')).to.not.contain('客户');
  });
});
