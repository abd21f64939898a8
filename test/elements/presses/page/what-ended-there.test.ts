import { aTimeout } from '@open-wc/testing';
import '../../../../src/kf-product-card.js';
import type { KfProductList } from '../../../../src/kf-product-list.js';
import { chat } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { A, B } from '../../../support/customers.js';
import { eventually } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { text } from '../../../support/messages.js';
import { asking, both, cardOf, goes, Outcome, panel, pressCard, refused, told } from '../page-asking.js';

beforeEach(asOnNewPage);

describe('an agent who looks into B’s chat for 700 ms (A→B→A)', () => {
  it("the page's button is pressed in B's chat, where B has been for 600 ms; the server answers 300 ms later, in A's: nothing goes to A", async () => {
    const { element, bridge } = await panel();
    const { outcome, go, pressIt } = asking(() => element.send());
    await chat.open(bridge, B);
    await told();
    stopClock(600);
    await pressIt();
    stopClock(100);
    await chat.open(bridge, A);
    await told();
    stopClock(200);
    go();
    await eventually('asked', () => outcome.text);
    await refused(outcome);
  });

  it("B's greeting, for which the page asks its server at kf-ready, and which comes in A's chat: nothing goes to A", async () => {
    const { element, bridge } = await panel();
    const outcome = new Outcome();
    let go = (): void => undefined;
    bridge.addEventListener(
      'kf-ready',
      () => void new Promise<void>(resolve => (go = resolve)).then(() => outcome.of(element.send())),
      { once: true },
    );
    await chat.open(bridge, B);
    await told();
    stopClock(600);
    await chat.open(bridge, A);
    await told();
    stopClock(200);
    go();
    await eventually('asked', () => outcome.text);
    await refused(outcome);
  });
});

describe("what has ended in B's chat lets everything through", () => {
  for (const [what, reply] of [
    ['is out', undefined],
    ['is refused by the client: nothing has been sent there', { err_msg: 'sendChatMessage:fail_no permission' }],
  ] as const)
    it(`pressed in A's chat; the page's automatic greeting at kf-ready ${what}; then the server answers the press: nothing of that goes to B`, async () => {
      const { element, bridge } = await panel();
      const list = bridge.querySelector('kf-product-list')!;
      const { outcome, go, pressIt } = asking(() => list.send(`p1${A}`));
      bridge.addEventListener('kf-ready', () => void element.send().catch(() => undefined));
      await pressIt();
      stopClock(100);
      await chat.open(bridge, B);
      await chat.reached(1); // the greeting
      stopClock(100);
      chat.answer(reply);
      await told();
      stopClock(200);
      go();
      await eventually('asked', () => outcome.text);
      await refused(outcome, 1);
    });

  for (const how of ['is out', 'is prevented by the page, which asks its user first (kf-send): nothing has gone'])
    it(`pressed in A's chat, the server takes 900 ms; meanwhile, in B's, a card's own 发送 is pressed after 600 ms, which ${how}: the press in A's does not go to B`, async () => {
      const { element, bridge, card } = await both(`gate${how.length}${A}`);
      const isOut = how === 'is out';
      let isAsked = false;
      card.addEventListener('kf-send', event => {
        isAsked = true;
        if (!isOut) event.preventDefault();
      });
      const { outcome, go, pressIt } = asking(() => element.send());
      await pressIt();
      stopClock(100);
      await chat.open(bridge, B);
      await told();
      stopClock(600);
      await pressCard(card);
      await eventually('asked', () => isAsked);
      if (isOut) {
        await chat.reached(1);
        stopClock(50);
        chat.answer();
      }
      await told();
      stopClock(150);
      go();
      await eventually('asked', () => outcome.text);
      await refused(outcome, isOut ? 1 : 0);
    });

  it("A's first product comes out in B's chat, and right after it B's own card, which has waited for that; 300 ms later the page goes on with its series: not to B", async () => {
    const { bridge } = await panel();
    const list = bridge.querySelector('kf-product-list')!;
    const card = cardOf(`own${A}`);
    bridge.append(card);
    const outcome = new Outcome();
    let go = (): void => undefined;
    const pause = new Promise<void>(resolve => (go = resolve));
    void list.send(`p1${A}`).then(async () => {
      await pause;
      outcome.of(list.send(`p2${A}`));
    });
    await chat.reached(1);
    await chat.open(bridge, B);
    await told();
    stopClock(5000);
    await pressCard(card);
    chat.answer();
    await chat.reached(2);
    stopClock(100);
    chat.answer();
    await told();
    stopClock(200);
    go();
    await eventually('asked', () => outcome.text);
    await refused(outcome, 2);
  });

  it("B's own slow send, from before A's chat was opened, comes out as B is back; a press in A's chat is answered by the server then: not to B", async () => {
    chat.customerId = B;
    const { element, bridge } = await panel();
    const list = bridge.querySelector('kf-product-list')!;
    list.send(`p1${A}`).catch(() => undefined);
    await chat.reached(1);
    await chat.open(bridge, A);
    await told();
    stopClock(5000);
    const { outcome, go, pressIt } = asking(() => element.send());
    await pressIt();
    stopClock(100);
    await chat.open(bridge, B);
    await told();
    stopClock(100);
    chat.answer();
    await told();
    stopClock(200);
    go();
    await eventually('asked', () => outcome.text);
    await refused(outcome, 1);
  });

  it("a late answer (kf-late) to what was sent to B long ago, as B is back: a press in A's chat is answered by the server then: not to B", async () => {
    chat.customerId = B;
    const { element, bridge } = await panel();
    bridge.timeout = 50;
    await bridge.send(text(`late ${A}`)).catch(() => undefined);
    bridge.timeout = 30_000;
    await chat.open(bridge, A);
    await told();
    stopClock(5000);
    const { outcome, go, pressIt } = asking(() => element.send());
    await pressIt();
    stopClock(100);
    await chat.open(bridge, B);
    await told();
    stopClock(100);
    chat.answerNth(1);
    await told();
    stopClock(200);
    go();
    await eventually('asked', () => outcome.text);
    await refused(outcome, 1);
  });
});

