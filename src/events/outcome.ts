import { isKfError, KfError } from '../core/error.js';
import type { ChatMessage } from '../core/message.js';
import { emit, type Teller } from './emit.js';
import { addresseeOfRequest, type SendDetail } from './kf-send.js';
import type { Receipt, SendPhase, SendRecord } from './send-record.js';

/** The client took the message. */
export type KfSentEvent = CustomEvent<{ message: ChatMessage; receipt: Receipt }>;
/** The user cancelled in the client: nothing was sent. */
export type KfCancelEvent = CustomEvent<{ message: ChatMessage }>;
/** It was not sent, or (`error.outcome` is `unknown`) nobody can tell. */
export type KfErrorEvent = CustomEvent<{ message: ChatMessage; error: KfError }>;
/** The client's answer to a send whose outcome was told already. That outcome stands. */
export type KfLateEvent = CustomEvent<{ message: ChatMessage; receipt?: Receipt; error?: KfError }>;

/** Pages may answer a send too, and reject with anything: what went out then is not known. */
export function asKfError(reason: unknown): KfError {
  if (isKfError(reason)) return reason;
  let text = '';
  try {
    text = reason instanceof Error ? reason.message : String(reason);
  } catch {
    // an object that has no text
  }
  return new KfError('no-answer', text, { outcome: 'unknown', cause: reason, details: { text } });
}

/** For whom each message was that an outcome names. The page may send such a message again, to anybody. */
const toldFor = new WeakMap<object, string>();

/** For whom the message of an outcome was; undefined where nobody has said so. */
export const addresseeOfOutcome = ({ message }: SendDetail): string | undefined =>
  toldFor.get(message) ?? addresseeOfRequest(message);

/** Where a send that ends with this error stands. */
export const phaseOf = ({ code, outcome }: KfError): SendPhase =>
  outcome === 'unknown' ? 'unknown' : code === 'cancelled' ? 'cancelled' : 'not-sent';

/** The message of a send. An event of somebody else's may have none, or one that can't be read: then it is whatever that is. */
function messageOf(detail: SendDetail): ChatMessage {
  try {
    return detail.message;
  } catch {
    return undefined as unknown as ChatMessage;
  }
}

/** Right before an outcome is told: whatever message listeners have put in, and for how many sends, this one was for them. */
function toldOf(message: ChatMessage, record: Pick<SendRecord, 'addressee'> | null): ChatMessage {
  if (record && typeof message === 'object' && message) toldFor.set(message, record.addressee);
  return message;
}

/** Waits for the answer and reports it on the element that asked: exactly one of three events. */
export const reportOutcome = (
  target: Teller,
  detail: SendDetail,
  response: Promise<Receipt>,
  record: SendRecord | null = null,
): void => {
  const reported = (): ChatMessage => toldOf(messageOf(detail), record);
  response.then(
    receipt => emit(target, 'kf-sent', { message: reported(), receipt }),
    (reason: unknown) => {
      const message = reported();
      const error = asKfError(reason);
      if (error.code === 'cancelled') emit(target, 'kf-cancel', { message });
      else emit(target, 'kf-error', { message, error });
    },
  );
};

/** Reports an answer that came after the outcome had been reported. */
export const reportLate = (
  target: Teller,
  message: ChatMessage,
  record: Pick<SendRecord, 'addressee' | 'receipt' | 'error'>,
): void => {
  const { receipt, error } = record;
  emit(target, 'kf-late', { message: toldOf(message, record), ...(receipt && { receipt }), ...(error && { error }) });
};

declare global {
  interface GlobalEventHandlersEventMap {
    'kf-sent': KfSentEvent;
    'kf-cancel': KfCancelEvent;
    'kf-error': KfErrorEvent;
    'kf-late': KfLateEvent;
  }
}
