/**
 * What `sendChatMessage` takes, in the platform's own field names.
 * Source: 客服工具栏接口, 参数说明; the base types: `wx.qy.sendChatMessage`. Limits stand in `spec.ts`.
 */

/** A customer taps the line and thereby says its `content`; the server gets `id` as `menu_id`. */
export interface ClickItem {
  type: 'click';
  /** `id`: 1–64 bytes. `content`: 1–128 bytes. */
  click: { id?: string; content: string };
}

/** A line that opens a web page. */
export interface ViewItem {
  type: 'view';
  /** `url`: 1–2048 bytes. `content`: 1–1024 bytes. */
  view: { url: string; content: string };
}

/** A line that opens a page of the mini program that the toolbar has open. */
export interface MiniprogramItem {
  type: 'miniprogram';
  /** `appid`: 1–32 bytes. `page`: 1–1024 bytes, its path ends in `.html`. `content`: 1–1024 bytes. */
  miniprogram: { appid: string; page: string; content: string };
}

/** One line of a menu. */
export type MenuItem = ClickItem | ViewItem | MiniprogramItem;

/** What a menu line does: `click` replies, `view` opens a link, `miniprogram` opens a page. */
export type MenuItemKind = MenuItem['type'];

/** A menu: text, lines to tap, text. */
export interface MsgMenu {
  /** Text above the lines, at most 1024 bytes. */
  head_content?: string;
  /** The lines. The client's own maximum is not documented; 10 is the server API's. */
  list?: MenuItem[];
  /** Text below the lines, at most 1024 bytes. */
  tail_content?: string;
}

/** A shop product (视频号商品). Everything is text and required. */
export interface ChannelsShopProduct {
  /** The product's id, a string of digits beyond what a number can hold. */
  productId: string;
  /** 小店ID, the shop's appid. */
  shopAppId: string;
  /** http(s) address of the first of the product's `head_imgs`. */
  imgUrl: string;
  title: string;
  /** The cheapest SKU's price in fen, as digits: `'800'` is ¥8.00. */
  sellingPrice: string;
  /** http(s) address of the shop's avatar. */
  shopImgUrl: string;
  shopNickname: string;
}

interface Common<T extends string> {
  msgtype: T;
  /** Go into the chat after sending. Mobile clients from 3.1.10 only. */
  enterChat?: boolean;
}

export type MenuMessage = Common<'msgmenu'> & { msgmenu: MsgMenu };
export type ProductMessage = Common<'channels_shop_product'> & { channelsShopProduct: ChannelsShopProduct };
export type TextMessage = Common<'text'> & { text: { content: string } };
export type ImageMessage = Common<'image'> & { image: { mediaid: string } };
export type VideoMessage = Common<'video'> & { video: { mediaid: string } };
export type FileMessage = Common<'file'> & { file: { mediaid: string } };
export type NewsMessage = Common<'news'> & {
  news: { link: string; title?: string; desc?: string; imgUrl?: string };
};
export type MiniprogramMessage = Common<'miniprogram'> & {
  miniprogram: { appid: string; title: string; imgUrl: string; page: string };
};

/** Every message that `sendChatMessage` knows. */
export type ChatMessage =
  | TextMessage
  | ImageMessage
  | VideoMessage
  | FileMessage
  | NewsMessage
  | MiniprogramMessage
  | MenuMessage
  | ProductMessage;

/** The four clients that the platform's tables tell apart. */
export type Platform = 'ios' | 'android' | 'windows' | 'mac';