/** A series of two, whose page renders the first one before it goes on; what has become of the second. */
function sendBoth(list: KfProductList): Outcome {
  const outcome = new Outcome();
  const all = async (): Promise<void> => {
    await list.send(`p1${A}`);
    await aTimeout(0); // it renders that
    outcome.of(list.send(`p2${A}`));
  };
  void all().catch(() => undefined);
  return outcome;
}

describe('a slow page: what has ended and the change are 150 ms apart, as the page renders the one before it hears of the other', () => {
  it("A's first product is out, B's chat is found 150 ms later in the same task; the page goes on in its next task: not to B", async () => {
    const { bridge } = await panel();
    const outcome = sendBoth(bridge.querySelector('kf-product-list')!);
    await chat.reached(1);
    const go = chat.slowly();
    chat.customerId = B;
    void bridge.reconnect().catch(() => undefined);
    chat.answer();
    for (let i = 0; i < 20; i++) await null;
    stopClock(150);
    go();
    await eventually('asked', () => outcome.text);
    await refused(outcome, 1);
  });
});

describe('a page that was frozen, and connects again at visibilitychange and at focus', () => {
  it("A's first product is out between the two, and B's chat is found, all in one moment; the page goes on in its next task: not to B", async () => {
    const { bridge } = await panel();
    const outcome = sendBoth(bridge.querySelector('kf-product-list')!);
    await chat.reached(1);
    const go = chat.slowly();
    chat.customerId = B;
    void bridge.reconnect().catch(() => undefined);
    chat.answer();
    for (let i = 0; i < 20; i++) await null;
    void bridge.reconnect().catch(() => undefined);
    go();
    await eventually('asked', () => outcome.text);
    await refused(outcome, 1);
  });
});

describe('A→B→A: B was there for 300 ms, and nobody can have pressed for B', () => {
  it("750 ms after A is back the page's button is pressed, and sends at once: it goes to A, as it does 550 ms after that", async () => {
    const { element, bridge } = await panel();
    const { outcome, go, pressIt } = asking(() => element.send());
    go();
    await chat.open(bridge, B);
    await told();
    stopClock(300);
    await chat.open(bridge, A);
    await told();
    stopClock(750);
    await pressIt();
    await eventually('asked', () => outcome.text);
    await goes(outcome);
  });

  it('a customer who could not be read for 200 ms (a reconnect that failed once), and 850 ms later the page sends (a hotkey): it goes to A', async () => {
    const { element, bridge } = await panel();
    const outcome = new Outcome();
    await chat.open(bridge, '');
    await told();
    stopClock(200);
    await chat.open(bridge, A);
    await told();
    stopClock(850);
    outcome.of(element.send());
    await goes(outcome);
  });
});
