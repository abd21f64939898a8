import type { Platform } from '../core/message.js';

/** How a call leaves the page. A host hands the native reply over as it is: `reply.ts` reads it. */
export interface Host {
  /** The channel's name, as the bridge's `context.channel` shows it. */
  readonly name: string;
  /** Makes one native call with a copy of `params`. Rejects only when the call could not be made. */
  invoke(api: string, params: object): Promise<unknown>;
  /** What the channel itself knows of the client; otherwise the user agent is read. */
  clientInfo?(): Promise<{ platform?: Platform; version?: string }>;
  /** What the channel needs before it is asked anything, and again before each send: a live session. Rejects if there is none. */
  prepare?(): Promise<void>;
}

/** Every native object changes or keeps what it is given: each call gets its own. */
export const freshCopy = (params: object): Record<string, unknown> =>
  JSON.parse(JSON.stringify(params)) as Record<string, unknown>;
