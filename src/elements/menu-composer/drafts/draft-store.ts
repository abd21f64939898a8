import { hashOf, KEY_PREFIX, readStored, removeStored, storedKeys, writeStored } from '../../shared/storage.js';
import { readMenu } from '../reading/read-menu.js';

/** What another version stored, under another number, is left alone. */
const PREFIX = `${KEY_PREFIX}draft:1:`;
const MOST = 50;
const DAY = 24 * 60 * 60 * 1000;
/** How long a draft is kept, in milliseconds. */
const LONGEST = 30 * DAY;

/** What a draft holds. */
export interface DraftText {
  /** The menu, as JSON; variables are not filled in. */
  readonly menu: string;
  /** The page's menu that it was made from, as JSON. */
  readonly start: string;
  readonly enterChat: boolean;
  /** It may be out: nobody had heard when the page was left. */
  readonly isDoubtful: boolean;
}

export interface StoredDraft extends DraftText {
  readonly key: string;
  /** When it was stored, in milliseconds since 1970. */
  readonly at: number;
  /** When it was first found to be too old. A wrong clock may have said so: it goes a day later. */
  readonly foundOldAt?: number;
  /** As it is stored: another window has changed it when this is another one. */
  readonly raw: string;
}

/**
 * Where the drafts of a key and a customer are: the beginning of their keys. `''`: there is no customer, outside of chats. Null: a
 * page without a bridge.
 */
export const slotKey = (draftKey: string, customer: string | null): string =>
  PREFIX + JSON.stringify([draftKey, customer && hashOf(customer)]);

function parse(key: string): StoredDraft | undefined {
  const raw = readStored(key) ?? '';
  try {
    const { at, menu, start, enterChat, doubtful, foundOldAt }: Record<string, unknown> = JSON.parse(raw);
    if (typeof at === 'number' && typeof start === 'string' && typeof menu === 'string' && readMenu(menu).ok) {
      const draft = { key, raw, at, menu, start, enterChat: !!enterChat, isDoubtful: !!doubtful };
      return typeof foundOldAt === 'number' ? { ...draft, foundOldAt } : draft;
    }
  } catch {
    // not one of ours
  }
  return undefined;
}

/** All drafts, newest first. What can't be read counts as nothing. */
const all = (): StoredDraft[] =>
  storedKeys(PREFIX)
    .map(parse)
    .filter((draft): draft is StoredDraft => !!draft)
    .sort((a, b) => b.at - a.at);

/** As it is stored now; undefined where nobody will miss it. One that has just become too old is marked: the clock may be wrong, or was when it was written. */
function checked(draft: StoredDraft): StoredDraft | undefined {
  const now = Date.now();
  if (draft.at >= now - LONGEST) return draft;
  if (draft.foundOldAt !== undefined) return draft.foundOldAt < now - DAY ? undefined : draft;
  const { at, menu, start, enterChat, isDoubtful } = draft;
  writeStored(draft.key, JSON.stringify({ at, menu, start, enterChat, doubtful: isDoubtful, foundOldAt: now }));
  return parse(draft.key);
}

/** The drafts of a slot, newest first. Those that nobody will miss go: the old ones, and what is beyond the newest fifty. */
export function draftsIn(slot: string): StoredDraft[] {
  return all().flatMap((draft, index) => {
    const kept = index < MOST ? checked(draft) : undefined;
    if (!kept) removeStored(draft.key);
    return kept?.key.startsWith(slot) ? [kept] : [];
  });
}

/** Whether it is stored just as it was read or written. */
const isStored = ({ key, raw }: StoredDraft): boolean => readStored(key) === raw;

/** Whether it was taken away since: sent, or given up, in another window perhaps. */
export const isRemoved = ({ key }: StoredDraft): boolean => readStored(key) === null;

/** Stores a draft of a slot, instead of `old` if there is one. What could not be stored is undefined. */
export function storeDraft(slot: string, text: DraftText, old: StoredDraft | undefined): StoredDraft | undefined {
  const { menu, start, enterChat, isDoubtful } = text;
  const at = Date.now();
  const key = old?.key ?? `${slot}${at.toString(36)}${Math.random().toString(36).slice(2)}`;
  const raw = JSON.stringify({ at, menu, start, enterChat, doubtful: isDoubtful });
  return writeStored(key, raw) ? { key, raw, at, menu, start, enterChat, isDoubtful } : undefined;
}

/** Takes a draft away, unless it was changed meanwhile. */
export function removeDraft(draft: StoredDraft): void {
  if (isStored(draft)) removeStored(draft.key);
}

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
