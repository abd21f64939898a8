import type { ChatMessage } from '../../core/message.js';
import { isKnown, NEVER_KNOWN } from '../../events/addressee.js';
import { contentOf } from '../../events/content.js';
import type { KfSendEvent, SendDetail } from '../../events/kf-send.js';
import type { Receipt } from '../../events/receipt.js';
import { isInDoubt, isPending, type SendRecord } from '../../events/send-record.js';
import type { Connection } from './connection.js';
import { Send, type SendRequest, type SendSettings, type SendSurroundings } from './send.js';

/** So many sends that have ended are remembered in a page, and as many of which nobody knows. */
const MAX_ENDED = 200;

/** What came first in this page: clocks are too coarse to tell. */
let step = 0;

/** Whether asking for the same again is that send: it is under way, or nobody knows of it, and none has arrived since. */
const isOpen = (send: Send): boolean => isPending(send) || (isInDoubt(send) && !send.isSettled);

/** What the user's word on a send is about: that one, and those of the same message before it of which nobody knows. */
const olderDoubts = (send: Send, same: readonly Send[]): readonly Send[] =>
  same.filter(other => other === send || (other.phase === 'unknown' && other.askedStep < send.askedStep));

/** The client has taken the message. */
const hasArrived = ({ phase, receipt }: Send): boolean => phase === 'sent' && receipt?.outcome === 'sent';

/**
 * The sends of the page's bridges, by what the customer would read, oldest first. A panel that is built anew has another bridge, and
 * the customer is the same.
 */
const sendsInPage = new Map<string, readonly Send[]>();
const bridgesInPage = new Set<Sends>();

const allSends = (): readonly Send[] => [...sendsInPage.values()].flat();

function keep(send: Send): void {
  const content = contentOf(send.message);
  const sends = [...(sendsInPage.get(content) ?? []), send];
  if (content)
    sendsInPage.set(
      content,
      sends.sort((a, b) => a.askedStep - b.askedStep),
    );
}

function forget(send: Send): void {
  for (const [content, sends] of sendsInPage) {
    if (!sends.includes(send)) continue;
    const rest = sends.filter(other => other !== send);
    if (rest.length) sendsInPage.set(content, rest);
    else sendsInPage.delete(content);
  }
}

/** Memory has an end, for what nobody knows of and for the rest: what ended longest ago goes. */
function forgetOldest(): void {
  const ended = allSends().filter(send => !isPending(send));
  for (const sends of [ended.filter(isOpen), ended.filter(send => !isOpen(send))]) {
    const [oldest] = sends.sort((a, b) => a.endedStep - b.endedStep);
    if (oldest && sends.length > MAX_ENDED) forget(oldest);
  }
}

/** Every send of a bridge: who asked for what, for whom, and what became of it. Sends go one at a time, in the order of asking. */
export class Sends implements SendSurroundings {
  /** What has ended, while the bridge is not in the page. */
  private away: readonly Send[] = [];
  private turn: Promise<void> = Promise.resolve();

  constructor(
    readonly settings: SendSettings,
    readonly connection: Connection,
    private readonly onChange: (record: SendRecord) => void,
  ) {}

  /** The bridge is in the page. */
  connect(): void {
    bridgesInPage.add(this);
    this.away.forEach(keep);
    this.away = [];
  }

  /** The bridge was taken out. What nobody knew when it ended stays known in the page. */
  disconnect(): void {
    bridgesInPage.delete(this);
    this.away = allSends().filter(
      send => send.isOf(this) && !isPending(send) && send.phase !== 'unknown' && !send.isLate,
    );
    this.away.forEach(forget);
  }

  /** The page sends by itself: each call is a send of its own. */
  add(detail: SendDetail, asker: EventTarget, signal?: AbortSignal | null): Promise<Receipt> {
    const addressee = this.connection.addressee.current;
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
    const isNamed = typeof event.addressee === 'string' && event.addressee !== NEVER_KNOWN;
    const addressee = isNamed && event.addressee ? event.addressee : current;
    const same = this.find(asked).filter(send => send.addressee === addressee && !send.isAcknowledged);
    const repeated = same.find(send => send === repeats);
    const answered = repeated ? olderDoubts(repeated, same) : [];
    for (const send of answered) send.isAcknowledged = true;
    const open = same.find(send => isOpen(send) && !send.isCancelled && !send.isAcknowledged);
    if (!open) {
      const send = this.start({ detail, message: asked, addressee, asker, dispatched, event, repeats });
      dispatched.catch(() => {
        for (const doubt of answered) doubt.isAcknowledged = false; // it stays a question
        this.remove(send);
      });
      return { record: send, response: send.response };
    }
    open.join(asker);
    const response = dispatched.then(() => open.response).finally(() => (detail.message = open.handed));
    return { record: open, response };
  }

