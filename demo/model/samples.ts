import type { ChannelsShopProduct, MenuMessage } from 'wecom-kf-elements/core.js';

const image = (name: string): string => new URL(`../images/${name}.svg`, import.meta.url).href;

/** The example of the platform's page 客服工具栏接口, as it stands there: its page path lacks `.html`, and the composer says so. */
export const DOCUMENTED_MENU: MenuMessage = {
  msgtype: 'msgmenu',
  enterChat: true,
  msgmenu: {
    head_content: '您对本次服务是否满意呢? ',
    list: [
      { type: 'click', click: { id: '101', content: '满意' } },
      { type: 'click', click: { id: '102', content: '不满意' } },
      { type: 'view', view: { url: 'https://work.weixin.qq.com', content: '点击跳转到自助查询页面' } },
      {
        type: 'miniprogram',
        miniprogram: {
          appid: 'wx123123123123123',
          page: 'pages/index?userid=zhangsan&orderid=123123123',
          content: '点击打开小程序查询更多',
        },
      },
    ],
    tail_content: '欢迎再次光临',
  },
};

/** The product of the same page; only its images are ours. */
export const DOCUMENTED_PRODUCT: ChannelsShopProduct = {
  productId: '10000000000000',
  shopAppId: 'wx123123123123123',
  imgUrl: image('cookie-box'),
  title: 'aaaaa',
  sellingPrice: '800',
  shopImgUrl: image('shop'),
  shopNickname: '名称',
};

/** A product as a shop would have it. */
export const EVERYDAY_PRODUCT: ChannelsShopProduct = {
  productId: '10000226806665',
  shopAppId: 'wx37f38d59298839c3',
  imgUrl: image('tea-tin'),
  title: '明前龙井 50g 罐装',
  sellingPrice: '16800',
  shopImgUrl: image('shop'),
  shopNickname: '小满食品店',
};
