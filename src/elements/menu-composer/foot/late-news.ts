import { contentOf } from '../../../events/content.js';
import { isOut, type SendRecord } from '../../../events/send-record.js';
import type { Composer } from '../composer.js';

/** Milliseconds in which a line is read. */
const READING = 3000;

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

  /** What is told in this chat: first of all what has not arrived. */
  get first(): SendRecord | undefined {
    const here = this.unread.filter(record => this.isOfHere(record) && !this.isOnShow(record));
    const known = here.filter(record => this.composer.sends.recordOf(record.message) === record); // nothing newer is
    return known.find(record => !isOut(record)) ?? known[0];
  }

  /** It is on screen. */
  show(): void {
    const { first, unread, shown } = this;
    if (!unread.length || !this.composer.renderRoot.host.getClientRects().length) return; // in a tab of the page's that is not on show
    const now = performance.now();
    const seen = unread.filter(record => record === first || (this.isOfHere(record) && this.isOnShow(record)));
    this.shown = new Map(seen.map(record => [record, shown.get(record) ?? now]));
  }

  /** The user goes on, and has read what was on screen for a while. */
  drop(): void {
    const now = performance.now();
    this.unread = this.unread.filter(record => now - (this.shown.get(record) ?? now) < READING);
  }

  private isOfHere({ addressee }: SendRecord): boolean {
    const { bridge } = this.composer;
    return bridge.customerOf(addressee) === bridge.addressee;
  }

  /** The foot says it by itself. */
  private isOnShow({ message }: SendRecord): boolean {
    return contentOf(message) === contentOf(this.composer.sends.current.message);
  }
}
