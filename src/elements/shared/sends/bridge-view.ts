import type { ReactiveController, ReactiveElement } from 'lit';
import type { KfError } from '../../../core/error.js';
import { checkSupport } from '../../../core/support.js';
import { BEFORE, isKnown, NEVER_KNOWN } from '../../../events/addressee.js';
import { BridgeRequestEvent, type BridgeStatus } from '../../../events/bridge-status.js';
import type { SendRecord } from '../../../events/send-record.js';
import { hashOf } from '../storage.js';
import { hasJustEnded, SETTLING, Stays } from './stays.js';

/** Who has found no bridge yet: one that is defined later, or put into the page, says so; one of an older copy by its first event. */
const searching = new Set<BridgeView>();
const searchForAll = (): void => searching.forEach(view => view.hostConnected());

/** Whoever the chat belonged to when the page was left: the first one who is found now is another one, unless known again. */
const FORMER = 'none:former';

interface BridgeViewOptions {
  /** Called in the same task in which the bridge reports that the chat is another customer's. */
  onAddressee?: (addressee: string, before: string) => void;
  /** Called right before `onAddressee`, while `addressee` is the one before: what a field has not given yet is written for them. */
  onLeave?: () => void;
  /** Called when a send has changed, before the element updates. */
  onRecord?: (record: SendRecord) => void;
  /** Whether a send that has changed is of interest; default: each is. */
  isConcerned?: (record: SendRecord) => boolean;
}

/** An element's view of the nearest bridge: where it stands and whose chat it is. Updates the element when that changes. */
export class BridgeView implements ReactiveController {
  /** The nearest bridge's status; null where there is none (yet), and outside of a page. */
  status: BridgeStatus | null = null;
  /**
   * Whose chat it is, as far as anybody knows. It stays while the bridge connects again, while element or bridge are out of the
   * page, and until a new bridge has found a customer.
   */
  addressee = NEVER_KNOWN;
  private readonly stays = new Stays();
  /** How the one before the page was left is known again; '' for somebody of whom nobody knew who it was. */
  private formerHash = '';
  /** Who that was, once known again. */
  private recognised: string | undefined;
  /** The first customer who was found. */
  private first: string | undefined;
  private unsubscribe: (() => void) | null = null;
  /** What the page itself has answered last, if that was for somebody who was not in the chat then. */
  private answeredElsewhere: SendRecord | null = null;

  constructor(
    private readonly host: ReactiveElement,
    private readonly options: BridgeViewOptions = {},
  ) {
    host.addController(this);
  }

  /** When the last change of it came here. */
  get heardAt(): number {
    return this.stays.since;
  }

  /** When it became another one: the bridge knows it for an element that is new there, the element where the bridge is new to it. */
  get changedAt(): number {
    const { status } = this;
    if (status?.addressee !== this.addressee) return this.heardAt; // it has found nobody yet
    return Math.max(this.heardAt, status.changedAt ?? -Infinity); // a bridge of another copy may not say it
  }

  /** Whether a press now comes before a person can have seen who it is. */
  get isSettling(): boolean {
    return performance.now() - this.changedAt < SETTLING;
  }

  /**
   * Whether the page has just heard what became of a send for somebody who is not in the chat: what it goes on with is for them, too.
   */
  get isTellingElsewhere(): boolean {
    const { answeredElsewhere, status } = this;
    return [answeredElsewhere, status?.endedElsewhere].some(
      record => record && this.isOfOther(record) && hasJustEnded(record),
    );
  }

  /**
   * For whom a send is that the page asks for: not for a customer who came so shortly before that the page may be answering what was
   * so before, nor for one who came after the send whose outcome it is following up.
   */
  get meantByPage(): string {
    const { addressee, status } = this;
    if (this.isTellingElsewhere) return BEFORE;
    return status?.addressee === addressee ? (status.meantByPage ?? addressee) : addressee;
  }

  /** For whom a press is while nobody is known here: where a bridge has just come, it knows who was there before. */
  get meantByUser(): string {
    return this.status?.meantByUser ?? this.addressee;
  }

  /** The page itself has answered. */
  hasAnswered(record: SendRecord): void {
    this.answeredElsewhere = this.isOfOther(record) ? record : null;
  }

  /** Nobody has been found yet; what the element shows may be for whoever was there as the page was left. */
  get isSeeking(): boolean {
    return this.addressee === NEVER_KNOWN || this.addressee === FORMER;
  }

