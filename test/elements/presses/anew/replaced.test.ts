import type { KfBridge } from '../../../../src/kf-bridge.js';
import type { KfProductCard } from '../../../../src/kf-product-card.js';
import { chat } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { A } from '../../../support/customers.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { sendBehind } from '../../bridge/send-behind.js';
import { anew, cardOf, pressCard, told } from '../page-asking.js';

beforeEach(asOnNewPage);

/** What the page does with its card, and when. */
const WAYS: readonly (readonly [
  what: string,
  act: (card: KfProductCard, fresh: KfProductCard, bridge: KfBridge) => void,
])[] = [
  [
    'made anew as the page hears kf-ready (v-if, a key by the customer)',
    (card, fresh, bridge) => bridge.addEventListener('kf-ready', () => card.replaceWith(fresh)),
  ],
  [
    'made anew in a microtask after that (Vue)',
    (card, fresh, bridge) => bridge.addEventListener('kf-ready', () => queueMicrotask(() => card.replaceWith(fresh))),
  ],
  ['made anew while the bridge connects (its data has come)', (card, fresh) => card.replaceWith(fresh)],
  ['taken out while the bridge connects (another tab of the panel)', card => card.remove()],
];

describe("the same customer's panel is made anew, bridge and all, which connects slowly; 发送 of its card is pressed 700 ms later", () => {
  for (const [what, act] of WAYS)
    it(`the card is ${what}: it goes, once`, async () => {
      const productId = `${what}${A}`;
      const { bridge, element, go } = await anew(() => cardOf(productId));
      stopClock(700);
      await pressCard(element);
      await told();
      act(element, cardOf(productId), bridge);
      await told();
      stopClock(200);
      go();
      await bridge.ready;
      await chat.reached(1);
      chat.answer();
      await told();
      await sendBehind(1, chat, bridge);
    });
});
