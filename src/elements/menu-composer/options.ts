import type { MenuItemKind } from '../../core/message.js';
import { MAX_ITEMS } from '../../core/spec.js';
import { DETAILS } from './menu-draft.js';

/** The kinds that there are, each once, in the page's order; all where it names none of these. */
export function knownKinds(kinds: unknown): readonly MenuItemKind[] {
  const known = new Set<MenuItemKind>(Array.isArray(kinds) ? kinds : []);
  for (const kind of known) if (!DETAILS.has(kind)) known.delete(kind);
  return [...(known.size ? known : DETAILS.keys())];
}

/** How many items are allowed, by the rule of `validate`: what is no whole number from 1 on is the default. */
export const knownLimit = (limit: unknown): number =>
  Number.isInteger(limit) && Number(limit) > 0 ? Number(limit) : MAX_ITEMS;
