import type { ChatMessage } from '../../core/message.js';
import { contentOf, productIdIn, subjectOf } from '../../events/content.js';
import { catalogOf, matches, termsOf, type Entry } from './catalog.js';

/** Heights in CSS pixels, as the styles have them where the text is as large as drawn. */
export const ROW = 88;
export const HEAD = 32;
/** From a row's top to the middle of its mark. */
export const MARK = 65;

/** How many of the recent ones stand on top. */
const MAX_RECENT = 5;
/** Rows beyond what is seen, at either end. */
const OVERSCAN = 3;

type Section = 'recent' | 'all' | 'others' | 'found';

/** A product at its place. */
export interface Row {
  readonly key: string;
  readonly entry: Entry;
}

/** Where a section begins, and how many it has. */
export interface SectionPlace {
  readonly name: Section;
  readonly start: number;
  readonly size: number;
}

/** What is listed, from top to bottom. */
interface Plan {
  readonly rows: readonly Row[];
  /** None is empty. */
  readonly sections: readonly SectionPlace[];
  /** How many products are listed. */
  readonly total: number;
  /** How many fit but can't be sent. */
  readonly incomplete: number;
}

interface Wanted {
  entries: readonly Entry[];
  query: string;
  /** The ids of the recent ones, newest first. */
  recent: readonly string[];
  /** List those too that can't be sent. */
  showAll: boolean;
}

const keyed = (group: 'recent' | 'all', entries: readonly Entry[]): Row[] => {
  const seen = new Map<string, number>();
  return entries.map(entry => {
    const count = seen.get(entry.id) || 0;
    seen.set(entry.id, count + 1);
    return { key: `${group} ${entry.id} ${count}`, entry };
  });
};

/** Of these the ones that were sent of late, newest first. */
function latest(recent: readonly string[], entries: readonly Entry[]): Entry[] {
  const found: Entry[] = [];
  for (const id of recent) {
    const entry = entries.find(candidate => candidate.id === id);
    if (entry && found.push(entry) === MAX_RECENT) break;
  }
  return found;
}

/** What is to be listed. */
function planOf({ entries, query, recent, showAll }: Wanted): Plan {
  const terms = termsOf(query);
  const found = terms.length ? entries.filter(entry => matches(entry, terms)) : entries;
  const sendable = found.filter(({ errors }) => !errors.length);
  const onTop = terms.length ? [] : latest(recent, sendable);
  const listed = showAll ? found : sendable;
  const groups: [Section, readonly Entry[]][] = [
    ['recent', onTop],
    [terms.length ? 'found' : onTop.length ? 'others' : 'all', listed.filter(entry => !onTop.includes(entry))],
  ];
  const rows: Row[] = [];
  const sections: SectionPlace[] = [];
  for (const [name, group] of groups) {
    if (group.length) sections.push({ name, start: rows.length, size: group.length });
    rows.push(...keyed(name === 'recent' ? name : 'all', group)); // the same row, whatever is above it
  }
  return { rows, sections, total: listed.length, incomplete: found.length - sendable.length };
}

/** What stands open below a row: `at` is -1 for nothing. */
export interface Open {
  at: number;
  height: number;
}

/** The top of a row; beyond the last one it is the height of all. */
export const topOf = ({ sections }: Plan, index: number, open: Open): number =>
  index * ROW +
  sections.filter(({ start }) => start <= index).length * HEAD +
  (open.at >= 0 && open.at < index ? open.height : 0);

/** The height of all rows. */
const heightOf = (plan: Plan, open: Open): number => topOf(plan, plan.rows.length, open);

/** From which row to which (without it) rows are needed to fill the window. Heads and the open strip only push rows down. */
export function rangeOf(plan: Plan, open: Open, scrollTop: number, height: number): { from: number; to: number } {
  const pushed = plan.sections.length * HEAD + (open.at >= 0 ? open.height : 0);
  const from = Math.floor((scrollTop - pushed) / ROW) - OVERSCAN;
  const to = Math.ceil((scrollTop + height) / ROW) + OVERSCAN;
  return { from: Math.max(0, from), to: Math.min(plan.rows.length, to) };
}

