import { BEFORE, isKnown, NEVER_KNOWN } from '../../events/addressee.js';
import { contentsOf, productIdIn } from '../../events/content.js';
import { isInDoubt, isPending } from '../../events/send-record.js';
import { noteSent } from '../shared/sends/sent-log.js';
import { hasJustEnded, Telling } from '../shared/sends/stays.js';
import type { Send, SendKeeper } from './send.js';

/** So many sends that have ended are remembered in a page, and as many of which nobody knows. */
const MAX_ENDED = 200;

/** Whether asking for the same again is that send: it is under way, or nobody knows of it, and none has arrived since. */
export const isOpen = (send: Send): boolean => isPending(send) || (isInDoubt(send) && !send.isSettled);

/**
 * Whether another form of it is that send, too: the same words with other ids, as a page may make ids anew each time it renders, or the
 * same product at another price. The client has not said what became of it; or it is under way, and is a product, or a menu whose
 * element is made anew. Who still shows that menu knows that it asks for another one.
 */
const isSentInAnyForm = (send: Send): boolean =>
  isPending(send) ? send.isOrphan || productIdIn(send.message) !== '' : send.phase === 'unknown';

/** Whether it was for somebody in particular. */
export const isNamed = ({ addressee }: Send): boolean => addressee !== NEVER_KNOWN;

/** The client has taken the message. */
export const hasArrived = ({ phase, receipt }: Send): boolean => phase === 'sent' && receipt?.outcome === 'sent';

/** What the user's word on a send is about: that one, and those of the same message before it of which nobody knows. */
export const olderDoubts = (send: Send, same: readonly Send[]): readonly Send[] =>
  same.filter(other => other === send || (other.phase === 'unknown' && other.askedStep < send.askedStep));

/**
 * Whether an arrival says that the message is there, so that nobody has to be asked about another send of it any more: it was called
 * for after that one, or was in doubt itself. Of two that two bridges have called for at the same time, one says nothing of the other.
 */
const answersFor = (arrival: Send, { handedOverStep }: Send): boolean =>
  hasArrived(arrival) && (arrival.isLate ? arrival.endedStep : arrival.handedOverStep) > handedOverStep;

/** Whether other bridges have to know of it: the client has had it, or is about to have it for the second time. */
const concernsAll = ({ phase, addressee, handedOverStep, isRepeat }: Send): boolean =>
  isKnown(addressee) && (handedOverStep > 0 || (isRepeat && phase === 'waiting'));

/**
 * The sends of the page's bridges. What a client has had is known in the whole page: a panel that is built anew has another bridge,
 * and the customer is the same. The rest is its bridge's alone.
 */
class PageSends implements SendKeeper {
  /** By what it is about, oldest first. */
  private readonly bySubject = new Map<string, readonly Send[]>();
  /** What the page was told of last, newest first; that one was turned away does not count. */
  told: readonly Send[] = [];
  private readonly telling = new Telling();
  private readonly listeners = new Set<(send: Send) => void>();

  /** Whether the page is hearing what has become of a send to them. */
  isTellingOf(addressee: string): boolean {
    return this.telling.isOn && this.told[0]?.addressee === addressee;
  }

  get isEmpty(): boolean {
    return !this.bySubject.size;
  }

  /** The listener hears of each send that changes; with `remove`, of none any more. */
  subscribe(listener: (send: Send) => void): void {
    this.listeners.add(listener);
  }

  unsubscribe(listener: (send: Send) => void): void {
    this.listeners.delete(listener);
  }

  /** The sends of this message that a bridge may know of, oldest first. */
  find(message: unknown, bridge: symbol): readonly Send[] {
    const { subject, exact } = contentsOf(message);
    return this.about(subject).filter(
      send => this.mayKnow(bridge, send) && (send.exactContent === exact || isSentInAnyForm(send)),
    );
  }

  /** All of which a bridge may know. */
  knownTo(bridge: symbol): readonly Send[] {
    return this.all.filter(send => this.mayKnow(bridge, send));
  }

  /** All sends of one bridge. */
  of(bridge: symbol): readonly Send[] {
    return this.all.filter(send => send.bridge === bridge);
  }

  add(send: Send): void {
    const { subject } = send;
    if (subject) this.bySubject.set(subject, [...this.about(subject), send]);
  }

  /** It is none: nobody is shown it. */
  remove(send: Send): void {
    this.forget(send);
    this.notify(send);
  }

  changed(send: Send): void {
    if (send.endedStep > (this.told[0]?.endedStep ?? 0) && send.addressee !== BEFORE) this.tell(send);
    this.settle(send);
    if (!isPending(send)) this.forgetOldest();
    this.notify(send);
  }

  answered(send: Send): void {
    // That it was not sent says nothing of those before it.
    const doubts = send.phase === 'unknown' ? olderDoubts(send, this.sameAs(send)) : [];
    for (const other of doubts) if (other !== send) other.isAcknowledged = true;
    this.notify(send);
  }

  notify(send: Send): void {
    noteSent(send);
    for (const listener of this.listeners) listener(send);
  }

  /** The page hears what has become of it. One for nobody in particular ends what was for somebody. */
  private tell(send: Send): void {
    const others = isNamed(send) ? this.told.filter(other => other !== send && hasJustEnded(other)) : [];
    this.told = [send, ...others];
    this.telling.begin();
  }

  /** One that has arrived may answer what nobody knew of another one. */
  private settle(send: Send): void {
    const others = this.sameAs(send).filter(other => other !== send && !isPending(other));
    for (const other of others)
      if (answersFor(send, other) && (!send.isLate || other.phase === 'unknown')) other.isSettled = true;
    if (send.phase === 'unknown' && others.some(other => answersFor(other, send))) send.isSettled = true;
  }

  private mayKnow(bridge: symbol, send: Send): boolean {
    return send.bridge === bridge || concernsAll(send);
  }

  private get all(): readonly Send[] {
    return [...this.bySubject.values()].flat();
  }

  private about(subject: string): readonly Send[] {
    return this.bySubject.get(subject) ?? [];
  }

  /** Those of the same message to the same customer, itself among them. */
  private sameAs({ message, addressee, bridge }: Send): readonly Send[] {
    return this.find(message, bridge).filter(other => other.addressee === addressee);
  }

  private forget(send: Send): void {
    const { subject } = send;
    const rest = this.about(subject).filter(other => other !== send);
    if (rest.length) this.bySubject.set(subject, rest);
    else this.bySubject.delete(subject);
  }

  /** Memory has an end, for what nobody knows of and for the rest: what ended longest ago goes. */
  private forgetOldest(): void {
    const ended = this.all.filter(send => !isPending(send));
    for (const sends of [ended.filter(isOpen), ended.filter(send => !isOpen(send))]) {
      const [oldest] = sends.sort((a, b) => a.endedStep - b.endedStep);
      if (oldest && sends.length > MAX_ENDED) this.forget(oldest);
    }
  }
}

export const pageSends = new PageSends();
