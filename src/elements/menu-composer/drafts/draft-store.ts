import { KEY_PREFIX, readStored, removeStored, storedKeys, writeStored } from '../../shared/storage.js';
import { readMenu } from '../reading/index.js';

/** What another version stored, under another number, is left alone. */
const PREFIX = `${KEY_PREFIX}draft:1:`;
const MOST = 50;
/** Milliseconds. */
const LONGEST = 30 * 24 * 60 * 60 * 1000;

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
  /** As it is stored: another window has changed it when this is another one. */
  readonly raw: string;
}

/** Where the drafts of a key and a customer are: the beginning of their keys. Null: a page without a bridge. */
export const slotKey = (draftKey: string, customer: string | null): string =>
  PREFIX + JSON.stringify([draftKey, customer]);

function parse(key: string): StoredDraft | undefined {
  const raw = readStored(key) ?? '';
  try {
    const stored = JSON.parse(raw) as Partial<Record<string, unknown>>;
    const { at, menu, start, enterChat, doubtful } = stored;
    if (typeof at === 'number' && typeof start === 'string' && typeof menu === 'string' && readMenu(menu).ok)
      return { key, raw, at, menu, start, enterChat: !!enterChat, isDoubtful: !!doubtful };
  } catch {
    // not one of ours
  }
  return undefined;
}

/** The drafts whose keys begin like this, newest first. What can't be read counts as nothing. */
const find = (beginning: string): StoredDraft[] =>
  storedKeys(beginning)
    .map(parse)
    .filter((draft): draft is StoredDraft => !!draft)
    .sort((a, b) => b.at - a.at);

/** The drafts of a slot, newest first. Those that nobody will miss go: the old ones, and what is beyond the newest fifty. */
export function draftsIn(slot: string): StoredDraft[] {
  const since = Date.now() - LONGEST;
  const all = find(PREFIX);
  const isKept = ({ at }: StoredDraft, index: number): boolean => at >= since && index < MOST;
  all.forEach((draft, index) => isKept(draft, index) || removeStored(draft.key));
  return all.filter((draft, index) => isKept(draft, index) && draft.key.startsWith(slot));
}

/** Whether it is stored just as it was read or written. */
export const isStored = ({ key, raw }: StoredDraft): boolean => readStored(key) === raw;

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
