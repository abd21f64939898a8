import { invalidArgument } from '../core/error.js';
import { jsonCopy } from '../core/json-copy.js';
import { copyOfArgument, isDelay } from './client-state.js';
import type { NativeReply, Way } from './dialect.js';
import type { NativeClient } from './native-client.js';
import { withoutSignature } from './signatures.js';

/**
 * How a test makes the client answer a call: with a reply, which is passed on as it is, or with one of these words:
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

interface Forced extends ReplyTiming {
  reply: ForcedReply;
}

/** A copy of the timing. Throws `invalid-argument` where it is none. */
function timingOf(given: ReplyTiming): ReplyTiming {
  const { after, times = 1 } = copyOfArgument('the timing', given);
  if (after !== undefined && !isDelay(after)) throw invalidArgument('after is no number of milliseconds');
  if (!(Number.isInteger(times) && times >= 0 && times <= 100)) throw invalidArgument('times is 0 to 100');
  return after === undefined ? { times } : { times, after };
}

/** What waits for the next calls: a queue for each function. */
class ForcedReplies {
  private readonly queues = new Map<string, Forced[]>();

  add(api: string, reply: ForcedReply, timing: ReplyTiming = {}): void {
    if (typeof api !== 'string') throw invalidArgument('the name of the function is no text');
    this.queues.set(api, [...(this.queues.get(api) ?? []), { reply, ...timingOf(timing) }]);
  }

  next(api: string): Forced {
    return this.queues.get(api)?.shift() ?? { reply: 'own' };
  }
}

/** One call that reached the client. */
export interface NativeCall {
  api: string;
  /** A copy, without the functions and the signature fields that the SDKs add. */
  params: Record<string, unknown>;
  /** Milliseconds since 1970. */
  at: number;
  /** Whose chat was open when the call came in, or null. A send goes there, also if the chat changes before the answer. */
  customerId: string | null;
  /** What the client answered, once it has: `elapsed` says whether. */
  reply?: unknown;
  /** Milliseconds from the call to the answer. */
  elapsed?: number;
}

const paramsOf = (value: unknown): Record<string, unknown> => Object(jsonCopy(value ?? {}));

/** Each callback gets its own reply, because the SDKs write into it. What is no JSON is handed over as it is. */
function copyOfReply(reply: unknown): unknown {
  try {
    return jsonCopy(reply);
  } catch {
    return reply;
  }
}

/** Takes calls in and gives answers out, late as over a wire. Knows all that went over it. */
export class Exchange {
  readonly calls: NativeCall[] = [];
  readonly forced = new ForcedReplies();
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(
    private readonly native: NativeClient,
    private readonly onCall: (call: NativeCall) => void = () => undefined,
  ) {}

  receive(way: Way, api: string, params: unknown, reply: (reply: unknown) => void): void {
    const { native } = this;
    const given = paramsOf(params);
    const { customerId } = native.state;
    const call: NativeCall = { api, params: withoutSignature(given), at: Date.now(), customerId };
    this.calls.push(call);
    this.onCall(call);
    const { reply: forced, after = native.state.latency, times = 1 } = this.forced.next(api);
    if (forced === 'never') return;
    if (forced === 'throw-after') native.answer(way, api, given);
    if (forced === 'throw' || forced === 'throw-after') throw new Error(`the simulated client throws at ${api}`);
    this.later(after, () => {
      const own = forced === 'own' ? native.answer(way, api, given) : forced;
      const answer = own === 'cancel' ? { err_msg: `${api}:cancel` } : own;
      call.reply = copyOfReply(answer);
      call.elapsed = Date.now() - call.at;
      this.onCall(call);
      for (let time = 0; time < times; time++) reply(copyOfReply(answer));
    });
  }

  /** Runs `task` unless the client is taken away before. */
  later(after: number, task: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      task();
    }, after);
    this.timers.add(timer);
  }

  end(): void {
    this.timers.forEach(clearTimeout);
  }
}
