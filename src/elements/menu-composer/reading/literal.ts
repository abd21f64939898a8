import { MAX_DEPTH, MAX_LENGTH, MAX_NODES, Unreadable } from './outcome.js';

/** What stands in a literal and is none itself: a variable, a call, a template with placeholders. It is never run. */
export class Expression {
  constructor(readonly source: string) {}
}

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
class Cursor {
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
const isQuote = (character: string): boolean => QUOTES.has(character);

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
function quotedText(cursor: Cursor, opening: string): string | undefined {
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
function skipQuoted(cursor: Cursor, quote: string): void {
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

const WORD = /[A-Za-z_$][\w$]*/y;
const DIGITS = /\d+/y;
/** One class of characters, so that it can't be tried in two ways; `Number` says whether it is one. */
const NUMBER = /[+-]?\.?\d[\w.+-]*/y;
/** How an expression goes on behind its first value. */
const OPERATOR = /[-+*/%.?&|=!<>(]/;
const REGEXP = /\/(?:[^\\/[\r\n]|\\.|\[(?:[^\]\\\r\n]|\\.)*\])+\/[a-z]*/y;
const FUNCTION = /^(?:async\b\s*)?(?:function\b|\([^()]*\)\s*=>|[\w$]+\s*=>)/;

/** What may stand before the object: `const menu =`, `wx.qy.sendChatMessage(`, `wx.invoke('sendChatMessage',`. */
const FENCE = /```[\w-]*/y;
const ASSIGNMENT = /(?:export\s+default\b|return\b|(?:const|let|var)\s+[\w$]+\s*=|[\w$.]+\s*=)/y;
const AWAIT = /await\b/y;
const CALL = /[\w$.]*\s*[(（]/y;
const END = /[\s;；,，)）]*/y;

const CONSTANTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
]);
const CLOSER: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/**
 * Reads one object literal with what is usually around it, from left to right: `at` only goes back for a text, number or word that
 * turns out to be the beginning of an expression. Patterns are sticky and can't match a text in two ways, so that the time grows
 * as the text does.
 */
class Scanner extends Cursor {
  private depth = 0;
  private nodes = 0;

  /** The object, in whatever is usually around it, and nothing else. */
  whole(): unknown {
    this.blanks();
    if (this.match(FENCE)) this.blanks();
    if (this.match(ASSIGNMENT)) this.blanks();
    if (this.match(AWAIT)) this.blanks();
    const isCall = this.match(CALL) !== '';
    let found = this.outermost();
    if (isCall && typeof found === 'string' && this.next() === ',') {
      this.at++;
      found = this.outermost(); // after the name of what is invoked
    }
    if (isCall) this.skipArguments();
    this.match(END);
    this.blanks();
    if (this.peek() === '.') this.expression(); // .then(…)
    this.match(END);
    this.blanks();
    this.match(FENCE);
    this.blanks();
    if (this.at < this.text.length) this.fail();
    return found;
  }

  private outermost(): unknown {
    const first = this.next();
    return first === '{' || first === '[' || isQuote(first) ? this.value() : this.fail();
  }

  /** Whether a value can end here: before a separator, the end, or the next key where a comma is missing. */
  private isValueOver(): boolean {
    const next = this.next();
    return !next || ',}]);；'.includes(next) || isQuote(next) || /[\w$[{]/.test(next);
  }

  private value(): unknown {
    if (++this.nodes > MAX_NODES) throw new Unreadable('too-large');
    const first = this.next();
    const start = this.at;
    const read = this.atom(first);
    if (read && this.isValueOver()) return read.value;
    if (read && ('{['.includes(first) || !OPERATOR.test(this.next()))) this.fail(); // brackets: not to be read twice
    this.at = start;
    const source = this.expression();
    return FUNCTION.test(source) ? undefined : new Expression(source);
  }

  /** The literal that begins here, if one does. */
  private atom(first: string): { value: unknown } | undefined {
    if (first === '{') return { value: this.object() };
    if (first === '[') return { value: this.list() };
    if (isQuote(first)) return this.joined();
    const number = this.match(NUMBER);
    if (number) return numberOf(number);
    const word = this.match(WORD);
    return CONSTANTS.has(word) ? { value: CONSTANTS.get(word) } : undefined;
  }

  /** Calls `read` with the beginning of each thing between two brackets, wherever commas stand, are missing or double. */
  private each(closer: string, read: (first: string) => void): void {
    this.at++;
    if (++this.depth > MAX_DEPTH) throw new Unreadable('too-deep');
    for (let next = this.next(); next !== closer; next = this.next())
      if (next === ',') this.at++;
      else read(next);
    this.at++;
    this.depth--;
  }

  private object(): object {
    const entries: [string, unknown][] = [];
    this.each('}', first => {
      const [key, value] = this.property(first);
      if (value !== undefined) entries.push([key, value]);
    });
    return Object.fromEntries(entries); // makes `__proto__` a key like any other
  }

  private key(first: string): string {
    if (isQuote(first)) return quotedText(this, first) ?? this.fail();
    return this.match(WORD) || this.match(DIGITS) || this.fail();
  }

  private property(first: string): [string, unknown] {
    if (first === '.') return ['...', new Expression(this.expression())];
    const key = this.key(first);
    const next = this.next();
    if (next === ':') {
      this.at++;
      return [key, this.value()];
    }
    if (isQuote(first) || !/[,}(*[\w$]/.test(next)) this.fail();
    if (next === ',' || next === '}') return [key, new Expression(key)]; // { content }
    this.expression(); // success(res) { … }
    return [key, undefined];
  }

  private list(): unknown[] {
    const items: unknown[] = [];
    this.each(']', first => items.push(first ? (this.value() ?? null) : this.fail()));
    return items;
  }

  /** A text, or several that are put together by `+`. Undefined where one has a placeholder. */
  private joined(): { value: string } | undefined {
    const parts: string[] = [];
    for (;;) {
      const quote = this.next();
      const part = isQuote(quote) ? quotedText(this, quote) : undefined;
      if (part === undefined) return undefined;
      parts.push(part);
      if (this.next() !== '+') return { value: parts.join('') };
      this.at++;
    }
  }

  /** Goes behind an expression, which is not looked into: to a comma or a bracket that is not its own. */
  private expression(): string {
    const start = this.at;
    const awaited: string[] = []; // closing brackets, the next one last
    let before = '(';
    let next = this.next();
    while (awaited.length || !',;)]}'.includes(next)) {
      // '', the end of the text, is in every text
      const closer = CLOSER.get(next);
      if (closer) awaited.push(closer);
      else if (')]}'.includes(next) && awaited.pop() !== next) this.fail(); // or the text is over
      this.token(next, before);
      if (next === '}' && !awaited.length && /[\w$"']/.test(this.next())) break; // a body, and a missing comma
      before = next;
      next = this.next();
    }
    if (this.at === start) this.fail();
    return this.text.slice(start, this.at).trim();
  }

  private regexp(): void {
    if (!this.match(REGEXP)) this.fail();
  }

  /** Goes behind what is one thing in an expression, and no bracket in it counts. */
  private token(first: string, before: string): void {
    if (first === '"' || first === "'" || first === '`') skipQuoted(this, first);
    else if (first === '/' && '(,=:[!&|?{};+'.includes(before)) this.regexp();
    else if (!this.match(WORD)) this.at++;
  }

  /** To the end of the call, behind its callbacks. */
  private skipArguments(): void {
    for (let next = this.next(); next && next !== ')'; next = this.next())
      if (next === ',') this.at++;
      else this.expression();
  }
}

/** A number; digits that a number can't hold, and zeros before them, stay text: they are an id. */
function numberOf(source: string): { value: unknown } | undefined {
  const number = Number(source);
  if (Number.isNaN(number)) return undefined;
  return { value: /^\d+$/.test(source) && String(number) !== source ? source : number };
}

/**
 * What an object literal says that stands in a text, alone or as people copy it: JSON or JavaScript, as an argument of a call or
 * behind `=`, in a Markdown fence, with comments, missing and trailing commas, unquoted keys, any quotes, and full-width
 * punctuation outside of texts. Functions are left out, other expressions come as `Expression`; nothing is run.
 * @throws Unreadable
 */
export function readLiteral(text: string): unknown {
  if (text.length > MAX_LENGTH) throw new Unreadable('too-large');
  return new Scanner(text).whole();
}
