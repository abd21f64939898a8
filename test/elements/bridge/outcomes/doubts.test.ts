import { expect, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { ask } from '../../../support/ask.js';
import { eventually } from '../../../support/element-page.js';
import { bridgeTo, inTouch, unanswered } from '../../../support/in-touch.js';
import { text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';
import { sendBehind } from '../send-behind.js';
import { ManualHost } from '../../../support/manual-host.js';

let host: ManualHost;
let bridge: KfBridge;
let element: Element;
beforeEach(async () => {
  host = new ManualHost();
  bridge = await bridgeTo(host);
  element = bridge.querySelector('p')!;
});

const askAgain = (): Promise<unknown> => ask(element, text(), { repeats: bridge.recordOf(text())! });

describe('a message of which nobody knows whether it arrived', () => {
  it('is not sent a third time when the first arrives while the third still waits', async () => {
    await unanswered(bridge, () => ask(element, text()));
    await unanswered(bridge, askAgain);
    let letGo: (() => void) | undefined;
    let isLate = false;
    element.addEventListener('kf-late', () => (isLate = true));
    bridge.beforeSend = message => new Promise(resolve => (letGo = () => resolve(message)));
    const third = askAgain();
    await eventually('the page is asked', () => letGo);
    host.answerNth(1);
    await eventually('the late answer', () => isLate);
    letGo?.();
    expect(await third).to.include({ outcome: 'sent' });
    expect(host.sends.length).to.equal(2);
  });

  it('is no question any more when the first has arrived: asking again is a send of its own', async () => {
    await unanswered(bridge, () => ask(element, text()));
    await unanswered(bridge, askAgain);
    host.answerNth(1);
    await eventually('the late answer', () => bridge.recordOf(text())?.phase === 'sent');
    const again = ask(element, text());
    await host.reached(3);
    host.answerNth(3);
    expect(await again).to.include({ outcome: 'sent' });
  });

  it('stays a question when a listener stops the repeat', async () => {
    await unanswered(bridge, () => ask(element, text()));
    bridge.addEventListener('kf-send', event => event.preventDefault(), { once: true });
    await rejection(askAgain(), 'stopped');
    expect(bridge.recordOf(text())).to.include({ phase: 'unknown' });
    await rejection(ask(element, text()), 'timeout');
    expect(host.sends.length).to.equal(1);
  });

  it('stays a question when a listener stops the repeat while the page sends the same, which is refused', async () => {
    await unanswered(bridge, () => ask(element, text()));
    const ofPage = bridge.send(text());
    await host.reached(2);
    bridge.addEventListener('kf-send', event => event.preventDefault(), { once: true });
    await rejection(askAgain(), 'stopped');
    host.answerNth(2, { err_msg: 'sendChatMessage:fail no permission' });
    await rejection(ofPage, 'no-permission');
    expect(bridge.recordOf(text())?.phase).to.equal('unknown');
  });

  it('stays one however many others are sent meanwhile', async () => {
    await unanswered(bridge, () => ask(element, text('M')));
    for (let n = 0; n < 210; n++) {
      const other = ask(element, text(`other ${n}`));
      await host.reached(n + 2);
      host.answerNth(n + 2);
      await other;
    }
    await rejection(ask(element, text('M')), 'timeout');
    expect(host.sends.length).to.equal(211);
  });
});

describe('a send that a listener has cancelled', () => {
  it('does not take the next one along, in the same task either', async () => {
    document.addEventListener('kf-send', event => event.preventDefault(), { once: true });
    const first = rejection(ask(element, text()), 'stopped');
    const second = ask(element, text());
    await first;
    await host.reached(1);
    host.answerNth(1);
    expect(await second).to.include({ outcome: 'sent' });
  });

  it('is under way all the same when it cancels too late: the next press is that send', async () => {
    let cancelled: Event | undefined;
    const cancel = async (event: Event): Promise<void> => {
      await host.reached(1);
      event.preventDefault();
      cancelled = event;
    };
    bridge.addEventListener('kf-send', event => void cancel(event), { once: true });
    const first = ask(element, text());
    await eventually('it was cancelled', () => cancelled);
    const second = ask(bridge.appendChild(document.createElement('b')), text());
    host.answerNth(1);
    await sendBehind(1, host, bridge);
    expect(await second).to.equal(await first);
  });
});

describe('customers who can not be read', () => {
  it('are never the same, whichever bridge of the page was asked', async () => {
    const other = await inTouch(html`<kf-bridge .host=${new ManualHost({ customerId: 'wmB' })}></kf-bridge>`);
    (other.host as ManualHost).customerId = host.customerId = '';
    await Promise.all([bridge.reconnect(), other.reconnect()]);
    expect(bridge.addressee).to.match(/^none:[1-9]/);
    expect(bridge.addressee).not.to.equal(other.addressee);
  });
});
