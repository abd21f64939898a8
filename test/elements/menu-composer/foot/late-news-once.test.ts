import { aTimeout, expect } from '@open-wc/testing';
import { chat } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { A, B } from '../../../support/customers.js';
import { eventually } from '../../../support/element-page.js';
import { unanswered } from '../../../support/in-touch.js';
import { click } from '../../../support/messages.js';

const { HEAD } = ComposerPage;

describe('a late no, while its message is still on show', () => {
  it('and it is sent again, and out: nothing says then that it was not sent', async () => {
    const view = await chat.inDoubt('甲');
    await chat.late(view, 'fail');
    await view.says(/没有|失败|没发/);
    stopClock(5000);
    void view.element.send();
    await chat.reached(2);
    chat.answerNth(2);
    await view.says(/^已发送/);
    const said = view.saying();
    stopClock(5000);
    await view.retype(HEAD, '乙');
    await view.settled();
    expect(said()).to.not.match(/「甲」没有发出去/);
  });

  it('and it is sent again by the button, and the page empties the composer as it hears that it is out', async () => {
    const view = await chat.inDoubt('甲');
    await chat.late(view, 'fail');
    view.element.addEventListener('kf-sent', () => (view.element.value = { list: [click('好', '1')] }));
    await view.read();
    const button = Array.from(view.root.querySelectorAll<HTMLElement>('footer .send')).pop();
    stopClock(5000);
    button?.click();
    await chat.reached(2);
    chat.answerNth(2);
    await eventually('the page’s', () => !view.element.value.head_content);
    await view.settled();
    expect(view.status).to.not.match(/「甲」没有发出去/);
  });

  it('that the agent has read there: it is not told again as another text is written', async () => {
    const view = await chat.inDoubt('甲');
    await chat.late(view, 'ok');
    await view.says(/^已发送/);
    stopClock(60_000);
    const said = view.saying();
    await view.retype(HEAD, '乙');
    await view.settled();
    expect(said()).to.not.match(/之前的「甲」已经发出去/);
  });
});

describe('没有，重发, and the client says no to the first call after all', () => {
  it('as the second one is out: nothing says that it was not sent', async () => {
    const view = await chat.inDoubt('甲');
    await view.read();
    await view.click('没有，重发');
    await chat.reached(2);
    chat.answerNth(2);
    await view.says(/^已发送/);
    stopClock(5000);
    await view.retype(HEAD, '乙');
    chat.answerNth(1, { err_msg: 'sendChatMessage:fail' });
    await aTimeout(50);
    await view.settled();
    expect(view.status).to.not.match(/「甲」没有发出去/);
  });

  it('as nobody knows of the second one: the foot does not say both', async () => {
    const view = await chat.inDoubt('甲');
    await view.read();
    view.bridge.timeout = 60;
    await view.click('没有，重发');
    await chat.reached(2);
    await eventually('the question', () => view.has('button', '没有，重发'));
    view.bridge.timeout = 30_000;
    await view.retype(HEAD, '乙');
    await view.says(/^之前的「甲」不确定/);
    chat.answerNth(1, { err_msg: 'sendChatMessage:fail' });
    await aTimeout(50);
    await view.settled();
    expect(view.status).to.not.match(/「甲」没有发出去/);
  });
});

describe('a late no, as the agent is typing the next message', () => {
  it('it is still there 100 ms and a letter later: nobody reads that fast', async () => {
    const view = await chat.inDoubt('甲');
    await view.retype(HEAD, '乙');
    await chat.late(view, 'fail');
    expect(view.status).to.match(/「甲」没有发出去/);
    stopClock(100);
    await view.write('丙');
    expect(view.status).to.match(/「甲」没有发出去/);
  });
});

