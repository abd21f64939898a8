import type { Platform } from 'wecom-kf-elements/core.js';
import type { ForcedReply } from 'wecom-kf-elements/simulator.js';

/** How a send ends. `switched`: the chat goes to another customer, and the panel does not know. */
export type Result =
  'ok' | 'no-permission' | 'not-allowed' | 'not-linked' | 'invalid-image' | 'cancel' | 'never' | 'switched';

/** The client's own words. */
const REFUSALS: Partial<Record<Result, string>> = {
  'no-permission': 'fail_no permission',
  'not-allowed': 'fail user not in allow list',
  'not-linked': 'fail, not allow to cross corp',
  'invalid-image': 'fail invalid imgUrl',
};

/** What the client is to say to the next send instead of its own answer; undefined leaves it to the client. */
export function forcedReply(result: Result, platform: Platform): ForcedReply | undefined {
  if (result === 'cancel' || result === 'never') return result;
  const text = REFUSALS[result];
  if (text === undefined) return undefined;
  // Windows says it in another field, without the call's name.
  return platform === 'windows' ? { errmsg: text } : { err_msg: `sendChatMessage:${text}` };
}
