/** Typing within this time, in one field, is one step. */
const PAUSE = 1000;

/** What was, and what was undone. Steps of one name that follow each other closely are one. */
export class History<T> {
  private past: T[] = [];
  private future: T[] = [];
  private last = { step: '', at: 0 };

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Remembers `before`, the state that an edit is about to leave. An edit without a step's name always counts. */
  record(before: T, step: string): void {
    const now = Date.now();
    const goesOn = step !== '' && step === this.last.step && now - this.last.at < PAUSE;
    this.last = { step, at: now };
    this.future = [];
    if (!goesOn) this.past.push(before);
  }

  undo(present: T): T {
    return this.go(this.past, this.future, present);
  }

  redo(present: T): T {
    return this.go(this.future, this.past, present);
  }

  clear(): void {
    this.past = [];
    this.future = [];
    this.last = { step: '', at: 0 };
  }

  private go(from: T[], to: T[], present: T): T {
    const next = from.pop();
    if (next === undefined) return present;
    to.push(present);
    this.last = { step: '', at: 0 };
    return next;
  }
}
