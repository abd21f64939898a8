import type { ReactiveController, ReactiveElement } from 'lit';
import { ROW } from './list-model.js';

/** A page behind others gets no frames; its list goes on after so many milliseconds. */
const PATIENCE = 100;

/** Under this width, in pixels, a question and its answers do not fit beside each other. */
const NARROW = 300;

/** Keeps in mind what is seen of the list, and moves it. Reads the page once a frame at most. Its pixels are those of text as drawn. */
export class Scroller implements ReactiveController {
  top = 0;
  height = 0;
  isNarrow = false;
  /** How high the question is that is open, 0 without one. */
  stripHeight = 0;
  /** How many times as large the text is, and the rows with it: some browsers make only the text larger. */
  textScale = 1;
  private body: HTMLElement | null = null;
  private frame = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stale = true;
  /** With the next measure, see `holdRows`. */
  private isHolding = false;
  private pending: number | null = null;

  constructor(
    private readonly host: ReactiveElement,
    private readonly changed: () => void,
  ) {
    host.addController(this);
  }

  /** For the element that scrolls. */
  readonly onScroll = {
    passive: true,
    handleEvent: (): void => {
      if (this.frame) return;
      this.frame = requestAnimationFrame(() => this.measure());
      this.timer = setTimeout(() => this.measure(), PATIENCE);
    },
  };

  /** In the next frame: what is rendered while the layout is being made would be a loop, of which the page's `error` event tells. */
  private readonly observer =
    typeof ResizeObserver === 'function' ? new ResizeObserver(this.onScroll.handleEvent) : null; // iOS 13.4

  /** Its size may be another one after the next rendering. */
  remeasure(): void {
    this.stale = true;
  }

  /**
   * What stands above it comes or goes with the next rendering: the rows stay where they are on the screen, unless it jumps. At its
   * top the list stays at its top, but for a question that stands open.
   */
  holdRows(): void {
    this.stale = true;
    this.isHolding = this.pending === null;
  }

  /** Scrolls there with the next rendering. */
  jump(top: number): void {
    this.top = this.pending = Math.max(0, top);
  }

  /** Scrolls as little as shows all from `start` to `end`. */
  reveal(start: number, end: number): void {
    if (this.body && this.pending === null) this.top = this.body.scrollTop / this.textScale;
    if (start < this.top) this.jump(start);
    else if (end > this.top + this.height) this.jump(Math.min(start, end - this.height));
  }

  hostConnected(): void {
    if (this.host.hasUpdated) this.jump(this.top); // a move lets every scroll position go
    window.addEventListener('resize', this.onScroll.handleEvent);
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    window.removeEventListener('resize', this.onScroll.handleEvent);
    this.stopWaiting();
    this.body = null;
    if (this.observer) this.observer.disconnect();
  }

  hostUpdated(): void {
    const found = !this.body && this.host.renderRoot.querySelector<HTMLElement>('.body');
    if (found) {
      this.body = found;
      if (this.observer) this.observer.observe(found);
    }
    if (this.body && this.pending !== null) {
      this.body.scrollTop = this.pending * this.textScale;
      this.pending = null;
    }
    if (this.stale || found) this.measure();
  }

  private stopWaiting(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    this.frame = 0;
  }

  private measure(): void {
    this.stopWaiting();
    this.stale = false;
    if (!this.body) return;
    const rowHeight = this.body.querySelector<HTMLElement>('.main')?.offsetHeight;
    if (rowHeight) this.textScale = rowHeight / ROW;
    const { textScale, height } = this;
    this.height = this.body.clientHeight / textScale;
    this.stripHeight = (this.body.querySelector<HTMLElement>('.strip')?.offsetHeight ?? 0) / textScale;
    const isToStay = this.body.scrollTop > 0 || this.stripHeight > 0;
    if (this.isHolding && isToStay) this.body.scrollTop += (height - this.height) * textScale;
    this.isHolding = false;
    this.top = this.body.scrollTop / textScale;
    this.isNarrow = this.body.clientWidth / textScale < NARROW;
    this.changed();
  }
}
