import { aTimeout, expect, html } from '@open-wc/testing';
import '../../../src/kf-product-card.js';
import { chat, given, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { B } from '../../support/customers.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { product } from '../../support/messages.js';

const { HEAD } = ComposerPage;
beforeEach(asOnNewPage);

describe('card and composer in one bridge; the page empties its composer at each kf-sent that it hears on the bridge', () => {
  it("A's card is out while B's text is being written: that stays", async () => {
    const { channelsShopProduct } = product({ productId: `onepage${B}` });
    const view = await chat.panel(
      html`<kf-menu-composer .value=${given}></kf-menu-composer
        ><kf-product-card .product=${channelsShopProduct}></kf-product-card>`,
    );
    const { element, bridge } = view;
    bridge.addEventListener('kf-sent', () => (element.value = {}));
    const card = bridge.querySelector('kf-product-card')!;
    void card.send().catch(() => undefined);
    await chat.reached(1);
    await chat.open(bridge, B);
    stopClock(2000);
    await view.type(HEAD, '李先生，您的退款到了');
    chat.answer();
    await aTimeout(50);
    await view.settled();
    expect(headOf(view)).to.equal('李先生，您的退款到了');
  });
});
