import type { KfBridge } from '../../../../src/kf-bridge.js';
import type { KfProductCard } from '../../../../src/kf-product-card.js';
import { chat } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { A, B } from '../../../support/customers.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import type { ManualHost } from '../../../support/manual-host.js';
import { sendBehind } from '../../bridge/send-behind.js';
import {
  cardOf,
  goes,
  Outcome,
  panel,
  type Panel,
  panelOf,
  placeOf,
  pressCard,
  show,
  told,
} from '../../presses/page-asking.js';

beforeEach(asOnNewPage);

describe("a drawer with a bridge of its own to the panel's client; the page connects both again (on focus), and the drawer's customer can't be read", () => {
  /** The panel's card, as the drawer's bridge has just been refused. */
  async function refusedBeside(id: string): Promise<KfProductCard> {
    const [main, drawer] = [panelOf(cardOf(`panel${id}${A}`)), panelOf(cardOf(`drawer${id}${A}`))];
    await show(placeOf(), main, drawer);
    stopClock(5000);
    await main.bridge.reconnect();
    const { invoke } = chat;
    chat.invoke = function (this: ManualHost, api, params) {
      return api === 'getCurExternalContact'
        ? Promise.resolve({ err_msg: `${api}:fail` })
        : invoke.call(this, api, params);
    };
    await drawer.bridge.reconnect();
    chat.invoke = invoke;
    await told();
    return main.element;
  }

  it('发送 in the panel is pressed 200 ms later: it goes to A', async () => {
    const card = await refusedBeside('press');
    stopClock(200);
    await pressCard(card);
    await chat.reached(1);
  });

  it('the page sends in the panel 700 ms later: it goes to A', async () => {
    const card = await refusedBeside('page');
    stopClock(700);
    const outcome = new Outcome();
    outcome.of(card.send());
    await goes(outcome);
  });
});

describe("a drawer with a bridge of its own to the panel's client, whose page connects the panel again; it is A's all the time", () => {
  it('the drawer could not read its customer, and the panel is connected again 600 ms later; the page greets at kf-ready: it goes to A', async () => {
    const { element, bridge } = await panel();
    const drawer = panelOf(cardOf(`unread${A}`));
    await show(placeOf(), drawer);
    stopClock(5000);
    chat.customerId = '';
    await drawer.bridge.reconnect();
    await told();
    stopClock(600);
    chat.customerId = A;
    const outcome = new Outcome();
    bridge.addEventListener('kf-ready', () => outcome.of(element.send()), { once: true });
    await bridge.reconnect();
    await goes(outcome);
  });

  for (const [how, connect] of [
    [
      'greets at kf-ready',
      (bridge: KfBridge, send: () => void) => {
        bridge.addEventListener('kf-ready', send, { once: true });
        return bridge.reconnect();
      },
    ],
    [
      'sends after that (await bridge.reconnect())',
      (bridge: KfBridge, send: () => void) => bridge.reconnect().then(send),
    ],
  ] as const)
    it(`the drawer was opened and closed in B's chat, of which the panel has not heard; in A's the panel is connected again, and the page ${how}: it goes to A`, async () => {
      const { element, bridge } = await panel();
      const place = placeOf();
      chat.customerId = B;
      await show(place, panelOf(cardOf(`closed${how.length}${A}`)));
      stopClock(5000);
      place.replaceChildren();
      await told();
      chat.customerId = A;
      const outcome = new Outcome();
      await connect(bridge, () => outcome.of(element.send()));
      await goes(outcome);
    });
});

describe("a second bridge to the same client comes into the page in A's chat, and connects slowly", () => {
  for (const [where, put] of [
    ['a drawer beside the panel', (place: HTMLElement, { bridge }: Panel) => place.append(bridge)],
    ['the panel made anew for A', (place: HTMLElement, { bridge }: Panel) => place.replaceChildren(bridge)],
  ] as const)
    it(`发送 in it is pressed after 600 ms, for A, and B's chat is opened 50 ms later: nothing goes to B (${where})`, async () => {
      const place = placeOf();
      await show(place, panelOf(cardOf(`first${A}`)));
      stopClock(5000);
      const go = chat.slowly();
      const second = panelOf(cardOf(`second${A}`));
      put(place, second);
      await told();
      stopClock(600);
      await pressCard(second.element);
      await told();
      stopClock(50);
      chat.customerId = B;
      go();
      await second.bridge.ready;
      await told();
      await sendBehind(0, chat, second.bridge);
    });
});
