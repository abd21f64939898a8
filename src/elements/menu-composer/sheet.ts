import type { ReactiveController, ReactiveElement } from 'lit';

/** Below this width of the element, a menu is a sheet at its foot. */
const NARROW = 480;
/** The part of the element that it may cover. */
const PART = 0.8;

/** Makes what pops up a sheet at the foot of a narrow element, or of the part of it that is in view. */
export class Sheet implements ReactiveController {
  private placed: Element | null = null;

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostUpdated(): void {
    const popover = this.host.renderRoot.querySelector<HTMLElement>('.popover');
    const before = this.placed;
    this.placed = popover;
    if (!popover || popover === before) return; // once: it must not move while it is being pressed
    const { top, bottom, width } = this.host.getBoundingClientRect();
    const narrow = width < NARROW;
    const hidden = Math.max(0, bottom - innerHeight);
    popover.classList.toggle('sheet', narrow);
    (popover.parentElement as HTMLElement).style.position = narrow ? 'static' : '';
    popover.style.bottom = narrow ? `${hidden}px` : '';
    popover.style.maxHeight = narrow ? `${(bottom - hidden - Math.max(0, top)) * PART}px` : '';
  }
}
