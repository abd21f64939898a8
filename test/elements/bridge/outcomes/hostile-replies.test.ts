import { aTimeout, expect, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { record, typesOf } from '../../../support/ask.js';
import { inTouch } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const trap = (): object =>
  Object.defineProperty({}, 'errMsg', {
    get() {
      throw new Error('a trap');
    },
  });

describe('a reply that is none', () => {
  let host: ManualHost;
  let bridge: KfBridge;
  const unhandled: unknown[] = [];
  const note = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    unhandled.push(event.reason);
  };
  beforeEach(async () => {
    unhandled.length = 0;
    window.addEventListener('unhandledrejection', note);
    host = new ManualHost();
    bridge = await inTouch(html`<kf-bridge timeout="1000" .host=${host}></kf-bridge>`);
  });
  afterEach(() => window.removeEventListener('unhandledrejection', note));

  for (const [story, reply] of [
    ['null', () => null],
    ['an empty object', () => ({})],
    ['an empty text', () => ''],
    ['a number', () => 0],
    ['true', () => true],
    ['a list', () => ['sendChatMessage:ok']],
    ['a function', () => () => 'sendChatMessage:ok'],
    ['a symbol', () => Symbol('ok')],
    ['an object without a prototype', () => Object.create(null) as object],
    ['a text that is no text', () => ({ err_msg: 0, errMsg: {}, errmsg: ['ok'] })],
    ['an object that can no longer be read', revoked],
    ['an object that throws when it is read', trap],
  ] as [string, () => unknown][])
    it(`leaves it open whether the message is out: ${story}`, async () => {
      const events = record(bridge);
      const sending = rejection(bridge.send(text()));
      await host.reached(1);
      host.answer(reply());
      const error = await Promise.race([sending, aTimeout(200)]);
      expect(error, 'told at once').to.include({ outcome: 'unknown' });
      expect(typesOf(events)).to.deep.equal(['kf-error']);
      await aTimeout(0);
      expect(unhandled).to.deep.equal([]);
      const next = bridge.send(text());
      await host.reached(2);
      host.answer();
      expect(await next).to.include({ outcome: 'sent' });
    });

  for (const word of ['sendChatMessage:ok', 'sendChatMessage:OK', 'sendChatMessage: ok', 'ok'])
    it(`is not ${JSON.stringify(word)}, which is success`, async () => {
      const sending = bridge.send(text());
      await host.reached(1);
      host.answer({ err_msg: word });
      expect(await sending).to.include({ outcome: 'sent' });
    });

  for (const [word, outcome] of [
    ['sendChatMessage:fail invalid token', 'not-sent'],
    ['ok:fail', 'not-sent'],
    ['sendChatMessage:okay', 'unknown'],
    ['sendChatMessage:not ok', 'unknown'],
  ])
    it(`is not success because of its letters: ${JSON.stringify(word)}`, async () => {
      const sending = bridge.send(text());
      await host.reached(1);
      host.answer({ err_msg: word });
      expect(await rejection(sending)).to.include({ outcome });
    });
});
