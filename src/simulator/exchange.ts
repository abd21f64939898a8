import { jsonCopy } from '../core/json-copy.js';
import type { Way } from './dialect.js';
import { ForcedReplies } from './forced-replies.js';
import type { NativeClient } from './native-client.js';
import { withoutSignature } from './signatures.js';

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
