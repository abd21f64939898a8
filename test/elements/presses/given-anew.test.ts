import { aTimeout, expect, html } from '@open-wc/testing';
import '../../../src/kf-product-card.js';
import { chat, given } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { A } from '../../support/customers.js';
import { eventually, press } from '../../support/element-page.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { product } from '../../support/messages.js';
import { pressCard, sendOf } from './page-asking.js';

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
