import type { ChannelsShopProduct } from '../../core/message.js';

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
  card: Record<(typeof PRODUCT_PROPERTIES)[number], string | null>,
): Partial<ChannelsShopProduct> {
  const given = PRODUCT_PROPERTIES.filter(name => card[name] !== null);
  return Object.fromEntries(given.map(name => [name === 'productTitle' ? 'title' : name, card[name]]));
}

/** The address under which an image may be shown: a page over https shows no http image. Anything but http(s) is none. */
export function imageSource(url: unknown): string | null {
  if (typeof url !== 'string' || !/^https?:\/\//i.test(url)) return null;
  return location.protocol === 'https:' ? url.replace(/^http:/i, 'https:') : url;
}
