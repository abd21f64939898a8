/** A timer can't hold more milliseconds: beyond it, it would fire at once. */
export const LONGEST_TIMEOUT = 2 ** 31 - 1;

/** What `task` gives, or a rejection with what `late` makes after `ms` milliseconds. */
export function withTimeout<T>(ms: number, task: () => Promise<T> | T, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const result = (async () => task())();
    const timer = setTimeout(() => reject(late()), Math.min(ms, LONGEST_TIMEOUT));
    result.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
