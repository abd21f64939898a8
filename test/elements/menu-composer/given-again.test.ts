import { expect } from '@open-wc/testing';
import { Chat, given, headOf } from '../../support/chat.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { click } from '../../support/messages.js';

const { HEAD } = ComposerPage;
let chat: Chat;
beforeEach(() => {
  chat = new Chat();
});

it('a page that gives each customer a menu of their own as the bridge says who it is: what was written for A is there when A is back', async () => {
  const view = await chat.panel();
  const suggestions = new Map([
    [A, { list: [click('查订单', '1')] }],
    [B, { list: [click('退换货', '2')] }],
  ]);
  view.bridge.addEventListener('kf-ready', ({ detail }) => {
    view.element.value = suggestions.get(detail.customerId ?? '');
  });
  await view.bridge.reconnect();
  await view.settled();
  await view.type(HEAD, '写给 A 的话');
  await chat.open(view.bridge, B);
  await view.settled();
  await chat.open(view.bridge, A);
  await view.settled();
  view.element.undo();
  expect(headOf(view)).to.equal('写给 A 的话');
});

it('a page that gives the same menu again as the bridge says who it is: a reconnect to the same customer takes nothing of what is typed', async () => {
  const view = await chat.panel();
  view.bridge.addEventListener('kf-ready', () => (view.element.value = given));
  await view.type(HEAD, '正在写');
  await chat.open(view.bridge, A);
  await view.settled();
  view.element.undo();
  expect(headOf(view)).to.equal('正在写');
});
