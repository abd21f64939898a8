import type { ReactiveElement } from 'lit';
import { isInputMethods } from '../shared/listeners.js';
import { SETTLING } from '../shared/sends/stays.js';

/** Where in the list a key was pressed. */
type Place = 'search' | 'row' | 'strip' | 'elsewhere';

/** What a key asks for; a number moves the focus by so many rows. `nothing`: the key must not do what it does by itself. */
type Command = number | 'ask' | 'close' | 'clear' | 'rows' | 'search' | 'type' | 'nothing';

/** How far a key moves the focus, in rows; null for keys that do not. */
function stepOf(key: string, page: number): number | null {
  const steps = new Map<string, number>([
    ['ArrowDown', 1],
    ['ArrowUp', -1],
    ['PageDown', page],
    ['PageUp', -page],
    ['Home', -Infinity],
    ['End', Infinity],
  ]);
  return steps.get(key) ?? null;
}

export function placeOf(element: Element): Place {
  if (element.localName === 'input') return 'search';
  if (element.closest('.strip')) return 'strip';
  return element.closest('.row') ? 'row' : 'elsewhere';
}

/** An Enter that is held down would ask and answer at once. */
const enter = ({ repeat }: KeyboardEvent): Command => (repeat ? 'nothing' : 'ask');

function inSearch(event: KeyboardEvent): Command | null {
  const { key, target } = event;
  if (key === 'ArrowDown') return 'rows';
  if (key === 'Enter') return enter(event);
  return key === 'Escape' && target instanceof HTMLInputElement && target.value ? 'clear' : null;
}

function inStrip({ key, repeat }: KeyboardEvent): Command | null {
  if (key === 'Escape') return 'close';
  return key === 'Enter' && repeat ? 'nothing' : null;
}

function inRow(event: KeyboardEvent): Command | null {
  const { key } = event;
  if (key === 'Enter') return enter(event);
  if (key === 'Escape') return 'search';
  return key === 'Backspace' || (key.length === 1 && key !== ' ') ? 'type' : null;
}

/** The command of a key, or null where the key is none of ours. */
export function commandOf(event: KeyboardEvent, place: Place, page: number): Command | null {
  if (event.ctrlKey || event.metaKey || event.altKey || place === 'elsewhere') return null;
  if (isInputMethods(event)) return place === 'row' ? 'type' : null;
  if (place === 'search') return inSearch(event);
  return stepOf(event.key, page) ?? (place === 'strip' ? inStrip(event) : inRow(event));
}

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
