import { aTimeout, expect, html } from '@open-wc/testing';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { record } from '../../../support/ask.js';
import { chat, given, headOf } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { A, B } from '../../../support/customers.js';
import { eventually, press } from '../../../support/element-page.js';
import { tried } from '../../../support/in-touch.js';
import { click } from '../../../support/messages.js';
import { sendBehind } from '../../bridge/send-behind.js';

const { HEAD } = ComposerPage;

/** A's text is pressed, and B is there by then, which the page has not noticed. */
async function askedAboutB(text = '给 A'): Promise<ComposerPage> {
  const view = await chat.panel();
  await view.type(HEAD, text);
  await view.read();
  chat.customerId = B;
  await view.click('发送');
  await view.says(/^客户换了，没有发送/);
  stopClock(5000);
  return view;
}

describe('不发了 in a composer, as B was found', () => {
  it('and a letter typed before B is there: it is not in B’s chat', async () => {
    const view = await askedAboutB();
    const go = chat.slowly();
    view.button('不发了').click();
    await view.settled();
    await view.type(HEAD, '，还有');
    go();
    await eventually('B', () => view.bridge.context?.customerId === B);
    await view.settled();
    expect(headOf(view)).to.equal('');
    await chat.open(view.bridge, A);
    await view.settled();
    expect(headOf(view)).to.contain('还有');
  });

  it('the client can not be read just then: the text is still there, and B is found as it connects again', async () => {
    const view = await askedAboutB();
    const { invoke } = chat;
    chat.invoke = (api, params) =>
      api === 'getContext' ? Promise.resolve({ err_msg: 'getContext:fail' }) : invoke.call(chat, api, params);
    view.button('不发了').click();
    await eventually('重新连接', () => view.has('button', '重新连接'));
    expect(headOf(view)).to.equal('给 A');
    chat.invoke = invoke;
    stopClock(5000);
    view.button('重新连接').click();
    await eventually('B', () => view.bridge.context?.customerId === B);
    await view.settled();
    expect(headOf(view)).to.equal('');
    await chat.open(view.bridge, A);
    await view.settled();
    expect(headOf(view)).to.equal('给 A');
  });

  it('what was asked by another element for A and waits is not sent to B', async () => {
    const view = await askedAboutB();
    view.button('不发了').click();
    const other = Object.assign(document.createElement('kf-menu-composer'), { value: given.msgmenu });
    view.bridge.append(other);
    const sent = other.send().catch((error: unknown) => error);
    await sent;
    expect(JSON.stringify(chat.sends)).to.equal('[]');
  });

  it('nobody can be read: 不发了 leaves the text where it is', async () => {
    const view = await chat.panel();
    await view.type(HEAD, '给 A');
    await view.read();
    chat.customerId = '';
    await view.click('发送');
    await view.says(/没有发送/);
    stopClock(5000);
    view.button('不发了').click();
    await view.settled();
    await aTimeout(50);
    await view.settled();
    expect(headOf(view)).to.equal('给 A');
  });

  it('with a draft key: the text is back with A, also in a composer made anew', async () => {
    const view = await chat.panel(html`<kf-menu-composer draft-key=${`adv${A}`} .value=${given}></kf-menu-composer>`);
    await view.type(HEAD, '给 A');
    await view.read();
    chat.customerId = B;
    await view.click('发送');
    await view.says(/^客户换了，没有发送/);
    stopClock(5000);
    view.button('不发了').click();
    await eventually('B', () => view.bridge.context?.customerId === B);
    await view.settled();
    const fresh = Object.assign(document.createElement('kf-menu-composer'), { draftKey: `adv${A}`, value: given });
    view.element.replaceWith(fresh);
    await chat.open(view.bridge ?? (fresh.closest('kf-bridge') as KfBridge), A).catch(() => undefined);
    const bridge = fresh.closest('kf-bridge') as KfBridge;
    await chat.open(bridge, A);
    await aTimeout(0);
    expect(fresh.value.head_content).to.equal('给 A');
  });

  it('the page connects again by itself as it hears kf-error, and once more with 不发了: B gets nothing, A’s text is A’s', async () => {
    const view = await chat.panel();
    view.element.addEventListener('kf-error', () => void view.bridge.reconnect().catch(() => undefined));
    await view.type(HEAD, '给 A');
    await view.read();
    chat.customerId = B;
    await view.click('发送');
    await eventually('B', () => view.bridge.context?.customerId === B);
    await view.settled();
    expect(view.status).to.match(/没有发送/);
    stopClock(5000);
    const button = Array.from(view.root.querySelectorAll<HTMLElement>('footer .send'))[0];
    button?.click();
    await view.settled();
    await chat.open(view.bridge, A);
    await view.settled();
    expect(headOf(view)).to.equal('给 A');
    await sendBehind(0, chat, view.bridge);
  });
});

