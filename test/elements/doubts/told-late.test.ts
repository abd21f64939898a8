import { expect, html } from '@open-wc/testing';
import type { KfBridge } from '../../../src/kf-bridge.js';
import { chat } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { sendBehind } from '../bridge/send-behind.js';
import { list, nth } from '../product-list/list-page.js';

const { HEAD } = ComposerPage;

it('of two messages in doubt, a late no to the one that is not asked about is told in the foot', async () => {
  const view = await chat.inDoubt('甲', '乙');
  await view.retype(HEAD, '丙');
  await eventually('the question', () => view.has('button', '已经有了'));
  const said = view.saying();
  await chat.late(view, 'fail');
  await view.read();
  await view.click('已经有了');
  await view.settled();
  expect(said()).to.match(/没有发出去/);
});

it('in a list, a second tap of a double tap (iOS, FastClick: detail is 1) that comes on 发送 sends nothing', async () => {
  const tea = nth(1, { productId: `tap${A}` });
  const view = await list({ products: [tea], complete: true }, html``, { host: chat });
  stopClock(5000);
  await view.pressOn(tea.title);
  stopClock(150);
  const button = view.button('发送');
  button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true, pointerType: 'touch' }));
  button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }));
  await sendBehind(0, chat, view.bridge as KfBridge);
});

it("what was written and sent while nobody could be read is not offered as unsent in B's chat", async () => {
  const view = await chat.panel();
  await chat.open(view.bridge, '');
  await view.settled();
  await view.type(HEAD, '给不知道谁');
  await view.click('发送');
  await chat.reached(1);
  chat.answerNth(1);
  await view.says(/^已发送/);
  await chat.open(view.bridge, B);
  await view.settled();
  expect(view.offered).to.equal('');
});
