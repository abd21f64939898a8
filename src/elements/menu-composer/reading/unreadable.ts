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
