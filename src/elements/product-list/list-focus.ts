import type { ReactiveElement } from 'lit';
import { SETTLING } from '../shared/sends/stays.js';

/** Where the focus can be asked to go. */
type Goal = 'row' | 'strip' | 'search';

const SELECTORS: Record<Goal, string> = {
  row: '.row[tabindex="0"]',
  strip: '.strip .first',
  search: '.search input',
};

/** Brings the focus where it belongs after a rendering, and back when a rendering took its element away. */
export class ListFocus {
  private goal: Goal | null = null;
  /** The user asked for what is there: they shall see it. */
  private isSought = false;
  /** Where it goes if its element is taken away. */
  private refuge: Goal | null = null;
  /** When the button of the line above the rows was taken away from it. */
  private astrayAt = -Infinity;

  constructor(private readonly host: ReactiveElement) {}

  /** After the next rendering, the focus goes there, and with `isSought` the page scrolls to it. */
  wish(goal: Goal, isSought = false): void {
    this.goal = goal;
    this.isSought = isSought;
  }

  /** At once: the key that is being pressed shall be typed there. */
  toSearch(): void {
    this.focus('search', true);
  }

  /** Before a rendering. */
  remember(): void {
    const { focused } = this;
    if (focused?.closest('.rows')) this.refuge = 'row';
    else if (focused?.closest('.news')) this.refuge = 'search';
  }

  /** Whether an Enter now may be meant for the button that was taken away. */
  get isAstray(): boolean {
    return performance.now() - this.astrayAt < SETTLING;
  }

  /** After a rendering. */
  restore(): void {
    const goal = this.goal ?? (this.focused ? null : this.refuge);
    const { isSought } = this;
    if (!this.goal && goal === 'search') this.astrayAt = performance.now();
    this.goal = this.refuge = null;
    this.isSought = false;
    if (goal && !this.focus(goal, isSought) && goal !== 'search') this.focus('search', isSought);
  }

  private get focused(): Element | null {
    const root = this.host.renderRoot as ShadowRoot | undefined;
    return root ? root.activeElement : null;
  }

  private focus(goal: Goal, isSought: boolean): boolean {
    const target = this.host.renderRoot.querySelector<HTMLElement>(SELECTORS[goal]);
    if (target && target !== this.focused) {
      target.focus({ preventScroll: true });
      // The list has scrolled by itself; what it stands in may have to, too.
      if (isSought) (target.closest('.strip') ?? target).scrollIntoView({ block: 'nearest' });
    }
    return !!target;
  }
}