  private isOfOther({ addressee }: SendRecord): boolean {
    return this.addressee !== NEVER_KNOWN && this.customerOf(addressee) !== this.addressee;
  }

  /** For whom a send is that was asked for with this addressee: before any customer was known, it was for the first one found. */
  customerOf(addressee: string): string {
    const known = addressee === FORMER ? this.recognised : addressee === NEVER_KNOWN ? this.first : undefined;
    return known ?? addressee;
  }

  /** Whether a send that this element has asked for is for whoever is there: while nobody is known, each is. */
  isHere({ addressee }: Pick<SendRecord, 'addressee'>): boolean {
    return this.addressee === NEVER_KNOWN || this.customerOf(addressee) === this.addressee;
  }

  /** Stands for a customer in what the browser stores; '' where nobody is known. */
  hashOf(addressee: string): string {
    if (isKnown(addressee)) return hashOf(addressee);
    return addressee === FORMER ? this.formerHash : '';
  }

  /**
   * What the element is given to show was written before the page was left, for the customer of this hash. Returns whether it may:
   * the chat may be somebody else's already.
   */
  resume(customerHash: string): boolean {
    if (this.addressee === NEVER_KNOWN && !this.status?.context) {
      this.addressee = FORMER;
      this.formerHash = customerHash;
    }
    return this.addressee === FORMER || (customerHash !== '' && this.hashOf(this.addressee) === customerHash);
  }

  /** Why a message of this type can't go here and now, as far as is known before it is tried. */
  whyNot(msgtype: string): KfError | null {
    const { error = null, context = null } = this.status ?? {};
    return error ?? (context && checkSupport(msgtype, context));
  }

  /** Whether this chat takes text where it does not take this type: on a Mac, in an old client, from another entry that has a chat. */
  takesTextOnly(msgtype: string): boolean {
    const context = this.status?.context;
    return !!context && /_tools$|^chat_attachment$/.test(context.entry) && this.whyNot(msgtype) !== null;
  }

  hostConnected(): void {
    this.host.dispatchEvent(new BridgeRequestEvent(this.host, this.onStatus));
    if (this.status) return;
    if (!searching.size)
      for (const type of ['context-provider', 'kf-ready', 'kf-blocked'])
        document.addEventListener(type, searchForAll, true);
    searching.add(this);
  }

  /** The bridge was taken out of the page, and the element was not. */
  private searchAgain(): void {
    this.unsubscribe = this.status = null;
    this.hostConnected();
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    searching.delete(this);
    this.unsubscribe?.();
    this.unsubscribe = this.status = null;
  }

  private isAnother({ addressee, context }: BridgeStatus): boolean {
    const isSomebody = addressee !== NEVER_KNOWN || (this.addressee === FORMER && context !== null);
    return addressee !== this.addressee && isSomebody;
  }

  /** The one before the page was left is there again. */
  private recognise({ addressee }: BridgeStatus): void {
    if (!this.formerHash || !isKnown(addressee) || hashOf(addressee) !== this.formerHash) return;
    this.recognised = addressee;
    if (this.addressee === FORMER) this.addressee = this.first = addressee;
  }

  /** Returns whether it was changed here. */
  private changeAddressee(status: BridgeStatus): boolean {
    if (this.addressee !== NEVER_KNOWN) this.options.onLeave?.();
    if (!this.isAnother(status)) return false; // what was called has come here already
    const { addressee: before } = this;
    this.addressee = status.addressee;
    for (const who of [before, this.addressee]) this.stays.begin(who);
    if (this.addressee !== NEVER_KNOWN) this.first ??= this.addressee;
    this.options.onAddressee?.(this.addressee, before);
    return true;
  }

  private isConcerned(record: SendRecord | undefined): boolean {
    return !record || (this.options.isConcerned?.(record) ?? true);
  }

  private readonly onStatus = (status: BridgeStatus, unsubscribe: () => void, record?: SendRecord): void => {
    if (!status.isConnected && this.host.isConnected) {
      unsubscribe();
      return this.searchAgain();
    }
    this.status = status;
    this.unsubscribe = unsubscribe;
    searching.delete(this);
    this.recognise(status);
    const isAnother = this.isAnother(status) && this.changeAddressee(status);
    if (record) this.options.onRecord?.(record);
    if (isAnother || this.isConcerned(record)) this.host.requestUpdate();
  };
}
