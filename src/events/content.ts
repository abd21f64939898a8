import type { ChatMessage, ProductMessage } from '../core/message.js';
import { validate } from '../core/validate.js';

/** What makes two messages the same one, as texts to compare; `''` for what is no valid message. */
export interface Content {
  /** What the customer reads. */
  readonly read: string;
  /** The same with the ids of the replies: the page hears of a tap by its id. */
  readonly exact: string;
}

/**
 * Leftover keys, their order and `enterChat` make no difference, nor do the addresses of a product's pictures, which a shop may sign
 * anew each time it is asked, nor how many items a page allows. Never throws.
 */
export function contentsOf(message: unknown): Content {
  const result = validate(message, { maxItems: Number.MAX_SAFE_INTEGER });
  if (!result.ok) return { read: '', exact: '' };
  const { message: valid } = result;
  const content: Partial<ChatMessage> = { ...valid };
  delete content.enterChat;
  const exact =
    valid.msgtype === 'channels_shop_product'
      ? JSON.stringify({ ...valid.channelsShopProduct, imgUrl: '', shopImgUrl: '' })
      : JSON.stringify(content);
  const isMenu = valid.msgtype === 'msgmenu';
  const withoutIds = (key: string, value: unknown): unknown => (key === 'id' ? undefined : value);
  return { read: isMenu ? JSON.stringify(content, withoutIds) : exact, exact };
}

/** What the customer reads: ids of replies, which a page may make anew each time, make no difference. */
export const contentOf = (message: unknown): string => contentsOf(message).read;

/** The same with the ids of the replies. */
export const exactContentOf = (message: unknown): string => contentsOf(message).exact;

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
