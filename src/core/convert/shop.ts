import { demandObject, invalidArgument, KfError, reading } from '../error.js';
import { issue, type Issue, type IssueCode } from '../issue.js';
import type { ChannelsShopProduct } from '../message.js';
import { isFen } from '../price.js';

type Bag = Record<string, unknown>;

/** `status` of a product or SKU that is on sale. Source: 获取商品. */
const ON_SALE = 5;

/** What an answer has under `key`, or the inner object itself. */
function opened(answer: unknown, key: string): Bag {
  demandObject(answer, key);
  const { errcode, errmsg, [key]: inner = answer } = answer;
  if (errcode) {
    const details = { errcode: String(errcode), text: String(errmsg) };
    throw new KfError('shop-api', `${details.errcode} ${details.text}`, { raw: answer, details });
  }
  demandObject(inner, key);
  return inner;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An id or a price as digits; a number that JSON has rounded is none. */
const digits = (value: unknown): string => {
  const text = Number.isSafeInteger(value) ? String(value) : value;
  return isFen(text) ? text : '';
};

/**
 * A product from the shop's raw answers, 获取商品 and 获取店铺基本信息, or from the objects `product` and `info` inside them.
 * The price is `min_price`, else the smallest `sale_price` of a SKU on sale. What is missing becomes `''`, which `validate` reports.
 * Issues are warnings: `price-hidden`, `not-on-sale`, `no-stock`.
 * @param options `shopAppId`: the appid (小店ID) whose credentials asked; the answers don't have it.
 * @throws KfError `shop-api` for an answer with an `errcode`, `invalid-argument` for anything that is no answer.
 */
export function productFromShopApi(
  product: unknown,
  shop: unknown,
  options: { shopAppId: string },
): { product: ChannelsShopProduct; issues: Issue[] } {
  const shopAppId = reading('options', () => options.shopAppId);
  if (!text(shopAppId)) throw invalidArgument('no shopAppId');
  return reading('the answers', () => {
    const { product_id, title, head_imgs, status, min_price, skus, timing_onsale_info } = opened(product, 'product');
    const { headimg_url, nickname } = opened(shop, 'info');

    const units: Bag[] = (Array.isArray(skus) ? skus : []).filter(Boolean);
    const onSale = units.filter(unit => unit.status === undefined || unit.status === ON_SALE);
    const prices = onSale.map(unit => digits(unit.sale_price)).filter(Boolean);
    const cheapest = prices.sort((a, b) => Number(a) - Number(b))[0];
    const warnings: [IssueCode, unknown][] = [
      ['price-hidden', Object(timing_onsale_info).is_hide_price],
      ['not-on-sale', status !== undefined && status !== ON_SALE],
      ['no-stock', onSale.length && onSale.every(({ stock_num }) => stock_num === 0)],
    ];
    return {
      product: {
        productId: digits(product_id),
        shopAppId,
        imgUrl: text(Array.isArray(head_imgs) && head_imgs[0]),
        title: text(title),
        sellingPrice: digits(min_price) || cheapest || '',
        shopImgUrl: text(headimg_url),
        shopNickname: text(nickname),
      },
      issues: warnings.filter(([, isSo]) => isSo).map(([code]) => issue(code, ['channelsShopProduct'])),
    };
  });
}
