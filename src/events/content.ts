import type { ChatMessage, ProductMessage } from '../core/message.js';
import { validate } from '../core/validate.js';

/**
 * What makes two messages the same one to the customer, as text to compare: leftover keys, their order and `enterChat` make no
 * difference, nor do the addresses of a product's pictures and the ids of replies, which a page may make anew each time, nor how many
 * items a page allows. `''` for what is no valid message. Never throws.
 */
export function contentOf(message: unknown): string {
  const result = validate(message, { maxItems: Number.MAX_SAFE_INTEGER });
  if (!result.ok) return '';
  const { message: valid } = result;
  const content: Partial<ChatMessage> = { ...valid };
  delete content.enterChat;
  if (valid.msgtype !== 'channels_shop_product')
    return JSON.stringify(content, (key, value: unknown) => (key === 'id' ? undefined : value));
  return JSON.stringify({ ...valid.channelsShopProduct, imgUrl: '', shopImgUrl: '' });
}

/** The product's id in a message, `''` where there is none. Never throws: records keep what a page has asked for, whatever it was. */
export function productIdIn(message: unknown): string {
  try {
    const { channelsShopProduct }: Partial<ProductMessage> = Object(message);
    const id: unknown = channelsShopProduct?.productId;
    return typeof id === 'string' ? id : '';
  } catch {
    return '';
  }
}
