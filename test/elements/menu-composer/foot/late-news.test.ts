import { expect } from '@open-wc/testing';
import { record } from '../../../support/ask.js';
import { chat } from '../../../support/chat.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { stopClock } from '../../../support/clock.js';
import { A, B } from '../../../support/customers.js';
import { eventually } from '../../../support/element-page.js';
import { unanswered } from '../../../support/in-touch.js';

const { HEAD } = ComposerPage;

describe('a late no to an earlier message', () => {
  it('while the next one is 已发送: it is told, at the latest as the user writes on', async () => {
    const view = await chat.inDoubt('甲');
    await view.retype(HEAD, '乙');
    void view.element.send();
    await chat.reached(2);
    chat.answerNth(2);
    await view.says(/^已发送/);
    const said = view.saying();
    await chat.late(view, 'fail');
    await view.retype(HEAD, '丙');
    expect(said()).to.match(/没有发出去/);
  });

  it('while the next one is under way: it is told, at the latest as the user writes on', async () => {
    const view = await chat.inDoubt('甲');
    await view.retype(HEAD, '乙');
    void view.element.send();
    await chat.reached(2);
    const said = view.saying();
    const late = record(view.element, ['kf-late']);
    chat.answerNth(1, { err_msg: 'sendChatMessage:fail' });
    await eventually('the late answer', () => late.length);
    chat.answerNth(2);
    await view.says(/^已发送/);
    await view.retype(HEAD, '丙');
    expect(said()).to.match(/没有发出去/);
  });

  it('and a late yes to another one right after it: both are told', async () => {
    const view = await chat.inDoubt('甲', '乙');
    await view.retype(HEAD, '丙');
    const late = record(view.element, ['kf-late']);
    chat.answerNth(1, { err_msg: 'sendChatMessage:fail' });
    chat.answerNth(2);
    await eventually('the late answers', () => late.length === 2);
    await view.settled();
    expect(view.status).to.match(/没有发出去/);
  });

  it("that comes in B's chat: B's chat does not say it of 之前那条", async () => {
    const view = await chat.inDoubt('甲');
    await view.retype(HEAD, '乙');
    await chat.open(view.bridge, B);
    await view.settled();
    const said = view.saying();
    await chat.late(view, 'fail');
    expect(said()).to.not.match(/没有发出去/);
  });

  it("that comes in B's chat, while another text is being written for A: it is told in A's chat", async () => {
    const view = await chat.inDoubt('甲');
    await view.retype(HEAD, '乙');
    await chat.open(view.bridge, B);
    await view.settled();
    await chat.late(view, 'fail');
    await chat.open(view.bridge, A);
    const said = view.saying();
    await view.settled();
    expect(view.element.value.head_content).to.equal('乙');
    expect(said()).to.match(/没有发出去/);
  });
});

describe("B's message in doubt, and a late yes about A's", () => {
  it("B's chat does not say that 之前那条 is out", async () => {
    const view = await chat.inDoubt('甲');
    await chat.open(view.bridge, B);
    stopClock(5000);
    await view.settled();
    await view.retype(HEAD, '给 B');
    await unanswered(view.bridge, () => view.element.send());
    await view.retype(HEAD, '丙');
    await view.says(/^之前的「给 B」不确定/);
    const said = view.saying();
    await chat.late(view, 'ok');
    expect(said()).to.not.match(/已经发出去/);
  });
});
