/** Its name may have any sign, and its value is not known. */
const VARIABLE = /\{\{[^{}\r\n\u2028\u2029]+\}\}/g;

/** The text with each variable covered by as many letters: what is found in it stands at the same place in the text. */
export const maskVariables = (text: string): string => text.replace(VARIABLE, found => '\uE000'.repeat(found.length));

const BLANK = /[\s\u200B-\u200D\u2060\uFEFF]/;

/** A text without the characters at its end that are to be cut. `replace` with a pattern at the end would try every run of them. */
function withoutEnd(text: string, cut: RegExp): string {
  let end = text.length;
  while (end > 0 && cut.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** A text without the blanks at its ends, zero-width ones included: they come along when something is copied. */
export function trimBlanks(text: string): string {
  let begin = 0;
  while (begin < text.length && BLANK.test(text.charAt(begin))) begin++;
  return withoutEnd(text.slice(begin), BLANK);
}

/** Whether there are blanks in it, but in a variable. */
export const hasBlanks = (text: string): boolean => BLANK.test(maskVariables(text));

/** What a host's name can't have; a port may follow it. */
const WITH_HOST = /^https?:\/\/[^\s/?#:@.：；／][^\s/?#:@：；／]*(?::\d{1,5})?(?:[/?#]|$)/i;
/** `http` or `https`, and anything that people write for `://`. */
const BROKEN_SCHEME = /^(https?)\s*[:：;；]*\s*[/／\\]*\s*/i;
/** Twice, as a mend of an earlier version or a second paste left it. */
const DOUBLED = /^(?:https?:\/\/)+(?=https?[:：;；]?[/／]{2})/i;
/** `tel:`, `weixin://`; a mini program's short link begins with `#`. Before digits, most names are a host's. */
const OTHER_SCHEME = /^(?:#|(?:tel|sms):|(?!https?:)[a-z][a-z\d+.-]*:(?!\d))/i;
/** A host as it is written without a scheme: ASCII alone, because `详情见x.cn` is a sentence. */
const BARE_HOST = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:[a-z]{2,}|xn--[a-z\d-]+)(?::\d{1,5})?(?=[/?#]|$)/i;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?=[/?#]|$)/;
/** Only the scheme's name is missing. */
const BARE_SLASHES = /^[/／]{2}(?=[a-z\d])/i;
const FILE = /^[^/?#]*\.(?:html?|php|jsp|aspx?|m?js|ts|css|json|xml|png|jpe?g|gif|svg|pdf|docx?|xlsx?|pptx?|txt|zip)$/i;
/** Addresses in a sentence: the signs of RFC 3986, and our variables behind their mask. */
const ADDRESSES = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%\uE000]+/gi;
const URL_SIGN = /[\w\-~?#@$&*+=%/]/;
/** An address with Chinese punctuation behind it, and the words or the address after that. `？` may be meant for `?`. */
const WITH_REMARK =
  /^([!-~\uE000：；／]+?)(?:[，。！、；：…（）《》「」【】“”]{1,3}\s?(?:\p{Script=Han}|https?:)|[，。！、；：…）》」】”？]{1,3}$)/iu;
const LETTER = /\p{L}|\p{N}/u; // no class: the builder lowers escapes only outside of one

/** Whether a browser finds a host in it, and nothing has to be trimmed. */
const isAddress = (text: string): boolean => WITH_HOST.test(maskVariables(text)) && !DOUBLED.test(text);

/** The text without such a remark. */
function withoutRemark(text: string): string {
  // Few addresses have more than ASCII, and to compile what looks at Han letters takes a millisecond.
  const [, address] = (/[^!-~]/.test(text) && WITH_REMARK.exec(maskVariables(text))) || [];
  return address === undefined ? text : text.slice(0, address.length);
}

/** A bracket at the end is the sentence's if none was opened in the address; so is a full stop. */
function withoutPunctuation(address: string): string {
  const bare = withoutEnd(address, /[.,;:!?'*]/);
  return /[([]/.test(bare) ? bare : withoutEnd(bare, /[)\].,;:!?'*]/);
}

/** The address in a text that has exactly one, whole, and no doubt where it ends. */
function onlyAddressIn(text: string): string | null {
  const masked = maskVariables(text);
  const [first, ...others] = masked.matchAll(ADDRESSES);
  if (!first || others.length || (masked.match(/https?:/gi) ?? []).length > 1) return null;
  const [whole] = first;
  const from = first.index;
  const behind = masked.slice(from + whole.length);
  const isInAnother = URL_SIGN.test(masked.charAt(from - 1));
  const mayGoOn = LETTER.test(behind.charAt(0)) || (from === 0 && /^\s+[\w/?#&]/.test(behind));
  const address = text.slice(from, from + withoutPunctuation(whole).length);
  return isInAnother || mayGoOn || !isAddress(address) ? null : address;
}

/** The address with its scheme put right, where that makes it one. */
function withScheme(scheme: string, rest: string): string | null {
  const address = `${scheme.toLowerCase()}://${rest}`;
  return rest && !hasBlanks(rest) && !/^https?\b/i.test(rest) && isAddress(address) ? address : null;
}

/**
 * What keeps a text from being an address that opens: `blanks` in it or around it, a `scheme` that is written wrong or twice, `more`
 * than an address, `no-host` behind a scheme that is right, or what is `not-web` at all. Null where it is right, or begins with
 * nothing like `https://`.
 */
export type AddressFault = 'blanks' | 'scheme' | 'more' | 'no-host' | 'not-web';

/** What was meant by a text in an address field. */
interface Address {
  /** Null where that is not certain, and for what is meant to be another scheme (`tel:`, `weixin://`, `#小程序://`). */
  readonly meant: string | null;
  readonly fault: AddressFault | null;
}

const NO_ADDRESS: Address = { meant: null, fault: null };
const NOT_WEB: Address = { meant: null, fault: 'not-web' };

/** One that begins with its host. */
function withoutScheme(text: string): Address | null {
  if (BARE_HOST.test(text) || IPV4.test(text))
    return { meant: FILE.test(text) ? null : withScheme('https', text), fault: null };
  return BARE_SLASHES.test(text) ? { meant: withScheme('https', text.slice(2)), fault: null } : null;
}

/** One that begins with `http`, and goes on with what is no `://`. */
function withBrokenScheme(text: string): Address | null {
  const [broken = '', scheme = ''] = BROKEN_SCHEME.exec(text) ?? [];
  if (broken.length === scheme.length || hasBlanks(text)) return null;
  const meant = withScheme(scheme, text.slice(broken.length));
  return { meant, fault: meant ? 'scheme' : 'no-host' };
}

/** One that has other words around it, if there is one. */
function amongWords(text: string): Address {
  const meant = onlyAddressIn(text);
  const at = text.search(/https?:/i);
  if (at < 0) return { meant, fault: null };
  return { meant, fault: meant || at > 0 ? 'more' : 'blanks' };
}

/** One with a remark behind it, if there is one. Where that is a second address, nobody knows which one is meant. */
function beforeRemark(text: string): Address | null {
  const bare = withoutRemark(text);
  const { meant, fault } = bare === text ? NO_ADDRESS : readAddress(bare);
  if (meant === null) return null;
  const isOneOfTwo = /https?:/i.test(text.slice(bare.length));
  return isOneOfTwo ? { meant: null, fault: 'more' } : { meant, fault: fault ?? 'more' };
}

/** Reads an address as it was written, pasted or dictated. One that is right is what was meant by it. */
export function readAddress(text: string): Address {
  const trimmed = trimBlanks(text);
  const once = trimmed.replace(DOUBLED, '');
  const remarked = beforeRemark(trimmed);
  if (remarked) return remarked;
  if (isAddress(once) && !hasBlanks(once))
    return { meant: once, fault: once !== trimmed ? 'scheme' : trimmed !== text ? 'blanks' : null };
  const isOther = OTHER_SCHEME.test(once);
  return withoutScheme(once) ?? withBrokenScheme(once) ?? (isOther ? NOT_WEB : amongWords(once));
}

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
