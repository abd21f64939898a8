import { expect } from '@open-wc/testing';
import { isKfError, productFromShopApi, validate } from '../../src/core/index.js';
import { codeOf } from '../support/code-of.js';
import { deepFreeze } from '../support/deep-freeze.js';

const options = { shopAppId: 'wx0000000000000000' };
const sku = (sale_price: unknown, more: object = {}): object => ({ sku_id: '1', sale_price, stock_num: 5, ...more });
const product = (more: object = {}): object =>
  deepFreeze({
    product_id: '10000226806665',
    title: '国行续航增强版',
    head_imgs: ['https://mmecimage.cn/p/wx1/first', 'https://mmecimage.cn/p/wx1/second'],
    status: 5,
    min_price: 207_900,
    skus: [sku(207_900)],
    ...more,
  });
const shop = deepFreeze({ nickname: '小店', headimg_url: 'http://mmbiz.qpic.cn/avatar' });

const priceOf = (more: object): string => productFromShopApi(product(more), shop, options).product.sellingPrice;
const codesOf = (more: object): string[] =>
  productFromShopApi(product(more), shop, options).issues.map(({ code }) => code);

describe('productFromShopApi', () => {
  const expected = {
    productId: '10000226806665',
    shopAppId: 'wx0000000000000000',
    imgUrl: 'https://mmecimage.cn/p/wx1/first',
    title: '国行续航增强版',
    sellingPrice: '207900',
    shopImgUrl: 'http://mmbiz.qpic.cn/avatar',
    shopNickname: '小店',
  };

  it('makes a product of the two raw answers, and of what is inside them', () => {
    const ok = { errcode: 0, errmsg: 'ok' };
    const raw = productFromShopApi({ ...ok, product: product() }, { ...ok, info: shop }, options);
    expect(raw).to.deep.equal({ product: expected, issues: [] });
    expect(productFromShopApi(product(), shop, options)).to.deep.equal(raw);
  });

  it('is a message that can be sent', () => {
    const { product: channelsShopProduct } = productFromShopApi(product(), shop, options);
    expect(validate({ msgtype: 'channels_shop_product', channelsShopProduct }).ok).to.equal(true);
  });

  it('takes min_price, else the cheapest SKU on sale', () => {
    expect(priceOf({ min_price: 800, skus: [sku(700)] })).to.equal('800');
    const skus = [sku(1000), sku(900, { status: 5 }), sku(100, { status: 0 }), sku('950')];
    expect(priceOf({ min_price: undefined, skus })).to.equal('900');
    expect(priceOf({ min_price: undefined, skus: [sku(100, { status: 0 })] })).to.equal('');
    expect(priceOf({ min_price: undefined, skus: undefined })).to.equal('');
  });

  it('keeps an id and a price as the digits that they are, and takes no number that JSON has rounded', () => {
    const id = (product_id: unknown): string =>
      productFromShopApi(product({ product_id }), shop, options).product.productId;
    expect(id('18446744073709551615')).to.equal('18446744073709551615');
    expect(id(10000226806665)).to.equal('10000226806665');
    expect(id(18446744073709551615)).to.equal('');
    expect(priceOf({ min_price: '800' })).to.equal('800');
    for (const min_price of [-1, 7.5, NaN, '7.5', null]) expect(priceOf({ min_price })).to.equal('207900');
  });

  it('warns of what would surprise the customer', () => {
    expect(codesOf({ timing_onsale_info: { is_hide_price: 1 } })).to.deep.equal(['price-hidden']);
    expect(codesOf({ status: 11 })).to.deep.equal(['not-on-sale']);
    expect(codesOf({ skus: [sku(1, { stock_num: 0 }), sku(2, { stock_num: 0 })] })).to.deep.equal(['no-stock']);
    expect(codesOf({ skus: [sku(1, { stock_num: 0 }), sku(2)] })).to.deep.equal([]);
    expect(codesOf({ status: undefined })).to.deep.equal([]);
    const [first] = productFromShopApi(product({ status: 0 }), shop, options).issues;
    expect(first).to.include({ severity: 'warning' });
  });

  it('leaves empty what the answers do not have: validate says which', () => {
    const { product: poor } = productFromShopApi({ product_id: '1' }, {}, options);
    const { issues } = validate({ msgtype: 'channels_shop_product', channelsShopProduct: poor });
    const missing = issues.map(({ path }) => path[1]);
    expect(missing).to.deep.equal(['imgUrl', 'title', 'sellingPrice', 'shopImgUrl', 'shopNickname']);
  });

  it('refuses an answer that is an error, with its code', () => {
    const refused = { errcode: 43001, errmsg: 'require GET method' };
    for (const [first, second] of [
      [refused, shop],
      [product(), refused],
    ])
      try {
        productFromShopApi(first, second, options);
        expect.fail('no error');
      } catch (error) {
        expect(isKfError(error, 'shop-api')).to.equal(true);
        expect(error).to.include({ raw: refused }).and.to.have.property('message').which.includes('43001');
      }
  });

  for (const [what, call] of Object.entries({
    'no product': () => productFromShopApi(undefined, shop, options),
    'a product that is text': () => productFromShopApi('x', shop, options),
    'an answer whose product is none': () => productFromShopApi({ product: 1 }, shop, options),
    'no shop': () => productFromShopApi(product(), null, options),
    'no options': () => productFromShopApi(product(), shop, undefined as never),
    'no shopAppId': () => productFromShopApi(product(), shop, {} as never),
    'an empty shopAppId': () => productFromShopApi(product(), shop, { shopAppId: '' }),
  }))
    it(`does not take ${what}`, () => expect(codeOf(call)).to.equal('invalid-argument'));
});
