import type { ChatMessage, ProductMessage } from '../core/message.js';
import { validate } from '../core/validate.js';

/** What makes two messages the same one, as texts to compare; `''` for what is no valid message. */
export interface Content {
  /** What it is about: a menu's words, or which product of which shop, whatever that costs by now. */
  readonly subject: string;
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
  if (!result.ok) return { subject: '', read: '', exact: '' };
  const { message: valid } = result;
  const content: Partial<ChatMessage> = { ...valid };
  delete content.enterChat;
  if (valid.msgtype === 'channels_shop_product') {
    const { productId, shopAppId } = valid.channelsShopProduct;
    const exact = JSON.stringify({ ...valid.channelsShopProduct, imgUrl: '', shopImgUrl: '' });
    return { subject: JSON.stringify([shopAppId, productId]), read: exact, exact };
  }
  const exact = JSON.stringify(content);
  const withoutIds = (key: string, value: unknown): unknown => (key === 'id' ? undefined : value);
  const read = valid.msgtype === 'msgmenu' ? JSON.stringify(content, withoutIds) : exact;
  return { subject: read, read, exact };
}

/** What the customer reads: ids of replies, which a page may make anew each time, make no difference. */
export const contentOf = (message: unknown): string => contentsOf(message).read;

/** What it is about. */
export const subjectOf = (message: unknown): string => contentsOf(message).subject;

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
