import type { Issue, IssueCode } from './issue.js';
import { isFen } from './price.js';
import type { Field } from './spec.js';

/** The JSON Schema has them, too. */
export const SCRIPT_LIKE = /^(javascript|data|vbscript|file|blob):/;
export const HTTP = /^https?:/i;

/** As a browser reads it: blanks and control characters in a scheme do not count. */
const compact = (url: string): string => url.replace(/(?:\p{C}|\p{Z})/gu, '').toLowerCase();

/** Prices above ten million yuan are not sold in a shop. Source: 获取商品, `sale_price`. */
const HIGHEST_FEN = 1_000_000_000;

/** The page's path: what stands before `?`. */
const pagePath = (page: string): string => page.split('?', 1)[0] as string;

/** `page` with `.html` behind its path, where the platform wants it. */
export const withHtmlSuffix = (page: string): string => {
  const path = pagePath(page);
  return path.endsWith('.html') ? page : `${path}.html${page.slice(path.length)}`;
};

/** `page` as the server API has it. */
export const withoutHtmlSuffix = (page: string): string => page.replace(/^([^?]*)\.html(?=\?|$)/, '$1');

/** Says what a rule found, and the severity where the code alone does not say it. */
type Report = (code: IssueCode, severity?: Issue['severity']) => void;

/**
 * What the table's columns can't say. `body` is what the message or item has according to this text, `seen` is shared by one
 * field of all items of a list.
 */
export const RULES: Record<
  NonNullable<Field['rule']>,
  (value: never, report: Report, body: string | undefined, seen: Set<string>) => void
> = {
  msgtype(_, report, body) {
    if (!body) report('unknown-msgtype');
  },

  type(_, report, body) {
    if (!body) report('unknown-item-type');
  },

  link(url: string, report) {
    if (SCRIPT_LIKE.test(compact(url))) report('url-scheme');
    else if (!HTTP.test(url)) report('url-scheme', 'warning');
  },

  image(url: string, report) {
    if (!HTTP.test(url)) report('url-scheme');
    else if (/^http:/i.test(url)) report('http-image');
  },

  page(page: string, report) {
    if (!pagePath(page).endsWith('.html')) report('page-suffix');
  },

  price(fen: string, report) {
    if (!isFen(fen)) report('price-format');
    else if (Number(fen) === 0 || Number(fen) > HIGHEST_FEN) report('price-suspect');
  },

  id(id: string, report, body, seen) {
    if (seen.has(id)) report('duplicate-id');
    seen.add(id);
  },

  menu({ head_content, list = [], tail_content }: Record<string, unknown>, report) {
    const hasText = [head_content, tail_content].some(text => text && typeof text === 'string');
    if (Array.isArray(list) && !list.length) report('empty-menu', hasText ? 'warning' : 'error');
  },
};
