import type { NativeReply } from './dialect.js';

/**
 * What a call meets instead of the usual: a reply as it is, the user's `'cancel'`, `'never'` an answer, a `'throw'` of the call
 * itself; or the client's `'own'` answer, only late or twice.
 */
export type ForcedReply = NativeReply | 'cancel' | 'never' | 'throw' | 'own';

/** How a forced reply comes. */
export interface ReplyTiming {
  /** Milliseconds from the call to the answer. Default: the client's latency. */
  after?: number;
  /** How often the callback is called. Default: 1. */
  times?: number;
}

export interface Forced extends ReplyTiming {
  reply: ForcedReply;
}

/** What waits for the next calls: a queue for each function. */
export class ForcedReplies {
  private readonly queues = new Map<string, Forced[]>();

  add(api: string, forced: Forced): void {
    this.queues.set(api, [...(this.queues.get(api) ?? []), forced]);
  }

  next(api: string): Forced {
    return this.queues.get(api)?.shift() ?? { reply: 'own' };
  }
}
