/** Timers whose time passes when the test says so. */
export class Timers {
  private now = 0;
  private next = 1;
  private readonly waiting = new Map<number, { due: number; run: () => void }>();

  readonly setTimeout = (run: () => void, delay: number): number => {
    this.waiting.set(this.next, { due: this.now + delay, run });
    return this.next++;
  };

  readonly clearTimeout = (timer: number): void => void this.waiting.delete(timer);

  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): void {
    this.now += milliseconds;
    for (const [timer, { due, run }] of this.waiting)
      if (due <= this.now) {
        this.waiting.delete(timer);
        run();
      }
  }
}
