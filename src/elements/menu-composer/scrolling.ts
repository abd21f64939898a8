/** So close to an end, in pixels, the pointer scrolls; at the end itself by so many pixels a frame. */
const EDGE = 48;
const FASTEST = 12;

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

/** At once, also where the page scrolls smoothly. Returns whether there was anything to scroll. */
export function scroll(scroller: Element, by: number): boolean {
  const before = scroller.scrollTop;
  scroller.scrollTo({ top: before + by, behavior: 'instant' });
  return scroller.scrollTop !== before;
}

/** The content goes along with a finger; where the nearest scroller is at its end, the next one takes over. */
export const scrollBy = (scrollers: readonly Element[], by: number): boolean =>
  scrollers.some(scroller => scroll(scroller, -by));

/**
 * Scrolls the way that the pointer went (−1 is up) while it is near an end of what shows, and the list goes on beyond that. The
 * foot lies over the lower end.
 */
export function scrollNearEdge(
  scrollers: readonly Element[],
  list: Element,
  foot: Element,
  y: number,
  way: number,
): void {
  const { top, bottom } = list.getBoundingClientRect();
  scrollers.some(scroller => {
    const page = scroller === document.scrollingElement;
    const box = page ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect();
    const end = Math.min(box.bottom, foot.getBoundingClientRect().top);
    const near = way < 0 ? box.top + EDGE - y : y + EDGE - end;
    const hidden = way < 0 ? box.top - top : bottom - end;
    return near > 0 && hidden > 0 && scroll(scroller, way * Math.min(FASTEST, (near / EDGE) * FASTEST, hidden));
  });
}
