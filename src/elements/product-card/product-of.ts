import type { ChannelsShopProduct } from '../../core/message.js';
import { formatFen, isFen } from '../../core/price.js';

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

/** What they say; what is not there is left out. */
export function productOf(
  card: Partial<Record<(typeof PRODUCT_PROPERTIES)[number], string | null>>,
): Partial<ChannelsShopProduct> {
  const product: Partial<ChannelsShopProduct> = {};
  for (const name of PRODUCT_PROPERTIES) {
    const value = card[name];
    if (value != null) product[name === 'productTitle' ? 'title' : name] = value;
  }
  return product;
}

/** A copy of what the page gave; what can't be read is nothing. */
export function copyOf(given: unknown): Partial<ChannelsShopProduct> {
  try {
    return { ...(given as object) };
  } catch {
    return {}; // a getter or a proxy threw
  }
}

/** The address under which an image may be shown: a page over https shows no http image. Anything but http(s) is none. */
export function imageSource(url: unknown, page: { readonly protocol: string } = location): string | null {
  if (typeof url !== 'string' || !/^https?:\/\//i.test(url)) return null;
  return /^http:/i.test(url) && page.protocol === 'https:' ? `https${url.slice(4)}` : url;
}

/** A price in fen as people read it: `1,299.00`; `''` where it is none. Text, because a price may be longer than a number is exact. */
export const priceText = (fen: unknown): string => (isFen(fen) ? formatFen(fen).replace(/\B(?=(\d{3})+\.)/g, ',') : '');

/** Text as it stands; anything else is none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
