import { reading } from '../core/error.js';
import { jsonCopy } from '../core/json-copy.js';
import type { Platform } from '../core/message.js';
import { noAnswer } from './reply.js';

/** How a call leaves the page. A host hands the native reply over as it is: `readReply` says what it means. */
export interface Host {
  /** The channel's name, as the bridge's `context.channel` shows it. */
  readonly name: string;
  /**
   * Makes one native call with a copy of `params`, and resolves with the client's reply. It rejects with a `KfError` whose
   * `outcome` is `not-sent` only when nothing was handed over; everything else that it rejects with means that nobody knows.
   */
  invoke(api: string, params: object): Promise<unknown>;
  /** What the channel itself knows of the client; otherwise the user agent is read. */
  clientInfo?(): Promise<{ platform?: Platform; version?: string }>;
  /** What the channel needs before it is asked anything, and again before each send: a live session. Rejects if there is none. */
  prepare?(): Promise<void>;
}

/** Every native object changes or keeps what it is given: each call gets its own. Throws `invalid-argument` for what is no JSON. */
export const freshCopy = (params: object): Record<string, unknown> =>
  reading('the parameters', () => Object(jsonCopy(params)));

/**
 * Makes a native call that answers through a callback; the first answer counts. An exception may come after the client has taken
 * the message, so it is `no-answer`.
 */
export async function handOver(api: string, call: (answer: (reply: unknown) => void) => void): Promise<unknown> {
  try {
    return await new Promise(call);
  } catch (cause) {
    throw noAnswer(`${api} threw`, { cause });
  }
}
