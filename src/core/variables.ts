import { byteLength, cutToBytes } from './bytes.js';

/** What stands for each name; '' is no value. */
export type Values = ReadonlyMap<string, string>;

/** A part of a text. A `{{name}}` has a name, all else has ''. */
export interface Piece {
  text: string;
  name: string;
}

/** Braces and line breaks are never in a name, blanks around it don't count, and it is not empty. */
const VARIABLE = /(\{\{[^{}\r\n\u2028\u2029]+\}\})/;

/** Their values are part of an address. */
const ADDRESSES: readonly unknown[] = ['url', 'page'];

/** A text in its parts, all of it. */
export const piecesOf = (text: string): Piece[] =>
  text
    .split(VARIABLE)
    .map((part, index) => ({ text: part, name: index % 2 ? part.slice(2, -2).trim() : '' }))
    .filter(piece => piece.text);

/** The names in a text, each once. */
export const namesIn = (text: string): string[] => [
  ...new Set(
    piecesOf(text)
      .map(({ name }) => name)
      .filter(Boolean),
  ),
];

/** The names in a text that have no value. */
export const blanksIn = (text: string, values: Values): string[] => namesIn(text).filter(name => !values.get(name));

/** What a page gave for a name: text, and numbers that have all their digits. Blanks alone are no value. */
const asValue = (given: unknown): string => {
  const isExact = typeof given === 'number' && Math.abs(given) <= Number.MAX_SAFE_INTEGER;
  const text = typeof given === 'string' || isExact ? String(given) : '';
  return text.trim() && text;
};

/** What `read` gives, if no getter and no proxy throws. */
const attempt = <T>(read: () => T, otherwise: T): T => {
  try {
    return read();
  } catch {
    return otherwise;
  }
};

/** A page's own names and their values, whatever it gave; a key that can't stand in `{{…}}` is none. Never throws. */
export function readVariables(given: unknown): Map<string, string> {
  const values = new Map<string, string>();
  const keys = attempt(() => (typeof given === 'object' && given ? Object.keys(given) : []), []);
  for (const key of keys) {
    const [name] = namesIn(`{{${key}}}`);
    if (name && name === key.trim())
      values.set(
        name,
        attempt(() => asValue((given as Record<string, unknown>)[key]), ''),
      );
  }
  return values;
}

/** `encodeURIComponent` throws at half a character. */
const encoded = (value: string): string => encodeURIComponent(value.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'));

/** What a piece becomes in a field of this name; '' where there is no value. Values are not looked at for variables again. */
const filledPiece = ({ text, name }: Piece, values: Values, field: unknown): string => {
  const value = name ? values.get(name) || '' : text;
  return name && ADDRESSES.includes(field) ? encoded(value) : value;
};

/** A text of the field with this name, filled in; a blank variable stays as it is written. */
export const fillText = (text: string, values: Values, field: unknown): string =>
  piecesOf(text)
    .map(piece => filledPiece(piece, values, field) || piece.text)
    .join('');

/** The same without the blank variables: what is there of it by now. */
export const filledSoFar = (text: string, values: Values, field: unknown): string =>
  piecesOf(text)
    .map(piece => filledPiece(piece, values, field))
    .join('');

/** The longest beginning of a text that has at most `max` bytes when it is filled in, and splits no variable. */
export function cutFilled(text: string, max: number, values: Values, field: unknown): string {
  let [kept, room] = ['', max];
  for (const piece of piecesOf(text)) {
    const bytes = byteLength(filledPiece(piece, values, field));
    if (bytes > room) return kept + (piece.name ? '' : cutToBytes(piece.text, room));
    kept += piece.text;
    room -= bytes;
  }
  return kept;
}
