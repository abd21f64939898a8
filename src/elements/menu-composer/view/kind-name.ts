import type { MenuItem } from '../../../core/message.js';
import type { Words } from '../../../locales/words.js';
import { DETAILS } from '../state/draft.js';

/** What users call a kind of item. What a page gave may have a type that is not known, or none. */
export function kindName({ type }: MenuItem, words: Words): string {
  const given: unknown = type;
  if (DETAILS.has(type)) return words[type];
  return typeof given === 'string' && given ? given : words.unknownKind;
}
