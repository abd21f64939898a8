import type { Issue, IssueCode } from './issue.js';
import { isFen } from './price.js';
import type { Field } from './spec.js';

/** What a rule found: a code, and the severity where the code alone does not say it. */
export interface Finding {
  code: IssueCode;
  severity?: Issue['severity'];
}

const SCRIPT_LIKE = /^(javascript|data|vbscript|file|blob):/;
const HTTP = /^https?:/i;

/** As a browser reads it: blanks and control characters in a scheme do not count. */
const compact = (url: string): string => url.replace(/(?:\s|\p{C})/gu, '').toLowerCase();

/** Prices above ten million yuan are not sold in a shop. Source: 获取商品, `sale_price`. */
const HIGHEST_FEN = '1000000000';

const suspicious = (fen: string): boolean => {
  const digits = fen.replace(/^0+/, '');
  const { length } = HIGHEST_FEN;
  return digits === '' || digits.length > length || (digits.length === length && digits > HIGHEST_FEN);
};

/** The page's path: what stands before `?`. */
const pagePath = (page: string): string => page.split('?', 1)[0] as string;

/** `page` with `.html` behind its path, where the platform wants it. */
export const withHtmlSuffix = (page: string): string => {
  const path = pagePath(page);
  return path.endsWith('.html') ? page : `${path}.html${page.slice(path.length)}`;
};

/** What the table's columns can't say. `seen` is shared by one field of all items of a list. */
export const RULES: Record<NonNullable<Field['rule']>, (value: never, seen: Set<string>) => Finding | undefined> = {
  /** It must name a body: validation knows which. */
  kind: () => undefined,

  link(url: string) {
    if (SCRIPT_LIKE.test(compact(url))) return { code: 'url-scheme' };
    return HTTP.test(url) ? undefined : { code: 'url-scheme', severity: 'warning' };
  },

  image(url: string) {
    if (!HTTP.test(url)) return { code: 'url-scheme' };
    return /^http:/i.test(url) ? { code: 'http-image' } : undefined;
  },

  page(page: string) {
    return pagePath(page).endsWith('.html') ? undefined : { code: 'page-suffix' };
  },

  price(fen: string) {
    if (!isFen(fen)) return { code: 'price-format' };
    return suspicious(fen) ? { code: 'price-suspect' } : undefined;
  },

  id(id: string, seen) {
    if (seen.has(id)) return { code: 'duplicate-id' };
    seen.add(id);
    return undefined;
  },

  menu({ head_content, list = [], tail_content }: Record<string, unknown>) {
    if (!Array.isArray(list) || list.length > 0) return undefined;
    return { code: 'empty-menu', severity: head_content || tail_content ? 'warning' : 'error' };
  },
};
