import { rowOf, SPEC } from '../../../core/spec.js';
import { readLiteral } from './literal.js';
import { isBag, shapeMenu, withoutAbsent, type Bag, type ShapedMenu } from './menu-shape.js';
import {
  MAX_DEPTH,
  MAX_LENGTH,
  MAX_MENU_LENGTH,
  MAX_NODES,
  Unreadable,
  type Change,
  type Note,
  type ReadResult,
  type WhyNot,
} from './outcome.js';

/** Keys of the server API's request around the menu. Source: 发送消息, 菜单消息; 发送欢迎语等事件响应消息 (`code`). */
const SERVER_ENVELOPE = ['touser', 'open_kfid', 'msgid', 'code'];

/** The platform's words for a menu, used as keys: what has them and can't be read was meant to be one. */
const LOOKS_LIKE_A_MENU =
  /(?:msgmenu|head_content|tail_content)\\?["'”“’‘＂＇]?\s*[:：]|type\\?["'”“’‘＂＇]?\s*[:：]\s*\\?["'”“’‘＂＇](?:click|view|miniprogram)\b/;
/** What every menu begins with, in any text. */
const BRACKET = /[{[｛［]/;
const looksLikeAMenu = (input: unknown): boolean =>
  typeof input === 'string' && BRACKET.test(input) && LOOKS_LIKE_A_MENU.test(input);

/** The menu of a message, and what stands beside it. */
function fromMessage(
  given: Bag,
  note: Note,
  keepsServerItems: boolean,
): { shaped: ShapedMenu | null; enterChat?: boolean } {
  const { msgmenu, enterChat, ...others } = withoutAbsent(given, [], note);
  const shaped = isBag(msgmenu) ? shapeMenu(msgmenu, true, note, keepsServerItems) : null;
  for (const key of Object.keys(others)) {
    const isServers = SERVER_ENVELOPE.includes(key);
    if (key !== 'msgtype')
      note(isServers ? 'server-only' : rowOf(SPEC, key)?.when ? 'other-body' : 'unknown-key', [key], key);
  }
  if (enterChat === undefined) return { shaped };
  if (typeof enterChat === 'boolean') return { shaped, enterChat };
  note('wrong-type', ['enterChat']);
  return { shaped };
}

/** What is neither text nor an object, as JSON would have it. */
function plainAtom(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'function' || typeof value === 'symbol' ? undefined : value;
}

/**
 * A deep copy of what a page gave, of plain objects, lists, texts, numbers, booleans and null, as its JSON would be. Functions,
 * symbols and `undefined` are left out and never called; a `bigint` becomes text.
 * @throws Unreadable for cycles, endless lists and whatever else is beyond the limits; and what the page's own getters throw.
 */
function plainCopy(given: unknown): unknown {
  let nodes = 0;
  let length = 0;

  const copyText = (text: string): string => {
    length += text.length;
    if (length > MAX_LENGTH) throw new Unreadable('too-large');
    return text;
  };

  const copy = (value: unknown, depth: number): unknown => {
    if (++nodes > MAX_NODES) throw new Unreadable('too-large');
    if (depth > MAX_DEPTH) throw new Unreadable('too-deep');
    if (typeof value === 'string') return copyText(value);
    if (typeof value !== 'object' || value === null) return plainAtom(value);
    if ('toJSON' in value && typeof value.toJSON === 'function') return copy(value.toJSON(), depth + 1);
    if (Array.isArray(value)) {
      if (value.length > MAX_NODES) throw new Unreadable('too-large'); // it may be sparse, and never end
      return Array.from(value, item => copy(item, depth + 1) ?? null);
    }
    const entries = Object.entries(value).map(([key, inner]) => [copyText(key), copy(inner, depth + 1)] as const);
    return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
  };

  return copy(given, 0);
}

/** Texts are often encoded twice where they come out of a log or a database. */
function literalIn(text: string): unknown {
  const read = readLiteral(text);
  return typeof read === 'string' ? readLiteral(read) : read;
}

function read(input: unknown, keepsServerItems: boolean): ReadResult {
  const changes: Change[] = [];
  const note: Note = (code, path, text) =>
    void changes.push(text === undefined ? { code, path } : { code, path, text });

  const own = typeof input === 'string' ? literalIn(input) : plainCopy(input);
  if (!isBag(own)) throw new Unreadable('none');
  const isMessage = 'msgtype' in own || 'msgmenu' in own;
  const { shaped, ...rest } = isMessage
    ? fromMessage(own, note, keepsServerItems)
    : { shaped: shapeMenu(own, false, note, keepsServerItems) };
  if (!shaped) throw new Unreadable(own.msgtype === 'msgmenu' || isBag(own.msgmenu) ? 'looks-like-a-menu' : 'none');
  if (JSON.stringify(shaped.menu).length > MAX_MENU_LENGTH) throw new Unreadable('too-large');
  return { ok: true, ...shaped, ...rest, isClear: isMessage || shaped.isClear, changes };
}

/**
 * The menu in whatever a page or a person gives: a menu, a message or the whole documented call, as objects, JSON or JavaScript; a
 * menu of the server API or of a public account. '', `null` and `undefined` are the empty menu. Never throws, never runs anything
 * that stands in a text, never changes `input`; its time grows as `input` does, up to limits.
 *
 * @param keepsServerItems Whether `text` items of the server API stay, as items of an unknown type, where they would be dropped.
 */
export function readMenu(input: unknown, keepsServerItems = false): ReadResult {
  if (input == null || input === '') return { ok: true, menu: {}, isClear: false, changes: [] };
  if (typeof input === 'string' && !BRACKET.test(input)) return { ok: false, why: 'none' };
  try {
    return read(input, keepsServerItems);
  } catch (reason) {
    // what is not ours is thrown by a getter or a proxy of the page
    const why = reason instanceof Unreadable ? reason.why : 'none';
    return { ok: false, why: why === 'none' && looksLikeAMenu(input) ? 'looks-like-a-menu' : why };
  }
}

const SAID: Readonly<Partial<Record<WhyNot, string>>> = {
  'too-large': 'it is larger than any menu can be',
  'too-deep': 'it is nested deeper than any menu can be',
};

/** Not in the parser's words: they may have a customer's in them. */
function whyNoJson(text: string): string {
  try {
    JSON.parse(text);
    return 'it is JSON, but neither a menu nor a message with one';
  } catch {
    return 'it is no JSON';
  }
}

/** Why a value is not read as a menu, in words for who writes the page; '' where it is. */
export function whyUnreadable(input: unknown): string {
  const read = readMenu(input, true);
  if (read.ok) return '';
  const said = SAID[read.why];
  if (said) return said;
  if (typeof input === 'string') return whyNoJson(input);
  return typeof input === 'object' ? 'it is neither a menu nor a message with one' : `it is a ${typeof input}`;
}
