import { invalidArgument } from './error.js';

/**
 * The platform's parameter table as data: a row a field, in the documented order, each with what its page says. Validation,
 * the composer's counters, the JSON Schema, the boundary tests and `docs/limits.md` read their limits here and nowhere else.
 *
 * Sources: KF is the table 参数说明 of 客服工具栏接口, SEND the page of `wx.qy.sendChatMessage`. The platform counts bytes and
 * does not say in which encoding: they are taken as UTF-8.
 */

/** What the columns can't say; `rules.ts` has them as functions. `kind` names one of the bodies beside it. */
export type Rule = 'kind' | 'link' | 'image' | 'page' | 'price' | 'id' | 'menu';

/** A row of the table: what a field has to be. */
export interface Field {
  readonly type: 'string' | 'boolean' | 'object' | 'list';
  readonly required?: boolean;
  /** Bytes. */
  readonly min?: number;
  /** Bytes; items of a list. */
  readonly max?: number;
  readonly rule?: Rule;
  /** A body: it belongs to the message or item whose `msgtype` or `type` says this, and has to be there then. */
  readonly when?: string;
  /** What is inside the object, or inside each item of the list. */
  readonly fields?: Fields;
}
export type Fields = Readonly<Record<string, Field>>;

const text = (columns: Pick<Field, 'min' | 'max' | 'rule'> = {}): Field => ({ type: 'string', ...columns });
const required = (field: Field): Field => ({ ...field, required: true });
const flag: Field = { type: 'boolean' };
const list = (max: number, fields: Fields): Field => ({ type: 'list', max, fields });
const body = (when: string, fields: Fields): Field => ({ type: 'object', when, fields });

/** How many lines a menu may have for the server API (`kf/send_msg`); the client's own limit is not documented. */
export const MAX_ITEMS = 10;

const click: Fields = {
  id: text({ min: 1, max: 64, rule: 'id' }), // KF msgmenu::list::click::id: 否, 不少于1字节, 不多于64字节
  content: required(text({ min: 1, max: 128 })), // KF msgmenu::list::click::content: 是, 1, 128
};
const view: Fields = {
  url: required(text({ min: 1, max: 2048, rule: 'link' })), // KF msgmenu::list::view::url: 是, 1, 2048
  content: required(text({ min: 1, max: 1024 })), // KF msgmenu::list::view::content: 是, 1, 1024
};
const miniprogramLine: Fields = {
  appid: required(text({ min: 1, max: 32 })), // KF msgmenu::list.miniprogram::appid: 是, 1, 32
  page: required(text({ min: 1, max: 1024, rule: 'page' })), // KF msgmenu::list.miniprogram::page: 是, 1, 1024, .html
  content: required(text({ min: 1, max: 1024 })), // KF msgmenu::list.miniprogram::content: 是, 1, 1024
};

/** What stands in a `msgmenu`. */
export const MENU: Fields = {
  head_content: text({ max: 1024 }), // KF msgmenu::head_content: 否, 不多于1024字节
  list: list(MAX_ITEMS, {
    type: required(text({ rule: 'kind' })), // KF msgmenu::list::type: 是
    click: body('click', click), // KF msgmenu::list::click
    view: body('view', view), // KF msgmenu::list::view
    miniprogram: body('miniprogram', miniprogramLine), // KF msgmenu::list.miniprogram
  }),
  tail_content: text({ max: 1024 }), // KF msgmenu::tail_content: 否, 不多于1024字节
};

/** KF channelsShopProduct::…: each of them 是, without a limit. */
const product: Fields = {
  productId: required(text()),
  shopAppId: required(text()),
  imgUrl: required(text({ rule: 'image' })),
  title: required(text()),
  sellingPrice: required(text({ rule: 'price' })), // 单位分
  shopImgUrl: required(text({ rule: 'image' })),
  shopNickname: required(text()),
};

export const SPEC: Fields = {
  msgtype: required(text({ rule: 'kind' })), // KF msgtype: 是
  enterChat: flag, // KF enterChat: 否
  text: body('text', {
    content: required(text()), // SEND text.content: 否, but the types of @wecom/jssdk require it
  }),
  image: body('image', { mediaid: required(text()) }), // SEND image.mediaid
  video: body('video', { mediaid: required(text()) }), // SEND video.mediaid
  file: body('file', { mediaid: required(text()) }), // SEND file.mediaid
  news: body('news', {
    link: required(text({ rule: 'link' })), // SEND news.link: 必填
    title: text(), // SEND news.title
    desc: text(), // SEND news.desc
    imgUrl: text({ rule: 'image' }), // SEND news.imgUrl
  }),
  miniprogram: body('miniprogram', {
    appid: required(text()), // SEND miniprogram.appid
    title: required(text()), // SEND miniprogram.title
    imgUrl: required(text({ rule: 'image' })), // SEND miniprogram.imgUrl: with http(s)
    page: required(text({ rule: 'page' })), // SEND miniprogram.page: .html
  }),
  msgmenu: { ...body('msgmenu', MENU), rule: 'menu' }, // KF msgmenu
  channelsShopProduct: body('channels_shop_product', product), // KF channelsShopProduct
};

/** Keys of the server API's menu (`kf/send_msg`) that are easily brought along. Source: 发送消息, 菜单消息. */
export const SERVER_ONLY_KEYS: readonly string[] = ['pagepath', 'no_newline'];

/** What the platform's table says of one field. */
export interface Limit {
  /** Bytes; absent where the table gives none. */
  min?: number;
  /** Bytes, or items of a list; absent where the table gives none. */
  max?: number;
  required: boolean;
}

/** The row under `key`, never what an object inherits. */
export const rowOf = (fields: Fields, key: string): Field | undefined =>
  Object.prototype.hasOwnProperty.call(fields, key) ? fields[key] : undefined;

function fieldAt(path: string): Field | undefined {
  let fields = SPEC;
  let field: Field | undefined;
  for (const key of path.split('.')) {
    if (field?.type === 'list' && /^\d+$/.test(key)) continue;
    field = rowOf(fields, key);
    fields = field?.fields ?? {};
  }
  return field;
}

/**
 * The table's row for `path`: `'msgmenu.list.click.content'` → `{ min: 1, max: 128, required: true }`. Indices may stand in it.
 * @throws KfError `invalid-argument` for a path that the table does not have.
 */
export function limitOf(path: string): Limit {
  const field = typeof path === 'string' && fieldAt(path);
  if (!field) throw invalidArgument('no such field');
  const { min, max, required = false } = field;
  return { ...(min && { min }), ...(max && { max }), required };
}
