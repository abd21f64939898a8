import { chat } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { A, B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { text } from '../../support/messages.js';
import { goes, Outcome, panel, told } from '../presses/page-asking.js';

beforeEach(asOnNewPage);
const quiet = (): void => undefined;

describe('a page that connects again at visibilitychange and at focus, and greets after the second one (await bridge.reconnect(); send())', () => {
  for (const time of [0, 300])
    it(`B was found by the first one ${time} ms before: it goes to B`, async () => {
      const { element, bridge } = await panel();
      const outcome = new Outcome();
      chat.customerId = B;
      await bridge.reconnect();
      await told();
      stopClock(time);
      await bridge.reconnect();
      outcome.of(element.send());
      await goes(outcome);
    });
});

describe('a page that stops at kf-ready what was for A (AbortController), and greets B there', () => {
  it('it goes to B', async () => {
    const { element, bridge } = await panel();
    const outcome = new Outcome();
    const controller = new AbortController();
    bridge.send(text(`给 ${A}`), { signal: controller.signal }).catch(quiet);
    await chat.reached(1);
    bridge.addEventListener('kf-ready', async () => {
      controller.abort();
      await element.updateComplete; // nextTick
      outcome.of(element.send());
    });
    chat.customerId = B;
    void bridge.reconnect().catch(quiet);
    await eventually('asked', () => outcome.text);
    chat.answer();
    await goes(outcome, 1);
  });
});

describe("a page that makes its panel anew for B, bridge and all, while A's send still waits for its server (beforeSend), and greets B at kf-ready", () => {
  it('it goes to B', async () => {
    const make = chat.rebuilding();
    const first = make();
    await first.bridge.ready;
    stopClock(5000);
    first.bridge.beforeSend = () => new Promise(quiet);
    first.element.send().catch(quiet);
    await told();
    chat.customerId = B;
    const second = make();
    const outcome = new Outcome();
    second.bridge.addEventListener('kf-ready', () => outcome.of(second.element.send()));
    await eventually('asked', () => outcome.text);
    await goes(outcome);
  });
});
