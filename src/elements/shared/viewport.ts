/** A part of the window, in the coordinates of `getBoundingClientRect`. */
export interface Area {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** What of the window can be seen. A phone's keyboard takes the lower part of it without making the window smaller. */
export function visibleArea(): Area {
  const { visualViewport } = window;
  if (!visualViewport) return { top: 0, left: 0, right: innerWidth, bottom: innerHeight }; // Firefox 90
  const { offsetTop: top, offsetLeft: left, width, height } = visualViewport;
  return { top, left, right: left + width, bottom: top + height };
}

/** What an element stands in, through slots and shadow roots. */
export function parentOf(from: Element): Element | null {
  const root = from.getRootNode();
  return from.assignedSlot ?? from.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** What scrolls around an element, the nearest first: through shadow roots, the page's window last. */
export function scrollersOf(inner: Element): Element[] {
  const found = [];
  for (let at: Element | null = inner; at; at = parentOf(at))
    if (at === document.scrollingElement || /auto|scroll|overlay/.test(getComputedStyle(at).overflowY)) found.push(at);
  return found;
}

/** From where to where a scroller shows what is in it, on the screen. */
export const frameOf = (scroller: Element): Pick<Area, 'top' | 'bottom'> =>
  scroller === document.scrollingElement ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect();

/** At once, also where the page scrolls smoothly. Returns whether there was anything to scroll. */
export function scroll(scroller: Element, by: number): boolean {
  const before = scroller.scrollTop;
  scroller.scrollTo({ top: before + by, behavior: 'instant' });
  return scroller.scrollTop !== before;
}
