import type { MsgMenu } from '../../../core/message.js';
import { rowOf, SPEC } from '../../../core/spec.js';
import { readLiteral } from './literal.js';
import { isBag, shapeMenu, withoutAbsent, type Bag, type Change, type Note, type ShapedMenu } from './menu-shape.js';
import { plainCopy } from './plain-copy.js';
import { MAX_MENU_LENGTH, Unreadable, type WhyNot } from './unreadable.js';

export type ReadResult =
  | {
      ok: true;
      /** A fresh deep copy in the client's own shape. What is invalid in it stays; `validate` says so. */
      menu: MsgMenu;
      /** Where a message with it was given. */
      enterChat?: boolean;
      /** Whether it can be nothing but a menu: a message, or one with a text or an item of ours. `{}` and a list alone are not. */
      isClear: boolean;
      /** What is other than it was given, in the order in which it stood. */
      changes: Change[];
    }
  | { ok: false; why: WhyNot };

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
