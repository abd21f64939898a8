import { contentOf } from '../../../events/content.js';
import { isOut, type SendRecord } from '../../../events/send-record.js';
import type { Composer } from '../composer.js';

/** The client's late answers about messages before the one on show, each until the user has read it. */
export class LateNews {
  private unread: readonly SendRecord[] = [];
  private shown: SendRecord | undefined;

  constructor(private readonly composer: Composer) {}

  /** Nobody knew of it until now. */
  add(record: SendRecord): void {
    this.unread = [record, ...this.unread.filter(other => other !== record)];
  }

  /** What is told in this chat: first of all what has not arrived. */
  get first(): SendRecord | undefined {
    if (!this.unread.length) return undefined;
    const { bridge, sends } = this.composer;
    const onShow = contentOf(sends.current.message); // the foot says that by itself
    const here = this.unread.filter(
      ({ addressee, message }) => bridge.customerOf(addressee) === bridge.addressee && contentOf(message) !== onShow,
    );
    return here.find(record => !isOut(record)) ?? here[0];
  }

  /** It is on screen. */
  show(): void {
    this.shown = this.first;
  }

  /** The user writes on, and has read what was on screen. */
  drop(): void {
    this.unread = this.unread.filter(record => record !== this.shown);
  }
}
