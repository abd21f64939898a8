import { KfError } from '../../core/error.js';
import type { ChatMessage } from '../../core/message.js';
import { BEFORE, isKnown, NEVER_KNOWN } from '../../events/addressee.js';
import { addresseeOfRequest, type KfSendEvent, type SendDetail } from '../../events/kf-send.js';
import { isPending, type Receipt, type SendRecord } from '../../events/send-record.js';
import { hasJustEnded } from '../shared/sends/stays.js';
import { isInChat } from './addressee.js';
import type { Connection } from './connection.js';
import { Delivery, type DeliveryBridge, type SendRequest, type SendSettings } from './delivery.js';
import { hasArrived, isNamed, isOpen, olderDoubts, pageSends } from './page-sends.js';
import { Send, writeBack, type SendStart } from './send.js';
import { isWished } from './to-found.js';

/** For who writes the page: nobody has sent it for whoever was there before. */
const JUST_CHANGED =
  "the chat has just become another customer's: send() is for them at kf-ready, right after `await bridge.ready`, or a second later";

/** What is asked of a bridge. */
type Asked = SendRequest & Pick<SendStart, 'message' | 'addressee' | 'asker'>;

/** Whom an element has named. */
const namedOr = (named: unknown, otherwise: string): string =>
  typeof named === 'string' && named !== '' && named !== NEVER_KNOWN ? named : otherwise;

/** By native call, or by request where there was none: of two bridges, one may call for what was asked of it earlier. */
const inOrder = (sends: readonly Send[]): Send[] =>
  [...sends].sort((a, b) => (a.handedOverStep || a.askedStep) - (b.handedOverStep || b.askedStep));

/**
 * Whether another send of the same is what this one asks for: the client has it, nobody knows of it, or it has arrived since. For a
 * repeat that is only what was called for since.
 */
function isAskedForBy({ askedStep, isForFirst, isRepeat }: Send, other: Send): boolean {
  const isWithClient = isOpen(other) && other.phase !== 'waiting';
  if (isRepeat) return other.handedOverStep > askedStep && (isWithClient || hasArrived(other));
  const news = isForFirst || other.isLate ? other.endedStep : other.handedOverStep;
  return isWithClient || (hasArrived(other) && news > askedStep);
}

/** Whether somebody who was not in the chat is back, or somebody is there where nobody could be read. */
function isOver({ addressee, found, shownTo }: Send, current: string): boolean {
  if (found === null && isKnown(current)) return true;
  return addressee === BEFORE ? shownTo !== current : addressee === current && found !== current;
}

/** Then nobody has to be told any more. Where nobody could be read, only once the user has read it. */
const isReadBy = (send: Send, current: string): boolean =>
  isOver(send, current) && (send.found !== null || send.isRead);

/** Whether it is told there that it was not sent: to whoever was found instead, and where nobody can be read still. */
function isNewsTo(send: Send, current: string): boolean {
  const { addressee, found, shownTo } = send;
  const isUnread = found === null && !isKnown(current) && shownTo === addressee;
  return isOver(send, current) || found === current || isUnread;
}

/** A bridge's sends. They go one at a time, in the order of asking. */
export class Sends implements DeliveryBridge {
  private readonly id = Symbol('bridge');
  private turn: Promise<void> = Promise.resolve();
  /** The step at which the bridge began to connect, after it had found somebody: what the page had heard by then it has done with. */
  private soughtStep = 0;
  private isSeeking = false;
  /** Of those that have not ended and go their own way. */
  private readonly deliveries = new Map<Send, Delivery>();

  constructor(
    readonly settings: SendSettings,
    readonly connection: Connection,
    private readonly onChange: (record: SendRecord) => void,
  ) {}

  /** The bridge is in the page. */
  connect(): void {
    pageSends.subscribe(this.onSendChange);
    this.isSeeking = false;
  }

  /** The bridge was taken out: what the client does not have yet, it does not get. */
  disconnect(): void {
    for (const delivery of this.deliveries.values()) delivery.stop();
    for (const send of pageSends.of(this.id)) send.retire();
    pageSends.unsubscribe(this.onSendChange);
  }

  /** The page sends by itself: each call is a send of its own. What an element has asked for is for whom it was asked. */
  add(detail: SendDetail, asker: EventTarget, signal?: AbortSignal | null): Promise<Receipt> {
    const named = addresseeOfRequest(detail.message);
    const { current, first } = this.connection.addressee;
    const addressee = namedOr(named === NEVER_KNOWN ? first : named, current);
    return this.start({ detail, message: detail.message, addressee, asker, signal }).response;
  }

