import { expect, html } from '@open-wc/testing';
import type { KfBridge } from '../../src/kf-bridge.js';
import { Chat } from '../support/chat.js';
import { startClock, stopClock } from '../support/clock.js';
import { ComposerPage } from '../support/composer-page.js';
import { A, B } from '../support/customers.js';
import { eventually } from '../support/element-page.js';
import { click, product } from '../support/messages.js';
import { sendBehind } from './bridge/send-behind.js';
import { list, nth } from './product-list/list-page.js';

const { HEAD } = ComposerPage;
const HOW = { bubbles: true, composed: true, cancelable: true, button: 0, detail: 1 };
const ctrlEnter = (): KeyboardEvent => new KeyboardEvent('keydown', { ...HOW, key: 'Enter', ctrlKey: true });

let chat: Chat;
beforeEach(() => {
  chat = new Chat();
});
afterEach(startClock);

describe("a press for A, as the chat becomes B's", () => {
  it('Ctrl+Enter for 再试一次, 50 ms after it: what the page gives to everybody does not go to B', async () => {
    const view = await chat.panel();
    await view.type(HEAD, '给 A');
    view.element.send().catch(() => undefined);
    await chat.reached(1);
    chat.answer({ err_msg: 'sendChatMessage:fail' });
    await eventually('再试一次', () => view.has('button', '再试一次'));
    await view.read();
    stopClock();
    await chat.open(view.bridge, B);
    await view.settled();
    stopClock(50);
    view.textbox(HEAD).dispatchEvent(ctrlEnter());
    await sendBehind(1, chat, view.bridge);
  });

  it('on a card, 50 ms after it: nothing goes to B', async () => {
    const { view, bridge } = await chat.card(`early${A}`);
    stopClock();
    await chat.open(bridge, B);
    await view.settled();
    stopClock(50);
    view.button('发送').click();
    await sendBehind(0, chat, bridge);
  });
});

describe('a question that was on screen once comes under the finger', () => {
  it("on a card, as the chat is A's again: a press right then is no answer", async () => {
    const { view, bridge } = await chat.card(`again${A}`);
    bridge.timeout = 60;
    view.element.send().catch(() => undefined);
    await view.buttonSays('没有，重发');
    bridge.timeout = 30_000;
    await chat.open(bridge, B);
    await view.buttonSays('发送');
    stopClock(60_000);
    await chat.open(bridge, A);
    await view.buttonSays('没有，重发');
    view.button('没有，重发').click();
    await sendBehind(1, chat, bridge);
  });

  it('on a card that gets that product again: a press right then is no answer', async () => {
    const { view, bridge } = await chat.card(`one${A}`);
    const tea = view.element.product;
    bridge.timeout = 60;
    view.element.send().catch(() => undefined);
    await view.buttonSays('没有，重发');
    bridge.timeout = 30_000;
    view.element.product = product({ productId: `two${A}` }).channelsShopProduct;
    await view.buttonSays('发送');
    stopClock(60_000);
    view.element.product = tea;
    await view.buttonSays('没有，重发');
    view.button('没有，重发').click();
    await sendBehind(1, chat, bridge);
  });

  it('in a composer, about another message and with the same answers: a press right then is none', async () => {
    const view = await chat.panel();
    const first = view.element.value;
    const other = { head_content: '另一条', list: [click('好', '9')] };
    view.bridge.timeout = 60;
    for (const value of [other, first]) {
      view.element.value = value;
      await view.settled();
      await view.element.send().catch(() => undefined);
    }
    view.bridge.timeout = 30_000;
    await eventually('the question', () => view.has('button', '没有，重发'));
    stopClock(60_000);
    view.element.value = other;
    await view.settled();
    view.button('没有，重发').click();
    await sendBehind(2, chat, view.bridge);
  });

  it('in a list: Enter, Enter, which sends any other product, is no answer', async () => {
    const tea = nth(1, { productId: `habit${A}` });
    const view = await list({ products: [tea] }, html``, { host: chat });
    const bridge = view.bridge as KfBridge;
    bridge.timeout = 60;
    await view.send(tea.title);
    await view.marked(tea.title, /不确定/);
    view.rows[0]!.focus();
    await view.press('Enter');
    await view.press('Enter');
    expect(view.mark(tea.title)).to.match(/不确定/);
  });
});
