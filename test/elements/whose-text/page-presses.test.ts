import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import type { KfBridge } from '../../../src/kf-bridge.js';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import { chat, given, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { tried, unanswered } from '../../support/in-touch.js';
import { button, greeted, leaveField, menuOf } from './pages.js';

const { HEAD } = ComposerPage;

describe('a page that binds `value`, and renders at kf-ready and as its list of orders comes, each minute', () => {
  it("the agent has pressed something that renders nothing, in B's chat: what was written for A does not come", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    let copy = element.value;
    const render = (): void => void (element.value = copy);
    element.addEventListener('input', () => (copy = element.value));
    bridge.addEventListener('kf-ready', render);
    const press = button(view, () => undefined);
    stopClock(5000);
    await view.type(HEAD, '王女士，您的手机号是 13812345678');
    stopClock(5000);
    await chat.open(bridge, B);
    await view.settled();
    stopClock(5000);
    await press();
    stopClock(60_000);
    render();
    await view.settled();
    expect(headOf(view)).to.equal('');
  });
});

describe('a page that gives each customer a greeting; the agent has written 您好，请问… a minute ago', () => {
  it("and leaves the field as B's chat is opened: A's greeting does not stand in B's chat", async () => {
    const view = await greeted({ [A]: '王女士您好', [B]: '李先生您好，请问有什么可以帮您？' });
    stopClock(5000);
    await view.retype(HEAD, '您好，请问有什么可以帮您');
    stopClock(60_000);
    leaveField(view);
    stopClock(1000);
    await chat.open(view.bridge, B);
    await view.settled();
    expect(headOf(view)).to.not.contain('王女士');
  });
});

describe('a page that makes its composer anew at each kf-ready', () => {
  let bridge: KfBridge;
  let view: ComposerPage;
  const rebuild = (): void => {
    const element: KfMenuComposer = Object.assign(document.createElement('kf-menu-composer'), {
      value: given,
      lang: 'zh-CN',
    });
    bridge.replaceChildren(element);
    view = new ComposerPage(element);
  };
  const page = async (): Promise<void> => {
    const place = fixtureSync<HTMLElement>(html`<div lang="zh-CN" style="width:400px"></div>`);
    bridge = Object.assign(document.createElement('kf-bridge'), { host: chat });
    bridge.addEventListener('kf-ready', rebuild);
    place.replaceChildren(bridge);
    await tried(bridge);
    await view.settled();
  };

  it("nobody knew of A's; in B's chat the client says no after all: that is told in A's", async () => {
    await page();
    await view.type(HEAD, '给 A');
    await unanswered(bridge, () => view.element.send());
    await eventually('the question', () => view.has('button', '已经有了'));
    await chat.open(bridge, B);
    await view.settled();
    chat.answer({ err_msg: 'sendChatMessage:fail' });
    await aTimeout(20);
    await chat.open(bridge, A);
    await view.settled();
    expect(view.status).to.match(/「给 A」没有发出去/);
  });

  it('and it connects again while a send is under way, which the client refuses: that is told', async () => {
    await page();
    await view.type(HEAD, '给 A');
    await view.press('Control', 'Enter');
    await chat.reached(1);
    await bridge.reconnect(); // the page is on show again
    await view.settled();
    chat.answer({ err_msg: 'sendChatMessage:fail' });
    await aTimeout(50);
    await view.settled();
    expect(view.status).to.match(/没有?发/);
  });
});

describe('a quick reply of the page, of the very words that were typed and sent in this chat', () => {
  it("the agent has looked into B's chat meanwhile: it stands there", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    element.addEventListener('kf-sent', () => (element.value = {}));
    const press = button(view, () => (element.value = menuOf('好的，请稍等')));
    await view.retype(HEAD, '好的，请稍等');
    await view.press('Control', 'Enter');
    await chat.reached(1);
    chat.answer();
    await eventually('the empty composer', () => headOf(view) === '');
    stopClock(5000);
    await chat.open(bridge, B);
    await view.settled();
    stopClock(5000);
    await chat.open(bridge, A);
    await view.settled();
    stopClock(5000);
    await press();
    expect(headOf(view)).to.equal('好的，请稍等');
  });
});

describe('a quick agent who writes what a template of the page says, and presses its button at once', () => {
  it('the template stands there', async () => {
    const view = await chat.panel();
    const { element } = view;
    const press = button(view, () => (element.value = menuOf('您好，请问有什么可以帮您？')));
    stopClock(5000);
    await view.retype(HEAD, '您好，请问有什么可以帮您的吗');
    await press();
    expect(headOf(view)).to.equal('您好，请问有什么可以帮您？');
    expect(JSON.stringify(element.value)).to.contain('查订单');
  });
});

describe("a late no, while the client's window is not on show", () => {
  afterEach(() => void Reflect.deleteProperty(document, 'visibilityState'));
  it('the agent comes back and types: it is still there', async () => {
    const view = await chat.inDoubt('给 A');
    await view.retype(HEAD, '乙');
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    chat.answer({ err_msg: 'sendChatMessage:fail' });
    await eventually('the end of the question', () => !view.has('button', '已经有了'));
    await view.settled();
    stopClock(60_000);
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange'));
    await view.settled();
    stopClock(500);
    await view.type(HEAD, '丙');
    expect(view.status).to.match(/「给 A」没有发出去/);
  });
});
