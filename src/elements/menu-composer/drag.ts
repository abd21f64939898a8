import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { Listeners, type EventOn } from '../shared/listeners.js';
import { icon } from '../shared/look/icons.js';
import { frameOf, scroll, scrollersOf } from '../shared/viewport.js';
import type { Composer } from './composer.js';
import type { Draft, Row } from './state/draft.js';

/** So close to an end, in pixels, the pointer scrolls; at the end itself by so many pixels a frame. */
const EDGE = 48;
const FASTEST = 12;

/** The content goes along with a finger; where the nearest scroller is at its end, the next one takes over. */
const scrollBy = (scrollers: readonly Element[], by: number): boolean =>
  scrollers.some(scroller => scroll(scroller, -by));

/**
 * Scrolls the way that the pointer went (−1 is up) while it is near an end of what shows, and the list goes on beyond that. The
 * foot lies over the lower end.
 */
function scrollNearEdge(scrollers: readonly Element[], list: Element, foot: Element, y: number, way: number): void {
  const { top, bottom } = list.getBoundingClientRect();
  scrollers.some(scroller => {
    const box = frameOf(scroller);
    const end = Math.min(box.bottom, foot.getBoundingClientRect().top);
    const near = way < 0 ? box.top + EDGE - y : y + EDGE - end;
    const hidden = way < 0 ? box.top - top : bottom - end;
    return near > 0 && hidden > 0 && scroll(scroller, way * Math.min(FASTEST, (near / EDGE) * FASTEST, hidden));
  });
}

/** Pixels that a row is above the others while it is dragged. */
const LIFT = 6;

const shift = (item: HTMLElement, by: number): void => {
  item.style.transform = by ? `translateY(${by}px)` : '';
};

const topOf = (item: Element): number => item.getBoundingClientRect().top;

/** The rows while one of them is dragged: it goes along with the pointer, the others make room. Only the look changes. */
class SlidingRows {
  /** Where the row would be if it were dropped now. */
  to: number;
  private readonly items: readonly HTMLElement[];
  /** Where they end in the list, whatever moves on the screen; before the first of them stands 0. */
  private readonly ends: readonly number[];
  private readonly grabbed: number;

  /** The pointer took hold of the row at `from`, at `y` on the screen. */
  constructor(
    readonly list: HTMLElement,
    readonly from: number,
    y: number,
  ) {
    this.to = from;
    this.items = Array.from(list.querySelectorAll('li'));
    this.ends = [0, ...this.items.map(({ offsetTop, offsetHeight }) => offsetTop + offsetHeight - list.offsetTop)];
    this.grabbed = y - topOf(list);
    this.mark(true);
  }

  /** The pointer is at `y`, or the list has been scrolled under it. */
  follow(y: number): void {
    const { items, ends, from, list, grabbed } = this;
    const [top = 0, bottom = 0] = ends.slice(from);
    const last = ends[items.length] || 0;
    const by = Math.max(-top, Math.min(last - bottom, y - topOf(list) - grabbed));
    this.to = from;
    items.forEach((item, at) => {
      const [start = 0, end = 0] = ends.slice(at);
      const middle = (start + end) / 2;
      const way = at > from && bottom + by > middle ? 1 : at < from && top + by < middle ? -1 : 0;
      this.to += way;
      shift(item, at === from ? by - LIFT : way * (top - bottom));
    });
  }

  /**
   * The end, with the row so many places further. Returns what lets the rows glide from where they are now, once they are rendered
   * in their new places.
   */
  settle(by: number): () => void {
    const { items, from } = this;
    const seen = items.map(topOf);
    seen.splice(from + by, 0, ...seen.splice(from, 1));
    this.mark(false);
    for (const item of items) {
      item.style.transition = 'none';
      shift(item, 0);
    }
    return () => {
      const moves = items.map((item, at) => (seen[at] ?? 0) - topOf(item));
      items.forEach((item, at) => shift(item, moves[at] ?? 0));
      items.forEach(topOf); // the browser takes note of where the glide begins
      for (const item of items) {
        item.style.transition = '';
        shift(item, 0);
      }
    };
  }

  private mark(on: boolean): void {
    this.list.classList.toggle('sorting', on);
    this.items[this.from]?.classList.toggle('lifted', on);
  }
}

/** Milliseconds that a finger stays before the row comes along: a swipe leaves earlier, and scrolls. */
const HOLD = 150;
/** Pixels that a finger, or another pointer, may slip without meaning it. */
const SLIP = 10;
const MOUSE_SLIP = 3;

/** A pointer on a grip, until it is up. */
interface Press {
  readonly id: number;
  readonly touch: boolean;
  readonly grip: HTMLElement;
  readonly row: Row;
  /** The message as it was: what the row is dropped into has to be the same. */
  readonly draft: Draft;
  readonly scrollers: readonly Element[];
  readonly start: number;
  y: number;
  swiping: boolean;
  /** There from the moment that the row is lifted. */
  rows?: SlidingRows;
}

