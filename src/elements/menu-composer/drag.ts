import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { EventOn } from '../shared/event-on.js';
import { Listeners } from '../shared/listeners.js';
import { icon } from '../shared/look/icons.js';
import type { Composer } from './composer.js';
import { scrollBy, scrollersOf, scrollNearEdge } from './scrolling.js';
import { SlidingRows } from './sliding-rows.js';
import type { Draft, Row } from './state/draft.js';

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
