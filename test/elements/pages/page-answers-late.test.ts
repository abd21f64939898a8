import { aTimeout, expect } from '@open-wc/testing';
import type { Receipt } from '../../../src/events/send-record.js';
import { record } from '../../support/ask.js';
import { chat, given, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { unanswered } from '../../support/in-touch.js';

const { HEAD } = ComposerPage;

const { setTimeout: later } = window;
beforeEach(() => {
  // The minute that a page has to answer is short here.
  window.setTimeout = ((run: () => void, time?: number) =>
    later(run, time === 60_000 ? 60 : time)) as typeof setTimeout;
});
afterEach(() => {
  window.setTimeout = later;
});

/** A page that answers by itself, when the test says so. */
function answering(view: ComposerPage): ((refuse?: boolean) => void)[] {
  const answers: ((refuse?: boolean) => void)[] = [];
  view.element.addEventListener('kf-send', event => {
    event.respondWith(
      new Promise<Receipt>((resolve, reject) =>
        answers.push(refuse =>
          refuse
            ? reject(Object.assign(new Error('no'), { name: 'KfError', code: 'refused', outcome: 'not-sent' }))
            : resolve(undefined as unknown as Receipt),
        ),
      ),
    );
  });
  return answers;
}

describe('a page that answers by itself, and too late, about a message before the one on show', () => {
  const late = async (): Promise<{ view: ComposerPage; answers: ((refuse?: boolean) => void)[] }> => {
    const view = await chat.panel();
    const answers = answering(view);
    await view.type(HEAD, '甲');
    await view.element.send().catch(() => undefined);
    await view.says(/^不确定/);
    await view.retype(HEAD, '乙');
    await view.says(/^之前的「甲」不确定/);
    return { view, answers };
  };

  it('yes: the foot says so', async () => {
    const { view, answers } = await late();
    const told = record(view.element, ['kf-late']);
    answers[0]!();
    await eventually('it is told', () => told.length);
    await view.settled();
    expect(view.status).to.match(/已经发出去/);
  });
});

describe('a page that answers with bridge.send(), and a late no about a message before the one on show', () => {
  it('the foot says so', async () => {
    const view = await chat.panel();
    const { bridge, element } = view;
    element.addEventListener('kf-send', event => event.respondWith(bridge.send(event.detail.message)));
    await view.type(HEAD, '甲');
    await unanswered(bridge, () => element.send());
    await view.says(/^不确定/);
    await view.retype(HEAD, '乙');
    await view.says(/^之前的「甲」不确定/);
    const told = record(bridge, ['kf-late']);
    chat.answer({ err_msg: 'sendChatMessage:fail' });
    await eventually('it is told', () => told.length);
    await view.settled();
    expect(view.status).to.match(/没有发出去/);
  });
});

describe("the same in B's chat", () => {
  it("A's question is still there as A is back", async () => {
    const view = await chat.panel();
    answering(view);
    await view.type(HEAD, '甲');
    const sent = view.element.send().catch(() => undefined);
    await chat.open(view.bridge, B);
    await sent;
    await view.settled();
    expect(view.status).to.not.match(/不确定/);
    stopClock(5000);
    await chat.open(view.bridge, A);
    await view.settled();
    expect(headOf(view)).to.equal('甲');
    expect(view.status).to.match(/不确定/);
  });
});

describe('a page that resets its form and sends what it begins with, as it hears that a message is out', () => {
  it("and B's chat is open by then, with a text half written: that text is not sent", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    const form = document.createElement('form');
    bridge.parentElement!.append(form);
    form.append(bridge);
    await view.settled();
    if (element.form !== form) return;
    element.setAttribute('value', JSON.stringify(given.msgmenu));
    element.addEventListener(
      'kf-sent',
      () => {
        form.reset();
        element.send().catch(() => undefined);
      },
      { once: true },
    );
    await bridge.ready;
    await view.type(HEAD, '给 A');
    void element.send();
    await chat.reached(1);
    await chat.open(bridge, B);
    await view.type(HEAD, '给 B 还没写完');
    chat.answer();
    await aTimeout(100);
    await view.settled();
    expect(JSON.stringify(chat.sends.slice(1))).to.not.contain('给 B 还没写完');
  });
});
