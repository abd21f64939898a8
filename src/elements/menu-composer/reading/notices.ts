import { issue, type Issue, type Path } from '../../../core/issue.js';
import { isAddress } from './address.js';
import { hasBlanks, trimBlanks } from './field-text.js';
import { hasHtmlSuffix } from './page-path.js';
import type { WhyNot } from './unreadable.js';

/**
 * An issue about which more is known than its code says, and that has words of its own by its `reason`. In a field it is a warning
 * that `validate` has no code for: its codes are fixed, and each of these texts is within the platform's limits; its `code` is then
 * the nearest one of the table.
 * - `no-host`: `https://` alone, `https:/x`, `https://?a`: has the scheme, but no browser finds a host behind it.
 * - `blanks`: blanks in an address or an AppID, at its ends, too, where nobody sees them; an id of blanks alone.
 * - `original-id`: `gh_…` is the 原始 ID of a mini program; what is asked for is its AppID, which begins with `wx`.
 * - a `WhyNot`: why what was given could not be read (`not-an-object`).
 */
export interface Notice extends Issue {
  reason: FieldReason | WhyNot;
}

type FieldReason = 'no-host' | 'blanks' | 'original-id';

/** What a person is told: an issue, or one about which more is known. */
export type Problem = Issue | Notice;

export const isOriginalId = (appid: string): boolean => /^gh_/i.test(trimBlanks(appid));

interface Finding {
  readonly code: Issue['code'];
  readonly reasonOf: (text: string) => FieldReason | null;
}

const FINDINGS: ReadonlyMap<string, Finding> = new Map<string, Finding>([
  [
    'url',
    {
      code: 'url-scheme',
      reasonOf: text => (hasBlanks(text) ? 'blanks' : /^https?:/i.test(text) && !isAddress(text) ? 'no-host' : null),
    },
  ],
  [
    'appid',
    { code: 'wrong-type', reasonOf: text => (isOriginalId(text) ? 'original-id' : hasBlanks(text) ? 'blanks' : null) },
  ],
  ['id', { code: 'too-short', reasonOf: text => (trimBlanks(text) ? null : 'blanks') }],
]);

/**
 * The issues of one field as a person should see them: those that `validate` found there, less one that is none (`…html#a` has its
 * `.html`), and at most one notice where it found nothing.
 * @param field The field's own name: `url`, `page`, `appid`, `id` …
 * @param text What the customer would get: with variables filled in.
 * @param found The issues of `validate` whose path is this field's.
 */
export function issuesAt(field: string, text: string, path: Path, found: readonly Issue[]): Problem[] {
  const issues = found.filter(({ code }) => code !== 'page-suffix' || !hasHtmlSuffix(text));
  const { code, reasonOf } = FINDINGS.get(field) ?? {};
  const reason = text && !issues.length && reasonOf?.(text);
  return code && reason ? [{ ...issue(code, path, { severity: 'warning' }), reason }] : issues;
}
