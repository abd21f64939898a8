const now = performance.now.bind(performance);

/**
 * Time stands still for whoever measures it: however slow the machine, what comes next comes at once, or `later` milliseconds after
 * what was before. Timers go on.
 */
export function stopClock(later = 0): void {
  const stopped = performance.now() + later;
  performance.now = () => stopped;
}

/** It goes on from there. It never goes back: what an earlier test has pressed would lie in the future. */
export function startClock(): void {
  const ahead = performance.now() - now();
  performance.now = () => now() + ahead;
}
afterEach(startClock);
