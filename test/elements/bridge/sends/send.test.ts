import { aTimeout, expect, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfErrorCode } from '../../../../src/core/index.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import menuMessage from '../../../fixtures/menu-message.json' with { type: 'json' };
import { record, typesOf } from '../../../support/ask.js';
import { deepFreeze } from '../../../support/deep-freeze.js';
import { callsOf, inTouch } from '../../../support/in-touch.js';
import { click, menu, MSGTYPES, product, text, VALID } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

let client: SimulatedClient;
let bridge: KfBridge;
beforeEach(async () => {
  client = simulateWeCom();
  bridge = await inTouch(html`<kf-bridge></kf-bridge>`);
});
afterEach(() => client.restore());

describe('bridge.send()', () => {
  for (const msgtype of MSGTYPES)
    it(`sends a ${msgtype}, exactly as it was`, async () => {
      await bridge.send(deepFreeze(VALID[msgtype]()));
      expect(client.sent).to.deep.equal([VALID[msgtype]()]);
    });

  it("sends the platform's own example", async () => {
    const { msgmenu } = menuMessage;
    await bridge.send(menuMessage as never);
    expect(client.sent).to.deep.equal([{ msgtype: 'msgmenu', msgmenu }]);
  });

  it('gives a receipt', async () => {
    const receipt = await bridge.send(text());
    expect(receipt).to.have.all.keys('outcome', 'channel', 'elapsed', 'raw', 'warnings');
    expect(receipt).to.deep.include({ outcome: 'sent', channel: 'wx.qy', warnings: [] });
    expect(receipt.elapsed).to.be.within(0, 5000);
    expect(receipt.raw).to.include({ errMsg: 'qy__sendChatMessage:ok' });
  });

  it('notes in the receipt what was noticed', async () => {
    const { warnings } = await bridge.send(product({ sellingPrice: '0' }));
    expect(warnings.map(({ code }) => code)).to.deep.equal(['price-suspect']);
  });

  it('sends one message for one call', async () => {
    await bridge.send(text());
    await aTimeout(20);
    expect(callsOf(client)).to.equal(1);
  });

  it('takes the message as it is at the moment of the call', async () => {
    const message = text('您好');
    const receipt = bridge.send(message);
    message.text.content = '改了';
    await receipt;
    expect(client.sent).to.deep.equal([text('您好')]);
  });

  for (const options of [undefined, null, 5, {}, { signal: undefined }, { signal: null }])
    it(`gives a promise whatever its options are: ${JSON.stringify(options) ?? 'undefined'}`, async () => {
      let sending: unknown;
      expect(() => (sending = bridge.send(text(), options as never))).not.to.throw();
      expect(await sending).to.include({ outcome: 'sent' });
    });
});

const REPLIES: [code: KfErrorCode, reply: Record<string, unknown>, outcome: string][] = [
  ['refused', { err_msg: 'sendChatMessage:fail' }, 'not-sent'],
  ['no-permission', { errmsg: 'fail_no permission' }, 'not-sent'],
  ['no-context', { err_msg: 'sendChatMessage:fail without context of external contact' }, 'not-sent'],
  ['unsupported-msgtype', { err_msg: 'sendChatMessage:fail unsupported msgtype' }, 'not-sent'],
  ['no-answer', {}, 'unknown'],
];

describe('a refusal of the client', () => {
  for (const [code, reply, outcome] of REPLIES)
    it(`rejects with ${code} and the client's own words: ${JSON.stringify(reply)}`, async () => {
      client.failNext('sendChatMessage', reply);
      const error = await rejection(bridge.send(text()), code);
      expect(error).to.include({ outcome });
      expect(error.raw).to.deep.include(reply);
    });
});

describe('the outcome of bridge.send()', () => {
  it('is kf-sent on the bridge, with what was handed over', async () => {
    const events = record(bridge);
    const receipt = await bridge.send({ ...text(), enterChat: true });
    expect(typesOf(events)).to.deep.equal(['kf-sent']);
    expect(events[0]?.detail).to.deep.equal({ message: text(), receipt });
    expect(events[0]?.target).to.equal(bridge);
  });

  it("is kf-cancel when the user cancelled, who needs no error's red", async () => {
    client.failNext('sendChatMessage', 'cancel');
    const events = record(bridge);
    await rejection(bridge.send(text()), 'cancelled');
    expect(typesOf(events)).to.deep.equal(['kf-cancel']);
    expect(events[0]?.detail).to.deep.equal({ message: text() });
  });

  it('is kf-cancel for a "fail cancel", too', async () => {
    client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail cancel' });
    const events = record(bridge);
    await rejection(bridge.send(text()), 'cancelled');
    expect(typesOf(events)).to.deep.equal(['kf-cancel']);
  });

  it('is kf-error otherwise, with the same error', async () => {
    client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail' });
    const events = record(bridge);
    const error = await rejection(bridge.send(text()), 'refused');
    expect(typesOf(events)).to.deep.equal(['kf-error']);
    expect(events[0]?.detail).to.deep.equal({ message: text(), error });
  });

  it('is kf-error for an invalid message, which no client has seen', async () => {
    const events = record(bridge);
    await rejection(bridge.send(menu(click(''))), 'invalid-message');
    expect(typesOf(events)).to.deep.equal(['kf-error']);
    expect(callsOf(client)).to.equal(0);
  });

  it('can be heard anywhere around', async () => {
    const events = record(document);
    await bridge.send(text());
    expect(events.map(({ type, bubbles, composed }) => [type, bubbles, composed])).to.deep.equal([
      ['kf-sent', true, true],
    ]);
  });

  it('is told once', async () => {
    const events = record(bridge);
    await bridge.send(text());
    await aTimeout(20);
    expect(events).to.have.length(1);
  });
});
