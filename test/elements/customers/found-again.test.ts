import { html } from '@open-wc/testing';
import '../../../src/kf-product-card.js';
import { chat } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { A, B } from '../../support/customers.js';
import { clickOn, eventually } from '../../support/element-page.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { cardOf, making, Outcome, panel, put, refused, told } from '../presses/page-asking.js';

beforeEach(asOnNewPage);

describe("B's chat is found, and found once more: what was asked for in A's is for nobody all the same", () => {
  it("a page's button that looks first who is there (await bridge.reconnect(); send()), 100 ms after B was found on focus: nothing goes to B", async () => {
    const { element, bridge } = await panel();
    await chat.open(bridge, B);
    await told();
    stopClock(100);
    const outcome = new Outcome();
    const button = put(html`<button>发送</button>`);
    const send = async (): Promise<void> => {
      await bridge.reconnect();
      outcome.of(element.send());
    };
    button.addEventListener('click', () => void send());
    await clickOn(button);
    await eventually('asked', () => outcome.text);
    await refused(outcome);
  });

  it("a series that looks so before each one, whose first is out in B's chat: the second does not go to B", async () => {
    const { bridge } = await panel();
    const list = bridge.querySelector('kf-product-list')!;
    const outcome = new Outcome();
    const all = async (): Promise<void> => {
      await list.send(`p1${A}`);
      await bridge.reconnect();
      outcome.of(list.send(`p2${A}`));
    };
    void all();
    await chat.reached(1);
    await chat.open(bridge, B);
    await told();
    stopClock(5000);
    chat.answer();
    await eventually('asked', () => outcome.text);
    await refused(outcome, 1);
  });

  it("a page that connects on focus and on visibilitychange: the server answers a press in A's chat as B is found for the second time: nothing goes to B", async () => {
    const { element, bridge } = await panel();
    await chat.open(bridge, B);
    await told();
    stopClock(100);
    const outcome = new Outcome();
    await bridge.reconnect();
    outcome.of(element.send()); // in the same task
    await refused(outcome);
  });
});

describe('a page that tries again once its bridge is there (catch, await bridge.ready, send())', () => {
  it("a product for A waits, and the page makes its panel anew in B's chat: it does not go to B", async () => {
    const make = making(() => cardOf(`again${A}`));
    let current = make();
    await current.bridge.ready;
    await told();
    stopClock(5000);
    const outcome = new Outcome();
    const send = async (): Promise<void> => {
      try {
        await current.element.send();
      } catch {
        await current.bridge.ready;
        outcome.of(current.element.send());
      }
    };
    current.bridge.beforeSend = () => new Promise<never>(() => undefined); // the page asks its server first
    void send();
    await told();
    chat.customerId = B;
    current = make();
    await eventually('asked', () => outcome.text);
    await refused(outcome);
  });
});
