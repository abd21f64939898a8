import type {
  ChatMessage,
  ClickItem,
  MenuItem,
  MenuMessage,
  MiniprogramItem,
  ProductMessage,
  TextMessage,
  ViewItem,
} from '../../src/core/index.js';

export const click = (content = '满意', id?: string): ClickItem => ({
  type: 'click',
  click: id === undefined ? { content } : { id, content },
});

export const view = (url = 'https://work.weixin.qq.com', content = '自助查询'): ViewItem => ({
  type: 'view',
  view: { url, content },
});

export const page = (path = 'pages/index.html?id=1', content = '打开小程序'): MiniprogramItem => ({
  type: 'miniprogram',
  miniprogram: { appid: 'wx123123123123123', page: path, content },
});

export const menu = (...list: MenuItem[]): MenuMessage => ({ msgtype: 'msgmenu', msgmenu: { list } });

export const text = (content = '您好'): TextMessage => ({ msgtype: 'text', text: { content } });

export const product = (changes: Partial<ProductMessage['channelsShopProduct']> = {}): ProductMessage => ({
  msgtype: 'channels_shop_product',
  channelsShopProduct: {
    productId: '10000226806665',
    shopAppId: 'wx123123123123123',
    imgUrl: 'https://mmecimage.cn/p/xxxxxx',
    title: '青城山茶',
    sellingPrice: '800',
    shopImgUrl: 'https://mmbiz.qpic.cn/mmbiz_jpg/xxxx',
    shopNickname: '名称',
    ...changes,
  },
});

/** One message of every msgtype; there is nothing to say against any of them. */
export const VALID: Readonly<Record<ChatMessage['msgtype'], () => ChatMessage>> = {
  text,
  image: () => ({ msgtype: 'image', image: { mediaid: 'media-1' } }),
  video: () => ({ msgtype: 'video', video: { mediaid: 'media-1' } }),
  file: () => ({ msgtype: 'file', file: { mediaid: 'media-1' } }),
  news: () => ({
    msgtype: 'news',
    news: { link: 'https://work.weixin.qq.com', title: '标题', desc: '说明', imgUrl: 'https://a.cn/1.png' },
  }),
  miniprogram: () => ({
    msgtype: 'miniprogram',
    miniprogram: {
      appid: 'wx123123123123123',
      title: '标题',
      imgUrl: 'https://a.cn/1.png',
      page: 'pages/index.html',
    },
  }),
  msgmenu: () => menu(click('满意', '101'), view(), page()),
  channels_shop_product: product,
};

export const MSGTYPES = Object.keys(VALID) as ChatMessage['msgtype'][];
