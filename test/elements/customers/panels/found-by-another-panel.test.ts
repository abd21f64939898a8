import { expect } from '@open-wc/testing';
import { chat } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { A, B } from '../../../support/customers.js';
import { eventually } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { sendBehind } from '../../bridge/send-behind.js';
import { asking, cardOf, composerOf, panelOf, placeOf, pressCard, refused, told } from '../../presses/page-asking.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import type { KfProductCard } from '../../../../src/kf-product-card.js';

beforeEach(asOnNewPage);

/** The bridges of both panels, and the card in the second one. */
interface Two {
  first: KfBridge;
  second: KfBridge;
  card: KfProductCard;
}

async function two(productId: string): Promise<Two> {
  const { bridge: first } = panelOf(composerOf());
  const { bridge: second, element: card } = panelOf(cardOf(productId));
  placeOf().append(first, second);
  await Promise.all([first.ready, second.ready]);
  await told();
  stopClock(5000);
  return { first, second, card };
}

/** Long ago the client could not say once, as the page connected the first one again, who was there; a second later it could. */
async function unreadOnce(productId: string): Promise<Two> {
  const panels = await two(productId);
  await chat.open(panels.first, '');
  await told();
  stopClock(1000);
  await chat.open(panels.first, A);
  await told();
  stopClock(5000);
  return panels;
}

/** The bridges were in touch before the client could say who is there; the second one heard it first. */
async function knownLater(productId: string): Promise<Two> {
  const { invoke } = chat;
  const asked: (() => void)[] = [];
  chat.invoke = function (this: ManualHost, api, params) {
    const answer = (): Promise<unknown> => invoke.call(this, api, params);
    return api === 'getCurExternalContact' ? new Promise(resolve => asked.push(() => resolve(answer()))) : answer();
  };
  const panels = await two(productId);
  expect(panels.first.context).not.to.have.property('customerId');
  chat.invoke = invoke;
  for (const answer of asked.reverse()) {
    answer();
    await told();
  }
  expect(panels.first.context).to.include({ customerId: A });
  expect(panels.second.context).to.include({ customerId: A });
  stopClock(5000);
  return panels;
}

for (const [what, panels] of [
  ['whose client says at once who is there', two],
  ['whose client could not say once who was there', unreadOnce],
  ['whose client took its time at first to say who is there', knownLater],
] as const)
  describe(`two panels of one client, ${what}, of which the page connects the first one again (document.querySelector): A→B for 2 s→A`, () => {
    it("the page's button is pressed in B's chat; the server answers 300 ms later, in A's, and the page sends in the second: nothing goes to A", async () => {
      const { first, card } = await panels(`server${what.length}${A}`);
      const { outcome, go, pressIt } = asking(() => card.send());
      await chat.open(first, B);
      await told();
      stopClock(2000);
      await pressIt();
      stopClock(100);
      await chat.open(first, A);
      await told();
      stopClock(200);
      go();
      await eventually('asked', () => outcome.text);
      await refused(outcome);
    });

    it('发送 in the second is pressed 50 ms after A is back: nothing goes to A', async () => {
      const { first, second, card } = await panels(`own${what.length}${A}`);
      await chat.open(first, B);
      await told();
      stopClock(2000);
      await chat.open(first, A);
      await told();
      stopClock(50);
      await pressCard(card);
      await told();
      await sendBehind(0, chat, second);
    });
  });

describe('two panels of one client; the first one finds B as the second, made anew for B, bridge and all, still connects', () => {
  /** The card in the second one, as the first one has found B. */
  async function found(productId: string): Promise<{ bridge: KfBridge; element: KfProductCard; go: () => void }> {
    const other = new ManualHost({ customerId: A }); // the same client in a wrapping of its own
    const [place, beside] = [placeOf(), placeOf()];
    const first = panelOf(composerOf(), other);
    beside.append(first.bridge);
    const before = panelOf(cardOf(productId));
    place.append(before.bridge);
    await Promise.all([first.bridge.ready, before.bridge.ready]);
    await told();
    stopClock(5000);
    chat.customerId = other.customerId = B;
    const go = chat.slowly();
    const second = panelOf(cardOf(productId));
    place.replaceChildren(second.bridge);
    await first.bridge.reconnect();
    await told();
    return { ...second, go };
  }

  for (const time of [100, 300])
    it(`the page's button is pressed ${time} ms later, and sends in the second: nothing goes to B`, async () => {
      const { bridge, element, go } = await found(`button${time}${A}`);
      const { outcome, go: answer, pressIt } = asking(() => element.send());
      answer();
      stopClock(time);
      await pressIt();
      stopClock(100);
      go();
      await bridge.ready;
      await refused(outcome);
    });

  it('发送 in the second is pressed 100 ms later: nothing goes to B, whom it finds after another 600 ms', async () => {
    const { bridge, element, go } = await found(`press${A}`);
    stopClock(100);
    await pressCard(element);
    await told();
    stopClock(600);
    go();
    await bridge.ready;
    await told();
    await sendBehind(0, chat, bridge);
  });
});
