import type { ReactiveController, ReactiveElement } from 'lit';
import { invalidMessage, KfError } from '../../../core/error.js';
import type { Issue } from '../../../core/issue.js';
import type { ChatMessage } from '../../../core/message.js';
import { BEFORE, NEVER_KNOWN } from '../../../events/addressee.js';
import { emit, type Teller } from '../../../events/emit.js';
import { KfSendEvent, type SendRequestOptions } from '../../../events/kf-send.js';
import { reportLate, reportOutcome } from '../../../events/outcome.js';
import { contentOf, contentsOf, subjectOf } from '../../../events/content.js';
import { isInDoubt, isPending, type Receipt, type SendRecord } from '../../../events/send-record.js';
import type { BridgeStatus } from '../../../events/bridge-status.js';
import type { BridgeView } from './bridge-view.js';
import { OwnRecord } from './own-record.js';
import type { SendAction } from './send-state.js';
import { hasJustEnded, SETTLING } from './stays.js';
import { noteSent } from './sent-log.js';

/** A bridge that has not found anybody after so many of its timeouts finds nobody. */
const TRIES = 3;

/** How many sends are remembered that no bridge keeps, and how many of those whose outcome nobody knows. */
const MAX_OWN = 20;
const MAX_DOUBTS = 200;

/** An element that sends. */
export type SendingElement = EventTarget &
  Pick<ReactiveElement, 'addController' | 'requestUpdate' | 'isConnected'> & { readonly disabled?: boolean };

/** What is to be sent, and what is wrong with it. */
interface Outgoing {
  readonly message: ChatMessage;
  readonly issues: readonly Issue[];
}

/** What an element showed when one of its buttons was pressed: that is what the press is about, whatever has changed since. */
export interface OnScreen extends Outgoing {
  /** Whose chat it was. */
  readonly addressee: string;
  /** The send whose state was shown. */
  readonly record: SendRecord | null;
}

interface WaitingPress extends OnScreen {
  readonly at: number;
}

/** A request without an answer. */
interface Request {
  /** As it was asked for. */
  readonly text: string;
  readonly addressee: string;
  record: SendRecord | null;
  readonly response: Promise<Receipt>;
  readonly answer: (response: Promise<Receipt>) => void;
}

const isError = ({ severity }: Issue): boolean => severity === 'error';

/** A promise for who asked; an event reports the error, too, so nobody has to handle it. */
export const rejected = (error: KfError): Promise<Receipt> => {
  const response = Promise.reject<Receipt>(error);
  response.catch(() => undefined);
  return response;
};

/** What is sent once more: as it is on screen, where its replies have other ids by now, or the product another price. */
const repeatedBy = ({ message }: OnScreen, record: SendRecord): ChatMessage =>
  subjectOf(message) === subjectOf(record.message) ? message : record.message;

/** Whether a press for one message, which still waits, is taken back by a later one: who has written on means what is there now. */
const isReplacedBy = (waiting: ChatMessage, message: ChatMessage): boolean =>
  (waiting.msgtype !== 'channels_shop_product' && message.msgtype !== 'channels_shop_product') ||
  contentOf(waiting) === contentOf(message);

/** Whether what became of a send without the bridge says more than what the bridge knows of the same message. */
function saysMore(own: SendRecord, kept: SendRecord): boolean {
  if (own.error?.code === 'bridge-absent') return false; // nobody took it over: it has become nothing
  if (own.phase === 'not-sent' && isInDoubt(kept)) return false; // no answer to a doubt
  if (kept.phase === 'not-sent' && !kept.isLate && isInDoubt(own)) return true;
  return (own.endedAt ?? Infinity) > (kept.endedAt ?? Infinity);
}

interface LatestRequest {
  readonly element: SendingElement;
  readonly record: SendRecord | null;
  readonly step: number;
  readonly at: number;
}

/** Who has asked last in this page, and for what. */
let latest: LatestRequest | null = null;
/** Which came first, elements and their requests. */
let steps = 0;

/**
 * An element's side of a send: asks with `kf-send`, and reports the outcome on the element. What became of it is the bridge's to
 * know: `recordOf` gives what the bridge knows of a message.
 */
