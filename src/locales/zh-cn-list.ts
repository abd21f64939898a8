import { withDefaults } from './with-defaults.js';

/** What the list says beyond the words that all elements share. Behind `|` stands what to do about it. */
const zhCN = {
  search: '搜索商品名或 ID',
  clearSearch: '清除',
  recent: '最近发给这位客户',
  recentUnknown: '最近发过',
  all: '全部商品',
  count: '{n} 件',
  found: '找到 {n} 件',
  key: 'Enter',
  ask: '发给当前客户？|Enter 发送，Esc 取消',
  cancel: '取消',
  noProducts: '还没有商品|在微信小店上架以后，会出现在这里',
  notFound: '没有找到「{text}」|换个说法，或用商品 ID 搜',
  failed: '商品没取到|请再试一次',
  loading: '正在取商品…',
  loadingMore: '正在取更多商品…',
  end: '到底了，共 {n} 件',
  incomplete: '另有 {n} 件资料不全，没有列出',
  show: '显示',
  incompleteShown: '其中 {n} 件资料不全',
  hide: '收起',
  lacking: '缺{text}，不能发送',
  because: '{text}，不能发送',
  justNow: '刚刚发过',
  minutesAgo: '{n} 分钟前发过',
  today: '今天 {time} 发过',
  yesterday: '昨天 {time} 发过',
  onDay: '{month} 月 {day} 日发过',
  outcome: '{title}：{text}',
};

/** Every word of the list alone; each language has all of them. */
export type ListWords = Record<keyof typeof zhCN, string>;

/** The words of a language with the list's own; what the language does not have is zh-CN. */
export const listWords = withDefaults(zhCN);
