import type { ChatMessage } from '../core/message.js';
import type { Receipt } from './receipt.js';

/** The message of a send. The bridge writes back what it handed to the client, so that the outcome can name it. */
export interface SendDetail {
  message: ChatMessage;
}

/**
 * An element asks for its message to be sent. Whoever answers calls `respondWith`; the first one counts. Cancelling it stops the
 * send. Other copies of the package know it by its type and by `respondWith`, not by this class.
 */
export class KfSendEvent extends CustomEvent<SendDetail> {
  /** The answer, once there is one. */
  response: Promise<Receipt> | undefined;

  constructor(message: ChatMessage) {
    super('kf-send', { bubbles: true, composed: true, cancelable: true, detail: { message } });
  }

  /** Takes over the send. Later calls are ignored. */
  respondWith(response: Promise<Receipt>): void {
    if (this.response) return;
    this.response = Promise.resolve(response);
    this.response.catch(() => undefined); // the outcome event tells it: no unhandled rejection
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kf-send': KfSendEvent;
  }
}
