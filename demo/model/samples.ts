import type { ChannelsShopProduct, MenuMessage } from 'wecom-kf-elements/core.js';
import { say } from './languages.js';

const image = (name: string): string => new URL(`../images/${name}.svg`, import.meta.url).href;

/** The example of the platform's page 客服工具栏接口, with the `.html` that its page path lacks there. */
export const openingMenu = (): MenuMessage => ({
  msgtype: 'msgmenu',
  enterChat: true,
  msgmenu: {
    head_content: say('您对本次服务是否满意呢? '),
    list: [
      { type: 'click', click: { id: '101', content: say('满意') } },
      { type: 'click', click: { id: '102', content: say('不满意') } },
      { type: 'view', view: { url: 'https://work.weixin.qq.com', content: say('点击跳转到自助查询页面') } },
      {
        type: 'miniprogram',
        miniprogram: {
          appid: 'wx123123123123123',
          page: 'pages/index.html?userid=zhangsan&orderid=123123123',
          content: say('点击打开小程序查询更多'),
        },
      },
    ],
    tail_content: say('欢迎再次光临'),
  },
});

/** Products as a shop would have them. */
export const products = (): readonly [ChannelsShopProduct, ChannelsShopProduct] => [
  {
    productId: '10000226806512',
    shopAppId: 'wx37f38d59298839c3',
    imgUrl: image('cookie-box'),
    title: say('手工黄油曲奇礼盒 320g 下午茶零食伴手礼'),
    sellingPrice: '800',
    shopImgUrl: image('shop'),
    shopNickname: say('小满食品店'),
  },
  {
    productId: '10000226806665',
    shopAppId: 'wx37f38d59298839c3',
    imgUrl: image('tea-tin'),
    title: say('明前龙井 50g 罐装'),
    sellingPrice: '16800',
    shopImgUrl: image('shop'),
    shopNickname: say('小满食品店'),
  },
];
