import type { MenuMessage, MsgMenu } from '../../core/message.js';

/** The documented call: a message with the callbacks of `wx.qy`. They are never called here. */
export interface MenuCall extends MenuMessage {
  success?: (...reply: never[]) => unknown;
  fail?: (...reply: never[]) => unknown;
  complete?: (...reply: never[]) => unknown;
}

/** What a composer's `value` takes: a menu, a message, the documented call, or the JSON of one of them; nothing for an empty menu. */
export type MenuInput = MsgMenu | MenuMessage | MenuCall | string | null | undefined;
