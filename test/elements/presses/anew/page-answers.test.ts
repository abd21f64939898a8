import { expect } from '@open-wc/testing';
import type { KfSendEvent, Receipt } from '../../../../src/index.js';
import { chat } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { A, B } from '../../../support/customers.js';
import { press } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { cardOf, composerOf, panelOf, placeOf, pressCard, show, told } from '../../presses/page-asking.js';

beforeEach(asOnNewPage);
const quiet = (): void => undefined;

describe('a page that answers by itself, its panel made anew, which connects slowly, in the chat of A', () => {
  async function anew<E extends HTMLElement>(make: () => E) {
    const page = { asked: 0, answer: (_: Receipt): void => undefined };
    const place = placeOf();
    await show(place, panelOf(make()));
    stopClock(5000);
    place.addEventListener(
      'kf-send',
      (event: KfSendEvent) => {
        page.asked++;
        event.respondWith(new Promise(resolve => (page.answer = resolve)));
      },
      true,
    );
    const go = chat.slowly();
    const made = panelOf(make());
    place.replaceChildren(made.bridge);
    await told();
    await (made.element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
    return { ...made, page, go };
  }

  it('Control+Enter at 600 ms, and once more at 1700 ms while the page still waits for its server: the page is asked once', async () => {
    const { element, page } = await anew(composerOf);
    stopClock(600);
    element.focus();
    await press('Control', 'Enter');
    await told();
    expect(page.asked).to.equal(1);
    stopClock(1100);
    await press('Control', 'Enter');
    await told();
    expect(page.asked).to.equal(1);
  });

  it('Control+Enter at 600 ms: that it is being sent is shown', async () => {
    const { element, page } = await anew(composerOf);
    const view = new ComposerPage(element);
    await view.settled();
    stopClock(600);
    element.focus();
    await press('Control', 'Enter');
    await told();
    expect(page.asked).to.equal(1);
    await view.settled();
    expect(view.saying()()).to.match(/正在发送/);
  });

  it('发送 of a card at 600 ms, and once more at 1700 ms: the page is asked once', async () => {
    const { element, page } = await anew(() => cardOf(`product${A}`));
    stopClock(600);
    await pressCard(element);
    await told();
    expect(page.asked).to.equal(1);
    stopClock(1100);
    await pressCard(element);
    await told();
    expect(page.asked).to.equal(1);
  });

  it('Control+Enter at 600 ms, the page has sent it at 700 ms, and once more by habit at 900 ms: the page is asked once', async () => {
    const { element, page } = await anew(composerOf);
    stopClock(600);
    element.focus();
    await press('Control', 'Enter');
    await told();
    stopClock(100);
    page.answer({ ok: true } as unknown as Receipt);
    await told();
    stopClock(200);
    await press('Control', 'Enter');
    await told();
    expect(page.asked).to.equal(1);
  });

  it('发送 of a card at 600 ms, the page has sent it at 700 ms, and once more at 900 ms: the page is asked once', async () => {
    const { element, page } = await anew(() => cardOf(`anew${A}`));
    stopClock(600);
    await pressCard(element);
    await told();
    stopClock(100);
    page.answer({ ok: true } as unknown as Receipt);
    await told();
    stopClock(200);
    await pressCard(element);
    await told();
    expect(page.asked).to.equal(1);
  });

  it("the page's send() at 300 ms, and once more at 1300 ms: the page is asked once", async () => {
    const { element, page } = await anew(composerOf);
    stopClock(300);
    element.send().catch(quiet);
    await told();
    stopClock(1000);
    element.send().catch(quiet);
    await told();
    expect(page.asked).to.equal(1);
  });
});

describe('a page that answers by itself, its panel made anew, which connects slowly', () => {
  it("its server's answer is lost at 700 ms, so that nobody knows; pressed again at 2000 ms: the page is not asked again without a question", async () => {
    const page = { asked: 0, lose: (_: Error): void => undefined };
    const place = placeOf();
    await show(place, panelOf(composerOf()));
    stopClock(5000);
    place.addEventListener(
      'kf-send',
      (event: KfSendEvent) => {
        page.asked++;
        event.respondWith(new Promise((_, reject) => (page.lose = reject)));
      },
      true,
    );
    chat.slowly();
    const { bridge, element } = panelOf(composerOf());
    place.replaceChildren(bridge);
    await told();
    await element.updateComplete;
    stopClock(600);
    element.focus();
    await press('Control', 'Enter');
    await told();
    expect(page.asked).to.equal(1);
    stopClock(100);
    page.lose(new Error('network'));
    await told();
    stopClock(1300);
    element.focus();
    await press('Control', 'Enter');
    await told();
    expect(page.asked).to.equal(1);
  });
});

describe('a page that answers by itself, its panel made anew, which connects slowly; pressed for A at 600 ms and again, as nothing is shown, at 1700 ms', () => {
  it('B is found: the page was asked for nobody but A (the second request is not taken as for B)', async () => {
    const seen: string[] = [];
    const place = placeOf();
    await show(place, panelOf(cardOf(`product${A}`)));
    stopClock(5000);
    place.addEventListener(
      'kf-send',
      (event: KfSendEvent) => {
        seen.push('asked');
        event.respondWith(new Promise(() => undefined));
      },
      true,
    );
    chat.customerId = B;
    const go = chat.slowly();
    const { bridge, element } = panelOf(cardOf(`product${A}`));
    place.replaceChildren(bridge);
    await told();
    stopClock(600);
    await pressCard(element);
    await told();
    stopClock(1100);
    await pressCard(element);
    await told();
    go();
    await bridge.ready;
    await told();
    expect(seen).to.deep.equal(['asked']);
  });
});

describe('a page that answers by itself, its panel made anew; its own button and ours', () => {
  it('its button at 300 ms (card.send()), and 发送 of the card at 1400 ms while it waits: asked once', async () => {
    let asked = 0;
    const place = placeOf();
    await show(place, panelOf(cardOf(`product${A}`)));
    stopClock(5000);
    place.addEventListener(
      'kf-send',
      (event: KfSendEvent) => {
        asked++;
        event.respondWith(new Promise(() => undefined));
      },
      true,
    );
    chat.slowly();
    const { bridge, element } = panelOf(cardOf(`product${A}`));
    place.replaceChildren(bridge);
    await told();
    stopClock(300);
    element.send().catch(() => undefined);
    await told();
    stopClock(1100);
    await pressCard(element);
    await told();
    expect(asked).to.equal(1);
  });
});