  /**
   * An element asks. The same message to the same addressee, while one is under way or while nobody can tell what became of it, is
   * that send.
   */
  ask(
    event: KfSendEvent,
    asker: EventTarget,
    dispatched: Promise<void>,
  ): { record: SendRecord; response: Promise<Receipt> } {
    const { detail, asked = detail.message, repeats } = event;
    const { current } = this.connection.addressee;
    const isOfPage = event.addressee === undefined && current === NEVER_KNOWN; // no element of ours has asked
    const addressee = namedOr(event.addressee, isOfPage ? this.meantByPage : current);
    const same = this.find(asked).filter(send => send.addressee === addressee && !send.isAcknowledged);
    const repeated = same.find(send => send.isShownAs(repeats));
    const answered = repeated ? olderDoubts(repeated, same) : [];
    for (const send of answered) send.isAcknowledged = true;
    dispatched.catch(() => {
      for (const doubt of answered) doubt.isAcknowledged = false; // it stays a question
    });
    const open = same.find(send => isOpen(send) && !send.isAcknowledged && !this.deliveries.get(send)?.isCancelled);
    if (!open) {
      const send = this.start({ detail, message: asked, addressee, asker, dispatched, event, repeats });
      dispatched.catch(() => pageSends.remove(send));
      return { record: send, response: send.response };
    }
    dispatched.then(() => open.join(asker, this.id)).catch(() => undefined);
    const response = dispatched.then(() => open.response).finally(() => writeBack(detail, open.handed));
    return { record: open, response };
  }

  /** What an element asks for is for somebody who is not in the chat: it ends at once, and whoever is there is shown that. */
  turnAway({ asked: message, addressee = BEFORE, asker = new EventTarget(), detail, repeats }: KfSendEvent): Send {
    const { addressee: of, error } = this.connection;
    const { current } = of;
    const send = this.create({ message, addressee, asker, detail, repeats });
    send.showTo(current, isKnown(current) ? current : null);
    send.fail(
      error ?? new KfError('customer-changed', addressee === BEFORE ? JUST_CHANGED : 'another customer is in the chat'),
    );
    return send;
  }

  /** The send of this message that an element shows to the current addressee. */
  recordOf(message: ChatMessage): SendRecord | null {
    if (pageSends.isEmpty) return null; // a list asks for each of its products
    const { current } = this.connection.addressee;
    const sends = inOrder(this.find(message).filter(({ shownTo }) => shownTo === current));
    // What was read takes with it what was older: an earlier refusal is no news again.
    const isRead = (send: Send): boolean => send.isAcknowledged || (send.isHistory && !send.isOf(this.id));
    const isHere = (send: Send): boolean => send.addressee === current; // what was not for them says nothing of what they have
    const read = Math.max(0, ...sends.filter(send => isRead(send) && isHere(send)).map(({ endedStep }) => endedStep));
    const isNews = (send: Send): boolean => send.endedStep > read && !(send.phase === 'unknown' && send.isSettled);
    const shown = sends.filter(send => !isRead(send) && (isOpen(send) || isNews(send)));
    const newest = shown[shown.length - 1];
    if (!newest || shown.some(isPending)) return shown.filter(isPending).pop() ?? null;
    // An earlier one that was found to have arrived meanwhile says more than a repeat of it that was refused.
    const began = newest.handedOverStep || newest.askedStep;
    const arrived = shown.find(send => hasArrived(send) && send.endedStep > began);
    // One that nobody knows of stays a question, also when a newer one was stopped or refused.
    return arrived ?? shown.filter(isOpen).pop() ?? newest;
  }

  /** Messages whose element has left the page before what became of them was told: another one has to. Oldest first. */
  get orphans(): readonly SendRecord[] {
    const { current } = this.connection.addressee;
    const isToTell = (send: Send): boolean => send.isUntold || (send.isOrphan && isOpen(send) && !isPending(send));
    const isHere = ({ shownTo, isAcknowledged }: Send): boolean => !isAcknowledged && shownTo === current;
    return inOrder(pageSends.knownTo(this.id).filter(send => isToTell(send) && isHere(send)));
  }

  /** The first customer is known: what was asked for nobody in particular is for them. */
  adopt(addressee: string): void {
    for (const send of pageSends.of(this.id)) if (send.adopt(addressee)) pageSends.changed(send);
  }

  /** The bridge looks for who is there. */
  onConnecting(): void {
    if (!this.isSeeking) this.soughtStep = pageSends.told[0]?.endedStep ?? 0;
    this.isSeeking = true;
  }

  /** It has not found anybody. */
  onFailed(): void {
    this.isSeeking = false;
  }

  /**
   * Whoever it was for is in the chat, and was not when it was to go: once the user has read that, nobody has to be told any more.
   * Whoever was found instead is: that it was not sent is told there.
   */
  onConnected(): void {
    const { current } = this.connection.addressee;
    this.isSeeking = false;
    for (const send of pageSends.of(this.id)) {
      if (send.isAcknowledged || isWished(send) || send.error?.code !== 'customer-changed') continue; // wished: the user waits for another one
      if (isReadBy(send, current)) send.isAcknowledged = true;
      else if (isNewsTo(send, current)) send.showTo(current, send.found); // seen there now
    }
  }

