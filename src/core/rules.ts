import type { Issue, IssueCode } from './issue.js';
import { isFen } from './price.js';
import type { Rule } from './spec.js';

/** The JSON Schema has them, too. */
export const SCRIPT_LIKE = /^(javascript|data|vbscript|file|blob):/;
export const HTTP = /^https?:/i;

/** As a browser reads it: blanks and control characters in a scheme do not count. */
const compact = (url: string): string => url.replace(/(?:\p{C}|\p{Z})/gu, '').toLowerCase();

/** Prices above ten million yuan are not sold in a shop. Source: 获取商品, `sale_price`. */
const HIGHEST_FEN = 1_000_000_000;

/** The page's path: what stands before `?`. */
const pagePath = (page: string): string => {
  const end = page.indexOf('?');
  return end < 0 ? page : page.slice(0, end);
};

/** `page` with `.html` behind its path, which ends before `?` and `#`; without a path there is nothing to mend. */
export const withHtmlSuffix = (page: string): string =>
  page.replace(/^([^?#]*[^?#/])\/?(?=[?#]|$)/, (whole, path: string) =>
    path.endsWith('.html') ? whole : `${path}.html`,
  );

/** `page` as the server API has it. */
export const withoutHtmlSuffix = (page: string): string => page.replace(/^([^?]*)\.html(?=\?|$)/, '$1');

/** What a rule found, with the severity where the code has two. */
export type Finding = readonly [code: IssueCode, facts?: Pick<Issue, 'severity'>] | undefined;

/** A rule for one text. `ids` are those of the items before this one. */
export type TextRule = (text: string, ids: Set<string>) => Finding;

export const RULES: Partial<Record<Rule, TextRule>> = {
  link(url) {
    if (HTTP.test(url)) return undefined;
    return ['url-scheme', { severity: SCRIPT_LIKE.test(compact(url)) ? 'error' : 'warning' }];
  },

  image(url) {
    if (!HTTP.test(url)) return ['url-scheme'];
    return /^http:/i.test(url) ? ['http-image'] : undefined;
  },

  page: page => (pagePath(page).endsWith('.html') ? undefined : ['page-suffix']),

  price(fen) {
    if (!isFen(fen)) return ['price-format'];
    return Number(fen) === 0 || Number(fen) > HIGHEST_FEN ? ['price-suspect'] : undefined;
  },

  id(id, ids) {
    if (ids.has(id)) return ['duplicate-id'];
    ids.add(id);
    return undefined;
  },
};

/** The rule `menu`: a menu has items, or at least a text. */
export function emptyMenu({ head_content, list = [], tail_content }: Readonly<Record<string, unknown>>): Finding {
  if (!Array.isArray(list) || list.length) return undefined;
  const hasText = [head_content, tail_content].some(text => text && typeof text === 'string');
  return ['empty-menu', { severity: hasText ? 'warning' : 'error' }];
}
