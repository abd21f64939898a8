import type { Path } from '../../../core/issue.js';
import type { MsgMenu } from '../../../core/message.js';

/** What comes of a reading. All in this room are pure functions: no DOM, no lit, no words for users. */
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

/**
 * What was changed or left out on the way in.
 * - `null-dropped`: `null` is what Go and Java write for what is absent. Nothing is lost.
 * - `number-to-text`: an id or a text was a number. `text`: what it became.
 * - `server-path`: the server API's `pagepath` became `page`, with `.html`. `text`: the page.
 * - `flat-item`: an item had its `id`, `content` … beside `type`, not in a body of its own; the public account's menus are so.
 * - `type-from-body`: an item said no type; its only body says it. `text`: the type.
 * - `list-from-object`: `list` was `{ "0": …, "1": … }`, as PHP writes it.
 *
 * These lose something:
 * - `server-only`: what only the server API has: a `text` item (`text`: what it says), `no_newline`, `touser` …
 * - `wrong-type`: neither text nor number where text belongs, no object where an item belongs.
 * - `expression-dropped`: a variable or a call in JavaScript; its value is not known. `text`: its source.
 * - `other-body`, `unknown-key`: beside the menu in the message. `text`: the key.
 *
 * This one changes nothing:
 * - `unknown-type`: an item whose type is not known stays as it is. `text`: the type, '' where none can be read.
 */
export type ChangeCode =
  | 'null-dropped'
  | 'number-to-text'
  | 'server-path'
  | 'flat-item'
  | 'type-from-body'
  | 'list-from-object'
  | 'server-only'
  | 'wrong-type'
  | 'expression-dropped'
  | 'other-body'
  | 'unknown-key'
  | 'unknown-type';

export interface Change {
  code: ChangeCode;
  /** Where it was in what was given, counted as an issue's `path` is: `['msgmenu', 'list', 2, 'click', 'id']`. */
  path: Path;
  /** What it was about; not shortened. */
  text?: string;
}

/** Notes down a change. */
export type Note = (code: ChangeCode, path: Path, text?: string) => void;

/**
 * Why something is not read as a menu.
 * - `none`: it is something else: prose, an address, an unrelated JSON, a number.
 * - `looks-like-a-menu`: it has the platform's words for a menu, but can't be read.
 * - `too-large`, `too-deep`: beyond what a menu can ever be; it was not looked at any further.
 */
export type WhyNot = 'none' | 'looks-like-a-menu' | 'too-large' | 'too-deep';

/** UTF-16 units of all text. The longest menu of ten items has about 33,000 bytes. */
export const MAX_LENGTH = 1_000_000;
/** UTF-16 units of all text in a menu: twice as much as can be sent. Engines take seconds to lay more out. */
export const MAX_MENU_LENGTH = 65_536;
/** Objects, lists and values in them. */
export const MAX_NODES = 20_000;
/** Objects and lists in each other; the documented call has five levels. Keeps recursion far from the stack's end. */
export const MAX_DEPTH = 64;

/** Ends a reading; `readMenu` catches it. */
export class Unreadable extends Error {
  constructor(readonly why: WhyNot) {
    super(why);
  }
}
