import type { ReactiveElement } from 'lit';
import { invalidMessage, KfError } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import type { ChatMessage } from '../../core/message.js';
import { emit } from '../../events/emit.js';
import { KfSendEvent, type SendRequestOptions } from '../../events/kf-send.js';
import { reportOutcome } from '../../events/outcome.js';
import type { Receipt } from '../../events/receipt.js';
import type { SendRecord } from '../../events/send-record.js';
import type { BridgeView } from './bridge-view.js';
import { OwnRecord } from './own-record.js';

/** How many sends are remembered that no bridge keeps. */
const MAX_OWN = 20;

/** An element that sends. */
export type SendingElement = Pick<ReactiveElement, 'dispatchEvent' | 'requestUpdate'>;

/** What is to be sent, and what is wrong with it. */
export interface Outgoing {
  readonly message: ChatMessage;
  readonly issues: readonly Issue[];
}

const rejected = (error: KfError): Promise<Receipt> => {
  const response = Promise.reject<Receipt>(error);
  response.catch(() => undefined); // an event reports it, or the caller asked for it
  return response;
};

/**
 * An element's side of a send: asks with `kf-send`, and reports the outcome on the element. What became of it is the bridge's to
 * know: `recordOf` gives what the bridge knows of a message.
 */
export class SendController {
  /** What the element's last request has become; null before the first, and when a listener has cancelled it. */
  last: SendRecord | null = null;
  /** Requests without an answer, by addressee and message: asking for the same again is the same request. */
  private readonly pending = new Map<string, Promise<Receipt>>();
  private own: OwnRecord[] = [];

  constructor(
    private readonly element: SendingElement,
    private readonly bridge: BridgeView,
  ) {}

  /** What is known of a send of this message to whom the chat belongs now. */
  recordOf(message: ChatMessage): SendRecord | null {
    const text = this.own.length ? JSON.stringify(message) : '';
    const own = this.own.find(record => JSON.stringify(record.message) === text);
    return own ?? this.bridge.status?.recordOf(message) ?? null;
  }

  /**
   * Asks for the message to be sent; while that is under way, asking again gives the same promise. Rejects with a `KfError`. A
   * message with errors is not asked for: `kf-error` says so.
   */
  send({ message, issues }: Outgoing, options: SendRequestOptions = {}): Promise<Receipt> {
    const { element } = this;
    const { addressee = this.bridge.addressee } = options;
    const key = JSON.stringify([addressee, message]);
    const pending = this.pending.get(key);
    if (pending) return pending;
    const errors = issues.filter(({ severity }) => severity === 'error');
    if (errors.length) {
      const error = invalidMessage(errors);
      emit(element, 'kf-error', { message, error });
      return rejected(error);
    }
    const request = new KfSendEvent(message, { ...options, addressee });
    let answer: (response: Promise<Receipt>) => void = () => undefined;
    const response = new Promise<Receipt>(resolve => (answer = resolve));
    this.pending.set(key, response); // now: a listener may ask, too
    const done = (): void => void this.pending.delete(key);
    response.then(done, done);
    element.dispatchEvent(request);
    if (request.defaultPrevented) {
      answer(rejected(new KfError('stopped', 'a listener cancelled kf-send')));
      this.pending.delete(key);
      this.last = null;
    } else {
      answer(request.response ?? rejected(new KfError('bridge-absent', 'nobody answered kf-send')));
      this.last = request.record ?? this.keep(request.asked, addressee, response);
      reportOutcome(element, request.detail, response);
    }
    element.requestUpdate();
    return response;
  }

  private keep(message: ChatMessage, addressee: string, response: Promise<Receipt>): SendRecord {
    const text = JSON.stringify(message);
    const record = new OwnRecord(message, addressee, response, (changed, isAcknowledged) => {
      if (isAcknowledged) this.own = this.own.filter(other => other !== changed);
      this.element.requestUpdate();
    });
    const others = this.own.filter(other => JSON.stringify(other.message) !== text);
    this.own = [record, ...others].slice(0, MAX_OWN);
    return record;
  }
}
