/**
 * The platform's parameter table as data, a row a field, in the documented order. Validation, the counters, the boundary tests
 * and the docs read their limits here and nowhere else.
 * Source: 客服工具栏接口, 参数说明; base types: `wx.qy.sendChatMessage`. Bytes are taken as UTF-8.
 */
export interface Field {
  readonly type: 'string' | 'boolean' | 'object' | 'list';
  readonly required?: boolean;
  /** Bytes. */
  readonly min?: number;
  /** Bytes; items of a list. */
  readonly max?: number;
  /** A rule of `rules.ts` that the columns can't say. */
  readonly rule?: 'kind' | 'link' | 'image' | 'page' | 'price' | 'id' | 'menu';
  /** A body: it belongs to the message or item whose `msgtype` or `type` says this. */
  readonly when?: string;
  /** What is inside the object, or inside each item of the list. */
  readonly fields?: Fields;
}
export type Fields = Readonly<Record<string, Field>>;

const string = (columns: Omit<Field, 'type'> = {}): Field => ({ type: 'string', ...columns });
const required = (columns: Omit<Field, 'type'> = {}): Field => string({ required: true, ...columns });
const body = (when: string, fields: Fields, rule: Pick<Field, 'rule'> = {}): Field => ({
  type: 'object',
  when,
  fields,
  ...rule,
});
const media = (when: string): Field => body(when, { mediaid: required() });

/** The server API takes ten items at most; the client's own limit is not documented. */
export const MAX_ITEMS = 10;

const menuItem: Fields = {
  type: required({ rule: 'kind' }),
  click: body('click', {
    id: string({ min: 1, max: 64, rule: 'id' }),
    content: required({ min: 1, max: 128 }),
  }),
  view: body('view', {
    url: required({ min: 1, max: 2048, rule: 'link' }),
    content: required({ min: 1, max: 1024 }),
  }),
  miniprogram: body('miniprogram', {
    appid: required({ min: 1, max: 32 }),
    page: required({ min: 1, max: 1024, rule: 'page' }),
    content: required({ min: 1, max: 1024 }),
  }),
};

export const SPEC: Fields = {
  msgtype: required({ rule: 'kind' }),
  enterChat: { type: 'boolean' },
  text: body('text', { content: required() }),
  image: media('image'),
  video: media('video'),
  file: media('file'),
  news: body('news', {
    link: required({ rule: 'link' }),
    title: string(),
    desc: string(),
    imgUrl: string({ rule: 'image' }),
  }),
  miniprogram: body('miniprogram', {
    appid: required(),
    title: required(),
    imgUrl: required({ rule: 'image' }),
    page: required({ rule: 'page' }),
  }),
  msgmenu: body(
    'msgmenu',
    {
      head_content: string({ max: 1024 }),
      list: { type: 'list', max: MAX_ITEMS, fields: menuItem },
      tail_content: string({ max: 1024 }),
    },
    { rule: 'menu' },
  ),
  channelsShopProduct: body('channels_shop_product', {
    productId: required(),
    shopAppId: required(),
    imgUrl: required({ rule: 'image' }),
    title: required(),
    sellingPrice: required({ rule: 'price' }),
    shopImgUrl: required({ rule: 'image' }),
    shopNickname: required(),
  }),
};

/** Keys of the server API's `kf/send_msg` menu that are easily brought along. Source: 发送消息, 菜单消息. */
export const SERVER_ONLY_KEYS: readonly string[] = ['pagepath', 'no_newline'];

/** What each body in `fields` belongs to: its `msgtype` or item `type` → its key. */
export function bodyKeys(fields: Fields): ReadonlyMap<string, string> {
  let keys = BODY_KEYS.get(fields);
  if (!keys) {
    keys = new Map(Object.entries(fields).flatMap(([key, { when }]) => (when ? [[when, key] as const] : [])));
    BODY_KEYS.set(fields, keys);
  }
  return keys;
}
const BODY_KEYS = new WeakMap<Fields, ReadonlyMap<string, string>>();
