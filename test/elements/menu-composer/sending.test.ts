import { expect, html } from '@open-wc/testing';
import type { KfSendEvent } from '../../../src/elements.js';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
import documentedCall from '../../fixtures/documented-call.json' with { type: 'json' };
import { record, typesOf } from '../../support/ask.js';
import { composer, loneComposer } from '../../support/composer-page.js';
import { clickOn, eventually } from '../../support/element-page.js';
import { callsOf } from '../../support/in-touch.js';
import { click, menu } from '../../support/messages.js';
import { rejection } from '../../support/rejection.js';

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
    expect(events.map(({ target }) => target)).to.deep.equal([view.element, view.element]);
    expect(events[1]?.detail).to.deep.equal({ message: menu(click('满意', '1')), receipt });
    expect(receipt).to.include({ outcome: 'sent', channel: 'wx.qy' });
  });

  it('makes one send of two presses', async () => {
    client.set({ latency: 80 });
    const view = await composer(filled(), { timeout: 2000 });
    const events = record(view.element, ALL);
    const button = view.button('发送');
    await clickOn(button);
    await clickOn(button);
    await view.press('Control', 'Enter');
    await view.says(/^已发送/);
    expect(client.sent.length).to.equal(1);
    expect(typesOf(events)).to.deep.equal(['kf-send', 'kf-sent']);
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

  it('says that nobody answered: kf-error with bridge-absent', async () => {
    const view = await loneComposer(filled());
    const events = record(view.element, ALL);
    await view.click('发送');
    await view.says('页面里没有 kf-bridge 请联系页面的开发者');
    expect(typesOf(events)).to.deep.equal(['kf-send', 'kf-error']);
    expect(events[1]?.detail.error).to.include({ code: 'bridge-absent', outcome: 'not-sent' });
    expect(events[1]?.detail.message).to.deep.equal(menu(click('满意', '1')));
  });

  it('fires kf-error and no kf-send for an invalid message', async () => {
    const view = await composer(filled(menu(click(''))));
    const events = record(view.element, ALL);
    const error = await rejection(view.element.send(), 'invalid-message');
    expect(typesOf(events)).to.deep.equal(['kf-error']);
    expect(events[0]?.detail.error).to.equal(error);
    expect(error.issues?.map(({ code, path }) => [code, path.join('.')])).to.deep.equal([
      ['too-short', 'msgmenu.list.0.click.content'],
    ]);
  });

  it('tells a late answer on itself, and leaves what it said', async () => {
    client.set({ latency: 120 });
    const view = await composer(filled(), { timeout: 60 });
    // Connecting is as slow as the client: it is in touch only when that is quick.
    client.set({ latency: 0 });
    await view.bridge.reconnect();
    client.set({ latency: 120 });
    const events = record(view.element);
    await view.click('发送');
    await view.says(/^不确定发出没有/);
    await eventually('kf-late', () => events.length === 2);
    expect(typesOf(events)).to.deep.equal(['kf-error', 'kf-late']);
    expect(events[1]?.detail.receipt).to.include({ outcome: 'sent' });
    expect(view.status).to.match(/^不确定发出没有/);
  });

  it('raises no unhandled rejection, whoever listens', async () => {
    const unhandled: unknown[] = [];
    const listen = (event: PromiseRejectionEvent): void => void unhandled.push(event.reason);
    window.addEventListener('unhandledrejection', listen);
    const view = await loneComposer(filled());
    void view.element.send();
    view.element.value = menu(click(''));
    void view.element.send();
    await view.click('发送');
    await new Promise(resolve => setTimeout(resolve, 50));
    window.removeEventListener('unhandledrejection', listen);
    expect(unhandled).to.deep.equal([]);
  });
});
