import { expect, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { Platform } from '../../../../src/core/index.js';
import { inTouch } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { text } from '../../../support/messages.js';
import type { Receipt } from '../../../../src/events/send-record.js';

const asked = { ...text(), enterChat: true };

/** Sends `message` through a client like this; gives what arrived and the receipt. */
async function through(
  facts: { platform?: Platform; version?: string },
  message = asked,
): Promise<[arrived: unknown, codes: string[]]> {
  const host = new ManualHost(facts);
  const bridge = await inTouch(html`<kf-bridge .host=${host}></kf-bridge>`);
  const sending: Promise<Receipt> = bridge.send(message);
  await host.reached(1);
  host.answer();
  const { warnings } = await sending;
  return [host.sends[0], warnings.map(({ code, path }) => `${code} at ${path.join('.')}`)];
}

describe('going into the chat after sending', () => {
  for (const facts of [
    { platform: 'ios', version: '3.1.10' },
    { platform: 'android', version: '3.1.10' },
    { platform: 'android', version: '5.0.6' },
    { platform: 'ios' },
    { platform: 'android' },
    {},
    { version: '3.0.0' },
  ] as { platform?: Platform; version?: string }[])
    it(`is passed on to ${facts.platform ?? 'an unknown platform'} ${facts.version ?? ''}`, async () => {
      expect(await through(facts)).to.deep.equal([asked, []]);
    });

  for (const facts of [
    { platform: 'ios', version: '3.1.9' },
    { platform: 'android', version: '3.1.9' },
    { platform: 'windows', version: '5.0.8' },
    { platform: 'mac', version: '5.0.8' },
    { platform: 'windows' },
  ] as { platform: Platform; version?: string }[])
    it(`is left out for ${facts.platform} ${facts.version ?? ''}, with a warning`, async () => {
      expect(await through(facts)).to.deep.equal([text(), ['enter-chat-ignored at enterChat']]);
    });

  it('is not worth a word where it was not asked for', async () => {
    const windows = { platform: 'windows', version: '5.0.8' } as const;
    expect(await through(windows, { ...text(), enterChat: false })).to.deep.equal([text(), []]);
  });
});
