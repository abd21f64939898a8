import type { NativeReply, Way } from './dialect.js';
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
  /** What the client answered, once it has. */
  reply?: NativeReply;
  /** Milliseconds from the call to the answer. */
  elapsed?: number;
}

const copied = (value: unknown): Record<string, unknown> =>
  JSON.parse(JSON.stringify(value ?? {})) as Record<string, unknown>;

/** Takes calls in and gives answers out, late as over a wire. Knows all that went over it. */
export class Exchange {
  readonly calls: NativeCall[] = [];
  readonly forced = new ForcedReplies();
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(
    private readonly native: NativeClient,
    private readonly onCall: (call: NativeCall) => void = () => undefined,
  ) {}

  receive(way: Way, api: string, params: unknown, reply: (reply: NativeReply) => void): void {
    const { native } = this;
    const given = copied(params);
    const { customerId } = native.state;
    const call: NativeCall = { api, params: withoutSignature(given), at: Date.now(), customerId };
    this.calls.push(call);
    this.onCall(call);
    const { reply: forced, after = native.state.latency, times = 1 } = this.forced.next(api);
    if (forced === 'never') return;
    if (forced === 'throw') throw new Error(`the simulated client throws at ${api}`);
    this.later(after, () => {
      const cancel = { err_msg: `${api}:cancel` };
      const answer = forced === 'own' ? native.answer(way, api, given) : forced === 'cancel' ? cancel : forced;
      call.reply = copied(answer);
      call.elapsed = Date.now() - call.at;
      this.onCall(call);
      for (let time = 0; time < times; time++) reply(copied(answer)); // each its own: the SDKs write into it
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
