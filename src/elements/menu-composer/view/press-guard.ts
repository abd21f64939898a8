/** Milliseconds in which a press may still be meant for what stood there before. */
const SETTLING = 500;

/** The foot's buttons can change under the finger: tells whether a press is meant for what they say now. */
export class PressGuard {
  /** The buttons are two answers to a question: a key that is pressed by habit is none. */
  isQuestion = false;
  private labels = '';
  private changedAt = -Infinity;
  /** When the press began that is under way; 0 while there is none. */
  private pressedAt = 0;

  /** The buttons say this now. */
  show(labels: readonly string[]): void {
    const joined = labels.join();
    if (this.labels && joined !== this.labels) this.restart();
    this.labels = joined;
    this.isQuestion = labels.length > 1;
  }

  /** They send to somebody else now, whatever they say. */
  restart(): void {
    this.changedAt = performance.now();
  }

  onPressStart(): void {
    this.pressedAt = performance.now();
  }

  onPressEnd(): void {
    this.pressedAt = 0;
  }

  /** Whether a press that ends now began too early for what they say. */
  get isTooEarly(): boolean {
    return (this.pressedAt || performance.now()) - this.changedAt < SETTLING;
  }
}
