/**
 * The platform's parameter table as data, a row a field, in the documented order. Validation, the counters, the boundary tests
 * and the docs read their limits here and nowhere else.
 * Source: 客服工具栏接口, 参数说明; base types: `wx.qy.sendChatMessage`. Bytes are taken as UTF-8.
 */
export interface Field {
  readonly type: 'string' | 'boolean' | 'object' | 'list';
  readonly required?: boolean;
  /** Bytes. */
  readonly min?: number | undefined;
  /** Bytes; items of a list. */
  readonly max?: number | undefined;
  /** A rule of `rules.ts` that the columns can't say. */
  readonly rule?: 'msgtype' | 'type' | 'link' | 'image' | 'page' | 'price' | 'id' | 'menu' | null | undefined;
  /** A body: it belongs to the message or item whose `msgtype` or `type` says this. */
  readonly when?: string;
  /** What is inside the object, or inside each item of the list. */
  readonly fields?: Fields;
}
export type Fields = Readonly<Record<string, Field>>;

/** Columns that a row leaves empty stay undefined; `null` is no rule. */
const optional = (rule?: Field['rule'], max?: number, min?: number): Field => ({ type: 'string', rule, max, min });
/** Where the platform names a maximum for a required text, its minimum is 1. */
const required = (rule?: Field['rule'], max?: number): Field => ({
  type: 'string',
  rule,
  max,
  min: max && 1,
  required: true,
});
const body = (when: string, fields: Fields, rule?: Field['rule']): Field => ({ type: 'object', when, fields, rule });
const media = (when: string): Field => body(when, { mediaid: required() });

/** The server API takes ten items at most; the client's own limit is not documented. */
export const MAX_ITEMS = 10;

const menuItem: Fields = {
  type: required('type'),
  click: body('click', { id: optional('id', 64, 1), content: required(null, 128) }),
  view: body('view', { url: required('link', 2048), content: required(null, 1024) }),
  miniprogram: body('miniprogram', {
    appid: required(null, 32),
    page: required('page', 1024),
    content: required(null, 1024),
  }),
};

export const SPEC: Fields = {
  msgtype: required('msgtype'),
  enterChat: { type: 'boolean' },
  text: body('text', { content: required() }),
  image: media('image'),
  video: media('video'),
  file: media('file'),
  news: body('news', {
    link: required('link'),
    title: optional(),
    desc: optional(),
    imgUrl: optional('image'),
  }),
  miniprogram: body('miniprogram', {
    appid: required(),
    title: required(),
    imgUrl: required('image'),
    page: required('page'),
  }),
  msgmenu: body(
    'msgmenu',
    {
      head_content: optional(null, 1024),
      list: { type: 'list', max: MAX_ITEMS, fields: menuItem },
      tail_content: optional(null, 1024),
    },
    'menu',
  ),
  channelsShopProduct: body('channels_shop_product', {
    productId: required(),
    shopAppId: required(),
    imgUrl: required('image'),
    title: required(),
    sellingPrice: required('price'),
    shopImgUrl: required('image'),
    shopNickname: required(),
  }),
};

/** Keys of the server API's `kf/send_msg` menu that are easily brought along. Source: 发送消息, 菜单消息. */
export const SERVER_ONLY_KEYS: readonly string[] = ['pagepath', 'no_newline'];

/** The row of `key`, never what an object inherits. */
export const fieldOf = (fields: Fields, key: string): Field | undefined => new Map(Object.entries(fields)).get(key);