/** The grips, and dragging a row by them. Only the drop is an edit. */
export class Drag implements ReactiveController {
  private press: Press | undefined;
  private hold: ReturnType<typeof setTimeout> | undefined;
  private request = 0;
  private readonly listeners = new Listeners();

  constructor(private readonly composer: Composer) {
    composer.addController(this);
  }

  /** What stands at the head of a row: dots to take it by, which only a pointer needs. */
  grip(row: Row): TemplateResult | typeof nothing {
    const { isReadOnly, canEdit } = this.composer;
    if (isReadOnly) return nothing;
    return html`<span
      class="grip ${canEdit ? 'free' : ''}"
      part="grip"
      aria-hidden="true"
      @pointerdown=${(event: EventOn<HTMLElement, PointerEvent>) => this.onPointerDown(event, row)}
      @mousedown=${this.keepFocus}
      @contextmenu=${this.onContextMenu}
      >${icon('dots')}</span
    >`;
  }

  hostUpdate(): void {
    if (!this.canDrop) this.putBack();
  }

  hostDisconnected(): void {
    this.putBack();
  }

  /** Whether the message is still the one that the drag began with, and may be edited. */
  private get canDrop(): boolean {
    const { press, composer } = this;
    return !!press && press.draft === composer.state.draft && composer.canEdit;
  }

  private readonly keepFocus = (event: Event): void => event.preventDefault();

  /** A finger that stays calls for one. */
  private readonly onContextMenu = (event: Event): void => {
    if (this.press) event.preventDefault();
  };

  private onPointerDown(event: EventOn<HTMLElement, PointerEvent>, row: Row): void {
    const { state, canEdit, isInteracting, popovers } = this.composer;
    const { pointerId: id, pointerType, clientY: start, button, isPrimary, currentTarget: grip } = event;
    if (this.press || !canEdit || isInteracting || button || !isPrimary) return;
    const touch = pointerType === 'touch';
    const { draft } = state;
    popovers.close();
    this.press = { id, touch, grip, row, draft, scrollers: scrollersOf(grip), start, y: start, swiping: false };
    if (touch) this.hold = setTimeout(this.lift, HOLD);
    grip.setPointerCapture(id);
    this.listeners
      .on(grip, 'pointermove', this.onPointerMove)
      .on(grip, 'pointerup', this.onPointerUp)
      .on(grip, 'pointercancel lostpointercapture', this.putBack)
      .on(window, 'blur', this.putBack)
      .on(document, 'pointerdown', this.putBack, true)
      .on(document, 'keydown', this.onKeydown, true);
  }

  private readonly onPointerMove = ({ pointerId, clientY }: PointerEvent): void => {
    const { press } = this;
    if (!press || pointerId !== press.id) return;
    const { touch, start, rows, scrollers } = press;
    if (!rows && !press.swiping) {
      if (Math.abs(clientY - start) <= (touch ? SLIP : MOUSE_SLIP)) return;
      clearTimeout(this.hold);
      if (touch) press.swiping = true;
      else this.lift();
    }
    if (press.swiping) scrollBy(scrollers, clientY - press.y);
    press.y = clientY;
    if (press.rows) press.rows.follow(clientY);
  };

  private readonly lift = (): void => {
    const { press, composer } = this;
    const list = press?.grip.closest('ol');
    if (!press || !list || !this.canDrop) return;
    press.rows = new SlidingRows(list, composer.state.rows.indexOf(press.row), press.start);
    this.frame();
  };

  private readonly frame = (): void => {
    const { press, composer } = this;
    if (!press?.rows) return;
    const { grip, rows, scrollers, start, y } = press;
    const foot = composer.renderRoot.querySelector('footer');
    if (!grip.isConnected || !foot) return this.putBack();
    if (y !== start) scrollNearEdge(scrollers, rows.list, foot, y, Math.sign(y - start));
    rows.follow(y);
    this.request = requestAnimationFrame(this.frame);
  };

  private readonly onPointerUp = ({ pointerId, clientY }: PointerEvent): void => {
    const { press } = this;
    if (!press || pointerId !== press.id) return;
    if (press.rows && this.canDrop) press.rows.follow(clientY);
    this.end(this.canDrop);
  };

  private readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.putBack();
  };

  /** The end without an edit. */
  private readonly putBack = (): void => this.end(false);

  private end(dropped: boolean): void {
    const { press, composer } = this;
    if (!press) return;
    const { id, grip, row, rows } = press;
    this.press = undefined;
    clearTimeout(this.hold);
    cancelAnimationFrame(this.request);
    this.listeners.end();
    if (grip.hasPointerCapture(id)) grip.releasePointerCapture(id);
    if (!rows) return;
    const by = dropped ? rows.to - rows.from : 0;
    const glide = rows.settle(by);
    if (by) composer.move(row, by, 'grip'); // takes no focus: that stays where it was
    void composer.updateComplete.then(glide);
  }
}
