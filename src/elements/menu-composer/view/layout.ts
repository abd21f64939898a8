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

/** The element's own width, which decides about columns: the window's says nothing about a panel. */
export class WidthController implements ReactiveController {
  isWide = false;
  isNarrow = false;
  private readonly observer =
    typeof ResizeObserver === 'function' // iOS 13.4
      ? new ResizeObserver(entries =>
          entries.forEach(({ contentRect }) => this.setWidth(Math.round(contentRect.width))),
        )
      : null;

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.observer?.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
  }

  private setWidth(width: number): void {
    const [isWide, isNarrow] = [width >= WIDE, width > 0 && width < NARROW];
    if (isWide === this.isWide && isNarrow === this.isNarrow) return;
    this.isWide = isWide;
    this.isNarrow = isNarrow;
    requestAnimationFrame(() => this.host.requestUpdate()); // at once, it would be a loop: the layout is being made
  }
}
