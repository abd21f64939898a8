const { now } = performance;

/**
 * Time stands still for whoever measures it: however slow the machine, what comes next comes at once, or `later` milliseconds after
 * what was before. Timers go on.
 */
export function stopClock(later = 0): void {
  const stopped = performance.now() + later;
  performance.now = () => stopped;
}

/** It goes on. */
export function startClock(): void {
  performance.now = now;
}
afterEach(startClock);
