import { maskVariables, trimBlanks, withoutEnd } from './field-text.js';

const ASCII: ReadonlyMap<string, string> = new Map([
  ['？', '?'],
  ['＃', '#'],
]);

/** A page's path, and the rest of it from the first `?` or `#` on. A full-width sign that has to be the first one is one. */
function split(page: string): { path: string; rest: string } {
  const at = maskVariables(page).search(/[?#？＃]/);
  if (at < 0) return { path: page, rest: '' };
  const sign = page.charAt(at);
  return { path: page.slice(0, at), rest: (ASCII.get(sign) ?? sign) + page.slice(at + 1) };
}

/** Whether the path of this page ends in `.html`: what stands before `?` and `#`. */
export const hasHtmlSuffix = (page: string): boolean => /^[^?#？＃]*\.html(?:[?#]|$)/.test(maskVariables(page));

/**
 * The page as WeChat finds it: `.html` behind its path, no blanks around, no full-width `？` before the parameters. Null where that
 * can't be known: no path, an address of the web, blanks inside, a variable at the path's end.
 */
export function mendPage(page: string): string | null {
  const { path, rest } = split(trimBlanks(page));
  const bare = withoutEnd(path, /\//).replace(/[.．。](?:html?|wxml)$/i, '');
  const isPath = /^[^\s:]*[^\s:/.]$/.test(maskVariables(bare)) && !bare.startsWith('//');
  const isOpen = bare.endsWith('}}') && !path.endsWith('.html');
  return isPath && !isOpen ? `${bare}.html${rest}` : null;
}

/**
 * What keeps a page from being found beside a missing `.html`: `blanks` around it, or an `end` that is none to WeChat: `.HTML`,
 * `.html/`, `.html？id=1`. Null where `.html` is just not there.
 */
export function pageFault(page: string): 'blanks' | 'end' | null {
  if (hasHtmlSuffix(trimBlanks(page))) return 'blanks';
  return /[.．。]html/i.test(split(page).path) ? 'end' : null;
}
