import type { ChannelsShopProduct } from 'wecom-kf-elements/core.js';
import { say } from './languages.js';

const image = (name: string): string => new URL(`../images/${name}.svg`, import.meta.url).href;

const GOODS: readonly (readonly [picture: string, title: string, fen: number])[] = [
  ['cookie-box', '手工黄油曲奇礼盒', 800],
  ['tea-tin', '明前龙井', 16800],
  ['flask', '钛杯 双层保温', 129900],
  ['socks', '棉袜 抗菌防臭', 3690],
  ['coffee-bag', '深烘拼配咖啡豆', 7990],
  ['soap', '薰衣草手工皂', 2600],
];
const KINDS = ['家庭分享装', '小份尝鲜', '送礼装', '两件装', '春季限定', '老客户专享', '旅行装'];

/** Every so many products lack their picture, as happens in a shop. */
const INCOMPLETE = 97;

/** So many products of a shop that does not exist; each has another id, title and price. */
export const madeUp = (count: number): ChannelsShopProduct[] =>
  Array.from({ length: count }, (_, index) => {
    const [picture, title, fen] = GOODS[index % GOODS.length] as (typeof GOODS)[number];
    const kind = KINDS[Math.floor(index / GOODS.length) % KINDS.length];
    return {
      productId: `${10000226806000 + index}`,
      shopAppId: 'wx37f38d59298839c3',
      imgUrl: index % INCOMPLETE === INCOMPLETE - 1 ? '' : image(picture),
      title: say('{title} {kind} {n} 号', { title: say(title), kind: say(kind ?? ''), n: index + 1 }),
      sellingPrice: String(fen + index * 10),
      shopImgUrl: image('shop'),
      shopNickname: say('小满食品店'),
    };
  });