const textOf = (row: Row | undefined): string => (row ? contentOf(row.entry.message) : '');

const NOTHING: Plan = { rows: [], sections: [], total: 0, incomplete: 0 };

/** What is listed, which row has the focus' place, and which one is asked about. Knows no DOM. */
export class ListModel {
  query = '';
  /** List those too that can't be sent. */
  showAll = false;
  plan: Plan = NOTHING;
  entries: readonly Entry[] = [];
  /** Pixels of what is open below the asked row. */
  stripHeight = 0;
  /** Keys of rows: the active one, and the one that is asked about. */
  private active = '';
  private asked = '';
  /** What the question is about, as text to compare. */
  private askedFor = '';
  /** The ids of the recent ones: what was sent when it was listed anew. */
  private recent: readonly string[] = [];
  private places = new Map<string, number>();

  /** Takes what the page gave. Returns whether these are others: not what was there with more, or with other prices. */
  read(products: unknown): boolean {
    const before = this.entries[0];
    this.entries = catalogOf(products);
    return !before || before.id !== this.entries[0]?.id;
  }

  /**
   * Lists it. With `anew`, what was sent comes to stand on top; else it stays where the user sees it, and only what was not sent after
   * all leaves the top. The active row stays the same, else the same place.
   */
  list(sent: readonly string[], anew: boolean): void {
    const before = this.at;
    this.recent = anew ? sent : this.recent.filter(id => sent.includes(id));
    const { query, showAll, entries, recent } = this;
    this.plan = planOf({ entries, query, recent, showAll });
    this.places = new Map(this.plan.rows.map(({ key }, index) => [key, index]));
    // A question is about the product as it was then.
    if (textOf(this.plan.rows[this.placeOf(this.asked)]) !== this.askedFor) this.close();
    if (!this.places.has(this.active)) this.activate(Math.max(0, Math.min(before, this.plan.rows.length - 1)));
  }

  /** Searches; the first one found becomes the active row. */
  search(query: string): void {
    this.query = query;
    this.active = '';
    this.close();
  }

  /** The place of the active row; -1 where there is none. */
  get at(): number {
    return this.placeOf(this.active);
  }

  get row(): Row | undefined {
    return this.plan.rows[this.at];
  }

  /** The row that is asked about, else the one that would be. */
  get questioned(): Row | undefined {
    return this.plan.rows[this.open.at] ?? this.row;
  }

  /** What stands open, and below which row. */
  get open(): Open {
    return { at: this.placeOf(this.asked), height: this.stripHeight };
  }

  placeOf(key: string): number {
    return this.places.get(key) ?? -1;
  }

  /** Where it is listed; -1 where a search has not found it. */
  placeOfEntry(entry: Entry | undefined): number {
    return this.plan.rows.findIndex(row => row.entry === entry);
  }

  /** The product of this message as it is now, if it can be sent: at whatever price, but of the same shop. */
  sendable(asked: ChatMessage): Entry | undefined {
    const [productId, subject] = [productIdIn(asked), subjectOf(asked)];
    return this.entries.find(
      ({ id, errors, message }) => id === productId && !errors.length && subjectOf(message) === subject,
    );
  }

  /** Makes the row at this place the active one. */
  activate(place: number): void {
    this.active = this.plan.rows[place]?.key ?? '';
  }

  /** Opens the question below the active row. */
  ask(): void {
    this.asked = this.active;
    this.askedFor = textOf(this.row);
  }

  close(): void {
    this.asked = this.askedFor = '';
  }

  top(place: number): number {
    return topOf(this.plan, place, this.open);
  }

  get height(): number {
    return heightOf(this.plan, this.open);
  }
}
