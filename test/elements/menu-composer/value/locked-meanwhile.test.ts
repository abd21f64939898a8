import { aTimeout, expect } from '@open-wc/testing';
import { chat } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { eventually } from '../../../support/element-page.js';
import { sendBehind } from '../../bridge/send-behind.js';

it('a page that disables it as long as it sends: a press in the first second of the question is no answer', async () => {
  const view = await chat.panel();
  const { element, bridge } = view;
  let isToldAt = 0;
  element.addEventListener('kf-send', () => (element.disabled = true));
  element.addEventListener('kf-error', () => isToldAt++);
  bridge.timeout = 60;
  await view.click('发送');
  await eventually('the timeout', () => isToldAt);
  await view.settled(); // the page writes its log first
  bridge.timeout = 30_000;
  stopClock(60_000);
  element.disabled = false;
  await eventually('the question', () => view.has('button', '没有，重发'));
  view.button('没有，重发').click(); // the agent has pressed there in vain before
  await sendBehind(1, chat, bridge);
});

it('a composer that is locked while the panel waits for 发给现在这位: nothing goes out', async () => {
  const view = await chat.panel();
  const { bridge, element } = view;
  chat.customerId = 'wmOther';
  await view.click('发送');
  await eventually('the question', () => view.has('button', '发给现在这位'));
  bridge.addEventListener('kf-ready', () => (element.disabled = true));
  await view.click('发给现在这位');
  await bridge.ready;
  await aTimeout(0);
  void bridge.send({ msgtype: 'text', text: { content: 'behind' } });
  await chat.reached(1);
  expect(JSON.stringify(chat.sends[0])).to.contain('behind');
});
