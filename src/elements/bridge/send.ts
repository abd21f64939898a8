import type { KfError } from '../../core/error.js';
import { jsonCopy } from '../../core/json-copy.js';
import type { ChatMessage } from '../../core/message.js';
import { isKnown, NEVER_KNOWN } from '../../events/addressee.js';
import { contentsOf } from '../../events/content.js';
import type { SendDetail } from '../../events/kf-send.js';
import { phaseOf, reportLate } from '../../events/outcome.js';
import { isInDoubt, isPending, type Receipt, type SendPhase, type SendRecord } from '../../events/send-record.js';

/** Milliseconds in which an outcome is read. */
const READING = 3000;

/** What a send begins with. */
export interface SendStart {
  /** The bridge that was asked. */
  readonly bridge: symbol;
  /** As it was asked for: before listeners and `beforeSend` changed anything. */
  readonly message: ChatMessage;
  readonly addressee: string;
  /** It is sent once more, at the user's word. */
  readonly isRepeat: boolean;
  /** Milliseconds after which the client's answer counts as missing. */
  readonly timeout: number;
  /** What was handed to the client is written back here. */
  readonly detail: SendDetail;
  /** Where the outcome is reported, late answers included. */
  readonly asker: EventTarget;
}

/** Who keeps the sends hears of what becomes of one. */
export interface SendKeeper {
  /** It stands somewhere else now. */
  changed(send: Send): void;
  /** The user has read its outcome, or said what it was. */
  answered(send: Send): void;
}

/** Which came first, the requests, native calls and outcomes of a page: clocks are too coarse to tell. */
let step = 0;

/** A message as it is now, whatever the page does with its object later. What can't be read is left as it is: checking it says why. */
export function copyOf(message: ChatMessage): ChatMessage {
  try {
    return jsonCopy(message);
  } catch {
    return message;
  }
}

/** An event of somebody else's may not take it. */
export function writeBack(detail: SendDetail, message: ChatMessage): void {
  try {
    detail.message = message;
  } catch {
    // its outcome names what was asked for
  }
}

/** An element that has left the page. */
const isGone = (asker: EventTarget & Partial<Node>): boolean => asker.isConnected === false;

/** One send: who asked for what, for whom, and what became of it. */
export class Send implements SendRecord {
  readonly bridge: symbol;
  readonly message: ChatMessage;
  /** What it is about (see `contentsOf`). */
  readonly subject: string;
  /** And just which one: with the ids of its replies, or the product's price. */
  readonly exactContent: string;
  readonly isRepeat: boolean;
  readonly timeout: number;
  addressee: string;
  phase: SendPhase = 'waiting';
  receipt: Receipt | null = null;
  error: KfError | null = null;
  found: string | null = null;
  isLate = false;
  isConfirmed = false;
  handedOverAt: number | null = null;
  endedAt: number | null = null;
  endedOn: Date | null = null;
  /** The steps at which it was asked for, handed over and ended: 0 for what has not come. */
  readonly askedStep = ++step;
  handedOverStep = 0;
  endedStep = 0;

  /** For whom its outcome is to be shown: after `customer-changed`, whoever is there instead. */
  shownTo: string;
  private shownAt = -Infinity;
  /** No customer was known yet when it was asked for. */
  readonly isForFirst: boolean;
  /** The user has seen what became of it. */
  isAcknowledged = false;
  /** The same message has arrived for certain since: nobody has to doubt this one any more. */
  isSettled = false;
  /** Whoever has asked for it was gone when it ended otherwise than hoped for, or late. */
  isUntold = false;
  /** It was over, and told, when its bridge was taken out: it is shown only where that is put back, and in bridges that were asked, too. */
  isHistory = false;
  /** What was handed to the client; before that, what was asked for. */
  handed: ChatMessage;
  /** What its askers are answered. */
  readonly response: Promise<Receipt>;

  private resolve: (receipt: Receipt) => void = () => undefined;
  private reject: (error: KfError) => void = () => undefined;
  private readonly detail: SendDetail;
  private readonly askers: Set<EventTarget>;
  /** The bridges that were asked for it: this one, and those in which somebody has asked for the same. */
  private readonly bridges: Set<symbol>;
  /** The send that this one has turned out to be. */
  private original: Send | null = null;
  private twins: readonly Send[] = [];

  constructor(
    start: SendStart,
    private readonly keeper: SendKeeper,
  ) {
    this.bridge = start.bridge;
    this.message = this.handed = copyOf(start.message);
    const { subject, exact } = contentsOf(this.message);
    this.subject = subject;
    this.exactContent = exact;
    this.isRepeat = start.isRepeat;
    this.timeout = start.timeout;
    this.addressee = this.shownTo = start.addressee;
    this.isForFirst = start.addressee === NEVER_KNOWN;
    this.detail = start.detail;
    this.askers = new Set([start.asker]);
    this.bridges = new Set([start.bridge]);
    this.response = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.response.catch(() => undefined); // events report it
  }

