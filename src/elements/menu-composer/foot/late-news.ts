import { exactContentOf } from '../../../events/content.js';
import { isInDoubt, isOut, type SendRecord } from '../../../events/send-record.js';
import type { Composer } from '../composer.js';

/** Milliseconds in which a line is read. */
const READING = 3000;

/** What the user has read, on whichever composer. */
const told = new WeakSet<SendRecord>();

/** The client's late answers about messages before the one on show, each until the user has read it. */
export class LateNews {
  private unread: readonly SendRecord[] = [];
  /** What is on screen, as a line or as the state of the message on show, and since when. */
  private shown = new Map<SendRecord, number>();

  constructor(private readonly composer: Composer) {}

  /** Nobody knew of it until now. */
  add(record: SendRecord): void {
    this.unread = [record, ...this.unread.filter(other => other !== record)];
  }

  /** With what an element that is gone has not told. */
  private get untold(): readonly SendRecord[] {
    const orphans = this.composer.sends.orphans.filter(record => !isInDoubt(record) && !told.has(record));
    return [...this.unread, ...orphans.filter(record => !this.unread.includes(record))];
  }

  /** What is told in this chat: first of all what has not arrived. */
  get first(): SendRecord | undefined {
    const here = this.untold.filter(record => this.isOfHere(record) && !this.isOnShow(record));
    const known = here.filter(record => this.composer.sends.recordOf(record.message) === record); // nothing newer is
    return known.find(record => !isOut(record)) ?? known[0];
  }

  /** It is on screen. */
  show(): void {
    const { first, untold, shown } = this;
    if (!untold.length || document.visibilityState === 'hidden') return;
    if (!this.composer.renderRoot.host.getClientRects().length) return; // in a tab of the page's that is not on show
    const now = performance.now();
    const seen = untold.filter(record => record === first || (this.isOfHere(record) && this.isOnShow(record)));
    this.shown = new Map(seen.map(record => [record, shown.get(record) ?? now]));
  }

  /** The user goes on, and has read what was on screen for a while. */
  drop(): void {
    const now = performance.now();
    for (const [record, since] of this.shown) if (now - since >= READING) told.add(record);
    this.unread = this.unread.filter(record => !told.has(record));
  }

  private isOfHere({ addressee }: SendRecord): boolean {
    const { bridge } = this.composer;
    return bridge.customerOf(addressee) === bridge.addressee;
  }

  /** The foot says it by itself. */
  private isOnShow({ message }: SendRecord): boolean {
    return exactContentOf(message) === exactContentOf(this.composer.sends.current.message);
  }
}
