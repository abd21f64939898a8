import type { KfError } from '../core/error.js';
import type { Issue } from '../core/issue.js';
import type { ChatMessage } from '../core/message.js';

/** What is known of a message that went out. */
export interface Receipt {
  /** `dry-run`: everything was done but the native send. */
  outcome: 'sent' | 'dry-run';
  /** The channel that took it: `wx.qy`, `ww` … or the name of the page's own host. */
  channel: string;
  /** Milliseconds from the native call to its answer. */
  elapsed: number;
  /** The client's own reply, untouched. */
  raw: unknown;
  /** What was noticed about the message and did not stop it. */
  warnings: Issue[];
}

/**
 * Where a send stands. `waiting`: nothing was handed to the client. `handed-over`: the client has it and has not answered.
 * `unknown`: it has it, and nobody can tell what became of it. The others are final.
 */
export type SendPhase = 'waiting' | 'handed-over' | 'sent' | 'not-sent' | 'cancelled' | 'unknown';

/**
 * One send, as its bridge keeps it. The bridge updates it in place, late answers included, and then calls the listeners of its
 * status. Two copies of the package know it by these names, not by a class.
 */
export interface SendRecord {
  readonly phase: SendPhase;
  /** What was asked for: before listeners and `beforeSend` changed anything. */
  readonly message: ChatMessage;
  /** For whom it was asked: the `addressee` of the bridge's status at that moment. */
  readonly addressee: string;
  /** What the client said when it took the message. */
  readonly receipt: Receipt | null;
  /** Why it was not sent, or why nobody can tell. */
  readonly error: KfError | null;
  /** Milliseconds after which the answer counts as missing. */
  readonly timeout: number;
  /** With `customer-changed`: the addressee who is in the chat instead, null where nobody can tell. */
  readonly found: string | null;
  /** The client's answer came after the outcome had been reported as unknown. */
  readonly isLate: boolean;
  /** Nobody can tell what became of it, but the user has seen the message in the chat. */
  readonly isConfirmed: boolean;
  /** The user has read the outcome, on whichever element. */
  readonly isAcknowledged: boolean;
  /** The native call, in milliseconds of `performance.now()`. */
  readonly handedOverAt: number | null;
  /** The last outcome, or the user's word for it, in milliseconds of `performance.now()`: for measuring. */
  readonly endedAt: number | null;
  /** The last outcome by the wall clock: for showing. */
  readonly endedOn: Date | null;
  /** The user has read the outcome: it is not shown any more, and a new send of the same message is a new one. */
  acknowledge(): void;
  /** The user has seen the message in the chat, where nobody can tell: it is shown as sent, and a new send of it is a new one. */
  confirm(): void;
}

/** Whether the outcome of a send is still to come. */
export const isPending = ({ phase }: SendRecord): boolean => phase === 'waiting' || phase === 'handed-over';

/** Whether it is in the chat, as the client or the user has said. A page that answers by itself may give no receipt. */
export const isOut = ({ phase, receipt, isConfirmed }: SendRecord): boolean =>
  isConfirmed || (phase === 'sent' && receipt?.outcome !== 'dry-run');

/** Whether somebody has to look into the chat to know its outcome. */
export const isInDoubt = ({ phase, isConfirmed }: SendRecord): boolean => phase === 'unknown' && !isConfirmed;
