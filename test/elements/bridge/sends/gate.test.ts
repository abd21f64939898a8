import { expect, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { ChatMessage, KfErrorCode, Platform } from '../../../../src/core/index.js';
import { simulateWeCom, type SimulatedClient, type SimulatorOptions } from '../../../../src/simulator/index.js';
import { callsOf, inTouch } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { click, menu, product, text, VALID } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

let client: SimulatedClient | undefined;
afterEach(() => client?.restore());

/** Sends from such a client, expects to be stopped with `code`, and that the client was not bothered. */
async function isStopped(options: SimulatorOptions, message: ChatMessage, code: KfErrorCode): Promise<void> {
  client = simulateWeCom(options);
  const bridge = await inTouch(html`<kf-bridge></kf-bridge>`);
  const error = await rejection(bridge.send(message), code);
  expect(error.outcome).to.equal('not-sent');
  expect(callsOf(client)).to.equal(0);
}

const ENTRIES = ['single_chat_tools', 'group_chat_tools', 'contact_profile', 'chat_attachment', 'normal'];

describe('a message that this client cannot send', () => {
  for (const entry of ENTRIES) {
    it(`is stopped: a menu from ${entry}`, () => isStopped({ entry }, menu(click()), 'wrong-entry'));
    it(`is stopped: a product from ${entry}`, () => isStopped({ entry }, product(), 'wrong-entry'));
  }

  it('is stopped: a menu on mac', () =>
    isStopped({ platform: 'mac', version: '9.9.9' }, menu(click()), 'unsupported-platform'));

  for (const [platform, version, message] of [
    ['ios', '3.1.11', menu(click())],
    ['android', '3.1.11', menu(click())],
    ['windows', '3.1.19', menu(click())],
    ['mac', '4.1.5', product()],
    ['mac', '4.1.25', VALID.miniprogram()],
  ] as [Platform, string, ChatMessage][])
    it(`is stopped: ${message.msgtype} on ${platform} ${version}`, () =>
      isStopped({ platform, version }, message, 'client-too-old'));
});

describe('a message that this client can send', () => {
  for (const [platform, version, message] of [
    ['ios', '3.1.12', menu(click())],
    ['android', '3.1.12', menu(click())],
    ['windows', '3.1.20', menu(click())],
    ['mac', '4.1.6', product()],
    ['ios', '4.1.6', product()],
  ] as [Platform, string, ChatMessage][])
    it(`goes out: ${message.msgtype} on ${platform} ${version}`, async () => {
      client = simulateWeCom({ platform, version });
      const bridge = await inTouch(html`<kf-bridge></kf-bridge>`);
      await bridge.send(message);
      expect(client.sent).to.deep.equal([message]);
    });

  it('goes out from another entry, if it is text', async () => {
    client = simulateWeCom({ entry: 'single_chat_tools' });
    const bridge = await inTouch(html`<kf-bridge></kf-bridge>`);
    await bridge.send(text());
    expect(client.sent).to.deep.equal([text()]);
  });

  for (const facts of [{}, { platform: 'windows' }, { version: '1.0.0' }] as const)
    it(`goes out when no more is known than ${JSON.stringify(facts)}`, async () => {
      const host = new ManualHost(facts);
      const bridge = await inTouch(html`<kf-bridge .host=${host}></kf-bridge>`);
      const receipt = bridge.send(menu(click()));
      await host.reached(1);
      host.answer();
      expect(await receipt).to.include({ outcome: 'sent' });
    });
});

describe('a message with several things against it', () => {
  it('is invalid first', () => isStopped({ entry: 'normal' }, menu(click('')), 'invalid-message'));

  it('comes from the wrong entry second', () =>
    isStopped({ entry: 'normal', platform: 'mac', version: '1.0.0' }, menu(click()), 'wrong-entry'));

  it('is on the wrong platform third', () =>
    isStopped({ platform: 'mac', version: '1.0.0' }, menu(click()), 'unsupported-platform'));

  it('is for another customer last', async () => {
    client = simulateWeCom({ version: '1.0.0' });
    const bridge = await inTouch(html`<kf-bridge check-customer></kf-bridge>`);
    client.set({ customerId: 'wm2' });
    const asked = callsOf(client, 'getCurExternalContact');
    await rejection(bridge.send(menu(click())), 'client-too-old');
    expect(callsOf(client, 'getCurExternalContact')).to.equal(asked);
  });
});

describe('an invalid message', () => {
  it('is refused with all its issues, though there is no client', async () => {
    const bridge = document.createElement('kf-bridge');
    const error = await rejection(bridge.send(menu(click(''), click(''))), 'invalid-message');
    expect(error.issues?.map(({ code }) => code)).to.deep.equal(['too-short', 'too-short']);
  });

  for (const nonsense of [undefined, null, 5, 'text', []])
    it(`may be ${JSON.stringify(nonsense) ?? 'undefined'}`, async () => {
      const bridge = document.createElement('kf-bridge');
      await rejection(bridge.send(nonsense as never), 'invalid-message');
    });
});
