import { aTimeout, expect, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { record, typesOf } from '../../../support/ask.js';
import { inTouch } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { click, menu, text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

let host: ManualHost;
let bridge: KfBridge;
let controller: AbortController;
beforeEach(async () => {
  host = new ManualHost();
  controller = new AbortController();
  bridge = await inTouch(html`<kf-bridge .host=${host}></kf-bridge>`);
});

const send = (message = text()): ReturnType<KfBridge['send']> => bridge.send(message, controller);

describe('a signal before the native call', () => {
  it('stops a send that was aborted from the start', async () => {
    controller.abort();
    const error = await rejection(send(), 'aborted');
    expect(error.outcome).to.equal('not-sent');
    expect(host.sends).to.deep.equal([]);
  });

  it('stops a send that has just been called', async () => {
    const sending = send();
    controller.abort();
    const error = await rejection(sending, 'aborted');
    expect(error.outcome).to.equal('not-sent');
    await aTimeout(0);
    expect(host.sends).to.deep.equal([]);
  });

  it('stops a send that waits for its turn, at once', async () => {
    const first = bridge.send(text('一'));
    const second = send(text('二'));
    await host.reached(1);
    controller.abort();
    expect(await rejection(second, 'aborted')).to.include({ outcome: 'not-sent' });
    host.answer();
    await first;
    await aTimeout(0);
    expect(host.sends).to.deep.equal([text('一')]);
  });

  it('stops a send that waits for the page', async () => {
    let decide!: (message: ReturnType<typeof text>) => void;
    bridge.beforeSend = () => new Promise(resolve => (decide = resolve));
    const sending = send();
    await aTimeout(0);
    controller.abort();
    expect(await rejection(sending, 'aborted')).to.include({ outcome: 'not-sent' });
    decide(text());
    await aTimeout(0);
    expect(host.sends).to.deep.equal([]);
  });

  it('stops a send that waits for a client', async () => {
    const alone = document.createElement('kf-bridge');
    const sending = alone.send(text(), controller);
    controller.abort();
    expect(await rejection(sending, 'aborted')).to.include({ outcome: 'not-sent' });
  });

  it('is told as an error on the bridge', async () => {
    const events = record(bridge);
    controller.abort();
    const error = await rejection(send());
    expect(typesOf(events)).to.deep.equal(['kf-error']);
    expect(events[0]?.detail.error).to.equal(error);
  });
});

describe('a signal after the native call', () => {
  const abortUnderWay = async (): Promise<void> => {
    const sending = send();
    await host.reached(1);
    controller.abort();
    expect(await rejection(sending, 'aborted')).to.include({ outcome: 'unknown' });
  };

  it('stops the waiting, and nobody knows', abortUnderWay);

  it('cannot take the message back: the answer comes as kf-late', async () => {
    const events = record(bridge);
    await abortUnderWay();
    host.answer();
    await aTimeout(0);
    expect(typesOf(events)).to.deep.equal(['kf-error', 'kf-late']);
    expect(events[1]?.detail.receipt).to.include({ outcome: 'sent' });
  });

  it('keeps the next send waiting for the answer', async () => {
    await abortUnderWay();
    const next = bridge.send(text('二'));
    await aTimeout(0);
    expect(host.sends).to.have.length(1);
    host.answer();
    await host.reached(2);
    host.answer();
    expect(await next).to.include({ outcome: 'sent' });
  });

  it('invents no answer where the client stays silent', async () => {
    bridge.timeout = 80;
    const events = record(bridge);
    await abortUnderWay();
    await aTimeout(120);
    expect(typesOf(events)).to.deep.equal(['kf-error']);
  });

  it('is followed by one late answer, however late it is', async () => {
    bridge.timeout = 80;
    const events = record(bridge);
    await abortUnderWay();
    await aTimeout(120);
    host.answer();
    await aTimeout(0);
    expect(typesOf(events)).to.deep.equal(['kf-error', 'kf-late']);
  });
});

describe('a signal in the same breath as the answer', () => {
  for (let microtasks = 0; microtasks < 30; microtasks++)
    it(`loses nothing: ${microtasks} microtasks after it`, async () => {
      const events = record(bridge);
      const sending = send().catch(() => undefined);
      await host.reached(1);
      host.answer();
      for (let left = microtasks; left > 0; left--) await undefined;
      controller.abort();
      await sending;
      await aTimeout(0);
      expect(typesOf(events).sort().join(', ')).to.be.oneOf(['kf-sent', 'kf-error, kf-late']);
    });
});

describe('a signal after the answer', () => {
  it('changes nothing', async () => {
    const events = record(bridge);
    const sending = send();
    await host.reached(1);
    host.answer();
    expect(await sending).to.include({ outcome: 'sent' });
    controller.abort();
    await aTimeout(0);
    expect(typesOf(events)).to.deep.equal(['kf-sent']);
  });

  it('changes nothing of an invalid message', async () => {
    const sending = send(menu(click('')) as never);
    controller.abort();
    await rejection(sending, 'invalid-message');
  });
});
