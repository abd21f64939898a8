import { cutToBytes, graphemes } from '../../../core/bytes.js';
import { issue, type Issue, type IssueCode, type Path } from '../../../core/issue.js';
import { cutFilled, type Values } from '../../../core/variables.js';
import {
  hasBlanks,
  hasHtmlSuffix,
  maskVariables,
  mendPage,
  pageFault,
  readAddress,
  trimBlanks,
  type AddressFault,
} from './address.js';
import type { WhyNot } from './outcome.js';

/**
 * An issue about which more is known than its code says, and that has words of its own by its `reason`: those that fit what its
 * mend does. `validate` may have no code for it: its codes are fixed, and each of these texts is within the platform's limits; its
 * `code` is then the nearest one of the table, as a warning.
 * - `blanks`: blanks in an address, a page or an AppID, at its ends, too, where nobody sees them; an id of blanks alone.
 * - `unseen`: blanks alone in a text: it can be sent, and the customer sees nothing.
 * - `scheme`, `more`, `no-host`, `not-web`: see `AddressFault`. `end`: see `pageFault`.
 * - `open-variable`: `{{` without its `}}`, which the customer would read as it stands; in any text.
 * - `original-id`: `gh_…` is the 原始 ID of a mini program; what is asked for is its AppID, which begins with `wx`.
 * - a `WhyNot`: why what was given could not be read (`not-an-object`).
 */
export interface Notice extends Issue {
  reason: FieldReason | WhyNot;
}

type FieldReason = AddressFault | 'end' | 'original-id' | 'open-variable' | 'unseen';

/** What a person is told: an issue, or one about which more is known. */
export type Problem = Issue | Notice;

/** What a customer reads; the rest are addresses and ids: half of one is not a shorter one, but another. */
export const isProse = (field: string): boolean => ['head_content', 'content', 'tail_content'].includes(field);

const isOriginalId = (appid: string): boolean => /^gh_/i.test(trimBlanks(appid));

interface Finding {
  readonly code: IssueCode;
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

/** What a customer reads may have this. */
const UNSEEN: Finding = { code: 'too-short', reasonOf: text => (trimBlanks(text) ? null : 'unseen') };

/** Whether a text has a `{{` without its `}}`. */
export const hasOpenVariable = (text: string): boolean => /\{\{(?!\}\})/.test(maskVariables(text));

/** What any text may have, beside its own. */
const OPEN_VARIABLE: Finding = {
  code: 'wrong-type',
  reasonOf: text => (hasOpenVariable(text) ? 'open-variable' : null),
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
  const own = isProse(field) ? UNSEEN : FINDINGS.get(field);
  const { code, reasonOf } = own && text && own.reasonOf(text) ? own : OPEN_VARIABLE;
  const reason = reasonOf(text);
  if (!reason) return issues;
  if (!issues.length) return [{ ...issue(code, path, { severity: 'warning' }), reason }];
  return issues.map(other => (other.code === code && other.severity === 'warning' ? { ...other, reason } : other));
}

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
interface MendContext {
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

/** A field with an issue, and what its mend has to know. */
interface FieldIssue extends Required<Pick<Issue, 'severity' | 'limit'>> {
  readonly field: string;
  /** What stands in it as it was written, with variables. */
  readonly value: string;
  readonly ids: readonly string[];
  readonly values: Values | undefined;
}

const withNextId = (ids: readonly string[]): Mend => ({ kind: 'replace', text: nextFreeId(ids) });

function mendedAppid(value: string): string | null {
  const appid = trimBlanks(value);
  return hasBlanks(appid) || isOriginalId(appid) ? null : appid;
}

const MENDS: Readonly<Partial<Record<IssueCode, (issue: FieldIssue) => Mend | null>>> = {
  'too-long': ({ field, value, limit, values }) => (isProse(field) ? cut(value, limit, field, values) : null),
  'url-scheme': ({ field, value, severity }) =>
    field === 'url' && severity === 'warning' ? replaced(value, readAddress(value).meant) : null,
  'page-suffix': ({ value }) => replaced(value, mendPage(value)),
  'duplicate-id': ({ ids }) => withNextId(ids),
  'too-short': ({ field, ids }) => (field === 'id' ? withNextId(ids) : null),
  'wrong-type': ({ field, value }) => (field === 'appid' ? replaced(value, mendedAppid(value)) : null),
};

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
  return MENDS[code]?.({ severity, limit, field, value, ids, values }) ?? null;
}
