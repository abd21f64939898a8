import type { FootButton } from './foot-state.js';

/** Milliseconds in which a press may still be meant for what was there before. */
const A_MOMENT = 500;

/** What the foot's buttons say can change under the finger: whether a press is meant for what they say now. */
export class FootPress {
  /** When they came to say something else, or to send to somebody else. */
  renewed = -Infinity;
  /** They are two answers: a key by habit is none. */
  asking = false;
  /** When the press began that is under way. */
  began = 0;
  private said = '';

  take(buttons: readonly FootButton[]): void {
    const said = buttons.map(([word]) => word).join();
    if (this.said && said !== this.said) this.renewed = performance.now();
    this.said = said;
    this.asking = !!buttons[1];
  }

  /** Whether a press that ends now began too early for what they say. */
  get early(): boolean {
    return (this.began || performance.now()) - this.renewed < A_MOMENT;
  }
}
