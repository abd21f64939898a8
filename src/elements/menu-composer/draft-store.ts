import { readMenu } from './read-menu.js';

/** Before every key. What another version stored, under another number, is left alone. */
const PREFIX = 'wecom-kf-elements:draft:1:';
const KEPT = 50;
const LIFE = 30 * 24 * 60 * 60 * 1000;

/** What a draft holds. */
export interface DraftText {
  /** The menu, as JSON; variables are not filled in. */
  readonly menu: string;
  /** The page's menu that it was made from, as JSON. */
  readonly start: string;
  readonly enterChat: boolean;
  /** It may be out: nobody had heard when the page was left. */
  readonly doubtful: boolean;
}

export interface StoredDraft extends DraftText {
  readonly key: string;
  readonly at: number;
  /** As it is stored: another window has changed it when this is another one. */
  readonly raw: string;
}

/** Where the drafts of a key and a customer are: the beginning of their keys. */
export const slotOf = (draftKey: string, customer: string | null): string =>
  PREFIX + JSON.stringify([draftKey, customer]);

/** The storage may be closed, full or forbidden: then there are no drafts. */
function attempt<T>(task: (storage: Storage) => T, otherwise: T): T {
  try {
    return task(localStorage);
  } catch {
    return otherwise;
  }
}

function parse(key: string, raw: string): StoredDraft | undefined {
  try {
    const { at, menu, start, enterChat, doubtful } = JSON.parse(raw) as Partial<StoredDraft>;
    if (typeof at === 'number' && typeof start === 'string' && typeof menu === 'string' && readMenu(menu))
      return { key, raw, at, menu, start, enterChat: !!enterChat, doubtful: !!doubtful };
  } catch {
    // not one of ours
  }
  return undefined;
}

/** The drafts whose keys begin like this, newest first. What can't be read counts as nothing. */
const found = (storage: Storage, beginning: string): StoredDraft[] =>
  Object.keys(storage)
    .filter(key => key.startsWith(beginning))
    .map(key => parse(key, storage.getItem(key) || ''))
    .filter((draft): draft is StoredDraft => !!draft)
    .sort((a, b) => b.at - a.at);

/** The drafts of a slot, newest first. Those that nobody will miss go: the old ones, and what is beyond the newest fifty. */
export const draftsIn = (slot: string): StoredDraft[] =>
  attempt(storage => {
    const since = Date.now() - LIFE;
    found(storage, PREFIX).forEach(({ key, at }, index) => {
      if (at < since || index >= KEPT) storage.removeItem(key);
    });
    return found(storage, slot);
  }, []);

/** Whether it is stored just as it was read or written. */
export const isStored = ({ key, raw }: StoredDraft): boolean => attempt(storage => storage.getItem(key) === raw, false);

/** Stores a draft of a slot, instead of `old` if there is one. What could not be stored is undefined. */
export function store(
  slot: string,
  { menu, start, enterChat, doubtful }: DraftText,
  old: StoredDraft | undefined,
): StoredDraft | undefined {
  const at = Date.now();
  const key = old ? old.key : `${slot}${at.toString(36)}${Math.random().toString(36).slice(2)}`;
  const text = { menu, start, enterChat, doubtful };
  const raw = JSON.stringify({ at, ...text });
  return attempt(storage => {
    storage.setItem(key, raw);
    return { key, raw, at, ...text };
  }, undefined);
}

/** Takes a draft away, unless it was changed meanwhile. */
export function forget(draft: StoredDraft): void {
  if (isStored(draft)) attempt(storage => storage.removeItem(draft.key), undefined);
}
