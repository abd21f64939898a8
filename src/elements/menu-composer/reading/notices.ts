import { issue, type Issue, type Path } from '../../../core/issue.js';
import { isAddress } from './address.js';
import { hasBlanks, trimBlanks } from './field-text.js';
import { hasHtmlSuffix } from './page-path.js';

/**
 * A warning about a field that `validate` has no code for: its codes are fixed, and each of these texts is within the platform's
 * limits. A notice is an issue like any other (its `code` is the nearest one of the table, always as a warning); `reason` is what
 * words should be made of.
 * - `no-host`: `https://` alone, `https:/x`, `https://?a`: has the scheme, but no browser finds a host behind it.
 * - `blanks`: blanks in an address or an AppID, at its ends, too, where nobody sees them; an id of blanks alone.
 * - `original-id`: `gh_…` is the 原始 ID of a mini program; what is asked for is its AppID, which begins with `wx`.
 */
export interface Notice extends Issue {
  reason: 'no-host' | 'blanks' | 'original-id';
}

type Reason = Notice['reason'];

export const isOriginalId = (appid: string): boolean => /^gh_/i.test(trimBlanks(appid));

interface Finding {
  readonly code: Issue['code'];
  readonly reasonOf: (text: string) => Reason | null;
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
export function issuesAt(field: string, text: string, path: Path, found: readonly Issue[]): (Issue | Notice)[] {
  const issues = found.filter(({ code }) => code !== 'page-suffix' || !hasHtmlSuffix(text));
  const { code, reasonOf } = FINDINGS.get(field) ?? {};
  const reason = text && !issues.length && reasonOf?.(text);
  return code && reason ? [{ ...issue(code, path, { severity: 'warning' }), reason }] : issues;
}
