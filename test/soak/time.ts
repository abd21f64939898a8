import { install } from '@sinonjs/fake-timers';

/** More than any chain of promises here is long. */
const ALL = 400;
/** Every timer of a run is a multiple of it. */
const STEP = 10;

/** Lets so many rounds of microtasks run. */
export async function microtasks(rounds = ALL): Promise<void> {
  for (let round = 0; round < rounds; round++) await undefined;
}

/** A task of the real browser, which tells of unhandled rejections between tasks. */
export const macrotask = (): Promise<void> =>
  new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });

/** Time that passes only when it is told to. */
export class Time {
  private readonly clock = install({
    toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'], // intervals have no end: the list's fires once a minute
  });

  /** Lets `ms` milliseconds pass, with all microtasks before and in between, as a browser does. */
  async pass(ms: number): Promise<void> {
    await microtasks();
    for (let passed = 0; passed < ms; passed += STEP) {
      this.clock.tick(STEP);
      await microtasks();
    }
  }

  /** The wall clock is put forward or back; what has passed since the page was loaded stays the same. */
  jump(ms: number): void {
    this.clock.setSystemTime(Date.now() + ms);
  }

  /** Lets all the time pass that anything still waits for. Gives false where that has no end. */
  async runOut(): Promise<boolean> {
    await microtasks();
    for (let round = 0; round < 500; round++) {
      if (this.clock.countTimers() === 0) return true;
      this.clock.next();
      await microtasks();
    }
    return false;
  }

  /** Forgets the timers that are left. */
  clear(): void {
    this.clock.reset();
  }

  restore(): void {
    this.clock.uninstall();
  }
}
