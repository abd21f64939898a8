import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { ask, record, typesOf } from '../../../support/ask.js';
import { eventually } from '../../../support/element-page.js';
import { callsOf, inTouch } from '../../../support/in-touch.js';
import { text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

let client: SimulatedClient;
let bridge: KfBridge;
let asker: Element;
beforeEach(async () => {
  client = simulateWeCom();
  bridge = await inTouch(html`<kf-bridge><div></div></kf-bridge>`);
  bridge.timeout = 80;
  asker = bridge.firstElementChild as Element;
});
afterEach(() => client.restore());

describe('a send that the client never answers', () => {
  beforeEach(() => client.failNext('sendChatMessage', 'never'));

  it('ends with the timeout, and nobody knows', async () => {
    const error = await rejection(bridge.send(text()), 'timeout');
    expect(error.outcome).to.equal('unknown');
  });

  it('is told as an error, with what was handed over', async () => {
    const events = record(bridge);
    const error = await rejection(bridge.send({ ...text(), enterChat: true }));
    expect(typesOf(events)).to.deep.equal(['kf-error']);
    expect(events[0]?.detail).to.deep.equal({ message: text(), error });
  });

  it('is never made again by itself', async () => {
    await rejection(bridge.send(text()));
    await aTimeout(100); // as long again as it was waited for
    expect(callsOf(client)).to.equal(1);
  });

  it('does not stop the next one', async () => {
    const first = bridge.send(text('一'));
    const second = bridge.send(text('二'));
    await eventually('the first one is handed over', () => callsOf(client));
    bridge.timeout = 10_000; // for the second one
    await rejection(first, 'timeout');
    expect(await second).to.include({ outcome: 'sent' });
    expect(client.sent).to.deep.equal([text('二')]);
  });
});

describe('an answer after the timeout', () => {
  beforeEach(() => client.set({ latency: 150 }));

  it('comes as kf-late with a receipt, on the bridge that sent', async () => {
    const late = oneEvent<CustomEvent>(bridge, 'kf-late');
    await rejection(bridge.send(text()), 'timeout');
    const { detail, target } = await late;
    expect(detail.message).to.deep.equal(text());
    expect(detail.receipt).to.include({ outcome: 'sent', channel: 'wx.qy' });
    expect(detail.error).to.be.undefined;
    expect(target).to.equal(bridge);
  });

  it('comes as kf-late with an error, when the client refused', async () => {
    client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail no permission' });
    const late = oneEvent<CustomEvent>(bridge, 'kf-late');
    await rejection(bridge.send(text()), 'timeout');
    const { detail } = await late;
    expect(detail.error).to.include({ code: 'no-permission' });
    expect(detail.receipt).to.be.undefined;
  });

  it('comes to the element that asked', async () => {
    const late = oneEvent<CustomEvent>(asker, 'kf-late');
    await rejection(ask(asker, text()), 'timeout');
    const { target, bubbles, composed } = await late;
    expect({ target, bubbles, composed }).to.deep.equal({ target: asker, bubbles: true, composed: true });
  });

  it('is told once, and changes nothing of what was told before', async () => {
    const events = record(bridge);
    await rejection(bridge.send(text()), 'timeout');
    await eventually('the late answer', () => events.length > 1);
    await aTimeout(0);
    expect(typesOf(events)).to.deep.equal(['kf-error', 'kf-late']);
  });
});

describe('the timeout', () => {
  it('counts from the native call, not from the place in the queue', async () => {
    client.set({ latency: 300 });
    bridge.timeout = 700;
    const receipts = await Promise.all(['一', '二', '三'].map(content => bridge.send(text(content))));
    expect(receipts.map(({ outcome }) => outcome)).to.deep.equal(['sent', 'sent', 'sent']);
  });

  it('may be longer than a timer can count: it does not end at once', async () => {
    client.set({ latency: 40 });
    bridge.timeout = 1e12;
    expect(await bridge.send(text())).to.include({ outcome: 'sent' });
  });

  it('can be changed while the bridge runs', async () => {
    client.set({ latency: 120 });
    bridge.timeout = 5000;
    expect(await bridge.send(text())).to.include({ outcome: 'sent' });
  });

  for (const nonsense of ['0', '-5', 'soon', ''])
    it(`is the default for '${nonsense}'`, () => {
      bridge.setAttribute('timeout', nonsense);
      expect(bridge.timeout).to.equal(10_000);
    });
});
