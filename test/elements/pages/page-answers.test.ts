import { expect, html } from '@open-wc/testing';
import { KfError } from '../../../src/core/index.js';
import type { KfSendEvent } from '../../../src/events/kf-send.js';
import type { Receipt } from '../../../src/events/send-record.js';
import { chat, given, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { dropDrafts, storedDrafts } from '../../support/drafts.js';
import { eventually, press } from '../../support/element-page.js';
import { heldBack } from '../../support/held-back.js';
import { unanswered } from '../../support/in-touch.js';
import { click } from '../../support/messages.js';
import { rejection } from '../../support/rejection.js';
import { sendBehind } from '../bridge/send-behind.js';

const { HEAD } = ComposerPage;

describe('a page that answers by itself, with bridge.send() behind', () => {
  afterEach(() => dropDrafts('page-answers.test'));

  it('and hears a late yes: the draft is gone, as the foot says that it is sent', async () => {
    const view = await chat.panel(
      html`<kf-menu-composer draft-key=${'page-answers.test'} .value=${given}></kf-menu-composer>`,
    );
    view.element.addEventListener('kf-send', (event: KfSendEvent) =>
      event.respondWith(view.bridge.send(event.detail.message)),
    );
    await view.type(ComposerPage.HEAD, '已发的');
    await eventually('a draft', () => storedDrafts('page-answers.test').length);
    view.bridge.timeout = 60;
    await view.click('发送');
    await view.says(/^不确定发出没有/);
    chat.answer();
    await view.says(/^已发送/);
    view.bridge.remove(); // the page goes
    expect(storedDrafts('page-answers.test').length).to.equal(0);
  });

  it("and asks the agent first: a press while it connects is A's, who is found then, not B's, who is there by the answer", async () => {
    const bridge = document.createElement('kf-bridge');
    bridge.host = chat;
    const element = document.createElement('kf-menu-composer');
    element.value = { head_content: '给 A' };
    bridge.append(element);
    let yes: () => void = () => undefined;
    element.addEventListener('kf-send', (event: KfSendEvent) => {
      const { message } = event.detail;
      event.respondWith(new Promise<void>(resolve => (yes = resolve)).then(() => bridge.send(message)));
    });
    document.body.append(bridge);
    const sent = rejection(element.send(), 'customer-changed');
    await bridge.ready;
    await chat.open(bridge, B);
    yes();
    await sent;
    bridge.remove();
    expect(chat.sends.length).to.equal(0);
  });

  it("is not asked to send A's text, when a press comes right after the chat has become B's", async () => {
    const view = await chat.panel();
    view.element.addEventListener('kf-send', (event: KfSendEvent) =>
      event.respondWith(view.bridge.send(event.detail.message)),
    );
    await view.type(HEAD, '给 A');
    await chat.open(view.bridge, B);
    view.textbox(HEAD).focus();
    await press('Control', 'Enter');
    await sendBehind(0, chat, view.bridge);
  });

  it("and asks the agent first: a press in A's chat does not go to B, who is there by the answer", async () => {
    const view = await chat.panel();
    let yes: () => void = () => undefined;
    view.element.addEventListener('kf-send', (event: KfSendEvent) => {
      const { message } = event.detail;
      event.respondWith(new Promise<void>(resolve => (yes = resolve)).then(() => view.bridge.send(message)));
    });
    await view.type(HEAD, '给 A');
    await view.click('发送');
    await chat.open(view.bridge, B);
    yes();
    await view.settled();
    await sendBehind(0, chat, view.bridge);
  });

  it('and asks the agent first: 没有，重发 that the agent then takes back leaves the question', async () => {
    const { view, bridge } = await chat.card(`ask${A}`);
    let isYes = true;
    view.element.addEventListener('kf-send', (event: KfSendEvent) => {
      const { message } = event.detail;
      const no = (): Promise<Receipt> => Promise.reject(new KfError('stopped', 'the agent said no'));
      event.respondWith(Promise.resolve().then(() => (isYes ? bridge.send(message) : no())));
    });
    await unanswered(bridge, () => view.element.send());
    await view.buttonSays('没有，重发');
    isYes = false;
    let isOver = false;
    view.element.addEventListener('kf-error', () => (isOver = true));
    await view.send();
    await eventually('the end', () => isOver);
    await view.settled();
    expect(view.action).to.equal('没有，重发');
  });
});

describe('a page that puts in a message of its own', () => {
  it('and empties the composer as it hears that another customer is there: what is written for B stays', async () => {
    const view = await chat.panel();
    view.element.addEventListener('kf-send', ({ detail }: KfSendEvent) => {
      detail.message = structuredClone(detail.message);
    });
    view.element.addEventListener('kf-error', () => (view.element.value = {}));
    const asked = heldBack(view.bridge);
    await view.type(HEAD, '给 A');
    const sent = rejection(view.element.send(), 'customer-changed');
    const answer = await asked;
    await chat.open(view.bridge, B);
    await view.type(HEAD, '给 B');
    answer(true);
    await sent;
    await view.settled();
    expect(headOf(view)).to.equal('给 B');
  });

  it('an empty one, however a send ends: that it was not sent is told nevertheless', async () => {
    const view = await chat.panel();
    const { element } = view;
    element.addEventListener('kf-error', () => (element.value = {}));
    await view.type(HEAD, '写了很久');
    chat.customerId = B;
    await view.click('发送');
    await eventually('it has ended', () => headOf(view) === '');
    await view.settled();
    expect(view.status).to.match(/客户换了|没有发送|没发出去/);
    element.undo();
    expect(headOf(view)).to.equal('写了很久');
  });
});

describe('a page that answers by itself', () => {
  it('with a message of its own, and sets `value` as it hears of it: what is written for B stays', async () => {
    const view = await chat.panel();
    let yes: (receipt: Receipt) => void = () => undefined;
    view.element.addEventListener('kf-send', (event: KfSendEvent) => {
      event.detail.message = structuredClone(event.detail.message);
      event.respondWith(new Promise(resolve => (yes = resolve)));
    });
    view.element.addEventListener('kf-sent', () => (view.element.value = {}));
    await view.type(HEAD, '给 A');
    await view.click('发送');
    await chat.open(view.bridge, B);
    await view.type(HEAD, '给 B');
    yes({} as Receipt);
    await view.settled();
    expect(view.element.value.head_content).to.equal('给 B');
  });

  it('with one message object for all its sends, and a late answer to the first: what is written for B stays', async () => {
    const view = await chat.panel();
    const shared = structuredClone(view.element.message);
    const answers: ((receipt: Receipt) => void)[] = [];
    view.element.addEventListener('kf-send', (event: KfSendEvent) => {
      event.detail.message = shared;
      event.respondWith(new Promise(resolve => answers.push(resolve)));
    });
    view.element.addEventListener('kf-late', () => (view.element.value = {}));
    const { setTimeout: wait } = window;
    let late: () => void = () => undefined;
    window.setTimeout = ((task: () => void, ms?: number) =>
      ms === 60_000 ? ((late = task), 0) : wait(task, ms)) as typeof setTimeout;
    const toA = rejection(view.element.send(), 'timeout');
    window.setTimeout = wait;
    late();
    await toA;
    await chat.open(view.bridge, B);
    stopClock(5000);
    const toB = view.element.send();
    answers[1]!({} as Receipt);
    await toB;
    await view.type(HEAD, '给 B');
    answers[0]!({} as Receipt);
    await view.settled();
    expect(headOf(view)).to.equal('给 B');
  });

  it('for a menu of more than ten items, and can not tell: the composer asks', async () => {
    const list = Array.from({ length: 11 }, (_, index) => click(`第 ${index + 1} 项`, `${index + 1}`));
    const view = await chat.panel(html`<kf-menu-composer max-items="12" .value=${{ list }}></kf-menu-composer>`);
    view.element.addEventListener('kf-send', (event: KfSendEvent) =>
      event.respondWith(Promise.reject(new Error('gone'))),
    );
    await view.element.send().catch(() => undefined);
    await view.settled();
    expect(view.names('button').slice(-2).join()).to.equal('已经有了,没有，重发');
  });
});

it('a page that answers by itself, and a text that the browser has restored: it is asked once, though the customer is known again meanwhile', async () => {
  const view = await chat.panel();
  await view.type(HEAD, '给 A');
  const { bridge: viewed } = view.element;
  const state = {
    msgtype: 'msgmenu',
    msgmenu: { head_content: '给 A' },
    customerHash: viewed.hashOf(viewed.addressee),
  };
  view.bridge.remove();
  const element = document.createElement('kf-menu-composer');
  element.formStateRestoreCallback(JSON.stringify(state));
  let asked = 0;
  element.addEventListener('kf-send', (event: KfSendEvent) => {
    asked++;
    event.respondWith(new Promise(() => undefined));
  });
  const bridge = document.createElement('kf-bridge');
  bridge.host = chat;
  bridge.append(element);
  document.body.append(bridge);
  void element.send();
  await bridge.ready;
  void element.send();
  bridge.remove();
  expect(asked).to.equal(1);
});
