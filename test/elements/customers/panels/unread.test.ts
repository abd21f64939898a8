import { expect } from '@open-wc/testing';
import { chat } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { A } from '../../../support/customers.js';
import { eventually, press } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { sendBehind } from '../../bridge/send-behind.js';
import {
  asking,
  cardOf,
  composerOf,
  goes,
  making,
  Outcome,
  panelOf,
  placeOf,
  pressCard,
  refused,
  show,
  told,
} from '../../presses/page-asking.js';

beforeEach(asOnNewPage);

describe("A's panel; the client could not say who is there after a change of chat (B, 5 s); the panel is made anew, bridge and all, for A", () => {
  async function unread<E extends HTMLElement>(make: () => E) {
    const build = making(make);
    const first = build();
    await first.bridge.ready;
    await told();
    stopClock(5000);
    await chat.open(first.bridge, '');
    await told();
    stopClock(5000);
    chat.customerId = A;
    return build;
  }

  it('发送 of the card, 50 ms after A was found: nothing goes to A', async () => {
    const build = await unread(() => cardOf(`anew${A}`));
    const { bridge, element } = build();
    await bridge.ready;
    await told();
    stopClock(50);
    await pressCard(element);
    await told();
    await sendBehind(0, chat, bridge);
  });

  it('Control+Enter in the composer, 50 ms after A was found: nothing goes to A', async () => {
    const build = await unread(composerOf);
    const { bridge, element } = build();
    await bridge.ready;
    await told();
    await element.updateComplete;
    stopClock(50);
    element.focus();
    await press('Control', 'Enter');
    await told();
    await sendBehind(0, chat, bridge);
  });

  it('发送 of the card, 50 ms after it came, while it connects: nothing goes to A', async () => {
    const build = await unread(() => cardOf(`anew${A}`));
    const go = chat.slowly();
    const { bridge, element } = build();
    await told();
    stopClock(50);
    await pressCard(element);
    await told();
    stopClock(600);
    go();
    await bridge.ready;
    await told();
    await sendBehind(0, chat, bridge);
  });

  it("the page's button, pressed in B's chat; the server answers 200 ms after A was found: nothing goes to A", async () => {
    const build = await unread(composerOf);
    const page: { element?: ReturnType<typeof composerOf> } = {};
    const { outcome, go, pressIt } = asking(() => page.element!.send());
    await pressIt();
    stopClock(100);
    const made = build();
    page.element = made.element;
    await made.bridge.ready;
    await told();
    stopClock(200);
    go();
    await eventually('asked', () => outcome.text);
    await refused(outcome);
  });
});

describe('two panels, the agent opens a chat where nobody can be read (a group), and the page makes both anew', () => {
  async function group() {
    const place = placeOf();
    await show(place, panelOf(composerOf()), panelOf(cardOf(`anew${A}`)));
    stopClock(5000);
    chat.customerId = '';
    const composer = panelOf(composerOf());
    const card = panelOf(cardOf(`anew${A}`));
    await show(place, composer, card);
    return { composer, card };
  }
  it('发送, 700 ms after they are in touch: it goes', async () => {
    const { card } = await group();
    stopClock(700);
    await pressCard(card.element);
    await told();
    expect(chat.sends.length).to.equal(1);
  });
  it("the page's button, 700 ms after they are in touch: it goes", async () => {
    const { composer } = await group();
    stopClock(700);
    const outcome = new Outcome();
    outcome.of(composer.element.send());
    await goes(outcome);
  });
  it('and an hour later the page makes both anew once more in the same group: 发送 700 ms later goes', async () => {
    const { composer } = await group();
    stopClock(3600_000);
    const place = composer.bridge.parentElement!;
    const card = panelOf(cardOf(`anew${A}`));
    await show(place, panelOf(composerOf()), card);
    stopClock(700);
    await pressCard(card.element);
    await told();
    expect(chat.sends.length).to.equal(1);
  });
});
