import type { Platform } from '../core/message.js';
import { INVALID_SIGNATURE } from './dialect.js';
import type { ForcedReply } from './exchange.js';

/** A reply to `sendChatMessage`: documented, seen, or of a kind that has to be read right if it comes. */
export interface KnownReply {
  readonly name: string;
  /** For `failNext('sendChatMessage', reply)`. */
  readonly reply: ForcedReply;
  /** Where it was seen, if it is one platform's own. */
  readonly platform?: Platform;
  readonly source: string;
}

const KF_PAGE = '客服工具栏接口';
const QY_PAGE = 'wx.qy.sendChatMessage';
const H5_PAGE = '分享消息到当前会话 (wx.invoke)';
const SDK_TABLE = '@wecom/jssdk, sendChatMessage';
const SDK_CODE = '@wecom/jssdk, its reading of replies';
const LIBRARY = "the mini program's library";
const DEVTOOLS = "WeCom's plugin of the mini program devtools";
const SEEN = 'seen on devices';
const FORUM = "developers' reports";
const NOT_SEEN = 'not seen';

/** Every shape of a reply that is known, success first, what nobody has seen last. The table in `docs/replies.md` says what each becomes. */
export const knownReplies: readonly KnownReply[] = [
  { name: 'sent', reply: { err_msg: 'sendChatMessage:ok' }, source: H5_PAGE },
  { name: 'sent, mini program', reply: { err_code: 0, err_msg: 'qy.sendChatMessage:ok' }, source: SEEN },
  { name: 'sent, as the library passes it on', reply: { errMsg: 'qy__sendChatMessage:ok' }, source: LIBRARY },
  { name: 'confirm', reply: { err_msg: 'sendChatMessage:confirm' }, source: SDK_CODE },
  { name: 'yes', reply: { err_msg: 'sendChatMessage:yes' }, source: SDK_CODE },

  { name: 'cancelled', reply: { err_msg: 'sendChatMessage:cancel' }, source: SDK_CODE },
  { name: 'cancelled, as a failure', reply: { err_msg: 'sendChatMessage:fail cancel' }, source: SDK_CODE },
  { name: 'cancelled, mini program', reply: { errMsg: 'qy__sendChatMessage:cancel' }, source: LIBRARY },
  {
    name: 'cancelled, mini program, as a failure',
    reply: { errMsg: 'qy__sendChatMessage:fail cancel' },
    source: DEVTOOLS,
  },

  {
    name: 'no chat',
    reply: { err_msg: 'sendChatMessage:fail without context of external contact' },
    source: QY_PAGE,
  },
  {
    name: "no chat, with the table's misprint",
    reply: { err_msg: 'claimClassAdmin:fail without context of external contact' },
    source: SDK_TABLE,
  },
  {
    name: 'no chat, mini program',
    reply: { errMsg: 'qy__sendChatMessage:fail without context of external contact' },
    source: LIBRARY,
  },

  { name: 'no permission', reply: { err_msg: 'sendChatMessage:fail no permission' }, source: SDK_TABLE },
  {
    name: 'no permission, Windows',
    reply: { errmsg: 'fail_no permission' },
    platform: 'windows',
    source: SEEN,
  },
  {
    name: 'no permission, Mac',
    reply: { err_msg: 'sendChatMessage:permission denied' },
    platform: 'mac',
    source: SEEN,
  },
  {
    name: 'no permission, iOS',
    reply: { err_msg: 'sendChatMessage:fail_no permission to execute' },
    platform: 'ios',
    source: FORUM,
  },
  { name: 'access denied', reply: { err_msg: 'system:access_denied' }, source: SDK_CODE },
  {
    name: 'not a visible member',
    reply: { err_msg: 'sendChatMessage:fail user not in allow list' },
    source: QY_PAGE,
  },

  {
    name: 'wrong signature, Android',
    reply: { err_msg: `sendChatMessage:${INVALID_SIGNATURE} maybe not added to jsApiList in wx.config` },
    platform: 'android',
    source: FORUM,
  },
  {
    name: 'wrong signature, from agentConfig',
    reply: {
      err_msg: 'agentConfig:invalid signature more info at https://open.work.weixin.qq.com/devtool/query?e=40093',
    },
    source: FORUM,
  },
  {
    name: 'wrong company, from agentConfig',
    reply: {
      err_msg: 'agentConfig:invalid corpId more info at https://open.work.weixin.qq.com/devtool/query?e=40013',
    },
    source: FORUM,
  },

  { name: 'wrong msgtype', reply: { err_msg: 'sendChatMessage:fail unsupported msgtype' }, source: KF_PAGE },
  { name: 'wrong image', reply: { err_msg: 'sendChatMessage:fail invalid imgUrl' }, source: SDK_TABLE },
  { name: 'wrong image, as printed', reply: { err_msg: '$apiName$:fail invalid imgUrl' }, source: QY_PAGE },
  { name: 'wrong image, no name', reply: { err_msg: 'fail invalid img_url' }, source: SEEN },
  { name: 'wrong parameter', reply: { err_msg: 'sendChatMessage:fail, invalid param' }, source: FORUM },
  {
    name: 'wrong link or image',
    reply: { err_msg: 'sendChatMessage:fail, invalid param, link or img_url is invalid' },
    source: SEEN,
  },
  {
    name: 'too many items',
    reply: { errmsg: '45098 msgmenu list size is out of limit' },
    source: FORUM,
  },
  {
    name: 'mini program not linked, Mac',
    reply: { err_msg: 'sendChatMessage:fail, not allow to cross corp' },
    platform: 'mac',
    source: SEEN,
  },
  {
    name: 'mini program not linked, Windows',
    reply: { errmsg: 'sendChatMessage:fail, not allow to cross corp' },
    platform: 'windows',
    source: SEEN,
  },
  {
    name: 'mini program unknown',
    reply: { err_msg: 'sendChatMessage:fail_invalid miniprogram info' },
    source: SEEN,
  },

  { name: 'no such function', reply: { err_msg: 'system:function_not_exist' }, source: SDK_CODE },
  { name: 'failed', reply: { err_msg: 'sendChatMessage:failed' }, source: SDK_CODE },
  { name: 'failed, no reason', reply: { err_msg: 'sendChatMessage:fail' }, source: SDK_CODE },
  {
    name: 'failed, mini program, no reason',
    reply: { errMsg: 'qy__sendChatMessage:fail' },
    source: DEVTOOLS,
  },

  { name: 'empty', reply: {}, source: SDK_CODE },
  { name: 'empty text', reply: { err_msg: '' }, source: SDK_CODE },
  { name: 'none', reply: 'never', source: SEEN },

  { name: 'sent, in capitals', reply: { err_msg: 'SENDCHATMESSAGE:OK' }, source: NOT_SEEN },
  { name: 'sent, as JSON text', reply: '{"err_msg":"sendChatMessage:ok"}', source: NOT_SEEN },
  { name: 'failed, as JSON text', reply: '{"err_msg":"sendChatMessage:fail no permission"}', source: NOT_SEEN },
  { name: 'no JSON text', reply: 'sendChatMessage:ok', source: NOT_SEEN },
  { name: 'sent, with an error number', reply: { err_msg: 'sendChatMessage:ok', errCode: -1 }, source: NOT_SEEN },
  { name: 'an error number alone', reply: { errCode: -1 }, source: NOT_SEEN },
  { name: 'the number of no error alone', reply: { errCode: 0 }, source: NOT_SEEN },
  { name: 'denied', reply: { err_msg: 'sendChatMessage:deny' }, source: NOT_SEEN },
  {
    name: 'yes and no',
    reply: { err_msg: 'sendChatMessage:fail', errMsg: 'sendChatMessage:ok' },
    source: NOT_SEEN,
  },
  { name: 'sent, in Chinese', reply: { err_msg: 'sendChatMessage:发送成功', errCode: 0 }, source: NOT_SEEN },
  { name: 'an unknown word', reply: { err_msg: 'sendChatMessage:invalid token' }, source: NOT_SEEN },
  { name: 'null', reply: null, source: NOT_SEEN },
  { name: 'undefined', reply: undefined, source: NOT_SEEN },
  { name: 'a number', reply: 0, source: NOT_SEEN },
  { name: 'an exception before', reply: 'throw', source: NOT_SEEN },
  { name: 'an exception after', reply: 'throw-after', source: NOT_SEEN },
];
