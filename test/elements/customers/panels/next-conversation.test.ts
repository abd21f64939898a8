import type { KfMenuComposer } from '../../../../src/kf-menu-composer.js';
import type { KfProductCard } from '../../../../src/kf-product-card.js';
import { chat } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { A, B } from '../../../support/customers.js';
import { clickOn } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import {
  cardOf,
  composerOf,
  goes,
  Outcome,
  panelOf,
  placeOf,
  pressCard,
  show,
  told,
} from '../../presses/page-asking.js';

beforeEach(asOnNewPage);

/** A's panel was left for the page's list of conversations 5 s ago; the next one's is not in the page yet. */
async function left<E extends HTMLElement>(make: () => E) {
  const place = placeOf();
  const first = panelOf(make());
  await show(place, first);
  stopClock(5000);
  first.bridge.remove();
  await told();
  stopClock(5000);
  return { place, ...panelOf(make()) };
}

describe("A's chat was left for the page's list of conversations 5 s ago; the next one is opened, whose panel connects slowly", () => {
  for (const [what, make] of [
    ['a card', () => cardOf(`next${A}`)],
    ['a composer', composerOf],
  ] as const)
    it(`B's; 发送 of ${what} is pressed 700 ms after it came: it goes to B`, async () => {
      const { place, bridge, element } = await left<KfMenuComposer | KfProductCard>(make);
      chat.customerId = B;
      const go = chat.slowly();
      place.append(bridge);
      await element.updateComplete;
      await told();
      stopClock(700);
      await clickOn(element.renderRoot.querySelector('[part~="send"]')!);
      await told();
      stopClock(200);
      go();
      await chat.reached(1);
    });

  it("A's again, whose client says who is there only when the bridge has connected; 发送 of a card 700 ms after it came: it goes", async () => {
    const { place, bridge, element } = await left(() => cardOf(`again${A}`));
    const say = chat.slowly('getCurExternalContact');
    place.append(bridge);
    await told();
    stopClock(700);
    await pressCard(element);
    await bridge.ready; // 1.5 s by the timers: nobody is known
    await told();
    say();
    await chat.reached(1);
  });

  it("B's, in a dialog that the page moves as it is mounted (append-to-body), and sends 300 ms later: it goes to B", async () => {
    const { place, bridge, element } = await left(() => cardOf(`moved${A}`));
    chat.customerId = B;
    const go = chat.slowly();
    place.append(bridge);
    placeOf().append(bridge);
    await told();
    stopClock(300);
    const outcome = new Outcome();
    outcome.of(element.send());
    await told();
    stopClock(200);
    go();
    await bridge.ready;
    await goes(outcome);
  });
});
