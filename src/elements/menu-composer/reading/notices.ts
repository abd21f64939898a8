import { issue, type Issue, type Path } from '../../../core/issue.js';
import { readAddress, type AddressFault } from './address.js';
import { hasBlanks, maskVariables, trimBlanks } from './field-text.js';
import { hasHtmlSuffix, pageFault } from './page-path.js';
import type { WhyNot } from './unreadable.js';

/**
 * An issue about which more is known than its code says, and that has words of its own by its `reason`: those that fit what its
 * mend does. `validate` may have no code for it: its codes are fixed, and each of these texts is within the platform's limits; its
 * `code` is then the nearest one of the table, as a warning.
 * - `blanks`: blanks in an address, a page or an AppID, at its ends, too, where nobody sees them; an id of blanks alone.
 * - `scheme`, `more`, `no-host`: see `AddressFault`. `end`: see `pageFault`.
 * - `open-variable`: `{{` without its `}}`, which the customer would read as it stands; in any text.
 * - `original-id`: `gh_…` is the 原始 ID of a mini program; what is asked for is its AppID, which begins with `wx`.
 * - a `WhyNot`: why what was given could not be read (`not-an-object`).
 */
export interface Notice extends Issue {
  reason: FieldReason | WhyNot;
}

type FieldReason = AddressFault | 'end' | 'original-id' | 'open-variable';

/** What a person is told: an issue, or one about which more is known. */
export type Problem = Issue | Notice;

export const isOriginalId = (appid: string): boolean => /^gh_/i.test(trimBlanks(appid));

interface Finding {
  readonly code: Issue['code'];
  readonly reasonOf: (text: string) => FieldReason | null;
}

const FINDINGS: ReadonlyMap<string, Finding> = new Map<string, Finding>([
  ['url', { code: 'url-scheme', reasonOf: text => readAddress(text).fault }],
  ['page', { code: 'page-suffix', reasonOf: text => (hasHtmlSuffix(text) ? null : pageFault(text)) }],
  [
    'appid',
    { code: 'wrong-type', reasonOf: text => (isOriginalId(text) ? 'original-id' : hasBlanks(text) ? 'blanks' : null) },
  ],
  ['id', { code: 'too-short', reasonOf: text => (trimBlanks(text) ? null : 'blanks') }],
]);

/** What any text may have, beside its own. */
const OPEN_VARIABLE: Finding = {
  code: 'wrong-type',
  reasonOf: text => (/\{\{(?!\}\})/.test(maskVariables(text)) ? 'open-variable' : null),
};

/**
 * The issues of one field as a person should see them: those that `validate` found there, less one that is none (`…html#a` has its
 * `.html`), with the reason where it is known, and at most one notice where it found nothing.
 * @param field The field's own name: `url`, `page`, `appid`, `id` …
 * @param text What the customer would get: with variables filled in.
 * @param found The issues of `validate` whose path is this field's.
 */
export function issuesAt(field: string, text: string, path: Path, found: readonly Issue[]): Problem[] {
  const issues = found.filter(({ code }) => code !== 'page-suffix' || !hasHtmlSuffix(text));
  const own = FINDINGS.get(field);
  const { code, reasonOf } = own && text && own.reasonOf(text) ? own : OPEN_VARIABLE;
  const reason = reasonOf(text);
  if (!reason) return issues;
  if (!issues.length) return [{ ...issue(code, path, { severity: 'warning' }), reason }];
  return issues.map(other => (other.code === code && other.severity === 'warning' ? { ...other, reason } : other));
}
