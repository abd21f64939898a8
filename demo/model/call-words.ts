import type { ChatMessage } from 'wecom-kf-elements/core.js';
import { readReply } from 'wecom-kf-elements/hosts.js';
import type { NativeCall } from 'wecom-kf-elements/simulator.js';
import { say } from './languages.js';

/** `wm…3f9`: enough to tell customers apart. */
const shortened = (id: unknown): string => String(id).replace(/^(..).+(...)$/, '$1…$2');

/** What a message is, in a few words. */
export function messageInWords(message: Partial<ChatMessage>): string {
  if (message.msgtype === 'msgmenu') return say('msgmenu · {n} 项', { n: message.msgmenu?.list?.length ?? 0 });
  if (message.msgtype === 'channels_shop_product')
    return `channels_shop_product · ${message.channelsShopProduct?.productId ?? ''}`;
  if (message.msgtype === 'text') return say('text · {n} 字', { n: message.text?.content.length ?? 0 });
  return String(message.msgtype ?? '');
}

/** Why a call is made; the page says it in its language. */
export function purposeOf({ api, params }: NativeCall, connecting: boolean): string {
  switch (api) {
    case 'agentConfig':
      return '核对页面的签名';
    case 'checkSession':
      return '看登录态是否有效';
    case 'login':
      return '重新登录';
    case 'getContext':
      return '读取入口';
    case 'getCurExternalContact':
      return connecting ? '读取当前客户' : '发送前核对客户';
    case 'sendChatMessage':
      return messageInWords(params as Partial<ChatMessage>);
    default:
      return '';
  }
}

/** The answer in a few words, and whether it is good news. */
export interface ReplyWords {
  text: string;
  tone: 'ok' | 'bad' | 'quiet';
}

export function replyInWords({ api, reply, elapsed }: NativeCall): ReplyWords {
  if (elapsed === undefined) return { text: say('等待回应…'), tone: 'quiet' };
  const error = readReply(api, reply);
  const { errMsg, err_msg, errmsg, entry, userId }: Record<string, unknown> = Object(reply);
  const text = String(errMsg ?? err_msg ?? errmsg ?? say('（没有文字）'));
  if (error) return { text, tone: error.code === 'cancelled' ? 'quiet' : 'bad' };
  if (entry !== undefined) return { text: `entry: ${String(entry)}`, tone: 'ok' };
  if (userId !== undefined) return { text: `userId: ${shortened(userId)}`, tone: 'ok' };
  return { text, tone: 'ok' };
}