export class SendController implements ReactiveController {
  /** What the element's last request has become that no listener has cancelled; null before the first. */
  last: SendRecord | null = null;
  /** Requests without an answer: asking for the same again is the same request. */
  private pending: readonly Request[] = [];
  private own: OwnRecord[] = [];
  /** Presses that wait until the bridge says who is there, and when they came. */
  private waiting: readonly WaitingPress[] = [];
  /** When the element came into the page. */
  private step = 0;
  /** That bridge, also where the element has left it meanwhile. */
  private waitedFor: BridgeStatus | null = null;
  /** What was asked for here and has not ended, was not sent, or nobody knows; the last one however it ended. Newest first. */
  open: readonly SendRecord[] = [];

  constructor(
    private readonly element: SendingElement,
    private readonly bridge: BridgeView,
    private readonly onLate: (record: SendRecord) => void = () => undefined,
  ) {
    element.addController(this);
  }

  hostConnected(): void {
    this.step = ++steps;
  }

  /**
   * The last one, if that was for whoever is in the chat. Where the element that was asked for something last is gone, it is that: in
   * one that has come into the page since, and with keys (`byKey`) in any that the user has written nothing in since (`writtenAt`), as
   * the page may have given it the focus.
   */
  lastHere(byKey: boolean, writtenAt = -Infinity): SendRecord | null {
    const { bridge, last } = this;
    const isNext = ({ step, at, record }: LatestRequest): boolean =>
      step < this.step || (byKey && writtenAt < at && record !== null && hasJustEnded(record));
    if (last) return bridge.isHere(last) ? last : null;
    const record = latest && !latest.element.isConnected && isNext(latest) ? latest.record : null;
    return record && bridge.customerOf(record.addressee) === bridge.addressee ? record : null;
  }

  /** What is known of a send of this message to whom the chat belongs now. */
  recordOf(message: ChatMessage): SendRecord | null {
    const kept = this.bridge.status?.recordOf(message) ?? null;
    if (!this.own.length) return kept;
    const own = this.own.find(this.isSameAs(message, this.bridge.addressee));
    if (!own || !kept) return own ?? kept;
    return saysMore(own, kept) ? own : kept;
  }

  /**
   * Asks for the message to be sent; while that is under way, asking again gives the same promise. Rejects with a `KfError`. A
   * message with errors is not asked for, nor one for another customer than the bridge has: `kf-error` says so. `bridge`: where to
   * ask if the element has left the page.
   */
  send(
    { message, issues }: Outgoing,
    options: SendRequestOptions = {},
    bridge: Teller = this.element,
  ): Promise<Receipt> {
    const { element } = this;
    const { addressee = this.bridge.meantByPage } = options;
    const errors = issues.filter(isError);
    if (errors.length) {
      const error = invalidMessage(errors);
      emit(element, 'kf-error', { message, error });
      return rejected(error);
    }
    const text = JSON.stringify(message);
    const same = this.findPending(text, addressee);
    if (same) return same.response;
    const doubt = this.ownDoubt(message, addressee);
    if (doubt && options.repeats !== doubt) {
      reportOutcome(element, { message }, doubt.response, doubt); // asking again is that send
      return doubt.response;
    }
    const event = new KfSendEvent(JSON.parse(text), { ...options, addressee }); // listeners may change it
    event.asker = element;
    const request = this.begin(text, addressee);
    const asked = { element, step: ++steps, at: performance.now() }; // who hears of it may put another element in its place
    this.ask(event, addressee, bridge);
    const isAnsweredByPage = event.response !== undefined && !event.record; // who calls both takes it over
    if (event.defaultPrevented && !isAnsweredByPage) {
      request.answer(rejected(new KfError('stopped', 'a listener cancelled kf-send')));
      this.end(request);
    } else {
      this.onAnswer(event, request);
      latest = { ...asked, record: this.last };
    }
    element.requestUpdate();
    return request.response;
  }

  private begin(text: string, addressee: string): Request {
    let answer: Request['answer'] = () => undefined;
    const response = new Promise<Receipt>(resolve => (answer = resolve));
    const request: Request = { text, addressee, record: null, response, answer };
    this.pending = [...this.pending, request];
    const end = (): void => this.end(request);
    response.then(end, end);
    return request;
  }

  private end(request: Request): void {
    this.pending = this.pending.filter(other => other !== request);
  }

  /** A page that answers by itself would send it to whoever is there now: it is not asked where that is somebody else. */
  private ask(event: KfSendEvent, addressee: string, bridge: Teller): void {
    const { element, waitedFor } = this;
    const { status } = this.bridge;
    if (this.isForNobody(addressee)) (status ?? waitedFor)?.turnAway(event);
    else (element.isConnected ? element : bridge).dispatchEvent(event);
  }

