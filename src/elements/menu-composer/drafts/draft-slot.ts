import { draftsIn, isStored, removeDraft, storeDraft, type DraftText, type StoredDraft } from './draft-store.js';

/** Whether a draft was there when we came, or came from another window. */
export type Origin = 'earlier' | 'other-window';

/** The stored drafts of one key and customer as one composer sees them: its own, and one that is not. */
export class DraftSlot {
  /** Our own draft, as we last read or wrote it. */
  own: StoredDraft | undefined;
  /** The newest of those that are not ours. */
  other: StoredDraft | undefined;
  otherOrigin: Origin = 'earlier';
  /** The draft that was put in, until the next edit. */
  restored: StoredDraft | undefined;

  /** @param key where its drafts are stored; '' where none may be kept: nobody can tell whose it is */
  constructor(
    readonly draftKey: string,
    readonly key: string,
  ) {}

  /** Whether it is the one of this `draft-key`, stored there. */
  is(draftKey: string, key: string): boolean {
    return this.draftKey === draftKey && this.key === key;
  }

  /** Reads what is stored. With a `start`, the draft that was made from it becomes our own, and is returned. */
  refresh(origin: Origin, start?: string): StoredDraft | undefined {
    const { own, key } = this;
    const drafts = key ? draftsIn(key).filter(({ raw }) => raw !== own?.raw) : [];
    const matching = drafts.find(draft => draft.start === start);
    if (matching) this.own = matching;
    const other = drafts.find(draft => draft !== matching);
    if (other && this.other?.raw !== other.raw) this.otherOrigin = origin;
    this.other = other;
    return matching;
  }

  /**
   * Stores what was typed, over our own draft unless another window has changed that: then it is one more. What the page gave
   * itself is no draft.
   */
  save(text: Omit<DraftText, 'isDoubtful'>): void {
    const { menu, start, enterChat } = text;
    const own = this.intact;
    if (menu === start) this.drop();
    else if (own?.menu !== menu || own.start !== start || own.enterChat !== enterChat)
      this.write({ ...text, isDoubtful: false }, own);
  }

  /** Notes whether it may be out already. */
  setDoubtful(isDoubtful: boolean): void {
    const own = this.intact;
    if (own && own.isDoubtful !== isDoubtful) this.write({ ...own, isDoubtful }, own);
  }

  /** Takes our own draft away. */
  drop(): void {
    if (this.own) removeDraft(this.own);
    this.own = undefined;
  }

  /** Somebody took drafts away: was ours among them? */
  checkOwn(): void {
    this.own = this.intact;
  }

  /** The other draft is ours now, instead of the one that was. */
  adopt(other: StoredDraft): void {
    this.drop();
    this.own = other;
    this.other = undefined;
  }

  private get intact(): StoredDraft | undefined {
    return this.own && isStored(this.own) ? this.own : undefined;
  }

  private write(text: DraftText, over: StoredDraft | undefined): void {
    if (this.key) this.own = storeDraft(this.key, text, over) ?? this.own;
  }
}
