import { aTimeout, expect, html } from '@open-wc/testing';
import { Chat, given, headOf } from '../../../support/chat.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { A, B } from '../../../support/customers.js';
import { storedDrafts } from '../../../support/drafts.js';
import { eventually } from '../../../support/element-page.js';
import { rejection } from '../../../support/rejection.js';

const { HEAD } = ComposerPage;

/** A client that says who it is, but takes two seconds for it when it has just been opened, or is busy. */
class SlowChat extends Chat {
  isSlow = true;
  /** How many slow answers have come. */
  answered = 0;

  override async invoke(api: string, params: object): Promise<unknown> {
    const reply = super.invoke(api, params);
    if (api === 'getCurExternalContact' && this.isSlow) {
      this.isSlow = false;
      await aTimeout(2000);
      this.answered++;
    }
    return reply;
  }
}

it('the client said that it is A, though late: what was written for A does not go to B, who is there at the press', async () => {
  const chat = new SlowChat();
  const view = await chat.panel();
  await view.type(HEAD, '给 A');
  await eventually('the answer', () => chat.answered);
  chat.customerId = B; // the agent goes on to the next chat; the page does not hear of that
  await rejection(view.element.send(), 'customer-changed');
  expect(chat.sends.length).to.equal(0);
});

it('a reconnect whose customer is read late: what is written meanwhile is not taken away by that', async () => {
  const chat = new SlowChat();
  chat.isSlow = false;
  const view = await chat.panel();
  chat.isSlow = true;
  await chat.open(view.bridge, A);
  await view.type(HEAD, '其间写的');
  await eventually('the answer', () => chat.answered);
  await view.settled();
  expect(headOf(view)).to.equal('其间写的');
});

it('check-customer, a first read that fails: 发给现在这位 sends', async () => {
  const chat = new SlowChat();
  chat.isSlow = false;
  const { customerId } = chat;
  chat.customerId = '';
  const view = await chat.panel();
  view.bridge.checkCustomer = true;
  chat.customerId = customerId;
  await view.type(HEAD, '给 A');
  await view.click('发送');
  await eventually('the question', () => view.has('button', '发给现在这位'));
  await view.click('发给现在这位');
  await chat.reached(1);
});

it('what was sent before its customer was known is no draft of that one after a reload', async () => {
  const chat = new SlowChat();
  const key = 'slow-customer.test';
  const view = await chat.panel(html`<kf-menu-composer draft-key=${key} .value=${given}></kf-menu-composer>`);
  await view.type(HEAD, '发掉的');
  await view.click('发送');
  await chat.reached(1);
  chat.answer();
  await view.says(/^已发送/);
  await eventually('the customer', () => view.bridge.context?.customerId === chat.customerId);
  await view.settled();
  view.bridge.remove();
  expect(storedDrafts(key)).to.deep.equal([]);
});
