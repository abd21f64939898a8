import type { ReactiveController, ReactiveElement } from 'lit';

/** The element's own width, which decides about columns: the window's says nothing about a panel. */
export class WidthController implements ReactiveController {
  width = 0;
  private readonly observer =
    typeof ResizeObserver === 'function' // iOS 13.4
      ? new ResizeObserver(([entry]) => {
          const width = Math.round(entry?.contentRect.width || 0);
          if (width === this.width) return;
          this.width = width;
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