  /** The send of this message that an element shows to the current addressee. */
  recordOf(message: ChatMessage): SendRecord | null {
    if (!sendsInPage.size) return null; // a list asks for each of its products
    const { current } = this.connection.addressee;
    const sends = this.find(message).filter(({ shownTo }) => shownTo === current);
    // What was read takes with it what was older: an earlier refusal is no news again.
    const read = sends.map(({ isAcknowledged }) => isAcknowledged).lastIndexOf(true);
    const shown = sends.filter((send, index) => !send.isAcknowledged && (index > read || isOpen(send)));
    const newest = shown[shown.length - 1];
    if (!newest || isPending(newest)) return newest ?? null;
    // An earlier one that was found to have arrived meanwhile says more than a repeat of it that was refused.
    const began = newest.handedOverStep || newest.endedStep;
    const arrived = shown.find(({ phase, endedStep }) => phase === 'sent' && endedStep > began);
    // One that nobody knows of stays a question, also when a newer one was stopped or refused.
    return arrived ?? shown.filter(isOpen).pop() ?? newest;
  }

  /** The first customer is known: what was asked for nobody in particular is for them. */
  adopt(addressee: string): void {
    for (const send of allSends()) if (send.isOf(this)) send.adopt(addressee);
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

  /** What the client said when an earlier send of this message arrived after the doubt that is repeated had begun. */
  arrivalSince(repeats: SendRecord, { message, addressee }: Send): Receipt | null {
    if (repeats.phase === 'sent') return repeats.receipt;
    const same = this.find(message).filter(send => send.addressee === addressee);
    const repeated = same.find(send => send === repeats);
    return same.find(send => hasArrived(send) && repeated && send.endedStep > repeated.endedStep)?.receipt ?? null;
  }

  /** An element's send of the same that is open, though nobody knew when this one was asked for: no customer was known yet. */
  openBefore(send: Send): Send | undefined {
    const { addressee, askedStep } = send;
    return this.find(send.message).find(
      other => other.addressee === addressee && other.askedStep < askedStep && isOpen(other) && !other.isAcknowledged,
    );
  }

  changed(send: Send): void {
    const others = this.find(send.message).filter(
      other => other !== send && other.addressee === send.addressee && !isPending(other),
    );
    // A late arrival says that the message is there: of one that is unknown, nobody has to be asked any more.
    if (hasArrived(send))
      for (const other of others) if (!send.isLate || other.phase === 'unknown') other.isSettled = true;
    if (send.phase === 'unknown' && others.some(other => hasArrived(other) && other.endedStep > send.handedOverStep))
      send.isSettled = true;
    if (!isPending(send)) forgetOldest();
    this.notify(send);
  }

  answered(send: Send): void {
    const same = this.find(send.message).filter(other => other.addressee === send.addressee);
    for (const other of olderDoubts(send, same)) if (other !== send) other.isAcknowledged = true;
    this.notify(send);
  }

  nextStep(): number {
    return ++step;
  }

  private start(request: SendRequest): Send {
    const send = new Send(request, this, this.turn);
    this.turn = send.isOver;
    keep(send);
    if (isPending(send)) this.notify(send);
    return send;
  }

  /** The sends of this message to customers who are known, and those of this bridge; oldest first. */
  private find(message: unknown): readonly Send[] {
    const sends = sendsInPage.get(contentOf(message)) ?? [];
    return sends.filter(send => send.isOf(this) || isKnown(send.addressee));
  }

  private notify(send: Send): void {
    this.onChange(send);
    if (isKnown(send.addressee)) for (const other of bridgesInPage) if (other !== this) other.onChange(send);
  }

  remove(send: Send): void {
    forget(send);
    this.notify(send);
  }
}
