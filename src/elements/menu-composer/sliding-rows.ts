/** Pixels that a row is above the others while it is dragged. */
const LIFT = 6;

const shift = (item: HTMLElement, by: number): void => {
  item.style.transform = by ? `translateY(${by}px)` : '';
};

const topOf = (item: Element): number => item.getBoundingClientRect().top;

/** The rows while one of them is dragged: it goes along with the pointer, the others make room. Only the look changes. */
export class SlidingRows {
  /** Where the row would be if it were dropped now. */
  to: number;
  private readonly items: readonly HTMLElement[];
  /** Where they end in the list, whatever moves on the screen; before the first of them stands 0. */
  private readonly ends: readonly number[];
  private readonly grabbed: number;

  /** The pointer took hold of the row at `from`, at `y` on the screen. */
  constructor(
    readonly list: HTMLElement,
    readonly from: number,
    y: number,
  ) {
    this.to = from;
    this.items = Array.from(list.querySelectorAll('li'));
    this.ends = [0, ...this.items.map(({ offsetTop, offsetHeight }) => offsetTop + offsetHeight - list.offsetTop)];
    this.grabbed = y - topOf(list);
    this.mark(true);
  }

  /** The pointer is at `y`, or the list has been scrolled under it. */
  follow(y: number): void {
    const { items, ends, from, list, grabbed } = this;
    const [top = 0, bottom = 0] = ends.slice(from);
    const last = ends[items.length] || 0;
    const by = Math.max(-top, Math.min(last - bottom, y - topOf(list) - grabbed));
    this.to = from;
    items.forEach((item, at) => {
      const [start = 0, end = 0] = ends.slice(at);
      const middle = (start + end) / 2;
      const way = at > from && bottom + by > middle ? 1 : at < from && top + by < middle ? -1 : 0;
      this.to += way;
      shift(item, at === from ? by - LIFT : way * (top - bottom));
    });
  }

  /**
   * The end, with the row so many places further. Returns what lets the rows glide from where they are now, once they are rendered
   * in their new places.
   */
  settle(by: number): () => void {
    const { items, from } = this;
    const seen = items.map(topOf);
    seen.splice(from + by, 0, ...seen.splice(from, 1));
    this.mark(false);
    for (const item of items) {
      item.style.transition = 'none';
      shift(item, 0);
    }
    return () => {
      const moves = items.map((item, at) => (seen[at] ?? 0) - topOf(item));
      items.forEach((item, at) => shift(item, moves[at] ?? 0));
      items.forEach(topOf); // the browser takes note of where the glide begins
      for (const item of items) {
        item.style.transition = '';
        shift(item, 0);
      }
    };
  }

  private mark(on: boolean): void {
    this.list.classList.toggle('sorting', on);
    this.items[this.from]?.classList.toggle('lifted', on);
  }
}
