import { expect, html } from '@open-wc/testing';
import type { ChannelsShopProduct } from '../../../src/core/message.js';
import { card, PIXEL } from '../../support/card-page.js';
import { product as productMessage } from '../../support/messages.js';

const tea = productMessage({ imgUrl: PIXEL, shopImgUrl: PIXEL }).channelsShopProduct;

const throwing = {
  get title(): string {
    throw new Error('not for you');
  },
};
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

describe('a card with a product that is none', () => {
  for (const [name, product] of [
    ['a number', 5],
    ['a text', '曲奇'],
    ['a list', [tea]],
    ['one whose getter throws', throwing],
    ['a proxy that was revoked', revoked()],
    ['one with numbers for texts', { ...tea, sellingPrice: 800, title: 1 }],
  ] as const)
    it(`can not be sent, and says so: ${name}`, async () => {
      const view = await card(html`<kf-product-card></kf-product-card>`);
      view.element.product = product as unknown as ChannelsShopProduct;
      await view.settled();
      expect(view.action).to.equal('不能发送');
      expect(view.element.issues.length).to.be.above(0);
      view.element.product = tea;
      await view.settled();
      expect(view.part('title')).to.equal(tea.title);
    });

  it('shows a joined character whole in its tile', async () => {
    const view = await card(
      html`<kf-product-card .product=${{ ...tea, imgUrl: '', title: '👩‍👩‍👧家庭装' }}></kf-product-card>`,
    );
    expect(view.root.querySelector('.tile')?.textContent).to.equal('👩‍👩‍👧');
  });
});
