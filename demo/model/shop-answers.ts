import { say } from './languages.js';

const image = (name: string): string => new URL(`../images/${name}.svg`, import.meta.url).href;

/** What 获取商品 answers, shortened to what a card needs. */
export const productAnswer = () => ({
  errcode: 0,
  errmsg: 'ok',
  product: {
    product_id: '10000226816001',
    title: say('手工黄油曲奇礼盒 320g 下午茶零食伴手礼'),
    head_imgs: [image('cookie-box')],
    status: 5,
    min_price: 800,
    skus: [
      { sku_id: '123456001', sale_price: 800, stock_num: 5, status: 5 },
      { sku_id: '123456002', sale_price: 1580, stock_num: 0, status: 5 },
    ],
  },
});

/** What 获取店铺基本信息 answers. The appid is not in it: it is the one whose credentials asked. */
export const shopAnswer = () => ({
  errcode: 0,
  errmsg: 'ok',
  info: { nickname: say('小满食品店'), headimg_url: image('shop'), subject_type: '企业', status: 'opening' },
});
