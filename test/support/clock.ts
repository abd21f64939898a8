const { now } = performance;

/** Time stands still for whoever measures it: however slow the machine, what comes next comes at once. Timers go on. */
export function stopClock(): void {
  const stopped = now.call(performance);
  performance.now = () => stopped;
}

/** It goes on; for `afterEach`. */
export function startClock(): void {
  performance.now = now;
}
