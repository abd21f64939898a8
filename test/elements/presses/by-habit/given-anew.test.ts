import { aTimeout, expect, html } from '@open-wc/testing';
import '../../../../src/kf-product-card.js';
import type { KfMenuComposer } from '../../../../src/kf-menu-composer.js';
import { chat, given } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { A } from '../../../support/customers.js';
import { eventually, press } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { click, menu, product } from '../../../support/messages.js';
import { sendBehind } from '../../bridge/send-behind.js';
import { nth } from '../../product-list/list-page.js';
import { cardOf, composerOf, listOf, panelOf, placeOf, pressCard, sendOf, show, told } from '../page-asking.js';

beforeEach(asOnNewPage);

describe('twice: the page gives the card its product anew at kf-sent (the price or the stock in its title is another one)', () => {
  for (const [what, changes] of [
    ['the price', { sellingPrice: '790' }],
    ['the stock', { title: '青城山茶（剩 2 件）' }],
  ] as const)
    for (const how of ['mouse', 'Enter'] as const)
      it(`pressed once more by habit 700 ms later: the same product does not go twice (${what}, ${how})`, async () => {
        const productId = `anew${what}${how}${A}`;
        const { view } = await chat.card(productId);
        const { element } = view;
        let isShown = false;
        element.addEventListener('kf-sent', () => {
          element.product = product({ productId, ...changes }).channelsShopProduct;
          isShown = true;
        });
        stopClock(5000);
        sendOf(element).focus();
        await (how === 'mouse' ? pressCard(element) : press('Enter'));
        await chat.reached(1);
        chat.answer();
        await eventually('shown', () => isShown);
        await view.settled();
        stopClock(700);
        await (how === 'mouse' ? pressCard(element) : press('Enter'));
        await aTimeout(150);
        expect(chat.sends.length).to.equal(1);
      });
});

describe('the same in a composer: at kf-sent the page gives back what it has heard, put in order (a space taken out)', () => {
  it('Control+Enter once more by habit 700 ms later: it does not go twice', async () => {
    const view = await chat.panel(
      html`<kf-menu-composer .value=${{ ...given.msgmenu, head_content: `您好 ，${A}` }}></kf-menu-composer>`,
    );
    const { element } = view;
    let isShown = false;
    element.addEventListener('kf-sent', () => {
      element.value = { ...given.msgmenu, head_content: `您好，${A}` };
      isShown = true;
    });
    await view.click('起始文本', 'textbox');
    stopClock(5000);
    await press('Control', 'Enter');
    await chat.reached(1);
    chat.answer();
    await eventually('shown', () => isShown);
    await view.settled();
    stopClock(700);
    await press('Control', 'Enter');
    await aTimeout(150);
    expect(chat.sends.length).to.equal(1);
  });
});

describe('the same where the page makes its element anew as what it has sent is out (a skeleton, then :key)', () => {
  /** `once` presses on the first one, and, so long after that is out, on the one in its place. */
  async function pressedAgain<E extends HTMLElement & { updateComplete: Promise<boolean> }>(
    { first, next }: { first: E; next: E },
    { took, time }: { took: number; time: number },
    once: (element: E) => Promise<void>,
  ): Promise<void> {
    const { bridge } = panelOf(first);
    placeOf().append(bridge);
    await bridge.ready;
    bridge.addEventListener('kf-sent', () => bridge.replaceChildren(next));
    await first.updateComplete;
    stopClock(5000);
    await once(first);
    await chat.reached(1);
    stopClock(took);
    chat.answer();
    await eventually('the next one', () => next.isConnected);
    await next.updateComplete;
    await told();
    stopClock(time);
    await once(next);
    await told();
    await sendBehind(1, chat, bridge);
  }

  for (const [what, changes, how] of [
    ['as it was', {}, 'mouse'],
    ['as it was', {}, 'Enter'],
    ['another price', { sellingPrice: '790' }, 'mouse'],
    ['another stock', { title: '青城山茶（剩 2 件）' }, 'mouse'],
  ] as const)
    for (const [took, time] of [
      [5000, 200],
      [5000, 700],
      [400, 300],
      [400, 700],
    ] as const)
      it(`a card, ${time} ms after it was out, which took ${took} ms: it does not go twice (${what}, ${how})`, async () => {
        const productId = `key${what}${how}${took}${time}${A}`;
        const cards = { first: cardOf(productId), next: cardOf(productId, changes) };
        await pressedAgain(cards, { took, time }, async card => {
          if (how === 'mouse') return pressCard(card);
          sendOf(card).focus();
          return press('Enter');
        });
      });

  for (const [what, head] of [
    ['as it was', '您好 ，'],
    ['a space taken out', '您好，'],
  ] as const)
    it(`a composer, 700 ms after it was out: it does not go twice (${what})`, async () => {
      const [first, next] = [`您好 ，${what}${A}`, `${head}${what}${A}`].map(head_content =>
        composerOf({ ...given.msgmenu, head_content }),
      ) as [KfMenuComposer, KfMenuComposer];
      await pressedAgain({ first, next }, { took: 300, time: 700 }, composer => {
        composer.focus();
        return press('Control', 'Enter');
      });
    });

  it('a list by the keys, Enter, Enter once more 700 ms after it was out: it does not go twice', async () => {
    const products = [nth(1, { productId: `key${A}` })];
    await pressedAgain({ first: listOf(products), next: listOf(products) }, { took: 600, time: 700 }, async list => {
      const row = await eventually('its row', () => list.renderRoot.querySelector<HTMLElement>('article'));
      row.focus();
      await press('Enter');
      await aTimeout(50);
      await press('Enter');
    });
  });
});

describe('the same where the page shows its composer anew as it hears kf-send, the ids of its replies made anew (uuid), and gives it the focus', () => {
  for (const time of [100, 450])
    it(`Control+Enter, which takes 600 ms, and once more by habit ${time} ms after it is out: it does not go twice`, async () => {
      const first = panelOf(composerOf());
      const fresh = composerOf(menu(click('满意', '2')).msgmenu);
      await show(placeOf(), first);
      stopClock(5000);
      const renew = (): void => {
        first.element.replaceWith(fresh);
        fresh.focus();
      };
      first.bridge.addEventListener('kf-send', renew, { once: true });
      first.element.focus();
      await press('Control', 'Enter');
      await chat.reached(1);
      stopClock(600);
      await fresh.updateComplete;
      fresh.focus();
      chat.answer();
      await told();
      stopClock(time);
      await press('Control', 'Enter');
      await told();
      await sendBehind(1, chat, first.bridge);
    });
});
