import { chat } from '../../support/chat.js';
import { A, B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { text } from '../../support/messages.js';
import { goes, Outcome, panel } from '../presses/page-asking.js';

beforeEach(asOnNewPage);
const quiet = (): void => undefined;

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
