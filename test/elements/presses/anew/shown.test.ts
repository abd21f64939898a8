import type { KfMenuComposer } from '../../../../src/kf-menu-composer.js';
import { CardPage } from '../../../support/card-page.js';
import { chat } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { A } from '../../../support/customers.js';
import { press } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { click, menu, product } from '../../../support/messages.js';
import { sendBehind } from '../../bridge/send-behind.js';
import { anew, cardOf, composerOf, panelOf, placeOf, pressCard, show, told } from '../page-asking.js';

beforeEach(asOnNewPage);

const { HEAD } = ComposerPage;

describe("A's panel, made anew, bridge and all, which connects slowly; 发送 is pressed 600 ms after it came", () => {
  /** The new panel, and `out`: it connects, and one message alone goes out. */
  async function waiting<E extends HTMLElement>(make: () => E) {
    const { bridge, element, go } = await anew(make);
    const out = async (): Promise<void> => {
      go();
      await chat.reached(1);
      stopClock(2000);
      chat.answer();
      await told();
      await sendBehind(1, chat, bridge);
    };
    return { bridge, element, out };
  }

  it('in a composer: that it is being sent is shown at once', async () => {
    const { element } = await waiting(composerOf);
    const view = new ComposerPage(element);
    await view.settled();
    stopClock(600);
    element.focus();
    await press('Control', 'Enter');
    await view.says(/正在发送/);
  });

  it('on a card: the same', async () => {
    const { element } = await waiting(() => cardOf(`shown${A}`));
    stopClock(600);
    await pressCard(element);
    await new CardPage(element).buttonSays('发送中');
  });

  for (const [what, meanwhile] of [
    [
      'whose page has rendered meanwhile, with new ids for its replies (uuid)',
      (element: KfMenuComposer) => void (element.value = menu(click('满意', '2')).msgmenu),
    ],
    [
      'which the page has made anew meanwhile, in the same bridge',
      (element: KfMenuComposer) => element.replaceWith(composerOf(menu(click('满意', '2')).msgmenu)),
    ],
  ] as const)
    it(`in a composer, ${what}, and once more 600 ms later: one message goes`, async () => {
      const { bridge, element, out } = await waiting(composerOf);
      await element.updateComplete;
      stopClock(600);
      element.focus();
      await press('Control', 'Enter');
      await told();
      meanwhile(element);
      const shown = bridge.querySelector('kf-menu-composer')!;
      await shown.updateComplete;
      await told();
      stopClock(600);
      shown.focus();
      await press('Control', 'Enter');
      await told();
      await out();
    });

  it('in a composer, where the agent writes on, and once more 600 ms later: one message goes', async () => {
    const { element, out } = await waiting(composerOf);
    const view = new ComposerPage(element);
    await view.type(HEAD, '您好');
    stopClock(600);
    await view.press('Control', 'Enter');
    await told();
    stopClock(600);
    await view.type(HEAD, '，王女士');
    await view.press('Control', 'Enter');
    await told();
    await out();
  });

  it('on a card, whose stock the page has read meanwhile, and once more 600 ms later: one message goes', async () => {
    const productId = `stock${A}`;
    const { element, out } = await waiting(() => cardOf(productId));
    stopClock(600);
    await pressCard(element);
    await told();
    element.product = product({ productId, title: '青城山茶（剩 2 件）' }).channelsShopProduct;
    await element.updateComplete;
    stopClock(600);
    await pressCard(element);
    await told();
    await out();
  });
});

describe("a drawer with a bridge of its own, which connects slowly; the panel is A's all the time", () => {
  it('发送 in it is pressed 600 ms after it came: that it is being sent is shown at once', async () => {
    await show(placeOf(), panelOf(composerOf()));
    stopClock(5000);
    chat.slowly();
    const { bridge, element } = panelOf(cardOf(`drawer${A}`));
    placeOf().append(bridge);
    await told();
    stopClock(600);
    await pressCard(element);
    await new CardPage(element).buttonSays('发送中');
  });
});

describe('a panel made anew, bridge and all, which connects slowly; 发送 of its card is pressed 700 ms later', () => {
  it('and again, 2 s later, in a second panel, which is in touch: the product goes once', async () => {
    const productId = `two panels${A}`;
    const other = new ManualHost({ customerId: A }); // the same client in a wrapping of its own
    const place = placeOf();
    await show(place, panelOf(cardOf(productId), other));
    stopClock(5000);
    const go = other.slowly();
    const first = panelOf(cardOf(productId), other);
    place.replaceChildren(first.bridge);
    await told();
    stopClock(700);
    await pressCard(first.element);
    await told();
    const second = panelOf(cardOf(productId));
    await show(placeOf(), second);
    stopClock(2000);
    await pressCard(second.element);
    await chat.reached(1);
    chat.answer();
    await told();
    go();
    await first.bridge.ready;
    await told();
    await sendBehind(0, other, first.bridge);
    await sendBehind(1, chat, second.bridge);
  });
});
