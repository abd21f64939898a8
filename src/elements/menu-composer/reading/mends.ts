import { cutToBytes, graphemes } from '../../../core/bytes.js';
import type { Issue } from '../../../core/issue.js';
import { cutFilled, type Values } from '../../../core/variables.js';
import { readAddress } from './address.js';
import { hasBlanks, trimBlanks } from './field-text.js';
import { isOriginalId } from './notices.js';
import { mendPage } from './page-path.js';

/**
 * How a field's text can be put right.
 * - `scheme`: only `https://` is put in front. `suffix`: only `.html` is put in. `trim`: only blanks at its ends go.
 * - `cut`: characters at its end go; `count` says how many, as a person counts. Say no other number beside it.
 * - `replace`: anything else; say the new text.
 */
export interface Mend {
  kind: 'scheme' | 'suffix' | 'trim' | 'cut' | 'replace';
  text: string;
  count?: number;
}

/** What a mend has to know of the menu around the field. */
export interface MendContext {
  /** All ids of the menu. */
  ids?: readonly string[];
  /** The variables' values, where the text's length is counted with them. */
  values?: Values | undefined;
}

/** The id after the highest one that is a number; 1 where there is none. */
export function nextFreeId(ids: readonly string[]): string {
  const numbers = ids.filter(id => /^\d{1,15}$/.test(id)).map(Number);
  let next = numbers.reduce((highest, id) => Math.max(highest, id), 0) + 1;
  while (ids.includes(String(next))) next++;
  return String(next);
}

/** What a customer reads; the rest are addresses and ids: half of one is not a shorter one, but another. */
export const isProse = (field: string): boolean => ['head_content', 'content', 'tail_content'].includes(field);

function cut(text: string, limit: number, field: string, values: Values | undefined): Mend | null {
  const kept = values ? cutFilled(text, limit, values, field) : cutToBytes(text, limit);
  if (!kept || kept === text) return null;
  return { kind: 'cut', text: kept, count: graphemes(text.slice(kept.length)).length };
}

/** Null where there is nothing to mend. */
function replaced(before: string, after: string | null): Mend | null {
  if (after === null || after === before) return null;
  if (after === trimBlanks(before)) return { kind: 'trim', text: after };
  if (after === `https://${before}`) return { kind: 'scheme', text: after };
  const isSuffix = after.replace('.html', '') === before;
  return { kind: isSuffix ? 'suffix' : 'replace', text: after };
}

/**
 * The mend of an issue at a field, or null where none is certainly right. The mended text is valid without this issue, and has no
 * further mend for it.
 * @param field The field's own name: `url`, `page`, `id` …
 * @param value What stands in it as it was written, with variables.
 */
export function mendOf(
  { code, severity, limit = 0 }: Pick<Issue, 'code' | 'severity' | 'limit'>,
  field: string,
  value: string,
  { ids = [], values }: MendContext = {},
): Mend | null {
  switch (code) {
    case 'too-long':
      return isProse(field) ? cut(value, limit, field, values) : null;
    case 'url-scheme':
      return severity === 'error' || field !== 'url' ? null : replaced(value, readAddress(value).meant);
    case 'page-suffix':
      return replaced(value, mendPage(value));
    case 'duplicate-id':
      return { kind: 'replace', text: nextFreeId(ids) };
    case 'too-short':
      return field === 'id' ? { kind: 'replace', text: nextFreeId(ids) } : null;
    case 'wrong-type': {
      const appid = trimBlanks(value);
      return field === 'appid' && !hasBlanks(appid) && !isOriginalId(appid) ? replaced(value, appid) : null;
    }
    default:
      return null;
  }
}