describe('a page whose buttons give the messages: the user writes nothing', () => {
  const give = async (view: ComposerPage, head_content: string): Promise<void> => {
    stopClock(5000);
    view.element.value = { head_content, list: [click('好', '1')] };
    await view.settled();
  };
  const doubt = async (): Promise<ComposerPage> => {
    const view = await chat.panel();
    await give(view, '第一条');
    await unanswered(view.bridge, () => view.element.send());
    await give(view, '第二条');
    return view;
  };
  const send = async (view: ComposerPage, n: number): Promise<void> => {
    void view.element.send();
    await chat.reached(n);
    chat.answerNth(n);
    await view.says(/^已发送/);
  };

  it('a late no, and the page gives it again, and it is out: the foot does not say any more that it was not sent', async () => {
    const view = await doubt();
    await chat.late(view, 'fail');
    await view.says(/「第一条」没有发出去/);
    await give(view, '第一条');
    await send(view, 2);
    await give(view, '第二条');
    expect(view.status).to.not.match(/「第一条」没有发出去/);
  });

  it('a late yes: three messages later it is not told any more', async () => {
    const view = await doubt();
    await chat.late(view, 'ok');
    await view.says(/「第一条」已经发出去/);
    await send(view, 2);
    await give(view, '第三条');
    await send(view, 3);
    await give(view, '第四条');
    await send(view, 4);
    await give(view, '第五条');
    expect(view.status).to.not.match(/「第一条」已经发出去/);
  });
});

describe("a late no to A's message in B's chat", () => {
  it("the page sends it again by itself, and it is out: A's chat does not say that it was not sent", async () => {
    const view = await chat.inDoubt('甲');
    await view.retype(HEAD, '乙');
    await chat.open(view.bridge, B);
    await view.settled();
    await chat.late(view, 'fail');
    await chat.open(view.bridge, A);
    await view.settled();
    await view.says(/「甲」没有发出去/);
    void view.bridge.send({ msgtype: 'msgmenu', msgmenu: { ...view.element.value, head_content: '甲' } });
    await chat.reached(2);
    chat.answerNth(2);
    await aTimeout(50);
    await view.settled();
    expect(view.status).to.not.match(/「甲」没有发出去/);
  });
});

describe('a late no that the agent has read', () => {
  it('back to 甲 by undo, which is out then: nothing says any more that it was not sent', async () => {
    const view = await chat.inDoubt('甲');
    await view.retype(HEAD, '乙');
    await chat.late(view, 'fail');
    await view.says(/「甲」没有发出去/);
    stopClock(5000);
    await view.retype(HEAD, '甲');
    await view.settled();
    stopClock(5000);
    void view.element.send();
    await chat.reached(2);
    chat.answerNth(2);
    await view.says(/^已发送/);
    const said = view.saying();
    stopClock(5000);
    await view.retype(HEAD, '丙');
    await view.settled();
    expect(said()).to.not.match(/没有发出去/);
  });

  it('and the page moves its bridge then: it is not told again', async () => {
    const view = await chat.inDoubt('甲');
    await view.retype(HEAD, '乙');
    await chat.late(view, 'fail');
    await view.says(/「甲」没有发出去/);
    stopClock(5000);
    await view.retype(HEAD, '丙');
    await view.settled();
    expect(view.status).to.not.match(/没有发出去/);
    const { bridge } = view;
    const place = bridge.parentElement!;
    bridge.remove();
    place.append(bridge);
    await bridge.ready;
    await view.settled();
    expect(view.status).to.not.match(/没有发出去/);
  });

  it('in a second composer of the same bridge, which has not asked for it: it is not told', async () => {
    const view = await chat.inDoubt('甲');
    await view.retype(HEAD, '乙');
    const other = Object.assign(document.createElement('kf-menu-composer'), { value: { list: [click('好', '1')] } });
    view.bridge.append(other);
    const second = new ComposerPage(other);
    await second.settled();
    await chat.late(view, 'fail');
    await second.settled();
    expect(second.status).to.not.match(/「甲」/);
  });
});
