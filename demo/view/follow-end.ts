/** Keeps the newest line of a log in view, inside the log: the page does not move. For lit's `ref`. */
export function followEnd(): (log: Element | undefined) => void {
  const followed = new WeakSet<Element>();
  return log => {
    if (!log || followed.has(log)) return;
    followed.add(log);
    const toEnd = (): void => log.scrollTo({ top: log.scrollHeight });
    new MutationObserver(toEnd).observe(log, { childList: true });
    toEnd();
  };
}
