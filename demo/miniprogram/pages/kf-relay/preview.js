const { formatFen } = require('./kf-core.js');

const line = (text, note = '') => ({ text, note });

const ITEMS = {
  click: ({ click }) => line(click.content, '客户点了就回复这句话'),
  view: ({ view }) => line(view.content, view.url),
  miniprogram: ({ miniprogram }) => line(miniprogram.content, miniprogram.page),
};

const MESSAGES = {
  text: ({ text }) => [line(text.content)],
  image: ({ image }) => [line('图片', image.mediaid)],
  video: ({ video }) => [line('视频', video.mediaid)],
  file: ({ file }) => [line('文件', file.mediaid)],
  news: ({ news }) => [line(news.title || '图文链接', news.link)],
  miniprogram: ({ miniprogram }) => [line(miniprogram.title, miniprogram.page)],
  msgmenu: ({ msgmenu: { head_content, list, tail_content } }) => [
    ...(head_content ? [line(head_content)] : []),
    ...(list || []).map(item => ITEMS[item.type](item)),
    ...(tail_content ? [line(tail_content)] : []),
  ],
  channels_shop_product: ({ channelsShopProduct: { title, sellingPrice, shopNickname } }) => [
    line(title, `¥${formatFen(sellingPrice)}，${shopNickname}`),
  ],
};

/** A valid message as lines that a person can read before sending it. */
const linesOf = message => MESSAGES[message.msgtype](message);

module.exports = { linesOf };
