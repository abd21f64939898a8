import type { ReactiveController, ReactiveElement } from 'lit';

/** Where the preview stands. `auto` goes by the element's own width. */
export type PreviewPlace = 'auto' | 'side' | 'below' | 'none' | 'only';

const PLACES: readonly PreviewPlace[] = ['side', 'below', 'none', 'only'];

/** Where the page wants the preview: `auto` where it names no such place. */
export const knownPlace = (place: unknown): PreviewPlace => PLACES.find(known => known === place) ?? 'auto';

/** Where it stands now. */
export function previewPlace(composer: { preview: PreviewPlace; isWide: boolean }): Exclude<PreviewPlace, 'auto'> {
  if (composer.preview !== 'auto') return composer.preview;
  return composer.isWide ? 'side' : 'below';
}

/** From this width on, editor and preview stand side by side. */
const WIDE = 640;

/** Under this width, only what is needed most stands in the header. */
const NARROW = 360;

/** Under this width, a sentence has no room beside a button. */
const TIGHT = 310;

/** The element's own width, which decides about columns: the window's says nothing about a panel. */
export class WidthController implements ReactiveController {
  isWide = false;
  isNarrow = false;
  isTight = false;
  /** Where it stands now, its width is known before the first paint: nothing moves after that. */
  private isMeasured = false;
  private readonly observer =
    typeof ResizeObserver === 'function' // iOS 13.4
      ? new ResizeObserver(entries => entries.forEach(({ contentRect }) => this.onResize(contentRect.width)))
      : null;

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.isMeasured = false;
    this.observer?.observe(this.host);
  }

  hostUpdate(): void {
    if (!this.isMeasured) this.take(this.host.clientWidth);
    this.isMeasured = true;
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
  }

  private take(width: number): void {
    this.isWide = width >= WIDE;
    this.isNarrow = width > 0 && width < NARROW;
    this.isTight = width > 0 && width < TIGHT;
  }

  private onResize(width: number): void {
    const { isWide, isNarrow, isTight } = this;
    this.take(Math.round(width));
    if (isWide === this.isWide && isNarrow === this.isNarrow && isTight === this.isTight) return;
    requestAnimationFrame(() => this.host.requestUpdate()); // at once, it would be a loop: the layout is being made
  }
}
