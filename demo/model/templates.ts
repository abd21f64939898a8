import type { MenuItem, MsgMenu } from 'wecom-kf-elements/core.js';
import { say } from './languages.js';

const replies = (...texts: string[]): MenuItem[] =>
  texts.map((content, index) => ({ type: 'click', click: { id: String(201 + index), content: say(content) } }));

const orders = (): MenuItem => ({
  type: 'view',
  view: { url: `https://shop.example.com/orders/{{${say('订单号')}}}`, content: say('查看这笔订单') },
});
const shop = (): MenuItem => ({
  type: 'miniprogram',
  miniprogram: {
    appid: 'wx37f38d59298839c3',
    page: `pages/orders.html?id={{${say('订单号')}}}`,
    content: say('打开小程序看进度'),
  },
});

const menu = (head_content: string, list: MenuItem[], tail_content = ''): MsgMenu =>
  tail_content
    ? { head_content: say(head_content), list, tail_content: say(tail_content) }
    : { head_content: say(head_content), list };

/** What a team has ready. Some have variables, which the page knows for each customer; 快递单号 it does not know. */
export const templates = (): { name: string; value: MsgMenu }[] => [
  {
    name: say('满意度调查'),
    value: menu('您对本次服务是否满意呢？', replies('满意', '一般', '不满意'), '欢迎再次光临'),
  },
  {
    name: say('签收后回访'),
    value: menu('{{客户称呼}}您好，订单 {{订单号}} 已签收。您对商品满意吗？', [...replies('满意', '有问题'), orders()]),
  },
  {
    name: say('订单进度'),
    value: menu('{{客户称呼}}您好，请问想查哪一项？', [...replies('发货时间', '物流'), orders(), shop()]),
  },
  { name: say('发货通知'), value: menu('您的订单 {{订单号}} 已发出，快递单号 {{快递单号}}。', [orders(), shop()]) },
  { name: say('退换货指引'), value: menu('请选择您遇到的情况', replies('商品破损', '发错商品', '不想要了', '其他')) },
  { name: say('开发票'), value: menu('请选择发票类型', replies('个人', '企业'), '开好以后会发到您的邮箱') },
  { name: say('周末值班'), value: menu('现在是非工作时间，您可以先留下问题', replies('订单', '售后', '其他')) },
  { name: say('结束会话'), value: menu('还有别的可以帮您吗？', replies('没有了', '还有'), '感谢您的光临') },
];
