import { expect } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { SendRecord } from '../../../../src/events/send-record.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { ask } from '../../../support/ask.js';
import { eventually } from '../../../support/element-page.js';
import { heldBack } from '../../../support/held-back.js';
import { bridgeTo, unanswered } from '../../../support/in-touch.js';
import { text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';
import { sendBehind } from '../send-behind.js';
import { ManualHost } from '../../../support/manual-host.js';

let host: ManualHost;
let bridge: KfBridge;
let element: Element;
let doubt: SendRecord;
beforeEach(async () => {
  host = new ManualHost();
  bridge = await bridgeTo(host);
  element = bridge.querySelector('p')!;
  await unanswered(bridge, () => ask(element, text()));
  doubt = bridge.recordOf(text())!;
});

const askAgain = (): Promise<unknown> => ask(element, text(), { repeats: doubt });
const phase = (): string | undefined => bridge.recordOf(text())?.phase;

/** The client says late that the first one was sent. */
async function arrives(): Promise<void> {
  host.answerNth(1);
  await eventually('the late answer', () => doubt.phase === 'sent');
}

describe('a late answer that the message was sent', () => {
  it('is shown also when the user has read that its repeat was stopped', async () => {
    const { customerId } = host;
    host.customerId = `${customerId}-other`;
    await rejection(askAgain(), 'customer-changed');
    bridge.recordOf(text())?.acknowledge();
    host.customerId = customerId;
    await arrives();
    expect(phase()).to.equal('sent');
  });

  it('is shown when it comes while the page asks about the repeat, and the user says no then', async () => {
    const asked = heldBack(bridge);
    const repeat = askAgain();
    const answer = await asked;
    await arrives();
    answer(false);
    await rejection(repeat, 'stopped');
    expect(phase()).to.equal('sent');
  });

  it('is shown when the repeat finds another customer afterwards', async () => {
    const asked = heldBack(bridge);
    const repeat = askAgain();
    const answer = await asked;
    await arrives();
    host.customerId += '-other';
    answer(true);
    await rejection(repeat, 'customer-changed');
    expect(phase()).to.equal('sent');
  });

  it('makes the call of a press needless that still waits, after a repeat that was stopped', async () => {
    bridge.beforeSend = () => false;
    await rejection(askAgain(), 'stopped');
    const asked = heldBack(bridge);
    const press = ask(element, text());
    const answer = await asked;
    await arrives();
    answer(true);
    await sendBehind(1, host, bridge);
    expect(await press).to.include({ outcome: 'sent' });
  });
});