  acknowledge(): void {
    if (this.original) return this.original.acknowledge();
    if (isPending(this) || this.isAcknowledged) return;
    this.isAcknowledged = true;
    this.keeper.answered(this);
  }

  confirm(): void {
    if (!isInDoubt(this)) return;
    this.isConfirmed = true;
    this.endedAt = performance.now();
    if (this.original) this.original.confirm();
    else this.keeper.answered(this);
  }

  /** Whether a record that an element shows is this send, or one that has turned out to be this one. */
  isShownAs(record: SendRecord | undefined): boolean {
    return record !== undefined && (record === this || this.twins.includes(record as Send));
  }

  /** It was asked for, or was shown, before any customer was known, and this is the first one. Returns whether that is so. */
  adopt(addressee: string): boolean {
    const isFirst = [this.addressee, this.shownTo].includes(NEVER_KNOWN);
    if (this.addressee === NEVER_KNOWN) this.addressee = addressee;
    const isRefused = this.error?.code === 'customer-changed'; // to whoever is found instead
    if (this.shownTo === NEVER_KNOWN) this.shownTo = isRefused ? addressee : this.addressee;
    if (isFirst && isRefused && isKnown(addressee) && addressee !== this.addressee) this.found ??= addressee;
    return isFirst;
  }

  /** Whether a bridge was asked for it, so that what became of it is that bridge's to show as well. */
  isOf(bridge: symbol): boolean {
    return this.bridges.has(bridge);
  }

  /** Another element has asked for the same: it hears a late answer, too. Who has left the page is not kept for that. */
  join(asker: EventTarget, bridge: symbol): void {
    this.bridges.add(bridge);
    for (const earlier of this.askers) if (isGone(earlier)) this.askers.delete(earlier);
    this.askers.add(asker);
  }

  /** Whoever has asked for it has left the page, and cannot ask the user what became of it. */
  get isOrphan(): boolean {
    return this.askers.size > 0 && [...this.askers].every(isGone);
  }

  /** Its bridge is taken out. What nobody knows, or was told late, everybody has to see, unless the message has arrived since. */
  retire(): void {
    const isCertain = this.phase !== 'unknown' && !this.isLate;
    this.isHistory ||= !isPending(this) && (isCertain || this.isSettled);
  }

  /** Long enough, to whoever is in the chat, for the user to have read it. */
  get isRead(): boolean {
    return performance.now() - this.shownAt >= READING;
  }

  /** Somebody else is in the chat: that is who is shown what became of it. */
  showTo(current: string, found: string | null): void {
    this.shownTo = current;
    this.shownAt = performance.now();
    this.found = found;
  }

  /** What is about to be handed to the client. */
  prepare(message: ChatMessage): void {
    this.handed = message;
    writeBack(this.detail, message);
  }

  /** The native call begins. */
  handOver(): void {
    this.handedOverAt = performance.now();
    this.handedOverStep = ++step;
    this.phase = 'handed-over';
    this.keeper.changed(this);
  }

  /** It was that send all the time: it ends as that one does, late answers included. */
  mergeInto(original: Send): void {
    this.original = original;
    for (const asker of this.askers) original.join(asker, this.bridge);
    this.askers.clear();
    original.twins = [...original.twins, this];
    if (!isPending(original)) this.endLike(original);
  }

  succeed(receipt: Receipt): void {
    this.end('sent', receipt, null);
  }

  fail(error: KfError): void {
    this.end(phaseOf(error), null, error);
  }

  /** Takes an outcome: the first one is the answer to whoever asked, one that comes later is reported beside it. */
  private end(phase: SendPhase, receipt: Receipt | null, error: KfError | null): void {
    const isFirst = isPending(this);
    const { addressee } = this;
    this.isLate = !isFirst;
    if (isFirst || phase !== 'unknown') {
      this.phase = phase;
      this.receipt = receipt;
      this.error = error;
      this.endedAt = performance.now();
      this.endedStep = ++step;
      this.endedOn = new Date();
      this.isAcknowledged = this.isConfirmed = false;
    }
    this.keeper.changed(this);
    if (!isFirst) for (const asker of this.askers) reportLate(asker, this.handed, { addressee, receipt, error });
    else if (receipt) this.resolve(receipt);
    else if (error) this.reject(error);
    for (const twin of this.twins) twin.endLike(this);
    if (phase === 'unknown') return;
    this.isUntold = this.isOrphan && (this.isLate || phase === 'not-sent');
    this.askers.clear(); // there is nothing more to hear
  }

  private endLike({ handed, phase, receipt, error }: Send): void {
    this.prepare(handed);
    this.end(phase, receipt, error);
  }
}
