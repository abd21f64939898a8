import { aTimeout, expect, html } from '@open-wc/testing';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { eventually, press } from '../../support/element-page.js';
import { unanswered } from '../../support/in-touch.js';
import { click } from '../../support/messages.js';
import { sendBehind } from '../bridge/send-behind.js';
import { list, nth } from '../product-list/list-page.js';
import type { KfBridge } from '../../../src/kf-bridge.js';

const { HEAD } = ComposerPage;

const C = 'wmCturns';

describe("the page's menu for A, pressed just as the chat becomes B's", () => {
  const asked = async (): Promise<ComposerPage> => {
    const view = await chat.panel();
    stopClock(5000);
    await chat.open(view.bridge, B);
    await view.settled();
    stopClock(50);
    await press('Control', 'Enter');
    view.textbox(HEAD).focus();
    await press('Control', 'Enter');
    await view.says(/^客户换了，没有发送/);
    return view;
  };

  it('and C comes then: Ctrl+Enter 600 ms after that sends to C what is on screen, or nothing', async () => {
    const view = await asked();
    stopClock(5000);
    await chat.open(view.bridge, C);
    await view.settled();
    expect(view.status).to.not.match(/客户换了，没有发送/);
  });

  it("and B's page gives its own menu then: Ctrl+Enter 600 ms later does not send it (知道了 alone is there)", async () => {
    const view = await asked();
    view.element.value = { head_content: '给 B 的问候', list: [click('好', '1')] };
    await view.settled();
    stopClock(600);
    await press('Control', 'Enter');
    await sendBehind(0, chat, view.bridge);
  });
});

describe('a composer that the page takes out, and puts back (KeepAlive) when the chat is B’s', () => {
  it('a press 50 ms after it is back goes to nobody', async () => {
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
});

describe('on a card: the same product, pressed for A as B comes; then B, who sends, and A again', () => {
  it("A's chat does not say 已发送", async () => {
    const { view, bridge } = await chat.card(`turn1${A}`);
    stopClock(5000);
    await chat.open(bridge, B);
    await view.settled();
    stopClock(50);
    view.button('发送').click();
    await view.buttonSays('发给现在这位');
    stopClock(5000);
    view.button('发给现在这位').click();
    await chat.reached(1);
    chat.answer();
    await view.buttonSays('已发送');
    stopClock(5000);
    await chat.open(bridge, A);
    await view.settled();
    expect(view.part('reason')).to.equal('');
    expect(view.names('button')).to.include('发送');
    stopClock(600);
    view.button('发送').click();
    await chat.reached(2);
  });
});

describe('a press in the chat of A that A gets, while the bridge connects again', () => {
  it('and pressed once more 700 ms later: once', async () => {
    const { view, bridge } = await chat.card(`turn3${A}`);
    const go = chat.slowly();
    void bridge.reconnect();
    await view.settled();
    stopClock(5000);
    view.button('发送').click();
    await view.settled();
    stopClock(700);
    view.button(view.action).click();
    await view.settled();
    go();
    await chat.reached(1);
    chat.answer();
    await eventually('sent', () => view.names('button').includes('已发送'));
    await sendBehind(1, chat, bridge);
  });
});

describe("A's text, given back by a page just as a letter is typed in B's chat", () => {
  it("is not in B's chat", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    await view.type(HEAD, '给 A：您的手机号是 138');
    const heard = element.value; // to a server, which takes its time
    await chat.open(bridge, B);
    element.addEventListener('input', () => void Promise.resolve().then(() => (element.value = heard)), { once: true });
    await view.type(HEAD, '您');
    await view.settled();
    expect(headOf(view)).to.not.contain('138');
  });
});

describe('in a list: a press for A as the chat becomes B’s', () => {
  it('goes to nobody, is asked about in B’s chat, and not in A’s again', async () => {
    const tea = nth(1, { productId: `turn4${A}` });
    const view = await list({ products: [tea], complete: true }, html``, { host: chat });
    const bridge = view.bridge as KfBridge;
    await view.pressOn(tea.title);
    const button = view.button('发送');
    stopClock(5000);
    await chat.open(bridge, B);
    button.click();
    await view.settled();
    stopClock(5000);
    await chat.open(bridge, A);
    await view.settled();
    expect(view.root.textContent).to.not.contain('客户换了');
    await sendBehind(0, chat, bridge);
  });

  it('and pressed again right after it: nothing goes to B', async () => {
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
});

describe('three messages between a doubt and its answer', () => {
  it('a late yes is told, and only of that one', async () => {
    const view = await chat.panel();
    await view.retype(HEAD, '甲');
    await unanswered(view.bridge, () => view.element.send());
    const { invoke } = chat;
    chat.invoke = (api, params) =>
      api === 'sendChatMessage' ? Promise.resolve({ err_msg: 'sendChatMessage:ok' }) : invoke.call(chat, api, params);
    for (const text of ['乙', '丙', '丁']) {
      await view.retype(HEAD, text);
      await view.element.send();
    }
    await view.retype(HEAD, '戊');
    await view.says(/^之前的「甲」不确定/);
    chat.answer();
    await view.says(/已经发出去/);
    await aTimeout(0);
    expect(view.has('button', '已经有了')).to.be.false;
  });
});

describe('the same words in doubt, for A and for B', () => {
  it('已经有了 answers for A alone: B is still asked', async () => {
    const view = await chat.panel();
    const { bridge } = view;
    bridge.timeout = 60;
    for (const customer of [A, B]) {
      await chat.open(bridge, customer);
      stopClock(5000);
      await view.element.send().catch(() => undefined);
      await eventually('the question', () => view.has('button', '已经有了'));
    }
    bridge.timeout = 30_000;
    await chat.open(bridge, A);
    await view.settled();
    stopClock(5000);
    await view.click('已经有了');
    await chat.open(bridge, B);
    await view.settled();
    expect(view.has('button', '没有，重发')).to.be.true;
  });
});
