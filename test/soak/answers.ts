import type { Ending, NativeCall } from './soak-host.js';
import type { Random } from './random.js';

/** Each is an object of its own, so that an answer is known again wherever it is told. */
const ANSWERS: readonly { weight: number; ending: Ending; what(): object }[] = [
  { weight: 6, ending: 'sent', what: () => ({ err_msg: 'sendChatMessage:ok' }) },
  { weight: 1, ending: 'sent', what: () => ({ errMsg: 'qy__sendChatMessage:ok', err_code: 0 }) },
  { weight: 2, ending: 'refused', what: () => ({ errmsg: 'fail_no permission' }) },
  { weight: 1, ending: 'refused', what: () => ({ err_msg: 'sendChatMessage:fail invalid token' }) },
  { weight: 2, ending: 'cancelled', what: () => ({ err_msg: 'sendChatMessage:cancel' }) },
  { weight: 1, ending: 'cancelled', what: () => ({ errMsg: 'sendChatMessage:fail cancel' }) },
  { weight: 1, ending: 'nothing', what: () => ({}) },
  { weight: 1, ending: 'nothing', what: () => ({ errMsg: '', err_msg: 5 }) },
  { weight: 1, ending: 'nothing', what: () => ['sendChatMessage:ok'] },
];

/** Answers a native call as a client might. */
export function answer(call: NativeCall, random: Random): void {
  const { what, ending } = random.weighted(ANSWERS);
  call.reply(what(), ending);
}
