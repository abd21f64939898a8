import type { ReactiveController, ReactiveElement } from 'lit';

/** From this width on, editor and preview stand side by side. */
const WIDE = 640;

/** The element's own width, which decides about columns: the window's says nothing about a panel. */
export class WidthController implements ReactiveController {
  isWide = false;
  private readonly observer =
    typeof ResizeObserver === 'function' // iOS 13.4
      ? new ResizeObserver(entries => {
          const isWide = entries.some(({ contentRect }) => Math.round(contentRect.width) >= WIDE);
          if (isWide === this.isWide) return;
          this.isWide = isWide;
          requestAnimationFrame(() => this.host.requestUpdate()); // at once, it would be a loop: the layout is being made
        })
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
}
