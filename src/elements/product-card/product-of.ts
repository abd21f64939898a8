import type { ChannelsShopProduct } from '../../core/message.js';

/** The card's own properties that a product has; the platform's `title` is an attribute of every element already. */
export const PRODUCT_PROPERTIES = {
  productId: { attribute: 'product-id' },
  shopAppId: { attribute: 'shop-app-id' },
  imgUrl: { attribute: 'img-url' },
  productTitle: { attribute: 'product-title' },
  sellingPrice: { attribute: 'selling-price' },
  shopImgUrl: { attribute: 'shop-img-url' },
  shopNickname: { attribute: 'shop-nickname' },
};

/** What they say; what is not there is left out. */
export function productOf(card: Record<keyof typeof PRODUCT_PROPERTIES, string | null>): Partial<ChannelsShopProduct> {
  const product: Record<string, unknown> = {};
  for (const name of Object.keys(PRODUCT_PROPERTIES) as (keyof typeof PRODUCT_PROPERTIES)[])
    if (card[name] !== null) product[name === 'productTitle' ? 'title' : name] = card[name];
  return product;
}

/** The address under which an image may be shown: a page over https shows no http image. Anything but http(s) is none. */
export function imageSource(url: unknown): string | null {
  if (typeof url !== 'string' || !/^https?:\/\//i.test(url)) return null;
  return location.protocol === 'https:' ? url.replace(/^http:/i, 'https:') : url;
}
