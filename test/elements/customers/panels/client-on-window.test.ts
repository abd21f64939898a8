import { chat } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { A, B } from '../../../support/customers.js';
import { eventually } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { clearPage, page } from '../../../support/page.js';
import { sendBehind } from '../../bridge/send-behind.js';
import type { KfProductCard } from '../../../../src/kf-product-card.js';
import {
  cardOf,
  Outcome,
  type Panel,
  panelOf,
  placeOf,
  pressCard,
  refused,
  show,
  told,
} from '../../presses/page-asking.js';

beforeEach(asOnNewPage);

/** The client's own object is on `window`. */
const putOnWindow = (): void => {
  page.WeixinJSBridge = { invoke: (api, params, callback) => void chat.invoke(api, params).then(callback) };
};
beforeEach(putOnWindow);
afterEach(clearPage);

/** A panel whose bridge is given no host, and looks for the client on `window`. */
function looking(productId: string): Panel<KfProductCard> {
  const panel = panelOf(cardOf(productId), null);
  panel.bridge.channel = 'WeixinJSBridge';
  return panel;
}

describe("A's panel was given its host; B's in its place finds the client by itself, 100 ms ago", () => {
  /** The panel in B's chat. */
  async function found(productId: string): Promise<Panel<KfProductCard>> {
    const place = placeOf();
    await show(place, panelOf(cardOf(productId)));
    stopClock(5000);
    chat.customerId = B;
    const panel = looking(productId);
    await show(place, panel);
    stopClock(100);
    return panel;
  }

  it('发送 is pressed, for A: nothing goes to B', async () => {
    const { bridge, element } = await found(`press${A}`);
    await pressCard(element);
    await told();
    await sendBehind(0, chat, bridge);
  });

  it("the page sends what its server has held back since A's panel: nothing goes to B", async () => {
    const { element } = await found(`server${A}`);
    stopClock(200);
    const outcome = new Outcome();
    outcome.of(element.send());
    await refused(outcome);
  });
});

describe('each panel finds the client by itself, and is given its host a moment later (useEffect)', () => {
  it("发送 is pressed in B's 100 ms later, for A: nothing goes to B", async () => {
    const place = placeOf();
    const make = async (): Promise<Panel<KfProductCard>> => {
      const panel = looking(`effect${A}`);
      await show(place, panel);
      panel.bridge.host = chat;
      await panel.bridge.updateComplete;
      await panel.bridge.ready;
      await told();
      return panel;
    };
    await make();
    stopClock(5000);
    chat.customerId = B;
    const { bridge, element } = await make();
    stopClock(100);
    await pressCard(element);
    await told();
    await sendBehind(0, chat, bridge);
  });
});

describe("the client's object is away for a moment (host-absent) as the page sends for A", () => {
  it('the page connects again, finds B, and sends once more: nothing goes to B', async () => {
    const { bridge, element } = looking(`away${A}`);
    await show(placeOf(), { bridge, element });
    stopClock(5000);
    clearPage();
    bridge.timeout = 60;
    void bridge.reconnect().catch(() => undefined);
    const outcome = new Outcome();
    const sendAgain = async (): Promise<void> => {
      bridge.timeout = 30_000;
      chat.customerId = B;
      putOnWindow();
      await bridge.reconnect();
      outcome.of(element.send());
    };
    void element.send().catch(sendAgain);
    await eventually('asked', () => outcome.text);
    await refused(outcome);
  });
});
