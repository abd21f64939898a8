import { aTimeout, expect } from '@open-wc/testing';
import type { MsgMenu } from '../../../src/core/index.js';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { unanswered } from '../../support/in-touch.js';
import { click } from '../../support/messages.js';
import { menuOf } from './pages.js';

const { HEAD } = ComposerPage;

describe('a page with a draft-key for each customer, whose server hides phone numbers two seconds late', () => {
  it("what was written for A is not in B's chat", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    element.draftKey = `keyed-${A}`;
    await view.settled();
    bridge.addEventListener('kf-ready', () => (element.draftKey = `keyed-${bridge.context?.customerId ?? ''}`));
    await view.type(HEAD, '王女士，您的手机号是 13812345678');
    stopClock(1000);
    await chat.open(bridge, B);
    await view.settled();
    stopClock(1000);
    element.value = menuOf('王女士，您的手机号是 138****5678');
    await view.settled();
    expect(headOf(view)).to.not.contain('王女士');
  });
});

describe('a chat that can not be read for a moment between A and B, and a server that hides phone numbers two seconds late', () => {
  it("what was written for A is not in B's chat", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    await view.type(HEAD, '王女士，您的手机号是 13812345678');
    stopClock(1000);
    await chat.open(bridge, '');
    await view.settled();
    await chat.open(bridge, B);
    await view.settled();
    stopClock(1000);
    element.value = menuOf('王女士，您的手机号是 138****5678');
    await view.settled();
    expect(headOf(view)).to.not.contain('王女士');
  });
});

describe('a page whose server hides phone numbers two seconds late, and the agent has begun to write to B otherwise', () => {
  it('what was written for A does not take its place', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    await view.type(HEAD, '王女士，您的手机号是 13812345678');
    stopClock(1000);
    await chat.open(bridge, B);
    await view.settled();
    await view.type(HEAD, '请稍等');
    stopClock(1000);
    element.value = menuOf('王女士，您的手机号是 138****5678');
    await view.settled();
    expect(headOf(view)).to.equal('请稍等');
  });

  it('with the words that she begins with: the same', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    await view.type(HEAD, '您好，您的手机号是 13812345678');
    stopClock(1000);
    await chat.open(bridge, B);
    await view.settled();
    await view.type(HEAD, '您好，您的');
    stopClock(1000);
    element.value = menuOf('您好，您的手机号是 138****5678');
    await view.settled();
    expect(headOf(view)).to.equal('您好，您的');
  });
});

describe('a menu whose ids the page makes anew each time it renders, and whose words the agent has changed', () => {
  it('is out; a minute later the page renders again: the foot still says so', async () => {
    let ids = 0;
    const view = await chat.panel();
    const { element } = view;
    let copy = menuOf('请选择');
    const render = (): void => {
      element.value = { ...copy, list: [click('查订单', `t${++ids}`)] };
    };
    element.addEventListener('input', () => {
      copy = element.value;
      render();
    });
    render();
    await view.settled();
    stopClock(5000);
    await view.retype(HEAD, '请您选择');
    await view.press('Control', 'Enter');
    await chat.reached(1);
    chat.answer();
    await view.says(/^已发送/);
    stopClock(60_000);
    render();
    await view.settled();
    expect(view.status).to.match(/^已发送/);
  });
});

describe('surveys of the same words for two orders', () => {
  it("the first one's late answer is no: the second, never asked for, is not said to have failed", async () => {
    const survey = (order: string): MsgMenu => ({ head_content: '您满意吗？', list: [click('满意', `${order}-1`)] });
    const view = await chat.panel();
    const { element, bridge } = view;
    element.value = survey('1001');
    await view.settled();
    await unanswered(bridge, () => element.send());
    await eventually('the question', () => view.has('button', '没有，重发'));
    chat.answer({ err_msg: 'sendChatMessage:fail' });
    await aTimeout(20);
    stopClock(60_000);
    element.value = {};
    await view.settled();
    stopClock(3_600_000);
    element.value = survey('1002');
    await view.settled();
    expect(view.status).to.match(/^可以发送/);
  });
});
