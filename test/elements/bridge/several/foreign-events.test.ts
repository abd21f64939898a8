import { expect } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { ChatMessage } from '../../../../src/core/index.js';
import { KfSendEvent } from '../../../../src/events/kf-send.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { ask } from '../../../support/ask.js';
import { bridgeTo, inside, newBridge } from '../../../support/in-touch.js';
import { text } from '../../../support/messages.js';
import { sendBehind } from '../send-behind.js';
import { SlowHost } from '../slow-host.js';
import { ManualHost } from '../../../support/manual-host.js';

let host: ManualHost;
let bridge: KfBridge;
beforeEach(async () => {
  host = new ManualHost();
  bridge = await bridgeTo(host);
});

/** A kf-send that none of our elements has made. */
const plain = (message: ChatMessage): CustomEvent =>
  new CustomEvent('kf-send', { bubbles: true, composed: true, cancelable: true, detail: { message } });

/** One whose detail can not be written. */
const frozen = (): KfSendEvent => {
  const event = new KfSendEvent(text());
  Object.freeze(event.detail);
  return event;
};

describe('a kf-send of somebody else, whose detail can not be written,', () => {
  let first: Promise<unknown>;
  beforeEach(async () => {
    first = ask(inside(bridge), text());
    await host.reached(1);
  });

  it('is answered when it joins a send', async () => {
    const event = frozen();
    inside(bridge).dispatchEvent(event);
    host.answerNth(1);
    expect(await event.response).to.equal(await first);
  });

  it('is answered when it turns out to be an earlier send', async () => {
    const slow = new SlowHost({ customerId: host.customerId });
    const next = newBridge(slow);
    const event = frozen();
    inside(next).dispatchEvent(event);
    slow.connect();
    await sendBehind(0, slow, next);
    host.answerNth(1);
    expect(await event.response).to.equal(await first);
  });
});

describe('a plain kf-send', () => {
  it('whose message a listener changes in place is known by what was asked for', async () => {
    const message = text();
    document.addEventListener('kf-send', () => (message.text.content = '改了'), { once: true });
    inside(bridge).dispatchEvent(plain(message));
    await host.reached(1);
    expect(host.sends[0]).to.deep.equal(text('改了'));
    expect(bridge.recordOf(text())?.message).to.deep.equal(text());
  });

  it('that can take no answer is answered once by bridges inside each other', async () => {
    const inner = bridge.appendChild(document.createElement('kf-bridge'));
    const innerHost = new ManualHost();
    inner.host = innerHost;
    const element = inner.appendChild(document.createElement('p'));
    await inner.ready;
    element.dispatchEvent(Object.preventExtensions(plain(text())));
    await innerHost.reached(1);
    await sendBehind(0, host, bridge);
  });
});
