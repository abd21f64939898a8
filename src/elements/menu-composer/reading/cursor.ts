import { Unreadable } from './outcome.js';

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

interface Quote {
  /** Characters that do nothing in a text with this quote. */
  readonly plain: RegExp;
  readonly closers: string;
  /** Whether the closing quote may also stand in the text: then it closes only where something can follow a text. */
  readonly isTypographic?: boolean;
}
const DOUBLE: Quote = { plain: /[^“”"＂\\]*/y, closers: '“”"＂', isTypographic: true };
const SINGLE: Quote = { plain: /[^‘’'＇\\]*/y, closers: "‘’'＇", isTypographic: true };
/** By the quote that opens. */
const QUOTES: ReadonlyMap<string, Quote> = new Map<string, Quote>([
  ['"', { plain: /[^"\\]*/y, closers: '"' }],
  ["'", { plain: /[^'\\]*/y, closers: "'" }],
  ['`', { plain: /[^`$\\]*/y, closers: '`' }],
  ['“', DOUBLE],
  ['”', DOUBLE],
  ['＂', DOUBLE],
  ['‘', SINGLE],
  ['’', SINGLE],
  ['＇', SINGLE],
]);
const AFTER_TEXT = /[^\S\r\n]*(?:[\r\n,，:：}｝\]］)）]|\/[/*]|$)/y;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
  ['\n', ''],
]);
const CODE_POINT = /u[\da-fA-F]{4}|u\{[\da-fA-F]{1,6}\}|x[\da-fA-F]{2}/y;

/** Whether this character opens a text. */
export const isQuote = (character: string): boolean => QUOTES.has(character);

function isTextOver({ text, at }: Cursor): boolean {
  AFTER_TEXT.lastIndex = at;
  return AFTER_TEXT.test(text);
}

function escaped(cursor: Cursor): string {
  const code = cursor.match(CODE_POINT);
  if (code) {
    const point = parseInt(code.replace(/^[ux]\{?/, ''), 16);
    return point > 0x10ffff ? cursor.fail() : String.fromCodePoint(point);
  }
  const character = cursor.text.charAt(cursor.at++);
  if (!character || character === 'u' || character === 'x') cursor.fail();
  return ESCAPES.get(character) ?? character;
}

/** The text behind this opening quote; undefined at a placeholder. Raw line ends are part of it: chats wrap what is copied. */
export function quotedText(cursor: Cursor, opening: string): string | undefined {
  const { plain, closers, isTypographic } = QUOTES.get(opening) ?? cursor.fail();
  const parts: string[] = [];
  cursor.at++;
  for (;;) {
    parts.push(cursor.match(plain));
    const character = cursor.text.charAt(cursor.at);
    if (!character) cursor.fail();
    cursor.at++;
    if (character === '\\') parts.push(escaped(cursor));
    else if (character === '$' && cursor.text.charAt(cursor.at) === '{') return undefined;
    else if (closers.includes(character) && (!isTypographic || isTextOver(cursor))) return parts.join('');
    else parts.push(character);
  }
}

/** Goes behind a text that is not read. */
export function skipQuoted(cursor: Cursor, quote: string): void {
  const { plain } = QUOTES.get(quote) ?? cursor.fail();
  cursor.at++;
  for (;;) {
    cursor.match(plain);
    const character = cursor.text.charAt(cursor.at++);
    if (!character) cursor.fail();
    if (character === quote) return;
    if (character === '\\') cursor.at++;
  }
}
