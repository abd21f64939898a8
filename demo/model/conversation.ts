import type { ChatMessage, MenuItem } from 'wecom-kf-elements/core.js';
import { hourAndMinute } from './clock.js';
import type { Customer } from './customers.js';
import { say } from './languages.js';

/** What stands in a conversation. A note is what nobody said: a time, or what a tap did. */
export type Utterance =
  | { by: 'customer'; text: string }
  | { by: 'agent'; message: ChatMessage }
  | { by: 'nobody'; text: string; strong?: string };

const LABELS: Partial<Record<ChatMessage['msgtype'], string>> = {
  image: '[图片]',
  video: '[视频]',
  file: '[文件]',
  news: '[图文]',
  miniprogram: '[小程序]',
};

/** A message in one line. */
const inShort = (message: ChatMessage): string => {
  if (message.msgtype === 'text') return message.text.content;
  if (message.msgtype === 'msgmenu') return say('[菜单] {text}', { text: message.msgmenu.head_content ?? '' });
  if (message.msgtype === 'channels_shop_product')
    return say('[商品] {text}', { text: message.channelsShopProduct.title });
  return say(LABELS[message.msgtype] ?? '');
};

export class Conversation {
  readonly utterances: Utterance[];
  /** The time of the last message, and the message in one line: the list of customers shows both. */
  when: string;
  last: string;

  constructor(readonly customer: Customer) {
    this.when = customer.asked ?? hourAndMinute(new Date());
    this.last = customer.question;
    this.utterances = [
      { by: 'nobody', text: this.when },
      { by: 'customer', text: customer.question },
    ];
  }

  customerSays(text: string): void {
    this.utterances.push({ by: 'customer', text });
    this.touch(text);
  }

  agentSends(message: ChatMessage): void {
    this.utterances.push({ by: 'agent', message });
    this.touch(inShort(message));
  }

  note(text: string, strong?: string): void {
    this.utterances.push({ by: 'nobody', text, ...(strong !== undefined && { strong }) });
  }

  /** Plays the customer who taps a line of a menu. */
  customerTaps(item: MenuItem): void {
    if (item.type === 'view') return this.note(say('打开'), item.view.url);
    if (item.type === 'miniprogram') {
      const { page } = item.miniprogram;
      this.note(say('打开小程序'), page);
      // WeChat finds no page whose path lacks the suffix.
      if (!page.split('?', 1)[0]?.endsWith('.html')) this.note(say('路径缺 .html，微信里会提示找不到页面'));
      return;
    }
    const { id, content } = item.click;
    if (id === undefined) this.note(say('客户点了「{content}」，没有 ID，服务端收不到 menu_id', { content }));
    else this.note(say('客户点了「{content}」，服务端收到', { content }), `menu_id=${id}`);
    this.customerSays(content);
  }

  private touch(last: string): void {
    this.last = last;
    this.when = hourAndMinute(new Date());
  }
}
