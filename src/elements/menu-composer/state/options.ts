import type { MenuItemKind } from '../../../core/message.js';
import { MAX_ITEMS } from '../../../core/spec.js';
import { KINDS } from './draft.js';

/** Where the preview stands. `auto` goes by the element's own width. */
export type PreviewPlace = 'auto' | 'side' | 'below' | 'none' | 'only';

const PLACES: readonly PreviewPlace[] = ['side', 'below', 'none', 'only'];

function listOf(given: unknown): readonly unknown[] {
  try {
    return Array.isArray(given) ? Array.from(given) : [];
  } catch {
    return []; // a revoked proxy
  }
}

/** The kinds that there are, each once, in the page's order; all where it names none of these. */
export function knownKinds(kinds: unknown): readonly MenuItemKind[] {
  const named = listOf(kinds);
  const known = KINDS.filter(kind => named.includes(kind)).sort((a, b) => named.indexOf(a) - named.indexOf(b));
  return known.length ? known : KINDS;
}

/** How many items are allowed, by the rule of `validate`: what is no whole number from 1 on is the default. */
export const knownLimit = (limit: number): number => (Number.isInteger(limit) && limit > 0 ? limit : MAX_ITEMS);

/** Where the page wants the preview: `auto` where it names no such place. */
export const knownPlace = (place: unknown): PreviewPlace => PLACES.find(known => known === place) ?? 'auto';

/** Where it stands now. */
export function previewPlace(composer: { preview: PreviewPlace; isWide: boolean }): Exclude<PreviewPlace, 'auto'> {
  if (composer.preview !== 'auto') return composer.preview;
  return composer.isWide ? 'side' : 'below';
}

/** A text, or a number as one; '' where the page gives anything else. */
export const knownText = (given: unknown): string =>
  typeof given === 'string' || typeof given === 'number' ? String(given) : '';