describe('a press whose customer can not be read any more', () => {
  it('told there; in the chat of C and then in another one that can not be read, it is not told again', async () => {
    const view = await chat.panel();
    await view.read();
    chat.customerId = '';
    await view.click('发送');
    await view.says(/没有发送/);
    await chat.open(view.bridge, '');
    await view.settled();
    stopClock(5000);
    await chat.open(view.bridge, `${B}c`);
    await view.settled();
    stopClock(5000);
    await chat.open(view.bridge, '');
    await view.settled();
    expect(view.status).to.not.match(/没有发送/);
  });
});

describe('two presses that wait for a bridge that is made anew', () => {
  it("for two of the page's messages, chosen one after the other by its buttons: both are sent, or the first is told", async () => {
    const build = chat.rebuilding();
    await tried(build().bridge);
    stopClock(5000);
    const go = chat.slowly();
    const { bridge, element } = build();
    const view = new ComposerPage(element);
    await view.settled();
    const told = record(element, ['kf-error', 'kf-sent', 'kf-cancel']);
    stopClock(50);
    view.button('发送').click();
    await view.settled();
    stopClock(2000);
    element.value = { head_content: '第二条', list: [click('好', '1')] };
    await view.settled();
    stopClock(2000);
    view.button('发送').click();
    await view.settled();
    go();
    await tried(bridge);
    await chat.reached(1);
    chat.answer();
    await aTimeout(50);
    chat.answer();
    await aTimeout(50);
    expect(told.length).to.equal(2);
  });
});

describe('Ctrl+Enter', () => {
  it('after 已发送, as the agent has changed only the reply id or the address: it goes out', async () => {
    const view = await chat.panel();
    view.element.value = { list: [{ type: 'view', view: { url: 'https://a.cn/1', content: '查看物流' } }] };
    await view.settled();
    stopClock(5000);
    await view.element.updateComplete;
    void view.element.send();
    await chat.reached(1);
    chat.answer();
    await view.says(/^已发送/);
    stopClock(5000);
    await view.click('第 1 项，链接');
    await view.retype('第 1 项，链接，网址', 'https://a.cn/2');
    stopClock(5000);
    await press('Control', 'Enter');
    await chat.reached(2);
  });

  it('while nothing can be sent, as the client is not there: it leads somewhere', async () => {
    const view = await chat.panel();
    const { invoke } = chat;
    chat.invoke = (api, params) =>
      api === 'getContext' ? Promise.resolve({ err_msg: 'getContext:fail' }) : invoke.call(chat, api, params);
    await view.bridge.reconnect().catch(() => undefined);
    await view.type(HEAD, '您好');
    stopClock(5000);
    await press('Control', 'Enter');
    await view.settled();
    chat.invoke = invoke;
    stopClock(5000);
    view.button('重新连接').click();
    await view.says(/^可以发送/);
    await sendBehind(0, chat, view.bridge);
  });
});
