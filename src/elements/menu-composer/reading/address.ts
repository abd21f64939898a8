import { hasBlanks, maskVariables, trimBlanks, withoutEnd } from './field-text.js';

/** What a host's name can't have; a port may follow it. */
const WITH_HOST = /^https?:\/\/[^\s/?#:@.：；／][^\s/?#:@：；／]*(?::\d{1,5})?(?:[/?#]|$)/i;
/** `http` or `https`, and anything that people write for `://`. */
const BROKEN_SCHEME = /^(https?)\s*[:：;；]*\s*[/／\\]*\s*/i;
/** Twice, as a mend of an earlier version or a second paste left it. */
const DOUBLED = /^(?:https?:\/\/)+(?=https?[:：;；]?[/／]{2})/i;
const OTHER_SCHEME = /^(?!https?:)[a-z][a-z\d+.-]*:(?!\d)/i;
/** A host as it is written without a scheme: ASCII alone, because `详情见x.cn` is a sentence. */
const BARE_HOST = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:[a-z]{2,}|xn--[a-z\d-]+)(?::\d{1,5})?(?=[/?#]|$)/i;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?=[/?#]|$)/;
const FILE = /^[^/?#]*\.(?:html?|php|jsp|aspx?|m?js|ts|css|json|xml|png|jpe?g|gif|svg|pdf|docx?|xlsx?|pptx?|txt|zip)$/i;
/** Addresses in a sentence: the signs of RFC 3986, and our variables behind their mask. */
const ADDRESSES = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%\uE000]+/gi;
const URL_SIGN = /[\w\-~?#@$&*+=%/]/;
const LETTER = /\p{L}|\p{N}/u; // no class: the builder lowers escapes only outside of one

/** Whether a browser finds a host in it, and nothing has to be trimmed. */
export const isAddress = (text: string): boolean => WITH_HOST.test(maskVariables(text)) && !DOUBLED.test(text);

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
  const from = first.index ?? 0;
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
 * The http(s) address that was meant by a text in an address field; null where that is not certain, and for what is meant to be
 * another scheme (`tel:`, `weixin://`, `#小程序://`). An address that is right is its own mend.
 */
export function mendAddress(text: string): string | null {
  const trimmed = trimBlanks(text).replace(DOUBLED, '');
  if (isAddress(trimmed) && !hasBlanks(trimmed)) return trimmed;
  if (BARE_HOST.test(trimmed) || IPV4.test(trimmed)) return FILE.test(trimmed) ? null : withScheme('https', trimmed);
  const [broken = '', scheme = ''] = BROKEN_SCHEME.exec(trimmed) ?? [];
  if (broken.length > scheme.length && !hasBlanks(trimmed)) return withScheme(scheme, trimmed.slice(broken.length));
  if (/^[/／]{2}[a-z\d]/i.test(trimmed)) return withScheme('https', trimmed.slice(2));
  return OTHER_SCHEME.test(trimmed) || trimmed.startsWith('#') ? null : onlyAddressIn(trimmed);
}
