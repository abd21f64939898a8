import { isKfError, KfError } from '../core/error.js';
import type { ChatMessage } from '../core/message.js';
import type { SendDetail } from './kf-send.js';
import type { Receipt } from './receipt.js';

const outgoing = <T>(detail: T): CustomEventInit<T> => ({ bubbles: true, composed: true, detail });

/** The client took the message. */
export class KfSentEvent extends CustomEvent<{ message: ChatMessage; receipt: Receipt }> {
  constructor(message: ChatMessage, receipt: Receipt) {
    super('kf-sent', outgoing({ message, receipt }));
  }
}

/** The user cancelled in the client: nothing was sent. */
export class KfCancelEvent extends CustomEvent<{ message: ChatMessage }> {
  constructor(message: ChatMessage) {
    super('kf-cancel', outgoing({ message }));
  }
}

/** It was not sent, or (`error.outcome` is `unknown`) nobody can tell. */
export class KfErrorEvent extends CustomEvent<{ message: ChatMessage; error: KfError }> {
  constructor(message: ChatMessage, error: KfError) {
    super('kf-error', outgoing({ message, error }));
  }
}

/** The client's answer to a send whose outcome was told already. That outcome stands. */
export class KfLateEvent extends CustomEvent<{ message: ChatMessage; receipt?: Receipt; error?: KfError }> {
  constructor(message: ChatMessage, answer: { receipt: Receipt } | { error: KfError }) {
    super('kf-late', outgoing({ message, ...answer }));
  }
}

/** Pages may answer a send too, and reject with anything: what went out then is not known. */
export const asKfError = (reason: unknown): KfError =>
  isKfError(reason)
    ? reason
    : new KfError('refused', String((reason as Error | undefined)?.message ?? reason), {
        outcome: 'unknown',
        cause: reason,
        details: { text: String((reason as Error | undefined)?.message ?? reason) },
      });

/** Waits for the answer and tells it on the element that asked: exactly one of three events. */
export const tellOutcome = (target: EventTarget, detail: SendDetail, response: Promise<Receipt>): void => {
  response.then(
    receipt => target.dispatchEvent(new KfSentEvent(detail.message, receipt)),
    (reason: unknown) => {
      const error = asKfError(reason);
      target.dispatchEvent(
        error.code === 'cancelled'
          ? new KfCancelEvent(detail.message)
          : new KfErrorEvent(detail.message, error),
      );
    },
  );
};

declare global {
  interface GlobalEventHandlersEventMap {
    'kf-sent': KfSentEvent;
    'kf-cancel': KfCancelEvent;
    'kf-error': KfErrorEvent;
    'kf-late': KfLateEvent;
  }
}
