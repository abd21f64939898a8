import type { ReactiveElement } from 'lit';
import { invalidMessage, KfError } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import type { ChatMessage } from '../../core/message.js';
import { KfSendEvent } from '../../events/kf-send.js';
import { emit } from '../../events/emit.js';
import { asKfError, reportOutcome } from '../../events/outcome.js';
import type { Receipt } from '../../events/receipt.js';

/** An element that sends. */
export interface Sending extends Pick<ReactiveElement, 'dispatchEvent' | 'requestUpdate'> {
  readonly message: ChatMessage;
  readonly issues: Issue[];
  readonly disabled: boolean;
}

/** What became of the last send. */
export type Outcome =
  | { phase: 'idle' }
  | { phase: 'sending' }
  | { phase: 'sent'; at: Date; receipt: Receipt }
  | { phase: 'failed'; error: KfError };

/** Milliseconds after a send in which another press is the same one. */
const DOUBLE_CLICK = 1000;

const IDLE: Outcome = { phase: 'idle' };

const rejected = (error: KfError): Promise<Receipt> => {
  const response = Promise.reject<Receipt>(error);
  response.catch(() => undefined); // an event tells it, or the caller asked for it
  return response;
};

/** An element's side of a send: asks with `kf-send`, keeps what came of it, tells it. */
export class Sender {
  outcome: Outcome = IDLE;
  private response: Promise<Receipt> | null = null;

  constructor(private readonly element: Sending) {}

  get sending(): boolean {
    return !!this.response;
  }

  /** Something changed, or the user has read it: the last outcome is history. */
  reset(): void {
    if (!this.sending && this.outcome !== IDLE) this.become(IDLE);
  }

  /** Whether a press can't mean another message: right after a send. */
  get isHasty(): boolean {
    const { outcome } = this;
    return outcome.phase === 'sent' && Date.now() - Number(outcome.at) < DOUBLE_CLICK;
  }

  /** Asks once, with the element's message or another one; while an answer is outstanding, the same promise again. */
  send(instead?: ChatMessage): Promise<Receipt> {
    if (this.response) return this.response;
    const { element } = this;
    if (element.disabled) return rejected(new KfError('stopped', 'disabled'));
    const issues = instead ? [] : element.issues.filter(({ severity }) => severity === 'error');
    if (issues.length) {
      const error = invalidMessage(issues);
      emit(element, 'kf-error', { message: element.message, error });
      return rejected(error);
    }
    const request = new KfSendEvent(instead || element.message);
    let answer!: (response: Promise<Receipt>) => void;
    const response = new Promise<Receipt>(resolve => (answer = resolve));
    response.catch(() => undefined); // an event tells it
    this.response = response; // now: a listener may call send() too
    element.dispatchEvent(request);
    if (request.defaultPrevented) {
      answer(rejected(new KfError('stopped', 'a listener cancelled kf-send')));
      this.settle(IDLE);
      return response;
    }
    answer(request.response || rejected(new KfError('bridge-absent', 'nobody answered kf-send')));
    this.become({ phase: 'sending' });
    response.then(
      receipt => this.settle({ phase: 'sent', at: new Date(), receipt }),
      (reason: unknown) => this.settle({ phase: 'failed', error: asKfError(reason) }),
    );
    reportOutcome(element, request.detail, response);
    return response;
  }

  private settle(outcome: Outcome): void {
    this.response = null;
    this.become(outcome);
  }

  private become(outcome: Outcome): void {
    this.outcome = outcome;
    this.element.requestUpdate();
  }
}
