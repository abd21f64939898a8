import { aTimeout, expect, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { ChatMessage } from '../../../../src/core/index.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { ask, record, typesOf } from '../../../support/ask.js';
import { callsOf, inTouch } from '../../../support/in-touch.js';
import { click, menu, page, product, text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

let client: SimulatedClient;
let bridge: KfBridge;
beforeEach(async () => {
  client = simulateWeCom({ entry: 'single_kf_tools' });
  bridge = await inTouch(html`<kf-bridge><div></div></kf-bridge>`);
});
afterEach(() => client.restore());

/** The send is stopped with `stopped`, and the client was not called. */
const isStopped = async (sending: Promise<unknown> = bridge.send(text())): Promise<void> => {
  expect(await rejection(sending, 'stopped')).to.include({ outcome: 'not-sent' });
  expect(callsOf(client)).to.equal(0);
};

describe('beforeSend', () => {
  it('is given the message, the context and details', async () => {
    const seen: unknown[] = [];
    bridge.beforeSend = (message, context, details) => {
      seen.push(message, context, typeof details);
      return message;
    };
    await bridge.send(text());
    expect(seen).to.deep.equal([text(), bridge.context, 'object']);
  });

  it('is asked for elements, too', async () => {
    bridge.beforeSend = () => false;
    await isStopped(ask(bridge.firstElementChild as Element, text()));
  });

  it('may let the message pass', async () => {
    bridge.beforeSend = message => message;
    expect(await bridge.send(text())).to.include({ outcome: 'sent' });
    expect(client.sent).to.deep.equal([text()]);
  });

  it('may say yes later', async () => {
    bridge.beforeSend = message => aTimeout(20).then(() => message);
    expect(await bridge.send(text())).to.include({ outcome: 'sent' });
  });

  it('may give another message, which the outcome then names', async () => {
    bridge.beforeSend = () => text('改了');
    const events = record(bridge);
    await bridge.send(text());
    expect(client.sent).to.deep.equal([text('改了')]);
    expect(events[0]?.detail.message).to.deep.equal(text('改了'));
  });

  it('may write into the message that it was given', async () => {
    const original = text();
    bridge.beforeSend = message => Object.assign(message, { text: { content: '改了' } });
    await bridge.send(original);
    expect(client.sent).to.deep.equal([text('改了')]);
    expect(original).to.deep.equal(text());
  });

  it('is not asked about a message that cannot go out', async () => {
    let asked = false;
    bridge.beforeSend = message => {
      asked = true;
      return message;
    };
    await rejection(bridge.send(menu(click(''))), 'invalid-message');
    client.set({ entry: 'normal' });
    await bridge.reconnect();
    await rejection(bridge.send(product()), 'wrong-entry');
    expect(asked).to.be.false;
  });

  it('is asked about each message in its turn', async () => {
    const asked: ChatMessage[] = [];
    bridge.beforeSend = message => {
      asked.push(message);
      expect(client.sent).to.have.length(asked.length - 1);
      return message;
    };
    await Promise.all([bridge.send(text('一')), bridge.send(text('二'))]);
    expect(asked).to.deep.equal([text('一'), text('二')]);
  });

  it('repeats no warning', async () => {
    bridge.beforeSend = message => message;
    const { warnings } = await bridge.send(menu(page('pages/index')));
    expect(warnings.map(({ code }) => code)).to.deep.equal(['page-suffix']);
  });
});

describe('beforeSend stops the send', () => {
  it('with false', async () => {
    bridge.beforeSend = () => false;
    await isStopped();
  });

  it('with false that comes later', async () => {
    bridge.beforeSend = () => Promise.resolve(false);
    await isStopped();
  });

  it('by throwing, and the reason is kept', async () => {
    const cause = new Error('no money');
    bridge.beforeSend = () => {
      throw cause;
    };
    expect(await rejection(bridge.send(text()), 'stopped')).to.include({ cause });
    await isStopped();
  });

  it('by rejecting', async () => {
    bridge.beforeSend = () => Promise.reject(new Error('no money'));
    await isStopped();
  });

  it('by not answering within the timeout', async () => {
    bridge.timeout = 80;
    bridge.beforeSend = () => new Promise(() => undefined);
    await isStopped();
  });

  it('for good: a yes after the timeout sends nothing', async () => {
    bridge.timeout = 40;
    let answer!: (message: ChatMessage) => void;
    bridge.beforeSend = () => new Promise(resolve => (answer = resolve));
    await isStopped();
    answer(text());
    await aTimeout(0);
    expect(callsOf(client)).to.equal(0);
  });

  it('and only this one', async () => {
    bridge.beforeSend = message => ('text' in message && message.text.content === '一' ? false : message);
    const [first, second] = [bridge.send(text('一')), bridge.send(text('二'))];
    await rejection(first, 'stopped');
    expect(await second).to.include({ outcome: 'sent' });
  });

  it('with one kf-error', async () => {
    bridge.beforeSend = () => false;
    const events = record(bridge);
    await isStopped();
    expect(typesOf(events)).to.deep.equal(['kf-error']);
  });
});

describe('what beforeSend gives instead', () => {
  it('is checked', async () => {
    bridge.beforeSend = () => text('');
    await rejection(bridge.send(text()), 'invalid-message');
    expect(callsOf(client)).to.equal(0);
  });

  it('may be a msgtype that this client cannot send: that is checked, too', async () => {
    client.set({ entry: 'normal' });
    await bridge.reconnect();
    bridge.beforeSend = () => product();
    await rejection(bridge.send(text()), 'wrong-entry');
    expect(callsOf(client)).to.equal(0);
  });

  for (const nonsense of [undefined, null, true, 'yes'])
    it(`must be a message, not ${String(nonsense)}`, async () => {
      bridge.beforeSend = () => nonsense as never;
      expect(await rejection(bridge.send(text()))).to.include({ outcome: 'not-sent' });
      expect(callsOf(client)).to.equal(0);
    });
});
