import { aTimeout, expect, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { ChatMessage } from '../../../../src/core/index.js';
import type { SendRecord } from '../../../../src/events/send-record.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { ask, record as recordEvents, typesOf } from '../../../support/ask.js';
import { A, B } from '../../../support/customers.js';
import { eventually } from '../../../support/element-page.js';
import { inTouch, unanswered } from '../../../support/in-touch.js';
import { text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';
import { ManualHost } from '../../../support/manual-host.js';

const REFUSAL = { err_msg: 'sendChatMessage:fail no permission' };

let host: ManualHost;
let bridge: KfBridge;
let one: Element;
let other: Element;
beforeEach(async () => {
  host = new ManualHost({ customerId: A });
  bridge = await inTouch(
    html`<kf-bridge .host=${host}
      ><p></p><p></p
    ></kf-bridge>`,
  );
  [one, other] = Array.from(bridge.children) as [Element, Element];
});

const recordOf = (message: ChatMessage = text()): SendRecord => bridge.recordOf(message) as SendRecord;

const turnTo = async (customerId: string): Promise<void> => {
  host.customerId = customerId;
  await bridge.reconnect();
};

describe('the record of a send', () => {
  it('stands where the send stands: waiting, handed over, sent', async () => {
    const sending = ask(one, text());
    expect(recordOf()).to.include({ phase: 'waiting', receipt: null, error: null, endedOn: null });
    await host.reached(1);
    expect(recordOf().phase).to.equal('handed-over');
    host.answerNth(1);
    const receipt = await sending;
    expect(recordOf()).to.include({ phase: 'sent', receipt, isLate: false });
    expect(recordOf().endedOn).to.be.an.instanceOf(Date);
  });

  it('has the reason when the client refuses, and when the user cancels', async () => {
    for (const [nth, reply, phase, code] of [
      [1, REFUSAL, 'not-sent', 'no-permission'],
      [2, { err_msg: 'sendChatMessage:cancel' }, 'cancelled', 'cancelled'],
    ] as const) {
      const sending = ask(one, text());
      await host.reached(nth);
      host.answerNth(nth, reply);
      const error = await rejection(sending, code);
      expect(recordOf()).to.include({ phase, error });
    }
  });

  it('is for one message and one customer', async () => {
    const sending = ask(one, text());
    await host.reached(1);
    expect(bridge.recordOf(text('别的'))).to.equal(null);
    host.answerNth(1);
    await sending;
    await turnTo(B);
    expect(bridge.recordOf(text())).to.equal(null);
    await turnTo(A);
    expect(recordOf().phase).to.equal('sent');
  });

  it('is the same, whether the chat is entered afterwards or not', () => {
    void ask(one, text());
    expect(bridge.recordOf({ ...text(), enterChat: true })).to.equal(recordOf());
  });

  it('is gone when a listener has cancelled the send', async () => {
    bridge.addEventListener('kf-send', event => event.preventDefault(), { once: true });
    await rejection(ask(one, text()), 'stopped');
    expect(bridge.recordOf(text())).to.equal(null);
  });

  it('is gone when the user has read it', async () => {
    await unanswered(bridge, () => ask(one, text()));
    recordOf().acknowledge();
    expect(bridge.recordOf(text())).to.equal(null);
  });

  it('is no question any more when the user has seen the message: asking again is a send of its own', async () => {
    await unanswered(bridge, () => ask(one, text()));
    recordOf().confirm();
    expect(recordOf()).to.include({ phase: 'unknown', isConfirmed: true });
    const again = ask(one, text());
    await host.reached(2);
    host.answerNth(2);
    await again;
    expect(host.sends).to.have.length(2);
  });

  it('is a refusal when that comes late, whatever the user has said', async () => {
    await unanswered(bridge, () => ask(one, text()));
    recordOf().confirm();
    host.answerNth(1, REFUSAL);
    await eventually('the refusal', () => recordOf().phase === 'not-sent');
    expect(recordOf().isConfirmed).to.be.false;
  });

  it('takes what was older with it when the user has read it', async () => {
    const refused = ask(one, text());
    await host.reached(1);
    host.answerNth(1, REFUSAL);
    await rejection(refused, 'no-permission');
    await unanswered(bridge, () => ask(one, text()));
    recordOf().acknowledge();
    expect(bridge.recordOf(text())).to.equal(null);
  });

  it('that another customer stopped is shown where that customer is', async () => {
    host.customerId = B;
    const again = bridge.reconnect();
    await rejection(ask(one, text()), 'customer-changed');
    await again;
    expect(recordOf()).to.include({ phase: 'not-sent', addressee: `id:${A}`, found: `id:${B}` });
  });

  it('can not be acknowledged before it has ended', () => {
    void ask(one, text());
    recordOf().acknowledge();
    expect(recordOf().phase).to.equal('waiting');
  });
});

describe('the same message to the same customer', () => {
  it('asked for by another element while it is under way, is that send: one native call, an answer for both', async () => {
    const first = ask(one, text());
    await host.reached(1);
    const second = ask(other, text());
    host.answerNth(1);
    expect(await second).to.equal(await first);
    expect(host.sends).to.have.length(1);
  });

  it('is that send also when the bridge has connected again meanwhile', async () => {
    const first = ask(one, text());
    await host.reached(1);
    await turnTo(A);
    const second = ask(one, text());
    host.answerNth(1);
    expect(await second).to.equal(await first);
    expect(host.sends).to.have.length(1);
  });

  it('is not sent again while nobody knows what became of it', async () => {
    const error = await unanswered(bridge, () => ask(one, text()));
    expect(await rejection(ask(other, text()), 'timeout')).to.equal(error);
    expect(host.sends).to.have.length(1);
  });

  it("is sent again with the user's word", async () => {
    await unanswered(bridge, () => ask(one, text()));
    const again = ask(one, text(), { repeats: recordOf() });
    await host.reached(2);
    host.answerNth(2);
    await again;
    expect(recordOf().phase).to.equal('sent');
  });

  it("is sent once for two presses of the user's word", async () => {
    await unanswered(bridge, () => ask(one, text()));
    const repeats = recordOf();
    const again = [ask(one, text(), { repeats }), ask(one, text(), { repeats })];
    await host.reached(2);
    host.answerNth(2);
    await Promise.all(again);
    expect(host.sends).to.have.length(2);
  });

  it('is not repeated when the answer comes before the repeat is handed over', async () => {
    await unanswered(bridge, () => ask(one, text()));
    const repeats = recordOf();
    bridge.beforeSend = message => {
      host.answerNth(1);
      return aTimeout(10).then(() => message);
    };
    expect(await ask(one, text(), { repeats })).to.include({ outcome: 'sent' });
    expect(host.sends).to.have.length(1);
  });

  it('asked for by the page itself is sent each time', async () => {
    const sends = [bridge.send(text()), bridge.send(text())];
    await host.reached(1);
    host.answerNth(1);
    await host.reached(2);
    host.answerNth(2);
    await Promise.all(sends);
    expect(host.sends).to.have.length(2);
  });

  it('asked for before any customer was known is that send when the first one is found', async () => {
    const early = document.createElement('kf-bridge');
    early.host = host;
    early.append(document.createElement('p'));
    const place = early.firstElementChild as Element;
    document.body.append(early);
    const first = ask(place, text());
    await early.ready;
    const second = ask(place, text());
    await host.reached(1);
    host.answerNth(1);
    expect(await second).to.equal(await first);
    expect(host.sends).to.have.length(1);
    early.remove();
  });
});

describe('sends of the page beside an element', () => {
  it('that end before their turn do not let the next ones overtake', async () => {
    const first = bridge.send(text());
    await host.reached(1);
    const controller = new AbortController();
    const stopped = bridge.send(text('二'), controller);
    const third = bridge.send(text('三'));
    controller.abort();
    await rejection(stopped, 'aborted');
    await aTimeout(20);
    expect(host.sends).to.have.length(1);
    host.answerNth(1);
    await first;
    await host.reached(2);
    host.answerNth(2);
    await third;
  });

  it('do not hide that nobody knows what became of an earlier one', async () => {
    await unanswered(bridge, () => ask(one, text()));
    const controller = new AbortController();
    controller.abort();
    await rejection(bridge.send(text(), controller), 'aborted');
    expect(recordOf().phase).to.equal('unknown');
    const refused = bridge.send(text());
    await host.reached(2);
    host.answerNth(2, REFUSAL);
    await rejection(refused, 'no-permission');
    expect(recordOf().phase).to.equal('unknown');
  });

  it('that have arrived end the doubt: the next press is a send of its own', async () => {
    await unanswered(bridge, () => ask(one, text()));
    const arrived = bridge.send(text());
    await host.reached(2);
    host.answerNth(2);
    await arrived;
    expect(recordOf().phase).to.equal('sent');
    const next = ask(one, text());
    await host.reached(3);
    host.answerNth(3);
    await next;
  });

  it('that have arrived end no doubt about one that was still to come', async () => {
    const sends = [bridge.send(text()), bridge.send(text())];
    await host.reached(1);
    bridge.timeout = 60;
    host.answerNth(1);
    await sends[0];
    const error = await rejection(sends[1] as Promise<unknown>, 'timeout');
    expect(await rejection(ask(one, text()), 'timeout')).to.equal(error);
    expect(host.sends).to.have.length(2);
  });

  it('are newer than one that arrived in the same millisecond', async () => {
    const { now } = performance;
    const stopped = now.call(performance);
    performance.now = () => stopped;
    try {
      const first = bridge.send(text());
      const second = bridge.send(text());
      await host.reached(1);
      bridge.timeout = 60;
      host.answerNth(1);
      await first;
      await rejection(second, 'timeout');
      expect(recordOf().phase).to.equal('unknown');
    } finally {
      performance.now = now;
    }
  });
});

describe('a late answer', () => {
  it('that it was sent ends the doubt, for every element', async () => {
    await unanswered(bridge, () => ask(one, text()));
    await rejection(ask(other, text()), 'timeout');
    const events = [recordEvents(one), recordEvents(other)];
    host.answerNth(1);
    await aTimeout(0);
    expect(recordOf()).to.include({ phase: 'sent', isLate: true });
    expect(events.map(typesOf)).to.deep.equal([['kf-late'], ['kf-late']]);
  });

  it('that it was refused gives the reason', async () => {
    await unanswered(bridge, () => ask(one, text()));
    host.answerNth(1, REFUSAL);
    await aTimeout(0);
    expect(recordOf()).to.include({ phase: 'not-sent', isLate: true });
    expect(recordOf().error).to.include({ code: 'no-permission' });
  });

  it('that says nothing leaves it open', async () => {
    await unanswered(bridge, () => ask(one, text()));
    host.answerNth(1, {});
    await aTimeout(0);
    expect(recordOf().phase).to.equal('unknown');
  });

  it('to the first counts when its repeat was refused', async () => {
    await unanswered(bridge, () => ask(one, text()));
    const again = ask(one, text(), { repeats: recordOf() });
    await host.reached(2);
    host.answerNth(1);
    await aTimeout(0);
    host.answerNth(2, REFUSAL);
    await rejection(again, 'no-permission');
    expect(recordOf().phase).to.equal('sent');
  });
});

describe('what a bridge remembers', () => {
  it('has an end', async () => {
    const messages = Array.from({ length: 205 }, (_, n) => text(`第 ${n} 条`));
    bridge.dryRun = true;
    for (const message of messages) await bridge.send(message);
    expect(messages.filter(message => bridge.recordOf(message))).to.deep.equal(messages.slice(-200));
  });

  it('outlives the removal of the bridge', async () => {
    await unanswered(bridge, () => ask(one, text()));
    const { parentNode } = bridge;
    bridge.remove();
    await aTimeout(0);
    parentNode?.append(bridge);
    await bridge.ready;
    expect(recordOf().phase).to.equal('unknown');
  });
});

describe('a kf-send of somebody else', () => {
  it('whose respondWith throws hears of it by an event', async () => {
    const event = new CustomEvent('kf-send', { bubbles: true, cancelable: true });
    const respondWith = (): never => {
      throw new Error('no');
    };
    const events = recordEvents(one);
    one.dispatchEvent(Object.assign(event, { respondWith }));
    await aTimeout(0);
    expect(typesOf(events)).to.deep.equal(['kf-error']);
  });

  it('without a message is refused, by its code', async () => {
    for (const detail of [undefined, null, 5, {}]) {
      const event = new CustomEvent('kf-send', { bubbles: true, cancelable: true, detail });
      let answer: Promise<unknown> = Promise.resolve();
      Object.assign(event, { respondWith: (response: Promise<unknown>) => (answer = response) });
      one.dispatchEvent(event);
      expect((await rejection(answer)).code).to.match(/^invalid-/);
    }
  });

  it('without respondWith hears of it by an event', async () => {
    const events = recordEvents(one);
    one.dispatchEvent(new CustomEvent('kf-send', { bubbles: true, cancelable: true }));
    await aTimeout(0);
    expect(typesOf(events)).to.deep.equal(['kf-error']);
  });

  it('whose message throws when it is read is refused', async () => {
    const detail = {
      get message(): never {
        throw new Error('not for you');
      },
    };
    one.dispatchEvent(new CustomEvent('kf-send', { bubbles: true, cancelable: true, detail }));
    const events = recordEvents(one);
    await aTimeout(0);
    expect(typesOf(events)).to.deep.equal(['kf-error']);
  });
});

describe('a signal that can not be listened to', () => {
  it('stops the send: options that can not be read', async () => {
    const options = {
      get signal(): never {
        throw new Error('not for you');
      },
    };
    await rejection(bridge.send(text(), options), 'invalid-argument');
    expect(host.sends).to.deep.equal([]);
  });

  for (const [story, signal] of [
    ['a number', 5],
    ['an object', {}],
    [
      'one whose addEventListener throws',
      {
        aborted: false,
        addEventListener: () => {
          throw new Error('no');
        },
      },
    ],
  ] as const)
    it(`stops the send: ${story}`, async () => {
      await rejection(bridge.send(text(), { signal: signal as unknown as AbortSignal }), 'invalid-argument');
      await aTimeout(0);
      expect(host.sends).to.deep.equal([]);
    });
});
