/** What `task` gives, or a rejection with what `late` makes after `ms` milliseconds. */
export function within<T>(ms: number, task: () => Promise<T> | T, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const asked = (async () => task())();
    const timer = setTimeout(() => reject(late()), ms);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
