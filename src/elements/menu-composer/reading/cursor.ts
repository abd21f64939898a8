import { Unreadable } from './unreadable.js';

/** How far blanks and comments go. No-break, zero-width and ideographic blanks and the byte order mark are blanks, too. */
const BLANKS = /[\s\u200B-\u200D\u2060]+/y;
const LINE_COMMENT = /\/\/[^\r\n\u2028\u2029]*/y;

/** As Chinese keyboards write it. */
const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  ['｛', '{'],
  ['｝', '}'],
  ['［', '['],
  ['］', ']'],
  ['：', ':'],
  ['，', ','],
  ['（', '('],
  ['）', ')'],
]);

/** A place in a text, and what is found from there on. It only moves on, but for who sets `at`. */
export class Cursor {
  at = 0;

  constructor(readonly text: string) {}

  /** What stands here is not what was expected. */
  fail(): never {
    throw new Unreadable('none');
  }

  /** What `pattern` finds here, which is then behind us; '' where it finds nothing. */
  match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [found = ''] = pattern.exec(this.text) ?? [];
    this.at += found.length;
    return found;
  }

  /** Goes behind blanks and comments. */
  blanks(): void {
    for (;;) {
      this.match(BLANKS);
      if (this.text.startsWith('/*', this.at)) {
        const end = this.text.indexOf('*/', this.at + 2);
        if (end < 0) this.fail();
        this.at = end + 2;
      } else if (!this.match(LINE_COMMENT)) return;
    }
  }

  /** The character here, in ASCII where it is punctuation. */
  peek(): string {
    const character = this.text.charAt(this.at);
    return FULL_WIDTH.get(character) ?? character;
  }

  /** The same behind the blanks. */
  next(): string {
    this.blanks();
    return this.peek();
  }
}
