import { expect, html } from '@open-wc/testing';
import documentedCall from '../../fixtures/documented-call.json' with { type: 'json' };
import { card, PIXEL, type CardPage } from '../../support/card-page.js';
import { product } from '../../support/messages.js';

const { channelsShopProduct: documented } = documentedCall;
const tea = product({ imgUrl: PIXEL, shopImgUrl: PIXEL }).channelsShopProduct;
const of = (value: unknown) => card(html`<kf-product-card .product=${value as typeof tea}></kf-product-card>`);

/** As the browser does when an address has no picture; it may have found that out itself. */
async function breakPicture(view: CardPage): Promise<void> {
  const broken = view.pictures.find(({ src }) => src.endsWith('.missing'));
  broken?.dispatchEvent(new Event('error'));
  await view.settled();
}

describe('the product card shows', () => {
  it('title, price and shop', async () => {
    const view = await of(tea);
    expect(view.part('title')).to.equal('青城山茶');
    expect(view.price).to.equal('¥8.00起');
    expect(view.part('shop')).to.equal('名称');
  });

  it('as much of a title as fits into two lines', async () => {
    const view = await card(html`<kf-product-card .product=${{ ...tea, title: '软'.repeat(20) }}></kf-product-card>`, {
      width: 180,
    });
    const title = view.root.querySelector('[part="title"]') as HTMLElement;
    expect(title.scrollHeight).to.be.at.most(title.clientHeight + 2); // a third line has 20
  });

  it("the product's picture and the shop's", async () => {
    const view = await of({ ...tea, shopImgUrl: `${PIXEL}?shop` });
    expect(view.pictures.map(({ src }) => src)).to.deep.equal([PIXEL, `${PIXEL}?shop`]);
  });

  it('both pictures only when they come into view, and without telling where', async () => {
    for (const picture of (await of(tea)).pictures) {
      expect(picture.loading).to.equal('lazy');
      expect(picture.referrerPolicy).to.equal('no-referrer');
    }
  });

  it('the same from attributes; both ids go into the message', async () => {
    const view = await card(
      html`<kf-product-card
        product-id=${documented.productId}
        shop-app-id=${documented.shopAppId}
        img-url=${PIXEL}
        product-title=${documented.title}
        selling-price=${documented.sellingPrice}
        shop-img-url=${PIXEL}
        shop-nickname=${documented.shopNickname}
      ></kf-product-card>`,
    );
    expect(view.part('title')).to.equal('aaaaa');
    expect(view.price).to.equal('¥8.00起');
    expect(view.part('shop')).to.equal('名称');
    expect(view.element.message).to.deep.equal({
      msgtype: 'channels_shop_product',
      channelsShopProduct: { ...documented, imgUrl: PIXEL, shopImgUrl: PIXEL },
    });
  });

  it('the product before the attributes, and these again after it', async () => {
    const view = await card(html`<kf-product-card product-title="甲" .product=${tea}></kf-product-card>`);
    expect(view.part('title')).to.equal('青城山茶');
    view.element.product = null;
    await view.settled();
    expect(view.part('title')).to.equal('甲');
  });

  for (const [fen, yuan] of [
    ['0', '0.00'],
    ['5', '0.05'],
    ['80', '0.80'],
    ['800', '8.00'],
    ['129900', '1,299.00'],
    ['00800', '8.00'],
    ['100000000', '1,000,000.00'],
    ['90071992547409931', '900,719,925,474,099.31'],
  ] as const)
    it(`${fen} fen as ¥${yuan}`, async () => {
      expect((await of({ ...tea, sellingPrice: fen })).price).to.equal(`¥${yuan}起`);
    });

  for (const price of ['8.00', '', '-1', '１２', undefined])
    it(`no price for ${JSON.stringify(price) ?? 'none'}`, async () => {
      expect((await of({ ...tea, sellingPrice: price })).price).to.equal('—');
    });

  it('a title as text, whatever stands in it', async () => {
    expect((await of({ ...tea, title: '<img src=x>' })).part('title')).to.equal('<img src=x>');
  });

  it("a quiet tile with the product's first character where a picture is broken", async () => {
    const view = await of({ ...tea, imgUrl: `${PIXEL}.missing` });
    await breakPicture(view);
    expect(view.part('image')).to.equal('青');
    expect(view.pictures.map(({ src }) => src)).to.deep.equal([PIXEL]);
  });

  it('a tile where the address is none that can be shown', async () => {
    expect((await of({ ...tea, imgUrl: 'javascript:alert(1)', title: '🍵家' })).pictures.length).to.equal(1);
    expect((await of({ ...tea, imgUrl: undefined })).part('image')).to.equal('青');
  });

  it('a whole character in the tile', async () => {
    expect((await of({ ...tea, imgUrl: '', title: '🍵家' })).part('image')).to.equal('🍵');
  });

  it('the next picture, though the last one was broken', async () => {
    const view = await of({ ...tea, imgUrl: `${PIXEL}.missing` });
    await breakPicture(view);
    view.element.product = tea;
    await view.settled();
    expect(view.pictures.length).to.equal(2);
  });
});
