import type { ChatMessage } from '../../core/message.js';
import { NEVER_KNOWN } from '../../events/addressee.js';
import { contentOf } from '../../events/content.js';
import type { KfSendEvent, SendDetail } from '../../events/kf-send.js';
import type { Receipt } from '../../events/receipt.js';
import { isInDoubt, isPending, type SendRecord } from '../../events/send-record.js';
import type { Connection } from './connection.js';
import { Send, type SendRequest, type SendSettings, type SendSurroundings } from './send.js';

/** So many sends that have ended are remembered. */
const MAX_ENDED = 200;

/** Whether asking for the same again is that send: it is under way, or nobody knows of it, and none has arrived since. */
const isOpen = (send: Send): boolean => isPending(send) || (isInDoubt(send) && !send.isSettled);

/** The client has taken the message. */
const hasArrived = ({ phase, receipt }: Send): boolean => phase === 'sent' && receipt?.outcome === 'sent';

/** Every send of a bridge: who asked for what, for whom, and what became of it. Sends go one at a time, in the order of asking. */
export class Sends implements SendSurroundings {
  /** By what the customer would read, oldest first. */
  private readonly byContent = new Map<string, Send[]>();
  private turn: Promise<void> = Promise.resolve();
  private step = 0;

  constructor(
    readonly settings: SendSettings,
    readonly connection: Connection,
    private readonly onChange: (record: SendRecord) => void,
  ) {}

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
    const addressee = event.addressee === undefined || event.addressee === NEVER_KNOWN ? current : event.addressee;
    const same = this.find(asked).filter(send => send.addressee === addressee && !send.isAcknowledged);
    const repeated = same.find(send => send === repeats);
    if (repeated) repeated.isAcknowledged = true;
    const open = same.find(send => isOpen(send) && !send.isCancelled && send !== repeated);
    if (!open) {
      const send = this.start({ detail, message: asked, addressee, asker, dispatched, event, repeats });
      dispatched.catch(() => {
        if (repeated) repeated.isAcknowledged = false; // it stays a question
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
    if (!this.byContent.size) return null;
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
    for (const send of [...this.byContent.values()].flat()) send.adopt(addressee);
  }

  isDoubtful(send: Send): boolean {
    return this.find(send.message).some(
      other =>
        other !== send &&
        !other.isSettled &&
        other.addressee === this.connection.addressee.current &&
        (other.phase === 'unknown' || (other.phase === 'sent' && other.isLate)),
    );
  }

  /** What the client said when an earlier send of this message arrived after the doubt that is repeated had begun. */
  arrivalSince(repeats: SendRecord, { message, addressee }: Send): Receipt | null {
    if (repeats.phase === 'sent') return repeats.receipt;
    const same = this.find(message).filter(send => send.addressee === addressee);
    const repeated = same.find(send => send === repeats);
    return same.find(send => hasArrived(send) && repeated && send.endedStep > repeated.endedStep)?.receipt ?? null;
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
    if (!isPending(send)) this.forgetOldest();
    this.onChange(send);
  }

  nextStep(): number {
    return ++this.step;
  }

  private start(request: SendRequest): Send {
    const send = new Send(request, this, this.turn);
    this.turn = send.isOver;
    const content = contentOf(request.message);
    if (content) this.byContent.set(content, [...(this.byContent.get(content) ?? []), send]);
    if (isPending(send)) this.onChange(send);
    return send;
  }

  private find(message: unknown): readonly Send[] {
    return this.byContent.get(contentOf(message)) ?? [];
  }

  private remove(send: Send): void {
    for (const [content, sends] of this.byContent) {
      const rest = sends.filter(other => other !== send);
      if (rest.length) this.byContent.set(content, rest);
      else this.byContent.delete(content);
    }
    this.onChange(send);
  }

  /** Memory has an end: what was acknowledged goes first, then what ended longest ago, and what nobody knows of last. */
  private forgetOldest(): void {
    const ended = [...this.byContent.values()].flat().filter(send => !isPending(send));
    if (ended.length <= MAX_ENDED) return;
    const [oldest] = ended.sort(
      (a, b) =>
        Number(b.isAcknowledged) - Number(a.isAcknowledged) ||
        Number(isOpen(a)) - Number(isOpen(b)) ||
        (a.endedAt ?? 0) - (b.endedAt ?? 0),
    );
    if (oldest) this.remove(oldest);
  }
}
