import { KfError } from '../../core/error.js';

/** The caller's signal: it stops a send that has not begun, and stops the waiting for one that has. */
export class Abort {
  /** Set with the native call: from then on the message may be out. */
  begun = false;
  /** Set with the answer or the timeout: from then on there is nothing to stop. */
  over = false;

  constructor(private readonly signal: AbortSignal | undefined) {}

  get aborted(): boolean {
    return !!this.signal && this.signal.aborted;
  }

  /** Throws `aborted` when the signal says so. */
  check(): void {
    if (this.aborted) throw this.error();
  }

  /** `promise`, unless the signal comes first. */
  race<T>(promise: Promise<T>): Promise<T> {
    const { signal } = this;
    if (!signal) return promise;
    return new Promise((resolve, reject) => {
      const stop = (): void => void (this.over || reject(this.error()));
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop);
      promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    });
  }

  private error(): KfError {
    return this.begun
      ? new KfError('aborted', 'after the native call', { outcome: 'unknown' })
      : new KfError('aborted', 'before the native call');
  }
}
