import type { ReactiveController, ReactiveElement } from 'lit';

/** Below this width of the element, a menu is a sheet at its foot. */
const NARROW = 480;
/** The part of the element that it may cover. */
const PART = 0.8;

/** Makes what pops up a sheet at the foot of a narrow element, or of the part of it that is in view. */
export class Sheet implements ReactiveController {
  private placed: Element | null = null;
  /** What a sheet is not placed by, while it is open: all between it and the root. */
  private around: HTMLElement[] = [];

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostUpdated(): void {
    const popover = this.host.renderRoot.querySelector<HTMLElement>('.popover');
    const before = this.placed;
    this.placed = popover;
    if (popover === before) return; // once: it must not move while it is being pressed
    for (const box of this.around.splice(0)) box.style.position = '';
    if (!popover) return;
    const { top, bottom, width } = this.host.getBoundingClientRect();
    const narrow = width < NARROW;
    const hidden = Math.max(0, bottom - innerHeight);
    popover.classList.toggle('sheet', narrow);
    popover.setAttribute('part', narrow ? 'popover sheet' : 'popover');
    if (narrow)
      for (let box = popover.parentElement; box && !box.matches('.root'); box = box.parentElement)
        this.around.push(box);
    for (const box of this.around) box.style.position = 'static';
    popover.style.bottom = narrow ? `${hidden}px` : '';
    popover.style.maxHeight = narrow ? `${(bottom - hidden - Math.max(0, top)) * PART}px` : '';
  }
}
