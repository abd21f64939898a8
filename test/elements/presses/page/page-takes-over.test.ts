import { expect } from '@open-wc/testing';
import type { KfSendEvent, Receipt } from '../../../../src/index.js';
import { chat } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { B } from '../../../support/customers.js';
import { press } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { sendBehind } from '../../bridge/send-behind.js';
import { composerOf, panelOf, placeOf, show, told } from '../page-asking.js';

beforeEach(asOnNewPage);
const quiet = (): void => undefined;

/** A's panel in its place, and what the page does there with what it is asked to send. */
async function panel(onSend: (event: KfSendEvent) => void) {
  const place = placeOf();
  const first = panelOf(composerOf());
  await show(place, first);
  stopClock(5000);
  place.addEventListener('kf-send', onSend, true);
  /** The page makes it anew, bridge and all; it connects when the test says so. */
  const anew = async () => {
    const go = chat.slowly();
    const made = panelOf(composerOf());
    place.replaceChildren(made.bridge);
    await told();
    return { ...made, go };
  };
  return { ...first, anew };
}

describe('a page that answers by itself (respondWith), and makes its panel anew, bridge and all', () => {
  /** What the page was asked for, and its server's answer to what was asked for last. */
  async function answering() {
    const page = { asked: 0, answer: (_: Receipt): void => undefined };
    const panels = await panel(event => {
      page.asked++;
      event.respondWith(new Promise(resolve => (page.answer = resolve)));
    });
    return { ...panels, page };
  }

  /** The page's button was pressed for A, and the page waits for its server; the new bridge has found B since, 3 s ago. */
  async function found() {
    const { anew, page } = await answering();
    const { bridge, element, go } = await anew();
    stopClock(100);
    element.send().catch(quiet);
    expect(page.asked).to.equal(1);
    chat.customerId = B;
    go();
    await bridge.ready;
    await told();
    stopClock(3000);
    const view = new ComposerPage(element);
    await view.settled();
    return { element, view, page };
  }

  it("Control+Enter in B's chat, while the page still waits for what was A's: the page is asked for B", async () => {
    const { element, page } = await found();
    element.focus();
    await press('Control', 'Enter');
    await told();
    expect(page.asked).to.equal(2);
  });

  it("the page has sent what was A's: the composer does not say 已发送 in B's chat", async () => {
    const { view, page } = await found();
    const said = view.saying();
    page.answer({ ok: true } as unknown as Receipt);
    await told();
    await view.settled();
    expect(said()).not.to.match(/已发送/);
  });

  it("what was asked for in A's chat, 250 ms after B was found, and before the new bridge has: the page is not asked to send it", async () => {
    const { bridge: first, anew, page } = await answering();
    await chat.open(first, B);
    await told();
    stopClock(200);
    const { bridge, element, go } = await anew();
    stopClock(50);
    element.send().catch(quiet);
    await told();
    expect(page.asked).to.equal(0);
    go();
    await bridge.ready;
    await told();
    expect(page.asked).to.equal(0);
  });
});

describe('a page that asks its user first (preventDefault), and sends then (bridge.send(event.detail.message))', () => {
  for (const [what, isFound] of [
    ['is found after that', false],
    ['was found 250 ms before', true],
  ] as const)
    it(`its button is pressed for A, the panel is made anew, bridge and all; B ${what}, and the user says yes: it does not go to B`, async () => {
      let yes: () => void = quiet;
      const { bridge: first, anew } = await panel(event => {
        const { detail, target } = event;
        event.preventDefault();
        const bridge = (target as HTMLElement).closest('kf-bridge')!;
        yes = () => void bridge.send(detail.message).catch(quiet);
      });
      chat.customerId = B;
      if (isFound) {
        await first.reconnect();
        await told();
        stopClock(200);
      }
      const { bridge, element, go } = await anew();
      stopClock(50);
      element.send().catch(quiet);
      await told();
      go();
      await bridge.ready;
      await told();
      stopClock(2000);
      yes();
      await told();
      await sendBehind(0, chat, bridge);
    });
});
