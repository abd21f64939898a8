import type { Platform } from '../core/message.js';

export type NativeReply = Record<string, unknown>;

/** How a call reaches the client: through a web page's bridge, or through a mini program's `wx.qy`. */
export type Way = 'bridge' | 'wx.qy';

/** Success, in the words of the client. Those of a mini program were seen on devices. */
export const ok = (way: Way, api: string, facts: NativeReply = {}): NativeReply =>
  way === 'wx.qy' ? { ...facts, err_code: 0, err_msg: `qy.${api}:ok` } : { ...facts, err_msg: `${api}:ok` };

/**
 * A refusal, in the words of the client. Windows says it in another field, without the call's name (seen on devices). A mini
 * program's native side says `errMsg`, because its library would take a reply without one for success.
 */
export function refusal(way: Way, platform: Platform, api: string, text: string): NativeReply {
  if (way === 'wx.qy') return { errMsg: `qy__${api}:${text}` };
  return platform === 'windows' ? { errmsg: text } : { err_msg: `${api}:${text}` };
}

/** The words for a wrong signature. Seen on Android. */
export const INVALID_SIGNATURE =
  'fail_invalid signature more info at https://open.work.weixin.qq.com/devtool/query?e=40093';

/** The words for a function that is missing in `jsApiList`. Seen on devices: every platform has its own. */
export const NOT_LISTED: Readonly<Record<Platform, string>> = {
  ios: 'fail_no permission to execute',
  android: `${INVALID_SIGNATURE} maybe not added to jsApiList in wx.config`,
  windows: 'fail_no permission',
  mac: 'permission denied',
};
