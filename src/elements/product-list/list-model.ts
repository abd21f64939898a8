import { catalogOf, type Entry } from './catalog.js';
import { heightOf, planOf, topOf, type Open, type Plan, type Row } from './plan.js';

const NOTHING: Plan = { rows: [], sections: [], total: 0, incomplete: 0 };

/** What is listed, which row has the focus' place, and which one is asked about. Knows no DOM. */
export class ListModel {
  query = '';
  /** List those too that can't be sent. */
  showAll = false;
  plan: Plan = NOTHING;
  entries: readonly Entry[] = [];
  /** The height of what is open below the asked row. */
  stripHeight = 0;
  private active = '';
  private asked = '';
  private moved: ReadonlySet<string> = new Set();
  private places = new Map<string, number>();

  /** Takes what the page gave. */
  read(products: unknown): void {
    this.entries = catalogOf(products);
  }

  /** Lists it anew; with `settle`, the recent ones leave their old places. The active row stays the same, else the same place. */
  list(recent: readonly string[], settle: boolean): void {
    const before = this.at;
    if (settle) this.moved = new Set(recent);
    const { query, showAll, entries, moved } = this;
    this.plan = planOf({ entries, query, recent, moved, showAll });
    this.places = new Map(this.plan.rows.map(({ key }, index) => [key, index]));
    if (!this.places.has(this.asked)) this.asked = '';
    if (!this.places.has(this.active)) this.go(Math.max(0, Math.min(before, this.plan.rows.length - 1)));
  }

  /** Searches; the first one found becomes the active row. */
  search(query: string): void {
    this.query = query;
    this.asked = this.active = '';
  }

  /** The place of the active row; -1 where there is none. */
  get at(): number {
    return this.placeOf(this.active);
  }

  get row(): Row | undefined {
    return this.plan.rows[this.at];
  }

  /** What stands open, and below which row. */
  get open(): Open {
    return { at: this.placeOf(this.asked), height: this.stripHeight };
  }

  placeOf(key: string): number {
    const place = this.places.get(key);
    return place === undefined ? -1 : place;
  }

  /** Makes the row at this place the active one. */
  go(place: number): void {
    const row = this.plan.rows[place];
    this.active = row ? row.key : '';
  }

  /** Opens the question below the active row. */
  ask(stripHeight: number): void {
    this.asked = this.active;
    this.stripHeight = stripHeight;
  }

  close(): void {
    this.asked = '';
  }

  top(place: number): number {
    return topOf(this.plan, place, this.open);
  }

  get height(): number {
    return heightOf(this.plan, this.open);
  }
}
