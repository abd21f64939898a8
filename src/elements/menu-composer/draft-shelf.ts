import { draftsIn, forget, isStored, store, type DraftText, type StoredDraft } from './draft-store.js';

/** Whether a draft was there when we came, or came from another window. */
export type From = 'draftAlso' | 'draftElsewhere';

/** The stored drafts of one slot as one composer sees them: its own, and one that is not. */
export class DraftShelf {
  /** Our own draft, as we last read or wrote it. */
  own: StoredDraft | undefined;
  /** The newest of those that are not ours. */
  other: StoredDraft | undefined;
  otherFrom: From = 'draftAlso';

  constructor(readonly slot: string) {}

  /** Looks at what is stored. With a `start`, the draft that was made from it becomes our own, and is returned. */
  look(from: From, start?: string): StoredDraft | undefined {
    const { own, slot } = this;
    const drafts = slot ? draftsIn(slot).filter(({ raw }) => !own || raw !== own.raw) : [];
    const fitting = drafts.find(draft => draft.start === start);
    if (fitting) this.own = fitting;
    const other = drafts.find(draft => draft !== fitting);
    if (other && (!this.other || this.other.raw !== other.raw)) this.otherFrom = from;
    this.other = other;
    return fitting;
  }

  /**
   * Stores what was typed, over our own draft unless another window has changed that: then it is one more. What the page gave
   * itself is no draft.
   */
  save(text: Omit<DraftText, 'doubtful'>): void {
    const { menu, start, enterChat } = text;
    const own = this.intact;
    if (menu === start) this.drop();
    else if (!own || own.menu !== menu || own.start !== start || own.enterChat !== enterChat)
      this.write({ ...text, doubtful: false }, own);
  }

  /** Notes whether it may be out already. */
  doubt(doubtful: boolean): void {
    const own = this.intact;
    if (own && own.doubtful !== doubtful) this.write({ ...own, doubtful }, own);
  }

  /** Takes our own draft away. */
  drop(): void {
    if (this.own) forget(this.own);
    this.own = undefined;
  }

  /** Somebody took drafts away: was ours among them? */
  check(): void {
    this.own = this.intact;
  }

  /** The other draft is ours now, instead of the one that was. */
  take(other: StoredDraft): void {
    this.drop();
    this.own = other;
    this.other = undefined;
  }

  private get intact(): StoredDraft | undefined {
    return this.own && isStored(this.own) ? this.own : undefined;
  }

  private write(text: DraftText, over: StoredDraft | undefined): void {
    if (this.slot) this.own = store(this.slot, text, over) || this.own;
  }
}
