/** Keeps the newest line of a log in view, inside the log; for lit's `ref`. `grown` hears of each new line. */
export function followEnd(grown?: (log: Element) => void): (log: Element | undefined) => void {
  const followed = new WeakSet<Element>();
  return log => {
    if (!log || followed.has(log)) return;
    followed.add(log);
    const toEnd = (): void => log.scrollTo({ top: log.scrollHeight });
    const onGrowth = (): void => {
      toEnd();
      grown?.(log);
    };
    new MutationObserver(onGrowth).observe(log, { childList: true });
    toEnd();
  };
}
