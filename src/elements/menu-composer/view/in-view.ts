import type { ReactiveController, ReactiveElement } from 'lit';
import { Listeners } from '../../shared/listeners.js';
import { frameOf, parentOf, scroll, scrollersOf, visibleArea } from '../../shared/viewport.js';

/** Pixels that stay free around what is brought into view: its ring, and a little air. */
const AIR = 8;
/** A window that loses so many pixels at once has given them to a keyboard; a browser's own bars are smaller. */
const KEYBOARD = 120;

/** So much may stand above what is too high for the room that there is: the preview's heading. */
const HEADING = 64;

/** From where to where, on the screen. */
interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** The sticky foot lies over the lower end of what scrolls, a phone's keyboard over that of the window. */
function openPart(scroller: Element, foot: Element, seen: Span): Span {
  const { top, bottom } = frameOf(scroller);
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(scroller);
  return {
    top: Math.max(seen.top, top + (parseFloat(scrollPaddingTop) || 0)),
    bottom: Math.min(seen.bottom, bottom - (parseFloat(scrollPaddingBottom) || 0), foot.getBoundingClientRect().top),
  };
}

/** What scrolls an element, the nearest first; not what scrolls in it. */
const scrollersAround = (element: Element): Element[] => scrollersOf(parentOf(element) ?? element);

const heightOf = ({ top, bottom }: Span): number => bottom - top;

const middleOf = ({ top, bottom }: Span): number => (top + bottom) / 2;

/** How far down a page's own sticky header covers what is there, which is never further than to the middle; 0 where none does. */
function headerOver({ top, left, width }: DOMRect, host: Element, seen: Span): number {
  const root = host.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(left + width / 2, Math.max(top, seen.top) + 1);
  if (!hit || host.contains(hit) || hit.contains(host)) return 0;
  for (let at: Element | null = hit; at; at = parentOf(at))
    if (/sticky|fixed/.test(getComputedStyle(at).position)) {
      const cover = at.getBoundingClientRect();
      const isHeader = cover.top <= seen.top && cover.bottom < middleOf(seen);
      return isHeader ? cover.bottom : 0;
    }
  return 0;
}

/** What may lie over an element of the composer. */
interface Covers {
  readonly host: Element;
  readonly foot: Element;
  /** What scrolls around it, the nearest first. */
  readonly scrollers: readonly Element[];
}

/** Scrolls as little as shows an element of the composer between what lies over its scrollers. */
function reveal(element: Element, { host, foot, scrollers }: Covers): void {
  const seen = visibleArea();
  for (const scroller of scrollers) {
    const open = openPart(scroller, foot, seen);
    const box = element.getBoundingClientRect();
    const below = box.bottom + AIR - open.bottom;
    // To ask what covers a point takes as long as all the rest: it is asked only where a header could be.
    if (below <= 0 && box.top - AIR >= Math.max(open.top, middleOf(seen))) continue;
    const above = box.top - AIR - Math.max(open.top, headerOver(box, host, seen));
    const by = above < 0 ? above : Math.max(0, Math.min(below, above));
    if (by) scroll(scroller, by);
  }
}

/** What is looked at when a control has the focus: its ring. */
const ringOf = (control: Element): Element => control.closest('.cell') ?? control;

/** The label of a long text, with its counter. */
const labelOf = (control: Element): Element | null => control.closest('.grow')?.previousElementSibling ?? null;

/** What belongs to it and stands below: the problem and the counter of a text, the details that a kind has opened. */
function belowOf(control: Element): Element | null {
  if (control.matches('[aria-expanded="true"]')) return control.closest('.item');
  return control.closest('.cell, .grow')?.nextElementSibling ?? null;
}

/**
 * Nothing hides what has the focus. The browser knows nothing of the foot that lies over the page, and the `scroll-margin` of the
 * styles only holds for the scroll of a focus, not for typing, and not for a foot that grows.
 */