  /** Somebody has answered, or nobody. */
  private onAnswer(event: KfSendEvent, request: Request): void {
    const { addressee } = request;
    this.forgetOwn(event.asked, addressee);
    const answered = event.response ?? rejected(new KfError('bridge-absent', 'nobody answered kf-send'));
    const own = event.record ? null : this.keep(event, addressee, answered);
    request.answer(own?.response ?? answered);
    this.last = request.record = own ?? event.record ?? null;
    this.keepOpen(this.last);
    reportOutcome(this.element, event.detail, request.response, this.last);
  }

  /** Does what a button stands for (see `SendButton`), with what was on screen when it was pressed. */
  perform(action: SendAction, onScreen: OnScreen): void {
    const { record, addressee } = onScreen;
    if (action === 'send') this.press(onScreen);
    else if (action === 'reconnect') this.reconnect(record);
    else if (!record) return;
    else if (action === 'repeat')
      void this.send({ message: repeatedBy(onScreen, record), issues: [] }, { addressee, repeats: record });
    else if (action === 'send-to-found') this.sendToFound(record);
    else if (action === 'arrived') record.confirm();
    else {
      record.acknowledge(); // who has said 发给现在这位 before, and sees it still connecting, takes that back
      if (action === 'dismiss') this.follow(record);
    }
  }

  /**
   * Right after the page has made its panel anew, bridge and all, a press is for whoever was there before, and so are those that
   * follow until it is known who is there: it goes to them, or to nobody. So does one for whoever was there as the page was left.
   */
  private press(onScreen: OnScreen): void {
    const { bridge } = this;
    const { message, issues, addressee } = onScreen;
    const { status } = bridge;
    const isForFirst = addressee === NEVER_KNOWN && !this.waiting.length;
    if (isForFirst) return void this.send({ message, issues }, { addressee: bridge.meantByUser });
    if (!status || !bridge.isSeeking) return void this.send({ message, issues }, { addressee });
    const replaced = this.waiting.filter(other => isReplacedBy(other.message, message));
    this.waiting = [...this.waiting.filter(other => !replaced.includes(other)), { ...onScreen, at: performance.now() }];
    for (const other of replaced.filter(other => contentOf(other.message) !== contentOf(message))) {
      const error = new KfError('stopped', 'another message was asked for');
      emit(this.element, 'kf-error', { message: other.message, error });
    }
    if (status === this.waitedFor) return;
    this.waitedFor = status;
    const tooLong = new Promise(resolve => setTimeout(resolve, TRIES * status.timeout));
    const found = (): void => this.goOn(status);
    void Promise.race([status.ready, tooLong]).then(found, found);
  }

  /** It is known who is there, or that nobody is. */
  private goOn(status: BridgeStatus): void {
    const { bridge, waiting } = this;
    const { addressee: found } = bridge;
    const isThere = status === bridge.status && !bridge.isSeeking;
    const isFor = ({ addressee, at }: WaitingPress): boolean =>
      at - bridge.changedAt >= SETTLING && [BEFORE, NEVER_KNOWN, found].includes(bridge.customerOf(addressee));
    this.waiting = [];
    for (const press of waiting) {
      const { message, issues } = press;
      const addressee = isThere && isFor(press) ? found : BEFORE;
      if (this.canGoOn(message)) void this.send({ message, issues }, { addressee });
    }
    this.waitedFor = null;
  }

  /** The page may have disabled the element since the user has pressed: then it is told that this does not go. */
  private canGoOn(message: ChatMessage): boolean {
    const { element } = this;
    if (element.disabled) emit(element, 'kf-error', { message, error: new KfError('stopped', 'disabled') });
    return !element.disabled;
  }

  /** Connects again. What was not sent is history then; what nobody knows of stays a question. */
  private reconnect(record: SendRecord | null): void {
    if (record?.phase === 'not-sent') record.acknowledge();
    this.bridge.status?.reconnect().catch(() => undefined); // the bridge reports it
  }

  /** It is not for whoever was found; what is shown from here on is. */
  private follow({ found }: SendRecord): void {
    const { status, addressee } = this.bridge;
    if (found !== null && found !== addressee) status?.reconnect().catch(() => undefined);
  }

