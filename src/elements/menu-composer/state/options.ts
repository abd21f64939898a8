import type { MenuItemKind } from '../../../core/message.js';
import { MAX_ITEMS } from '../../../core/spec.js';
import { KINDS } from './draft.js';

/** The kinds that there are, each once, in the page's order; all where it names none of these. */
export function knownKinds(kinds: unknown): readonly MenuItemKind[] {
  const named: readonly unknown[] = Array.isArray(kinds) ? kinds : [];
  const known = KINDS.filter(kind => named.includes(kind)).sort((a, b) => named.indexOf(a) - named.indexOf(b));
  return known.length ? known : KINDS;
}

/** How many items are allowed, by the rule of `validate`: what is no whole number from 1 on is the default. */
export const knownLimit = (limit: number): number => (Number.isInteger(limit) && limit > 0 ? limit : MAX_ITEMS);