  isDoubtful(send: Send): boolean {
    return this.find(send.message).some(
      other =>
        other !== send &&
        !other.isSettled &&
        other.addressee === this.connection.addressee.current &&
        (other.phase === 'unknown' || other.phase === 'handed-over' || (other.phase === 'sent' && other.isLate)),
    );
  }

  othersWithSame(send: Send): readonly string[] {
    if (send.addressee === NEVER_KNOWN) return []; // nobody was there before
    const isUnderWay = (other: Send): boolean =>
      isOpen(other) || (hasArrived(other) && other.endedStep > send.askedStep);
    const others = this.find(send.message).filter(other => isKnown(other.addressee) && !other.isAcknowledged);
    return others.filter(isUnderWay).map(({ addressee }) => addressee);
  }

  /** What the client said when an earlier send of this message arrived after the doubt that is repeated had begun. */
  arrivalSince(repeats: SendRecord, { message, addressee }: Send): Receipt | null {
    if (repeats.phase === 'sent') return repeats.receipt;
    const same = this.find(message).filter(send => send.addressee === addressee);
    const repeated = same.find(send => send.isShownAs(repeats));
    return same.find(send => hasArrived(send) && repeated && send.endedStep > repeated.endedStep)?.receipt ?? null;
  }

  /** While it waited, another bridge may have sent the same, or its customer was found to be one who has it. */
  mergeWithOther(send: Send): boolean {
    const others = this.find(send.message).filter(other => other !== send && other.addressee === send.addressee);
    const original = others.find(other => !other.isAcknowledged && isAskedForBy(send, other));
    if (!original) return false;
    pageSends.remove(send);
    this.deliveries.delete(send); // from here on it is on the other one's way
    send.mergeInto(original);
    return true;
  }

  /** The send of which the page has heard last what became of it, if whoever it was for is not in this chat, nor in another one of the page. */
  get endedElsewhere(): Send | null {
    const { current, isBeingTold } = this.connection.addressee;
    if (pageSends.isTellingOf(current)) return null;
    const isElsewhere = (send: Send): boolean =>
      send.isOf(this.id) ? send.addressee !== current : !isInChat(send.addressee);
    // A second try may follow an error; none what the page has stopped by itself, once it knows who is there.
    const isDone = ({ error, endedStep }: Send): boolean =>
      error ? error.code === 'aborted' && current !== NEVER_KNOWN : endedStep <= this.soughtStep;
    const isMeant = (send: Send): boolean => isNamed(send) && isElsewhere(send) && !(isBeingTold && isDone(send));
    return pageSends.told.find(isMeant) ?? null;
  }

  /**
   * For whom it is what the page asks for now: whoever is there, or nobody, where they are that so lately that it may follow from what
   * was so before. Where nobody is known yet, whoever was there before this bridge came, or what the page has heard last was about.
   */
  get meantByPage(): string {
    const { addressee, error } = this.connection;
    const { current, former, isSought, isNewToPage } = addressee;
    if (current !== NEVER_KNOWN) return isNewToPage && !pageSends.isTellingOf(current) ? BEFORE : current;
    if (error) return current; // it goes to nobody
    if (isSought && isNewToPage) return former;
    const { endedElsewhere } = this;
    return endedElsewhere && hasJustEnded(endedElsewhere) ? endedElsewhere.addressee : current;
  }

  /** The same for a press. */
  get meantByUser(): string {
    const { addressee, error } = this.connection;
    return error ? addressee.current : addressee.meantByUser;
  }

  private create({ message, addressee, detail, asker, repeats }: Asked): Send {
    const isRepeat = repeats !== undefined && repeats !== null;
    const { timeout } = this.settings;
    const send = new Send({ bridge: this.id, message, addressee, isRepeat, timeout, detail, asker }, pageSends);
    const { current } = this.connection.addressee;
    if (current === NEVER_KNOWN) send.shownTo = current; // where it was asked for, whoever was there before
    pageSends.add(send);
    return send;
  }

  private start(asked: Asked): Send {
    const send = this.create(asked);
    const delivery = new Delivery(send, asked, this, this.turn);
    this.turn = delivery.isOver;
    if (!isPending(send)) return send;
    this.deliveries.set(send, delivery);
    const onEnd = (): void => void this.deliveries.delete(send);
    send.response.then(onEnd, onEnd);
    pageSends.notify(send);
    return send;
  }

  /** The sends of this message of which this bridge may know, oldest first. */
  private find(message: unknown): readonly Send[] {
    return pageSends.find(message, this.id);
  }

  private readonly onSendChange = (send: Send): void => {
    if (send.bridge === this.id || isKnown(send.addressee)) this.onChange(send);
  };
}
