import { expect, html } from '@open-wc/testing';
import type { KfBridge } from '../../src/kf-bridge.js';
import type { KfMenuComposer } from '../../src/kf-menu-composer.js';
import { Chat, given, headOf } from '../support/chat.js';
import { startClock, stopClock } from '../support/clock.js';
import { ComposerPage } from '../support/composer-page.js';
import { A, B } from '../support/customers.js';
import { eventually } from '../support/element-page.js';
import { sendBehind } from './bridge/send-behind.js';
import { list, nth, PIXEL } from './product-list/list-page.js';

const { HEAD } = ComposerPage;

let chat: Chat;
beforeEach(() => {
  chat = new Chat();
});
afterEach(startClock);

it("a page that resets its form after each send leaves B's text, when A's answer comes then", async () => {
  const view = await chat.panel(html`<form><kf-menu-composer name="menu" .value=${given}></kf-menu-composer></form>`);
  const { element } = view;
  element.addEventListener('kf-sent', () => element.form?.reset());
  await view.type(HEAD, '给 A');
  view.element.send().catch(() => undefined);
  await chat.reached(1);
  await chat.open(view.bridge, B);
  await view.settled();
  await view.type(HEAD, '给 B');
  chat.answer();
  const { setTimeout: wait } = window;
  await new Promise(resolve => wait(resolve, 50));
  await view.settled();
  expect(headOf(view)).to.equal('给 B');
});

it('a list whose shop signs its pictures anew while a question is open: the question stays open', async () => {
  const tea = nth(1, { productId: `signed${A}` });
  const view = await list({ products: [tea], complete: true }, html``, { host: chat });
  await view.pressOn(tea.title);
  expect(view.has('button', '发送')).to.be.true;
  view.element.products = [{ ...tea, imgUrl: `${PIXEL}?sign=2` }];
  await view.settled();
  expect(view.has('button', '发送')).to.be.true;
});

it('the same for the question about a send of which nobody knows', async () => {
  const tea = nth(1, { productId: `signed2${A}` });
  const view = await list({ products: [tea], complete: true }, html``, { host: chat });
  const bridge = view.bridge as KfBridge;
  bridge.timeout = 60;
  await view.send(tea.title);
  await eventually('the question', () => view.has('button', '没有，重发'));
  bridge.timeout = 30_000;
  view.element.products = [{ ...tea, imgUrl: `${PIXEL}?sign=2` }];
  await view.settled();
  expect(view.has('button', '没有，重发')).to.be.true;
});

it('a composer that the page takes out and puts back (KeepAlive) while the customer changes: a press 50 ms after it goes to nobody', async () => {
  const view = await chat.panel();
  const { bridge } = view;
  const place = view.element.parentElement!;
  await view.type(HEAD, '给 A');
  view.element.remove();
  await chat.open(bridge, B);
  stopClock(5000);
  place.append(view.element);
  await view.settled();
  expect(headOf(view)).to.equal('');
  stopClock(50);
  view.button('发送').click();
  await view.settled();
  await sendBehind(0, chat, bridge);
});

it('a message with 已经有了 in one composer, and the same words in doubt in another one for B: B is still asked', async () => {
  const view = await chat.panel();
  const { bridge } = view;
  bridge.timeout = 60;
  for (const customer of [A, B]) {
    await chat.open(bridge, customer);
    await view.element.send().catch(() => undefined);
    await eventually('the question', () => view.has('button', '已经有了'));
  }
  bridge.timeout = 30_000;
  await chat.open(bridge, A);
  await view.settled();
  await view.read();
  stopClock(5000);
  await view.click('已经有了');
  await chat.open(bridge, B);
  await view.settled();
  expect(view.has('button', '没有，重发')).to.be.true;
});

it('a page that empties the composer however a send ends: that it was not sent is told nevertheless', async () => {
  const view = await chat.panel();
  const element: KfMenuComposer = view.element;
  element.addEventListener('kf-error', () => (element.value = {}));
  await view.type(HEAD, '写了很久');
  chat.customerId = B;
  await view.click('发送');
  await eventually('it has ended', () => headOf(view) === '');
  await view.settled();
  expect(view.status).to.match(/客户换了|没有发送|没发出去/);
  element.undo();
  expect(headOf(view)).to.equal('写了很久');
});

it('press, Escape and press again in a list right after a change of customer: nothing goes to B', async () => {
  const tea = nth(1, { productId: `esc${A}` });
  const view = await list({ products: [tea], complete: true }, html``, { host: chat });
  const bridge = view.bridge as KfBridge;
  await view.pressOn(tea.title);
  stopClock(5000);
  await chat.open(bridge, B);
  await view.settled();
  stopClock(50);
  view.rows[0]!.querySelector<HTMLElement>('.main')!.click();
  await view.settled();
  view.button('发送').click();
  await view.settled();
  await sendBehind(0, chat, bridge);
});
