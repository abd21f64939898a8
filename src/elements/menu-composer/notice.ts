import type { ReactiveControllerHost } from 'lit';
import type { FootState } from './foot-state.js';

/** Milliseconds for which it can be read. */
const A_WHILE = 4000;

/** Something that is done, said for a while in the foot instead of what to do. */
export class Notice {
  private text = '';
  private timer = 0;

  constructor(private readonly host: ReactiveControllerHost) {}

  say(text: string): void {
    clearTimeout(this.timer);
    if (text) this.timer = window.setTimeout(() => this.say(''), A_WHILE);
    this.text = text;
    this.host.requestUpdate();
  }

  /** The foot with the notice in it. */
  in({ icon, lines, buttons, next }: FootState): FootState {
    const { text } = this;
    if (text) return { icon, lines: { ...lines, hint: text }, buttons };
    return next ? { icon, lines, buttons, next } : { icon, lines, buttons };
  }
}