export class InView implements ReactiveController {
  private frame = 0;
  private readonly listeners = new Listeners();
  private foot: Element | null = null;
  /** As it was when the focus came, or when it changed last. */
  private windowHeight = 0;
  private readonly observer =
    typeof ResizeObserver === 'function' ? new ResizeObserver(() => this.onFootResize()) : null; // iOS 13.4

  constructor(
    private readonly host: ReactiveElement & { readonly renderRoot: ShadowRoot },
    private readonly isPressing: () => boolean,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    const { renderRoot } = this.host;
    this.host.requestUpdate(); // the foot is observed anew
    this.listeners
      .on(renderRoot, 'focusin', this.onFocusIn)
      .on(renderRoot, 'input', this.onInput)
      .on(window.visualViewport, 'resize', this.onWindowResize);
  }

  hostDisconnected(): void {
    this.listeners.end();
    this.observer?.disconnect();
    this.foot = null;
    cancelAnimationFrame(this.frame);
  }

  hostUpdated(): void {
    const foot = this.host.renderRoot.querySelector('footer');
    if (foot === this.foot) return;
    this.foot = foot;
    if (foot) this.observer?.observe(foot);
  }

  /** Brings something else into view; the focus may stay out of sight then. */
  show(element: Element | null): void {
    const { host, foot } = this;
    cancelAnimationFrame(this.frame);
    if (element && foot) reveal(element, { host, foot, scrollers: scrollersAround(element) });
  }

  /** Whether it can be seen as far as its end, or as much of it as there is room for. */
  isSeen(element: Element): boolean {
    const { foot } = this;
    if (!foot) return false;
    const seen = visibleArea();
    const { top, bottom, height } = element.getBoundingClientRect();
    return scrollersAround(element).every(scroller => {
      const open = openPart(scroller, foot, seen);
      const isAsFarAsItGoes = height > open.bottom - open.top - HEADING && top <= open.top + HEADING;
      return top < open.bottom && bottom > open.top && (bottom <= open.bottom + 1 || isAsFarAsItGoes);
    });
  }

  private readonly onFocusIn = (): void => {
    this.windowHeight = heightOf(visibleArea());
    this.check();
  };

  private readonly check = (): void => {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.revealFocused(true));
  };

  /** Typing scrolls at once where it scrolls at all: one look is enough, and one that is due sees this, too. */
  private readonly onInput = (): void => {
    this.frame ||= requestAnimationFrame(() => this.revealFocused(false));
  };

  private get focused(): Element | null {
    const { activeElement } = this.host.renderRoot;
    return activeElement && !activeElement.closest('footer, .popover') ? activeElement : null;
  }

  /**
   * Not while a button is down, what is pressed must not move away. `again`: in Firefox and WebKit the scroll that a focus asks for
   * comes a frame late.
   */
  private revealFocused(again: boolean): void {
    const { focused, foot, host } = this;
    this.frame = 0;
    if (this.isPressing()) return this.check();
    if (focused && foot) {
      const ring = ringOf(focused);
      const covers = { host, foot, scrollers: scrollersAround(ring) };
      // The last one counts most, where there is no room for all.
      for (const part of [labelOf(focused), belowOf(focused), ring]) if (part) reveal(part, covers);
    }
    if (again) this.frame = requestAnimationFrame(() => this.revealFocused(false));
  }

  /** A foot that grows may come to lie over the field; where the user has scrolled away from that, nothing moves. */
  private onFootResize(): void {
    const { focused, foot } = this;
    if (!focused || !foot) return;
    const [field, cover] = [ringOf(focused).getBoundingClientRect(), foot.getBoundingClientRect()];
    if (field.bottom > cover.top && field.top < cover.bottom) this.check();
  }

  /** The keyboard of a phone comes after the focus. */
  private readonly onWindowResize = (): void => {
    const height = heightOf(visibleArea());
    const lost = this.windowHeight - height;
    this.windowHeight = height;
    if (lost > KEYBOARD) this.check();
  };
}
