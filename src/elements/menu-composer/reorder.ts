import { html, type ReactiveController, type TemplateResult } from 'lit';
import { drawing } from '../shared/icons.js';
import { pan, scrollersOf, scrollNearEdge } from './edge-scroll.js';
import type { Extra } from './extra.js';
import type { KfMenuComposer } from './kf-menu-composer.js';
import type { Draft, Row } from './menu-draft.js';
import { SlidingRows } from './sliding-rows.js';

/** Milliseconds that a finger stays before the row comes along: a swipe leaves earlier, and scrolls. */
const HOLD = 150;
/** Pixels that a finger, or another pointer, may slip without meaning it. */
const SLIP = 10;
const MOUSE_SLIP = 3;

const dots = drawing('dots', 'M7.8 6h.01M12.2 6h.01M7.8 10h.01M12.2 10h.01M7.8 14h.01M12.2 14h.01');

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
export class Reorder implements Extra, ReactiveController {
  private press: Press | undefined;
  private hold: ReturnType<typeof setTimeout> | undefined;
  private request = 0;

  constructor(private readonly composer: KfMenuComposer) {
    composer.addController(this);
  }

  grip(row: Row): TemplateResult {
    const { still, locked } = this.composer;
    if (still) return html``;
    return html`<span
      class="number grip ${locked ? '' : 'free'}"
      part="grip"
      aria-hidden="true"
      @pointerdown=${(event: PointerEvent) => this.take(event, row)}
      @mousedown=${this.keepFocus}
      @contextmenu=${this.noMenu}
      >${dots}</span
    >`;
  }

  hostUpdate(): void {
    if (!this.fits) this.putBack();
  }

  hostDisconnected(): void {
    this.putBack();
  }

  /** Whether the message is still the one that the drag began with, and may be edited. */
  private get fits(): boolean {
    const { press, composer } = this;
    return !!press && press.draft === composer.controls.draft && !composer.locked;
  }

  private readonly keepFocus = (event: Event): void => event.preventDefault();

  /** A finger that stays calls for one. */
  private readonly noMenu = (event: Event): void => {
    if (this.press) event.preventDefault();
  };

  private take(event: PointerEvent, row: Row): void {
    const { controls, locked } = this.composer;
    const { pointerId: id, pointerType, clientY: start, button, isPrimary } = event;
    if (this.press || locked || controls.busy || button || !isPrimary) return;
    const grip = event.currentTarget as HTMLElement;
    const touch = pointerType === 'touch';
    const { draft } = controls;
    controls.openMenu(0);
    this.press = { id, touch, grip, row, draft, scrollers: scrollersOf(grip), start, y: start, swiping: false };
    if (touch) this.hold = setTimeout(this.lift, HOLD);
    grip.setPointerCapture(id);
    this.listen('addEventListener', grip);
  }

  private listen(way: 'addEventListener' | 'removeEventListener', grip: HTMLElement): void {
    grip[way]('pointermove', this.follow as EventListener);
    grip[way]('pointerup', this.drop as EventListener);
    grip[way]('pointercancel', this.putBack);
    grip[way]('lostpointercapture', this.putBack);
    window[way]('blur', this.putBack);
    document[way]('pointerdown', this.putBack, true);
    document[way]('keydown', this.escape as EventListener, true);
  }

  private readonly follow = ({ pointerId, clientY }: PointerEvent): void => {
    const { press } = this;
    if (!press || pointerId !== press.id) return;
    const { touch, start, rows, scrollers } = press;
    if (!rows && !press.swiping) {
      if (Math.abs(clientY - start) <= (touch ? SLIP : MOUSE_SLIP)) return;
      clearTimeout(this.hold);
      if (touch) press.swiping = true;
      else this.lift();
    }
    if (press.swiping) pan(scrollers, clientY - press.y);
    press.y = clientY;
    if (press.rows) press.rows.follow(clientY);
  };

  private readonly lift = (): void => {
    const { press, composer } = this;
    if (!press || !this.fits) return;
    const list = press.grip.closest('ol') as HTMLElement;
    press.rows = new SlidingRows(list, composer.controls.rows.indexOf(press.row), press.start);
    this.frame();
  };

  private readonly frame = (): void => {
    const { press, composer } = this;
    if (!press || !press.rows) return;
    const { grip, rows, scrollers, start, y } = press;
    const foot = composer.renderRoot.querySelector('footer') as Element;
    if (!grip.isConnected) return this.putBack();
    if (y !== start) scrollNearEdge(scrollers, rows.list, foot, y, Math.sign(y - start));
    rows.follow(y);
    this.request = requestAnimationFrame(this.frame);
  };

  private readonly drop = ({ pointerId, clientY }: PointerEvent): void => {
    const { press } = this;
    if (!press || pointerId !== press.id) return;
    if (press.rows && this.fits) press.rows.follow(clientY);
    this.end(this.fits);
  };

  private readonly escape = (event: KeyboardEvent): void => {
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
    this.listen('removeEventListener', grip);
    if (grip.hasPointerCapture(id)) grip.releasePointerCapture(id);
    if (!rows) return;
    const by = dropped ? rows.to - rows.from : 0;
    const glide = rows.settle(by);
    if (by) composer.controls.move(row, by, 'grip'); // takes no focus: that stays where it was
    void composer.updateComplete.then(glide);
  }
}
