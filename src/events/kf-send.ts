import { reading } from '../core/error.js';
import { jsonCopy } from '../core/json-copy.js';
import type { ChatMessage } from '../core/message.js';
import type { Receipt, SendRecord } from './send-record.js';

/** The message of a send. The bridge writes back what it handed to the client, so that the outcome can name it. */
export interface SendDetail {
  message: ChatMessage;
}

/** What an element says of its request, beside the message. */
export interface SendRequestOptions {
  /** Whose chat the element showed when it was asked: `addressee` of the bridge's status. Default: whose it is now. */
  addressee?: string | undefined;
  /** The user's word that this earlier send did not arrive: only with it a message of unknown outcome is sent again. */
  repeats?: SendRecord | undefined;
}

/** For whom each request's message was asked for: a page that answers by itself may hand it to a bridge much later. */
const askedFor = new WeakMap<object, string>();

/** Notes it for an event of another copy of the package, which has a memory of its own. */
export function noteRequest(event: CustomEvent<SendDetail> & { readonly addressee?: unknown }): void {
  if (event instanceof KfSendEvent) return;
  const { detail, addressee } = event;
  const isRequest = typeof addressee === 'string' && typeof detail.message === 'object' && detail.message !== null;
  if (isRequest && !askedFor.has(detail.message)) askedFor.set(detail.message, addressee);
}

/** For whom an element has asked for this very message to be sent; undefined for a message of the page's own. */
export const addresseeOfRequest = (message: unknown): string | undefined => askedFor.get(message as object);

/**
 * An element asks for its message to be sent. Whoever answers calls `respondWith`; the first one counts. Cancelling it stops the
 * send. Other copies of the package know it by its type and by these names, not by this class.
 */
export class KfSendEvent extends CustomEvent<SendDetail> {
  /** The message as the element asked for it, whatever listeners make of `detail.message`. */
  readonly asked: ChatMessage;
  readonly addressee: string | undefined;
  readonly repeats: SendRecord | undefined;
  /** Where the outcome is to be reported, where the dispatch does not show it: in a closed shadow root. */
  asker: EventTarget | undefined;
  /** The answer, once there is one. */
  response: Promise<Receipt> | undefined;
  /** The send as the bridge keeps it. A page that answers by itself has none. */
  record: SendRecord | undefined;

  /** @throws KfError `invalid-argument` for a message or options that can't be read. */
  constructor(message: ChatMessage, options: SendRequestOptions = {}) {
    super('kf-send', { bubbles: true, composed: true, cancelable: true, detail: { message } });
    this.asked = reading('message', () => jsonCopy(message));
    [this.addressee, this.repeats] = reading('options', () => [options.addressee, options.repeats] as const);
    if (this.addressee !== undefined) askedFor.set(message, this.addressee);
  }

  /** Takes over the send. Later calls are ignored. */
  respondWith(response: Promise<Receipt>): void {
    if (this.response) return;
    this.response = Promise.resolve(response);
    this.response.catch(() => undefined); // the outcome event reports it: no unhandled rejection
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kf-send': KfSendEvent;
  }
}
