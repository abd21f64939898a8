/** Every code of an issue; the docs say when each is used. */
export type IssueCode =
  | 'not-an-object'
  | 'unknown-msgtype'
  | 'missing-body'
  | 'wrong-type'
  | 'required'
  | 'too-short'
  | 'too-long'
  | 'too-many-items'
  | 'empty-menu'
  | 'unknown-item-type'
  | 'missing-item-body'
  | 'server-only-key'
  | 'url-scheme'
  | 'page-suffix'
  | 'duplicate-id'
  | 'price-format'
  | 'price-suspect'
  | 'http-image'
  | 'extra-body'
  | 'unknown-key'
  | 'enter-chat-ignored'
  | 'variable-missing'
  | 'price-hidden'
  | 'not-on-sale'
  | 'no-stock'
  | 'not-portable';

/** Where in a message: `['msgmenu', 'list', 2, 'view', 'url']`. */
export type Path = readonly (string | number)[];

/** One thing that is wrong with a message (`error`) or probably is (`warning`). */
export interface Issue {
  code: IssueCode;
  severity: 'error' | 'warning';
  path: (string | number)[];
  /** The limit that was missed: bytes, or items. */
  limit?: number;
  /** What there is: bytes, or items. */
  actual?: number;
}

/** Codes that never stop a send. `url-scheme` and `empty-menu` say their own severity. */
const WARNINGS: ReadonlySet<IssueCode> = new Set([
  'page-suffix',
  'duplicate-id',
  'price-suspect',
  'http-image',
  'extra-body',
  'unknown-key',
  'enter-chat-ignored',
  'price-hidden',
  'not-on-sale',
  'no-stock',
  'not-portable',
]);

/** An issue with the severity that its code has, unless `facts` say another. */
export const issue = (code: IssueCode, path: Path, facts?: Partial<Issue>): Issue => ({
  code,
  severity: WARNINGS.has(code) ? 'warning' : 'error',
  path: [...path],
  ...facts,
});
