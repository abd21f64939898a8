import { matches, termsOf, type Entry } from './catalog.js';

/** Heights in CSS pixels, as the styles have them. */
export const ROW = 88;
export const HEAD = 32;

/** How many of the recent ones stand on top. */
const MAX_RECENT = 5;
/** Rows beyond what is seen, at either end. */
const OVERSCAN = 3;

export type Section = 'recent' | 'all' | 'found';

/** A product at its place: a recent one has two. */
export interface Row {
  readonly key: string;
  readonly entry: Entry;
}

/** What is listed, from top to bottom. */
export interface Plan {
  readonly rows: readonly Row[];
  /** Where each section begins; none is empty. */
  readonly sections: readonly { readonly name: Section; readonly start: number }[];
  /** How many products are listed: a row may show one a second time. */
  readonly total: number;
  /** How many fit but can't be sent. */
  readonly incomplete: number;
}

export interface Wanted {
  entries: readonly Entry[];
  query: string;
  /** The ids of the recent ones, newest first. */
  recent: readonly string[];
  /** Those of the recent ones that have left their old place; a new one stays there too, so that nothing jumps under a hand. */
  moved: ReadonlySet<string>;
  /** List those too that can't be sent. */
  showAll: boolean;
}

const keyed = (section: Section, entries: readonly Entry[]): Row[] => {
  const seen = new Map<string, number>();
  return entries.map(entry => {
    const count = seen.get(entry.id) || 0;
    seen.set(entry.id, count + 1);
    return { key: `${section} ${entry.id} ${count}`, entry };
  });
};

/** What is to be listed. */
export function planOf({ entries, query, recent, moved, showAll }: Wanted): Plan {
  const terms = termsOf(query);
  const found = terms.length ? entries.filter(entry => matches(entry, terms)) : entries;
  const sendable = found.filter(({ errors }) => !errors.length);
  const onTop: Entry[] = [];
  if (!terms.length)
    for (const id of recent) {
      const entry = onTop.length < MAX_RECENT && sendable.find(candidate => candidate.id === id);
      if (entry) onTop.push(entry);
    }
  const listed = showAll ? found : sendable;
  const groups: [Section, readonly Entry[]][] = [
    ['recent', onTop],
    [terms.length ? 'found' : 'all', listed.filter(entry => !moved.has(entry.id) || !onTop.includes(entry))],
  ];
  const rows: Row[] = [];
  const sections: Plan['sections'][number][] = [];
  for (const [name, group] of groups) {
    if (group.length) sections.push({ name, start: rows.length });
    rows.push(...keyed(name, group));
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
export const heightOf = (plan: Plan, open: Open): number => topOf(plan, plan.rows.length, open);

/** From which row to which (without it) rows are needed to fill the window. Heads and the open strip only push rows down. */
export function rangeOf(plan: Plan, open: Open, scrollTop: number, height: number): { from: number; to: number } {
  const pushed = plan.sections.length * HEAD + (open.at >= 0 ? open.height : 0);
  const from = Math.floor((scrollTop - pushed) / ROW) - OVERSCAN;
  const to = Math.ceil((scrollTop + height) / ROW) + OVERSCAN;
  return { from: Math.max(0, from), to: Math.min(plan.rows.length, to) };
}

/** How far a key moves the focus, in rows; null for keys that do not. */
export function stepOf(key: string, page: number): number | null {
  const steps = new Map<string, number>([
    ['ArrowDown', 1],
    ['ArrowUp', -1],
    ['PageDown', page],
    ['PageUp', -page],
    ['Home', -Infinity],
    ['End', Infinity],
  ]);
  const step = steps.get(key);
  return step === undefined ? null : step;
}
