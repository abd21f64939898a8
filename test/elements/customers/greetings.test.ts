import { chat } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { A, B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { text } from '../../support/messages.js';
import {
  cardOf,
  composerOf,
  goes,
  Outcome,
  panel,
  panelOf,
  placeOf,
  pressCard,
  show,
  told,
  wrapped,
} from '../presses/page-asking.js';

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

describe("a panel for each customer, bridge and all, kept alive (<keep-alive>); B's card is out, and A's panel is put back 100 ms later", () => {
  it('the page greets A there at kf-ready: it goes', async () => {
    const place = placeOf();
    const [first, second] = [panelOf(cardOf(`kept${A}`)), panelOf(cardOf(`shown${A}`))];
    await show(place, first);
    stopClock(5000);
    chat.customerId = B;
    await show(place, second);
    stopClock(5000);
    await pressCard(second.element);
    await chat.reached(1);
    stopClock(400);
    chat.answer();
    await told();
    stopClock(100);
    chat.customerId = A;
    const outcome = new Outcome();
    first.bridge.addEventListener('kf-ready', () => outcome.of(first.element.send()));
    await show(place, first);
    await goes(outcome, 1);
  });
});

describe("a bridge that is blocked for a while (getContext fails once); A's card is out meanwhile", () => {
  it('it connects 300 ms later, and finds B, whom the page greets at kf-ready: it goes to B', async () => {
    const { bridge, element } = panelOf(cardOf(`blocked${A}`));
    await show(placeOf(), { bridge, element });
    stopClock(5000);
    await pressCard(element);
    await chat.reached(1);
    const { invoke } = chat;
    chat.invoke = () => Promise.resolve({ err_msg: 'getContext:fail' });
    await bridge.reconnect().catch(quiet);
    chat.invoke = invoke;
    stopClock(5000);
    chat.answer();
    await told();
    stopClock(300);
    chat.customerId = B;
    const outcome = new Outcome();
    bridge.addEventListener('kf-ready', () => outcome.of(element.send()));
    void bridge.reconnect();
    await goes(outcome, 1);
  });
});

describe('a page whose host each render makes anew (.host=${{ name, invoke }}), and which renders B at kf-ready', () => {
  it('the page greets B in the effect of that (await bridge.ready): it goes to B', async () => {
    const { bridge, element } = panelOf(composerOf(), wrapped());
    await show(placeOf(), { bridge, element });
    stopClock(5000);
    const outcome = new Outcome();
    let rendered: string | undefined;
    const render = async (): Promise<void> => {
      bridge.host = wrapped();
      await bridge.updateComplete;
      await bridge.ready;
      outcome.of(element.send());
    };
    bridge.addEventListener('kf-ready', ({ detail: { customerId } }) => {
      if (customerId === rendered) return; // a state as before renders nothing
      rendered = customerId;
      setTimeout(() => void render());
    });
    chat.customerId = B;
    void bridge.reconnect().catch(quiet);
    await goes(outcome);
  });
});

describe("a panel made anew, bridge and all, that connects slowly; the page's button was pressed in it, still for A", () => {
  it('B is found, whom the page greets with the same words at kf-ready: it goes to B', async () => {
    const make = chat.rebuilding();
    await make().bridge.ready;
    await told();
    stopClock(5000);
    const go = chat.slowly();
    const { bridge, element } = make();
    await told();
    stopClock(100);
    element.send().catch(quiet);
    chat.customerId = B;
    const outcome = new Outcome();
    bridge.addEventListener('kf-ready', () => outcome.of(element.send()), { once: true });
    go();
    await goes(outcome);
  });
});

describe("a panel made anew, bridge and all, as A's send is out, and in which nobody can be read", () => {
  it('the page greets there at kf-ready: it goes', async () => {
    const make = chat.rebuilding();
    const first = make();
    await first.bridge.ready;
    await told();
    stopClock(5000);
    first.bridge.send(text(`made ${A}`)).catch(quiet);
    await chat.reached(1);
    chat.answer();
    await told();
    chat.customerId = '';
    const go = chat.slowly();
    const { bridge, element } = make();
    const outcome = new Outcome();
    bridge.addEventListener('kf-ready', () => outcome.of(element.send()), { once: true });
    await told();
    stopClock(100);
    go();
    await goes(outcome, 1);
  });
});
