import { aTimeout, expect } from '@open-wc/testing';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { button, greeted, menuOf, moderation } from './pages.js';

const { HEAD } = ComposerPage;

const hidePhone = (text: string): string => text.replace(/(\d{3})\d{4}(\d{4})/, '$1****$2');

describe("a page whose server hides phone numbers, and answers two seconds late: the agent is in B's chat by then", () => {
  it('what was written for A was sent: it does not stand in B’s chat', async () => {
    const view = await chat.panel();
    const answer = moderation(view, hidePhone);
    await chat.sent(view, '王女士，您的手机号是 13812345678');
    await view.says(/^已发送/);
    stopClock(1000);
    await chat.open(view.bridge, B);
    await view.settled();
    stopClock(1000);
    await answer();
    expect(headOf(view)).to.equal('');
  });

  it('not sent: the same', async () => {
    const view = await chat.panel();
    const answer = moderation(view, hidePhone);
    await view.type(HEAD, '王女士，您的手机号是 13812345678');
    stopClock(1000);
    await chat.open(view.bridge, B);
    await view.settled();
    stopClock(1000);
    await answer();
    expect(headOf(view)).to.equal('');
  });

  it('and has looked into the chat of B on the way to C: it does not stand in C’s', async () => {
    const view = await chat.panel();
    const answer = moderation(view, hidePhone);
    await view.type(HEAD, '王女士，您的手机号是 13812345678');
    stopClock(1000);
    await chat.open(view.bridge, B);
    await view.settled();
    stopClock(1000);
    await chat.open(view.bridge, `${B}c`);
    await view.settled();
    stopClock(500);
    await answer();
    expect(headOf(view)).to.equal('');
  });

  it('and has pressed something of the page’s there: it does not stand in B’s chat', async () => {
    const view = await chat.panel();
    const answer = moderation(view, hidePhone);
    const press = button(view, () => undefined); // 展开 the list of orders
    await view.type(HEAD, '王女士，您的手机号是 13812345678');
    stopClock(1000);
    await chat.open(view.bridge, B);
    await view.settled();
    stopClock(500);
    await press();
    stopClock(1000);
    await answer();
    expect(headOf(view)).to.equal('');
  });

  it('and has begun to write to B as to A: what was written for A does not take its place', async () => {
    const view = await chat.panel();
    const { element } = view;
    const asked = '您好，您的订单 1001 已发出，请注意查收'; // nothing to hide
    await view.type(HEAD, asked);
    stopClock(1000);
    await chat.open(view.bridge, B);
    await view.settled();
    await view.type(HEAD, '您好，您的');
    stopClock(1000);
    element.value = { ...element.value, head_content: asked };
    await view.settled();
    expect(headOf(view)).to.equal('您好，您的');
  });

  it('and the page hides names, too, of which one is in its own greeting', async () => {
    const view = await chat.panel();
    const { element } = view;
    element.value = menuOf('王女士您好');
    await view.settled();
    const answer = moderation(view, text => hidePhone(text).replace('王女士', '王**'));
    await view.type(HEAD, '，您的手机号是 13812345678');
    stopClock(1000);
    await chat.open(view.bridge, B);
    await view.settled();
    stopClock(1000);
    await answer();
    expect(headOf(view)).to.not.contain('5678');
  });
});

describe('a page that binds `value`, and renders at kf-ready and with each press of its own buttons', () => {
  it("the agent presses a tab of the page's in B's chat, a minute later: what was written for A does not come", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    let copy = element.value;
    const render = (): void => void (element.value = copy);
    element.addEventListener('input', () => (copy = element.value));
    bridge.addEventListener('kf-ready', render);
    const press = button(view, render);
    stopClock(5000);
    await view.type(HEAD, '王女士，您的手机号是 13812345678');
    stopClock(5000);
    await chat.open(bridge, B);
    await view.settled();
    expect(headOf(view)).to.equal('');
    stopClock(60_000);
    await press();
    expect(headOf(view)).to.equal('');
  });
});

describe('a page that gives each customer a greeting, and an agent who writes 您好，请问… by habit and is in the next chat at once', () => {
  const VIP = '王女士您好';
  const OF_B = '李先生您好，请问有什么可以帮您？';
  const ALL = '您好，请问有什么可以帮您？';
  /** 您好，请问… was written for A, and B's chat is open. */
  const inB = async (texts: Record<string, string>): Promise<ComposerPage> => {
    const view = await greeted(texts, ALL);
    stopClock(5000);
    await view.retype(HEAD, '您好，请问有什么可以帮您');
    stopClock(2000);
    await chat.open(view.bridge, B);
    await view.settled();
    return view;
  };

  it("A's greeting does not stand in B's chat", async () => {
    const view = await inB({ [A]: VIP, [B]: OF_B });
    expect(headOf(view)).to.not.contain('王女士');
  });

  it("nor is it what a send() of the page's brings to B", async () => {
    const view = await inB({ [A]: VIP, [B]: OF_B });
    await aTimeout(50);
    void view.element.send().catch(() => undefined);
    void view.bridge.send({ msgtype: 'text', text: { content: 'behind' } });
    await chat.reached(1);
    expect(JSON.stringify(chat.sends[0])).to.not.contain('王女士');
  });

  it('an hour later, and a customer who is greeted like B: the greeting of A does not stand there', async () => {
    const view = await inB({ [A]: VIP });
    stopClock(3_600_000);
    await chat.open(view.bridge, `${B}c`);
    await view.settled();
    expect(headOf(view)).to.equal(ALL);
  });

  it("B's own is offered as the page renders minutes later", async () => {
    const view = await inB({ [A]: VIP, [B]: OF_B });
    stopClock(600_000);
    view.element.value = menuOf(OF_B);
    await view.settled();
    expect(view.offered).to.match(/^页面给的内容很像/);
    await view.click('载入');
    expect(headOf(view)).to.equal(OF_B);
  });
});

describe("a page's button for each order in the slot `footer`, a minute after the agent has sent what is like its text", () => {
  const sentAMinuteAgo = async (then: (view: ComposerPage) => void): Promise<[ComposerPage, () => Promise<void>]> => {
    const view = await chat.panel();
    const press = button(view, () => then(view), 'footer');
    stopClock(5000);
    await chat.sent(view, '您的订单 1001 已发出，请注意查收');
    await view.says(/^已发送/);
    stopClock(60_000);
    return [view, press];
  };

  it('its text stands there', async () => {
    const [view, press] = await sentAMinuteAgo(
      ({ element }) => void setTimeout(() => (element.value = menuOf('您的订单 1002 已发出，请注意查收')), 20),
    );
    await press();
    expect(headOf(view)).to.contain('1002');
  });

  it('and a page that sends it a moment later does not send the first one again', async () => {
    const [, press] = await sentAMinuteAgo(({ element }) => {
      setTimeout(() => (element.value = menuOf('您的订单 1002 已发出，请注意查收')), 20);
      setTimeout(() => void element.send().catch(() => undefined), 50);
    });
    await press();
    await chat.reached(2);
    expect(JSON.stringify(chat.sends[1])).to.contain('1002');
  });
});
