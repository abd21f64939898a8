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
