import '../../../../src/kf-product-card.js';
import type { Host } from '../../../../src/hosts/index.js';
import { chat } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { A, B } from '../../../support/customers.js';
import { eventually, press } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { sendBehind } from '../../bridge/send-behind.js';
import {
  asking,
  cardOf,
  composerOf,
  panelOf,
  placeOf,
  pressCard,
  refused,
  told,
  wrapped,
} from '../../presses/page-asking.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import type { KfMenuComposer } from '../../../../src/kf-menu-composer.js';
import type { KfProductCard } from '../../../../src/kf-product-card.js';

beforeEach(asOnNewPage);

/** The host that a page gives its bridges as it renders. */
const HOSTS: readonly (readonly [whose: string, host: () => Host])[] = [
  ['one host', () => chat],
  ['a host made anew by each render', wrapped],
];

describe("a panel for each customer, bridge and all, kept alive (<keep-alive>): B's is taken out, A's is put back", () => {
  /** A's panel, in whose place B's is now; `back` puts it there again. */
  async function away<E extends KfMenuComposer | KfProductCard>(
    make: () => E,
    host: () => Host = () => chat,
  ): Promise<{ bridge: KfBridge; element: E; back: () => void }> {
    const place = placeOf();
    const [first, second] = [panelOf(make(), host()), panelOf(make(), host())];
    place.append(first.bridge);
    await first.bridge.ready;
    stopClock(5000);
    chat.customerId = B;
    place.replaceChildren(second.bridge);
    await second.bridge.ready;
    await second.element.updateComplete;
    await told();
    stopClock(5000);
    const back = (): void => {
      chat.customerId = A;
      first.bridge.host = host();
      place.replaceChildren(first.bridge);
    };
    return { ...first, back };
  }

  for (const [whose, host] of HOSTS)
    it(`发送 of its card, 100 ms after A is there again: nothing goes to A (${whose})`, async () => {
      const { bridge, element, back } = await away(() => cardOf(`alive${whose}${A}`), host);
      back();
      await bridge.ready;
      await told();
      stopClock(100);
      await pressCard(element);
      await told();
      await sendBehind(0, chat, bridge);
    });

  it('发送 of its card, 100 ms after it is back, while it connects: nothing goes to A', async () => {
    const { bridge, element, back } = await away(() => cardOf(`connects${A}`));
    const go = chat.slowly();
    back();
    await told();
    stopClock(100);
    await pressCard(element);
    await told();
    stopClock(600);
    go();
    await bridge.ready;
    await told();
    await sendBehind(0, chat, bridge);
  });

  for (const time of [100, 600])
    it(`Control+Enter in its composer, ${time} ms after A is there again: ${time < 500 ? 'nothing goes' : 'it goes'} to A`, async () => {
      const { bridge, element, back } = await away(composerOf);
      back();
      await bridge.ready;
      await element.updateComplete;
      await told();
      element.focus();
      stopClock(time);
      await press('Control', 'Enter');
      await told();
      if (time < 500) await sendBehind(0, chat, bridge);
      else await chat.reached(1);
    });

  for (const [whose, host] of HOSTS)
    it(`the page's button was pressed in B's panel; the server answers 200 ms after A's is back: nothing goes to A (${whose})`, async () => {
      const { bridge, element, back } = await away(() => cardOf(`server${whose}${A}`), host);
      const { outcome, go, pressIt } = asking(() => element.send());
      await pressIt();
      stopClock(100);
      back();
      await bridge.ready;
      await told();
      stopClock(200);
      go();
      await eventually('asked', () => outcome.text);
      await refused(outcome);
    });
});
