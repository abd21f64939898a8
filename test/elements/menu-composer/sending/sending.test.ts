import { expect, html, oneEvent } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { KfSendEvent, Receipt } from '../../../../src/elements.js';
import { KfError } from '../../../../src/core/index.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import documentedCall from '../../../fixtures/documented-call.json' with { type: 'json' };
import { record, typesOf } from '../../../support/ask.js';
import { stopClock } from '../../../support/clock.js';
import { composer, loneComposer } from '../../../support/composer-page.js';
import { clickOn } from '../../../support/element-page.js';
import { callsOf } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { click, menu } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

const ALL = ['kf-send', 'kf-sent', 'kf-cancel', 'kf-error', 'kf-late'];
const filled = (value: unknown = menu(click('满意', '1'))) =>
  html`<kf-menu-composer .value=${value}></kf-menu-composer>`;

describe('sending from the composer', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  it('takes the documented call itself; its msgmenu arrives unchanged', async () => {
    const call = { ...documentedCall, success: () => undefined, fail: () => undefined, complete: () => undefined };
    const view = await composer(filled(call));
    await view.click('发送');
    await view.says(/^已发送/);
    expect(client.sent).to.deep.equal([{ msgtype: 'msgmenu', msgmenu: documentedCall.msgmenu }]);
  });

  it('goes into the chat afterwards where the client can: the call says so', async () => {
    client.set({ platform: 'ios' });
    const view = await composer(filled(documentedCall));
    await view.click('发送');
    await view.says(/^已发送/);
    expect(client.sent).to.deep.equal([{ msgtype: 'msgmenu', enterChat: true, msgmenu: documentedCall.msgmenu }]);
  });

  it('tells the page in order: kf-send, then kf-sent, with the message and the receipt', async () => {
    const view = await composer(filled());
    const events = record(document.body, ALL);
    const receipt = await view.element.send();
    expect(typesOf(events)).to.deep.equal(['kf-send', 'kf-sent']);
    expect(events.every(({ target }) => target === view.element)).to.be.true;
    expect(events[1]?.detail).to.deep.equal({ message: menu(click('满意', '1')), receipt });
    expect(receipt).to.include({ outcome: 'sent', channel: 'wx.qy' });
  });

  it('makes one send of two presses', async () => {
    const host = new ManualHost();
    const view = await composer(filled(), { host });
    const events = record(view.element, ALL);
    const button = view.button('发送');
    await clickOn(button);
    await clickOn(button);
    await view.press('Control', 'Enter');
    await host.reached(1);
    host.answer();
    await view.says(/^已发送/);
    expect(host.sends.length).to.equal(1);
    expect(typesOf(events)).to.deep.equal(['kf-send', 'kf-sent']);
  });

  it('makes one send of a double click, however quickly the client answers', async () => {
    const view = await composer(filled());
    const { left, top, width, height } = view.button('发送').getBoundingClientRect();
    const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
    const asked = record(view.element, ['kf-send']);
    stopClock();
    await sendMouse({ type: 'click', position });
    await view.says(/^已发送/);
    const pressed = oneEvent(view.root, 'click');
    await sendMouse({ type: 'click', position });
    await pressed;
    expect(asked).to.have.length(1);
  });

  it('gives both calls of send() the same promise, and a later one another', async () => {
    const view = await composer(filled());
    const first = view.element.send();
    expect(view.element.send()).to.equal(first);
    await first;
    await view.settled();
    const second = view.element.send();
    expect(second).not.to.equal(first);
    await second;
  });

  it('is stopped by a listener on the document, and is idle again', async () => {
    const view = await composer(filled());
    const events = record(view.element);
    document.addEventListener('kf-send', event => event.preventDefault(), { once: true });
    await rejection(view.element.send(), 'stopped');
    await view.says('可以发送');
    expect(typesOf(events)).to.deep.equal([]);
    expect(callsOf(client)).to.equal(0);
    await view.click('发送');
    await view.says(/^已发送/);
  });

  it('sends what a listener made of the message, and keeps its own text', async () => {
    const view = await composer(filled());
    view.element.addEventListener('kf-send', ({ detail }: KfSendEvent) => (detail.message = menu(click('改了', '1'))));
    await view.element.send();
    expect(client.sent).to.deep.equal([menu(click('改了', '1'))]);
    expect(view.element.value).to.deep.equal(menu(click('满意', '1')).msgmenu);
  });

  it('is answered by the page itself where the page wants that', async () => {
    const view = await loneComposer(filled());
    const receipt = { outcome: 'sent' as const, channel: 'page', elapsed: 1, raw: null, warnings: [] };
    view.element.addEventListener('kf-send', event => event.respondWith(Promise.resolve(receipt)));
    expect(await view.element.send()).to.equal(receipt);
    await view.says(/^已发送/);
  });

  it('is asked of the page once, where the page can not tell what became of it', async () => {
    const view = await loneComposer(filled());
    let asked = 0;
    view.element.addEventListener('kf-send', event => {
      asked++;
      event.respondWith(Promise.reject(new Error('gone')));
    });
    await rejection(view.element.send(), 'no-answer');
    await rejection(view.element.send(), 'no-answer');
    expect(asked).to.equal(1);
  });

  it('does not hang where the page never answers: a minute later nobody knows, and a late answer counts', async () => {
    const view = await loneComposer(filled());
    const { setTimeout: wait } = window;
    let answer: ((receipt: Receipt) => void) | undefined;
    view.element.addEventListener('kf-send', event => event.respondWith(new Promise(resolve => (answer = resolve))));
    let late = 0;
    view.element.addEventListener('kf-late', () => late++);
    let soon: (() => void) | undefined;
    window.setTimeout = ((task: () => void, ms?: number) =>
      ms === 60_000 ? ((soon = task), 0) : wait(task, ms)) as typeof setTimeout;
    const sending = view.element.send();
    window.setTimeout = wait;
    await view.says(/^正在发送/);
    soon?.();
    await rejection(sending, 'timeout');
    await view.says(/^不确定发出没有/);
    answer?.({ outcome: 'sent', channel: 'page', elapsed: 1, raw: null, warnings: [] });
    await view.says(/^已发送/);
    expect(late).to.equal(1);
  });

  it('was refused where the page says so late, whatever the user thought to have seen', async () => {
    const view = await loneComposer(filled());
    const { setTimeout: wait } = window;
    let refuse: ((error: KfError) => void) | undefined;
    view.element.addEventListener('kf-send', event => event.respondWith(new Promise((_, reject) => (refuse = reject))));
    let soon: (() => void) | undefined;
    window.setTimeout = ((task: () => void, ms?: number) =>
      ms === 60_000 ? ((soon = task), 0) : wait(task, ms)) as typeof setTimeout;
    const sending = view.element.send();
    window.setTimeout = wait;
    soon?.();
    await rejection(sending, 'timeout');
    await view.says(/^不确定发出没有/);
    await view.click('已经有了');
    await view.says(/^已发送/);
    refuse?.(new KfError('no-permission', 'late'));
    await view.says(/^(?!已发送)/);
  });
});
