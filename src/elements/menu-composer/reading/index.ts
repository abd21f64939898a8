/**
 * What comes in from elsewhere, and how a text is put right. Pure functions: no DOM, no lit, no words for users.
 *
 * To wire it into the composer:
 * - `value`, attribute, child: `ok` → take `menu`, and `enterChat` where there is one. Otherwise `value` stays as it was and
 *   `issues` has `not-an-object`. For a child or attribute a text of blanks is none; '' is the empty menu.
 * - A template is `ok` and has something in it; an empty `menu` is no template.
 * - Paste: offer the menu where `ok && isClear` and it is not empty. `looks-like-a-menu`, `too-large` and `too-deep` are pasted as
 *   text, and said. All else is text. Do not ask for a text without `{`: the answer is `none`.
 * - What is said of `changes`: those that lose something (see `ChangeCode`), by item, and `unknown-type` at its row;
 *   `null-dropped`, `number-to-text` and `list-from-object` need no word.
 * - A field shows `issuesAt(…)` instead of what `validate` found there alone; the button beside it is `mendOf(issue, …)`.
 * - The draft's next id is `nextFreeId(ids)`.
 */
export { readMenu, type ReadResult } from './read-menu.js';
export type { Change, ChangeCode } from './menu-shape.js';
export type { WhyNot } from './unreadable.js';
export { issuesAt, type Notice } from './notices.js';
export { mendOf, nextFreeId, type Mend, type MendContext } from './mends.js';
