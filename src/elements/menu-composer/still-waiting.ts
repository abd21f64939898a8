import type { ReactiveController } from 'lit';
import { fill } from '../../locales/words.js';
import type { Outcome } from '../shared/sender.js';
import type { KfMenuComposer } from './kf-menu-composer.js';

/** Milliseconds without an answer after which the foot says so. */
const PATIENCE = 3000;

/** Counts the seconds of a send that takes long. */
export class StillWaiting implements ReactiveController {
  /** How many seconds are left, at the most; 0 while it is not worth a word. */
  seconds = 0;
  private outcome: Outcome | undefined;
  private since = 0;
  private timer = 0;

  constructor(private readonly composer: KfMenuComposer) {
    composer.addController(this);
  }

  hostUpdated(): void {
    const { outcome } = this.composer.sender;
    if (outcome === this.outcome && this.timer) return;
    this.hostDisconnected();
    if (outcome !== this.outcome) this.since = Date.now();
    this.outcome = outcome;
    if (outcome.phase === 'sending') this.timer = window.setInterval(this.tick, 1000);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
    this.timer = this.seconds = 0;
  }

  /** The number is read, not heard: the live region tells the first one only. */
  private readonly tick = (): void => {
    const { bridge, controls, words } = this.composer;
    const passed = Date.now() - this.since;
    if (passed < PATIENCE || !bridge.status) return;
    const first = !this.seconds;
    this.seconds = Math.max(1, Math.ceil((bridge.status.timeout - passed) / 1000));
    if (first) controls.announcement = fill(words.stillWaiting, { n: this.seconds });
    this.composer.requestUpdate();
  };
}
