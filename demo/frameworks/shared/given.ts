/** What every app shows: the documented call's menu and a product; the client is simulated. */
import type { ChannelsShopProduct, MsgMenu } from 'wecom-kf-elements';
import { simulateWeCom } from 'wecom-kf-elements/simulator.js';

export const client = simulateWeCom();
Object.assign(window, { client }); // so that a test sees what was sent

export const menu: MsgMenu = {
  head_content: '您对本次服务是否满意呢?',
  list: [
    { type: 'click', click: { id: '101', content: '满意' } },
    { type: 'click', click: { id: '102', content: '不满意' } },
    { type: 'view', view: { url: 'https://work.weixin.qq.com', content: '点击跳转到自助查询页面' } },
  ],
  tail_content: '欢迎再次咨询',
};

export const product: ChannelsShopProduct = {
  productId: '10000226806665',
  shopAppId: 'wx0000000000000000',
  imgUrl: 'https://example.com/tea.jpg',
  title: '明前龙井 50g 罐装',
  sellingPrice: '16800',
  shopImgUrl: 'https://example.com/shop.jpg',
  shopNickname: '小满食品店',
};
