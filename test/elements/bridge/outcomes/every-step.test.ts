import { expect } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { ask } from '../../../support/ask.js';
import { bridgeTo } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

/** Takes every message at once. */
class QuickHost extends ManualHost {
  override invoke(api: string, params: object): Promise<unknown> {
    const reply = super.invoke(api, params);
    this.answer();
    return reply;
  }
}

let host: QuickHost;
let bridge: KfBridge;
beforeEach(async () => {
  host = new QuickHost();
  bridge = await bridgeTo(host);
});

interface Begun {
  readonly steps: number;
  readonly sending: Promise<unknown>;
  /** How many messages had reached the client before. */
  readonly before: number;
}

/** Asks for a message again and again, and stops one step later each time, until the client has it by then. */
async function* everyStep(): AsyncGenerator<Begun> {
  for (let steps = 0, isOver = false; !isOver; steps++) {
    const before = host.sends.length;
    const sending = ask(bridge.querySelector('p')!, text(`${steps}`));
    for (let n = 0; n < steps; n++) await null;
    isOver = host.sends.length > before;
    yield { steps, sending, before };
  }
}

/** What has reached the client since, when something else has been sent behind it. */
async function sentSince(before: number): Promise<unknown[]> {
  await bridge.send(text('something else'));
  return host.sends.slice(before, -1);
}

describe('a send', () => {
  for (const [story, happen] of [
    ['the bridge connects again', () => void bridge.reconnect()],
    ['the bridge is put somewhere else', () => bridge.parentNode?.append(bridge)],
  ] as const)
    it(`is one call, at whichever step ${story}`, async () => {
      for await (const { steps, sending, before } of everyStep()) {
        happen();
        expect(await sending).to.include({ outcome: 'sent' });
        expect(await sentSince(before)).to.deep.equal([text(`${steps}`)]);
      }
    });

  for (const [story, happen] of [
    ['unnoticed', () => undefined],
    ['and the bridge connects again', () => void bridge.reconnect()],
  ] as const)
    it(`is one call or none, as it says, at whichever step another customer comes, ${story}`, async () => {
      for await (const { steps, sending, before } of everyStep()) {
        host.customerId += '-other';
        happen();
        const isSent = await sending.then(
          () => true,
          () => rejection(sending, 'customer-changed').then(() => false),
        );
        await bridge.reconnect();
        expect(await sentSince(before)).to.deep.equal(isSent ? [text(`${steps}`)] : []);
      }
    });
});