  /** The user's word that what was asked about is for whoever is in the chat now: it goes to the one who was found, or to nobody. */
  private sendToFound(record: SendRecord): void {
    const { found } = record;
    if (found === null) return;
    void this.bridge.status?.sendToFound(record, bridge => {
      const { last } = this;
      if (!this.canGoOn(record.message)) return;
      void this.send({ message: record.message, issues: [] }, { addressee: found, repeats: record }, bridge);
      if (this.last !== last) record.acknowledge();
    });
  }

  /** The request for the same that is under way. The bridge gives what was asked for nobody to the first customer it finds. */
  private findPending(text: string, addressee: string): Request | undefined {
    const { bridge } = this;
    const isFor = (request: Request): boolean =>
      bridge.addressee === NEVER_KNOWN ||
      [bridge.customerOf(request.addressee), request.record?.addressee].includes(addressee);
    return this.pending.find(request => request.text === text && isFor(request));
  }

  /** A send of the same of which the page could not tell what became of it, and of which the bridge knows nothing newer. */
  private ownDoubt(message: ChatMessage, addressee: string): OwnRecord | undefined {
    const doubt = this.own.filter(isInDoubt).find(this.isSameAs(message, addressee));
    const isSettled = doubt && addressee === this.bridge.addressee && this.recordOf(message) !== doubt;
    return isSettled ? undefined : doubt;
  }

  /** The newest request to whoever is in the chat of which nobody knows what became of it, whatever was asked for since. */
  get doubt(): SendRecord | null {
    const doubts = this.open.filter(record => isInDoubt(record) && this.bridge.isHere(record));
    return doubts.map(({ message }) => this.recordOf(message)).find(known => known && isInDoubt(known)) ?? null;
  }

  /** Whether it was asked for here, if only through the page, and nobody knew for a while what became of it. */
  hasAsked(record: SendRecord): boolean {
    return this.open.some(this.isSameAs(record.message, this.bridge.customerOf(record.addressee)));
  }

  /** Whoever has asked for it is gone, and this element asks the user about it now: a late answer is told here. */
  adopt(record: SendRecord): void {
    if (!this.open.includes(record)) this.open = [...this.open, record];
  }

  private keepOpen(record: SendRecord | null): void {
    const isOver = ({ phase }: SendRecord): boolean => phase === 'sent' || phase === 'cancelled';
    const others = this.open.filter(other => other !== record && !isOver(other));
    this.open = record ? [record, ...others].slice(0, MAX_DOUBTS) : others;
  }

  /** Nobody else keeps what became of this request. */
  private keep({ asked, detail }: KfSendEvent, addressee: string, answer: Promise<Receipt>): OwnRecord {
    const onChange = (changed: OwnRecord): void => {
      noteSent(changed);
      this.bridge.hasAnswered(changed);
      if (changed.isAcknowledged) this.own = this.own.filter(other => other !== changed);
      else if (changed.isLate) {
        reportLate(this.element, detail.message, changed);
        this.onLate(changed);
      }
      this.element.requestUpdate();
    };
    const record = new OwnRecord(asked, addressee, answer, onChange);
    const ended = this.own.filter(other => !isPending(other));
    const forgotten = [
      ...ended.filter(other => !isInDoubt(other)).slice(MAX_OWN - 1),
      ...ended.filter(isInDoubt).slice(MAX_DOUBTS - 1),
    ];
    this.own = [record, ...this.own.filter(other => !forgotten.includes(other))];
    return record;
  }

  /** The newest send of a message to somebody says what became of it. */
  private forgetOwn(message: ChatMessage, addressee: string): void {
    const isSame = this.isSameAs(message, addressee);
    this.own = this.own.filter(record => !isSame(record));
  }

  /** Of the same message to the same customer. */
  private isSameAs(message: ChatMessage, addressee: string): (record: SendRecord) => boolean {
    const { subject, exact } = contentsOf(message);
    return record => {
      const { bridge } = this;
      const isFor = bridge.addressee === NEVER_KNOWN || bridge.customerOf(record.addressee) === addressee;
      if (subject === '' || !isFor) return false;
      const other = contentsOf(record.message);
      return other.exact === exact || (record.phase === 'unknown' && other.subject === subject);
    };
  }

  /** Whether it is known that whoever it is for is not in the chat. */
  private isForNobody(addressee: string): boolean {
    const { bridge } = this;
    const isKnown = bridge.status !== null && bridge.addressee !== NEVER_KNOWN;
    return addressee === BEFORE || (isKnown && bridge.customerOf(addressee) !== bridge.addressee);
  }
}
