import { expect, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import '../../../../src/kf-product-card.js';
import type { ChatMessage } from '../../../../src/core/index.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { card } from '../../../support/card-page.js';
import { inTouch, unanswered } from '../../../support/in-touch.js';
import { product, text } from '../../../support/messages.js';
import { ManualHost } from '../../../support/manual-host.js';

describe('a message that the page changes after it was sent', () => {
  it('is repeated as it was: what the user is asked about', async () => {
    const host = new ManualHost();
    const tea = product({ productId: 'tea' });
    const view = await card(html`<kf-product-card .product=${tea.channelsShopProduct}></kf-product-card>`, { host });
    const bridge = view.element.closest('kf-bridge')!;
    const mine = product({ productId: 'tea' });
    await unanswered(bridge, () => bridge.send(mine));
    mine.channelsShopProduct.productId = 'coffee';
    await view.buttonSays('没有，重发');
    await view.send();
    await host.reached(2);
    expect(host.sends[1]).to.deep.equal(tea);
  });
});

describe('what a bridge remembers has an end', () => {
  let bridge: KfBridge;
  beforeEach(async () => {
    bridge = await inTouch(html`<kf-bridge dry-run .host=${new ManualHost()}></kf-bridge>`);
  });

  const messages = Array.from({ length: 205 }, (_, n) => text(`第 ${n} 条`));
  const remembered = (): ChatMessage[] => messages.filter(message => bridge.recordOf(message));

  it('also when the page uses one object for all its messages', async () => {
    const one = text();
    for (const message of messages) {
      one.text.content = message.text.content;
      await bridge.send(one);
    }
    expect(remembered()).to.deep.equal(messages.slice(-200));
  });

  it('also after a message that the page has changed since', async () => {
    const one = text('第一');
    await bridge.send(one);
    one.text.content = '改了';
    for (const message of messages) await bridge.send(message);
    expect(remembered()).to.deep.equal(messages.slice(-200));
  });
});
