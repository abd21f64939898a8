import { expect } from '@open-wc/testing';
import { chat } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { A, B } from '../../../support/customers.js';
import { eventually } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { click, menu } from '../../../support/messages.js';
import {
  cardOf,
  composerOf,
  Outcome,
  panelOf,
  placeOf,
  pressCard,
  refused,
  show,
  told,
} from '../../presses/page-asking.js';

beforeEach(asOnNewPage);
const quiet = (): void => undefined;

describe('two panels of one client, each with a host object of its own (the same all the time), of which the page connects the first one again', () => {
  it("A's first message is answered 2 s after B was found there, and the page goes on with the next one: it does not go to B", async () => {
    const own = new ManualHost({ customerId: A });
    const place = placeOf();
    const first = panelOf(composerOf());
    const second = panelOf(cardOf(`anew${A}`), own);
    await show(place, first, second);
    stopClock(5000);
    const outcome = new Outcome();
    const series = first.element.send().then(async () => {
      await told();
      first.element.value = menu(click('不满意', '2')).msgmenu;
      outcome.of(first.element.send());
    });
    series.catch(quiet);
    await chat.reached(1);
    await chat.open(first.bridge, B);
    await told();
    stopClock(2000);
    chat.answerNth(1);
    await eventually('asked', () => outcome.text);
    await refused(outcome, 1);
  });
});

describe('two panels of one client, the second of which could not read who is there', () => {
  it('the first finds B; 发送 in the second 700 ms later goes', async () => {
    const place = placeOf();
    const first = panelOf(composerOf());
    await show(place, first);
    stopClock(5000);
    chat.customerId = '';
    const second = panelOf(cardOf(`anew${A}`));
    place.append(second.bridge);
    await second.bridge.ready;
    await told();
    stopClock(5000);
    await chat.open(first.bridge, B);
    await told();
    stopClock(700);
    await pressCard(second.element);
    await told();
    expect(chat.sends.length).to.equal(1);
  });
});
