/** Before every key of ours in `localStorage`. */
export const KEY_PREFIX = 'wecom-kf-elements:';

/** The storage may be closed, full or forbidden, and throws at any touch then. */
function attempt<T>(task: (storage: Storage) => T, otherwise: T): T {
  try {
    return task(localStorage);
  } catch {
    return otherwise;
  }
}

/** The text under a key; null where there is none, or the storage is closed. */
export const readStored = (key: string): string | null => attempt(storage => storage.getItem(key), null);

/** Stores a text. False where that can't be done. */
export const writeStored = (key: string, text: string): boolean =>
  attempt(storage => {
    storage.setItem(key, text);
    return true;
  }, false);

export const removeStored = (key: string): void => attempt(storage => storage.removeItem(key), undefined);

/** The keys that begin like this. */
export const storedKeys = (beginning: string): string[] =>
  attempt(storage => Object.keys(storage).filter(key => key.startsWith(beginning)), []);

/** FNV-1a over UTF-16 units, from another beginning for each half of a longer hash. */
function fnv1a(text: string, offset: number): string {
  let hash = offset;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Stands for a customer in a key: no id is stored in clear. The same for the same text, in every window. */
export const hashOf = (text: string): string => fnv1a(text, 0x811c9dc5) + fnv1a(`${text}#`, 0x050c5d1f);
