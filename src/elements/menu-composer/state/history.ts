/** Milliseconds: typing into one field that goes on within this time is one step. */
const PAUSE = 1000;

/** The drafts to go back to, and those that were undone. Steps of one name that follow each other closely are one. */
export class History<T extends object> {
  private readonly past: T[] = [];
  private readonly future: T[] = [];
  private step = '';
  private recordedAt = 0;

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Remembers `before`, the state that an edit is about to leave. An edit without a step's name always counts. */
  record(before: T, step: string): void {
    const now = performance.now();
    if (!step || step !== this.step || now - this.recordedAt >= PAUSE) this.past.push(before);
    this.step = step;
    this.recordedAt = now;
    this.future.length = 0;
  }

  /** The state to go back to from `present`, if there is one. */
  undo(present: T): T | undefined {
    return this.travel(this.past, this.future, present);
  }

  /** The state that was undone last, if there is one. */
  redo(present: T): T | undefined {
    return this.travel(this.future, this.past, present);
  }

  private travel(from: T[], to: T[], present: T): T | undefined {
    const next = from.pop();
    if (!next) return undefined;
    to.push(present);
    this.step = '';
    return next;
  }
}
