import { invalidArgument } from '../core/error.js';
import { copyOfArgument, isDelay } from './client-state.js';
import type { NativeReply } from './dialect.js';

/**
 * What a call meets instead of the usual: any reply, as it is, or one of these words.
 * - `cancel`: the user cancels in the client;
 * - `never`: no answer;
 * - `throw`: the call throws before the client has the message; `throw-after`: once it has it;
 * - `own`: the client's own answer, for one that is only late or comes twice.
 *
 * Other texts are replies, JSON text for example.
 */
export type ForcedReply = NativeReply | string | number | boolean | null | undefined;

/** How a forced reply comes. */
export interface ReplyTiming {
  /** Milliseconds from the call to the answer. Default: the client's latency. */
  after?: number;
  /** How often the callback is called, at most 100 times. Default: 1. */
  times?: number;
}

export interface Forced extends ReplyTiming {
  reply: ForcedReply;
}

/** What waits for the next calls: a queue for each function. */
export class ForcedReplies {
  private readonly queues = new Map<string, Forced[]>();

  add(api: string, reply: ForcedReply, timing: ReplyTiming = {}): void {
    const { after, times = 1 } = copyOfArgument('the timing', timing);
    if (typeof api !== 'string') throw invalidArgument('the name of the function is no text');
    if (after !== undefined && !isDelay(after)) throw invalidArgument('after is no number of milliseconds');
    if (!(Number.isInteger(times) && times >= 0 && times <= 100)) throw invalidArgument('times is 0 to 100');
    const forced: Forced = after === undefined ? { reply, times } : { reply, times, after };
    this.queues.set(api, [...(this.queues.get(api) ?? []), forced]);
  }

  next(api: string): Forced {
    return this.queues.get(api)?.shift() ?? { reply: 'own' };
  }
}
