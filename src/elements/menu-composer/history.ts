/** Typing within this time, in one field, is one step. */
const PAUSE = 1000;

/** What was, and what was undone. Steps of one name that follow each other closely are one. */
export class History<T extends object> {
  /** What each of the two takes back, or does again; the next one is the last. */
  readonly undo: T[] = [];
  readonly redo: T[] = [];
  private step = '';
  private at = 0;

  /** Remembers `before`, the state that an edit is about to leave. An edit without a step's name always counts. */
  record(before: T, step: string): void {
    const now = Date.now();
    if (!step || step !== this.step || now - this.at >= PAUSE) this.undo.push(before);
    this.step = step;
    this.at = now;
    this.redo.length = 0;
  }

  /** The state to go to from `present`, if there is one. */
  go(way: 'undo' | 'redo', present: T): T | undefined {
    const next = this[way].pop();
    if (!next) return undefined;
    this[way === 'undo' ? 'redo' : 'undo'].push(present);
    this.step = '';
    return next;
  }
}
