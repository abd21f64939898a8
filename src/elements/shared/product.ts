import type { Issue } from '../../core/issue.js';
import { jsonCopy } from '../../core/json-copy.js';
import type { ChannelsShopProduct, ProductMessage } from '../../core/message.js';
import { formatFen, isFen } from '../../core/price.js';
import { issueText } from '../../locales/describe.js';
import { fill, firstText, type Word, type Words } from '../../locales/words.js';

/** A product as a page gives it: some of it may be missing. */
export type ProductFields = Partial<ChannelsShopProduct>;

/** The card's own properties that a product has; the platform's `title` is an attribute of every element already. */
const PRODUCT_PROPERTIES = [
  'productId',
  'shopAppId',
  'imgUrl',
  'productTitle',
  'sellingPrice',
  'shopImgUrl',
  'shopNickname',
] as const;

export type ProductProperties = Partial<Record<(typeof PRODUCT_PROPERTIES)[number], string | null>>;

/** What the properties say; what is not there is left out. */
export function productOf(card: ProductProperties): ProductFields {
  const product: ProductFields = {};
  for (const name of PRODUCT_PROPERTIES) {
    const value = card[name];
    if (value != null) product[name === 'productTitle' ? 'title' : name] = value;
  }
  return product;
}

/** A deep copy of a value as JSON has them; undefined for what JSON can't have: a cycle, a BigInt, what is nested too deep. */
function plainCopy(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null)
    return value;
  if (typeof value !== 'object') return undefined;
  try {
    return jsonCopy(value);
  } catch {
    return undefined;
  }
}

/** A deep copy of what the page gave. What can't be read or can't be sent as JSON is left out; never throws. */
export function copyOf(given: unknown): ProductFields {
  try {
    const copy: Record<string, unknown> = typeof given === 'object' ? { ...given } : {};
    for (const key of Object.keys(copy)) {
      const value = plainCopy(copy[key]);
      if (value === undefined) delete copy[key];
      else copy[key] = value;
    }
    return copy;
  } catch {
    return {}; // a getter or a proxy threw
  }
}

/** The message of a product, valid or not; it shares the product. */
export const messageOf = (product: ProductFields): ProductMessage => ({
  msgtype: 'channels_shop_product',
  channelsShopProduct: product as ChannelsShopProduct,
});

const isHttp = (url: unknown): url is string => typeof url === 'string' && /^https?:\/\//i.test(url);

let isSecure: boolean | undefined;
/** Asked once: a page keeps its protocol, and a thousand cards ask. */
const isSecurePage = (): boolean => (isSecure ??= location.protocol === 'https:');

/** The address under which an image may be shown: a page over https shows no http image. Anything but http(s) is none. */
export function imageSource(url: unknown): string | null {
  if (!isHttp(url)) return null;
  return /^http:/i.test(url) && isSecurePage() ? `https${url.slice(4)}` : url;
}

/** A price in fen as people read it: `1,299.00`; `''` where it is none. Text, because a price may be longer than a number is exact. */
export const priceText = (fen: unknown): string => (isFen(fen) ? formatFen(fen).replace(/\B(?=(\d{3})+\.)/g, ',') : '');

interface AroundPrice {
  readonly before: string;
  readonly after: string;
}

/** By the words that say it: a thousand cards ask. */
const aroundPrices = new WeakMap<Words, AroundPrice>();

/** What stands before a price and behind it, as it is the lowest one: 「起」. Both without blanks: the styles make room. */
export function aroundPrice(words: Words): AroundPrice {
  const known = aroundPrices.get(words);
  if (known) return known;
  const [before = '', after = ''] = words.priceFrom.split('{price}');
  const around = { before: before.trim(), after: after.trim() };
  aroundPrices.set(words, around);
  return around;
}

/** Text as it stands; anything else is none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What keeps a message from being sent. */
export const errorsOf = (issues: readonly Issue[]): Issue[] => issues.filter(({ severity }) => severity === 'error');

/** What of a product is missing, in the words for `missing`, else what is wrong first, in the words for `wrong`. */
export function lackText(errors: readonly Issue[], words: Words, templates: { missing: Word; wrong?: Word }): string {
  const missing = errors.filter(({ code }) => code === 'required').map(({ path }) => firstText(words, String(path[1])));
  if (missing.length) return fill(words[templates.missing], { text: missing.join(words.and) });
  const [first] = errors;
  const text = first ? issueText(first, words) : '';
  return templates.wrong ? fill(words[templates.wrong], { text }) : text;
}

/** Whether there is nothing to say against the product at first sight: a page of a thousand cards does not have to validate each. */
export const isPlainlyValid = (product: ProductFields): boolean =>
  Object.keys(product).length === PRODUCT_PROPERTIES.length &&
  [product.productId, product.shopAppId, product.title, product.shopNickname].every(text => textOf(text) !== '') &&
  isFen(product.sellingPrice) &&
  isHttp(product.imgUrl) &&
  isHttp(product.shopImgUrl);
