import { expect, html } from '@open-wc/testing';

import { record } from '../support/ask.js';
import { Chat, headOf } from '../support/chat.js';
import { startClock, stopClock } from '../support/clock.js';
import { ComposerPage } from '../support/composer-page.js';
import { A, B } from '../support/customers.js';
import { eventually, press } from '../support/element-page.js';
import { closeFrames } from '../support/frame.js';
import { click, menu, product } from '../support/messages.js';
import { sendBehind } from './bridge/send-behind.js';

const { HEAD } = ComposerPage;

window.addEventListener(
  'error',
  event => {
    if (event.message.startsWith('ResizeObserver loop')) event.stopImmediatePropagation();
  },
  true,
);

let chat: Chat;
beforeEach(() => {
  chat = new Chat();
});
afterEach(() => {
  startClock();
  closeFrames();
});

it("jQuery: .val(a).trigger('change').val(b): b is the page's, and B has it, too", async () => {
  const view = await chat.panel();
  const { element } = view;
  element.value = { head_content: 'a', list: [click('好', '1')] };
  element.dispatchEvent(new Event('change', { bubbles: true })); // for the page's own listeners
  element.value = { head_content: '本店今天休息', list: [click('好', '1')] };
  await chat.open(view.bridge, B);
  expect(headOf(view)).to.equal('本店今天休息');
});

it('a card whose price the page has read again as it is out: Enter, and Enter once more 150 ms later: it is not sent twice', async () => {
  const { view, bridge } = await chat.card(`price${A}`);
  view.element.addEventListener('kf-sent', () => {
    view.element.product = product({ productId: `price${A}`, sellingPrice: '900' }).channelsShopProduct;
  });
  view.button('发送').focus();
  stopClock(5000);
  await press('Enter');
  await chat.reached(1);
  chat.answer();
  await eventually('the new price', () => view.price.includes('9'));
  await view.settled();
  stopClock(150);
  await press('Enter');
  await sendBehind(1, chat, bridge);
});

it('a number in the text that the page counts up as it is out: Ctrl+Enter, and once more 150 ms later: one message', async () => {
  const view = await chat.panel(
    html`<kf-menu-composer
      .value=${{ head_content: '第 {{n}} 次提醒', list: [click('好', '1')] }}
      .variables=${{ n: '1' }}
    ></kf-menu-composer>`,
  );
  view.element.addEventListener('kf-sent', () => (view.element.variables = { n: '2' }));
  view.element.focus();
  stopClock(5000);
  await press('Control', 'Enter');
  await chat.reached(1);
  chat.answer();
  await eventually('the next one', () => view.element.variables.n === '2');
  await view.settled();
  stopClock(150);
  await press('Control', 'Enter');
  await sendBehind(1, chat, view.bridge);
});

it('发给现在这位 in a card and in a card of the same product beside it: once to B', async () => {
  const { view, bridge } = await chat.card(`both${A}`);
  const twin = document.createElement('kf-product-card');
  twin.product = view.element.product;
  bridge.append(twin);
  await twin.updateComplete;
  chat.customerId = B;
  await view.send();
  await view.buttonSays('发给现在这位');
  await view.read();
  const buttons = [view.element, twin].map(card => [...card.shadowRoot!.querySelectorAll('button')].pop()!);
  stopClock(5000);
  for (const button of buttons) button.click();
  await chat.reached(1);
  chat.answer();
  await view.buttonSays('已发送');
  await sendBehind(1, chat, bridge);
});

it('发给现在这位, and 发送 on a fresh element of the same while it connects: once to B', async () => {
  const { view, bridge } = await chat.card(`fresh${A}`);
  chat.customerId = B;
  await view.send();
  await view.buttonSays('发给现在这位');
  await view.read();
  const events = record(view.element);
  bridge.addEventListener('kf-ready', () => {
    const twin = document.createElement('kf-product-card');
    twin.product = view.element.product;
    bridge.append(twin);
    void twin.send().catch(() => undefined); // the page's own: "send what is on show as it is ready"
  });
  await view.click('发给现在这位');
  await chat.reached(1);
  chat.answer();
  await eventually('an end', () => events.length);
  await sendBehind(1, chat, bridge);
});

it('an item that is over its limit by the page’s echo: the press says why', async () => {
  const view = await chat.panel(html`<kf-menu-composer .value=${menu(click('满意', '1'))}></kf-menu-composer>`);
  view.element.addEventListener('input', () => {
    view.element.value = { head_content: '长'.repeat(400), list: [click('好', '1')] };
  });
  await view.type(HEAD, '短');
  await view.settled();
  await view.click('发送');
  expect(view.status).to.match(/要改|还不能/);
});
