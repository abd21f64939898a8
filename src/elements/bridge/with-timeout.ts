/** What `task` gives, or a rejection with what `late` makes after `ms` milliseconds. */
export function withTimeout<T>(ms: number, task: () => Promise<T> | T, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const result = (async () => task())();
    const timer = setTimeout(() => reject(late()), ms);
    result.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
