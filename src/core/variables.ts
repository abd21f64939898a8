import { byteLength, cutToBytes } from './bytes.js';
import { issue, type Issue, type Path } from './issue.js';
import type { MsgMenu } from './message.js';
import { MENU, rowOf, type Field, type Fields } from './spec.js';
import { isBag } from './validate.js';

/** What stands for each name; '' is no value. */
export type Values = ReadonlyMap<string, string>;

/** A part of a text. A `{{name}}` has a name, all else has ''. */
export interface Piece {
  text: string;
  name: string;
}

/** Braces and line breaks are never in a name, blanks around it don't count, and it is not empty. */
const VARIABLE = /(\{\{[^{}\r\n\u2028\u2029]+\}\})/;

const NAME = /^[^{}\r\n\u2028\u2029]+$/;

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
    const name = key.trim();
    if (name && NAME.test(key))
      values.set(
        name,
        attempt(() => asValue((given as Record<string, unknown>)[key]), ''),
      );
  }
  return values;
}

/** Not by a pattern with the flag u: in Safari 16.0 a class of surrogates also finds the halves of a whole character. */
const wholeCharacter = (character: string): string => (/^[\uD800-\uDFFF]$/.test(character) ? '\uFFFD' : character);

/** `encodeURIComponent` throws at half a character. */
const encoded = (value: string): string => encodeURIComponent(Array.from(value, wholeCharacter).join(''));

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

/** A copy in which `change` was asked for each text that is sent; the rest is as it was. */
function mapTexts(bag: unknown, fields: Fields, path: Path, change: (text: string, path: Path) => string): unknown {
  if (!isBag(bag)) return bag;
  const mapped = (key: string, value: unknown): unknown => {
    const own = [...path, key];
    const { type, rule, when, fields: inside = {} }: Partial<Field> = rowOf(fields, key) ?? {};
    if (!type || rule === 'kind' || (when && when !== bag.type)) return value;
    if (Array.isArray(value)) return value.map((item, index) => mapTexts(item, inside, [...own, index], change));
    return typeof value === 'string' ? change(value, own) : mapTexts(value, inside, own, change);
  };
  return Object.fromEntries(Object.entries(bag).map(([key, value]) => [key, mapped(key, value)]));
}

const mapMenu = (menu: MsgMenu, change: (text: string, path: Path) => string): MsgMenu =>
  mapTexts(menu, MENU, ['msgmenu'], change) as MsgMenu;

const nameOf = (path: Path): unknown => path[path.length - 1];

/** A copy of a menu with its variables filled in. */
export const fillMenu = (menu: MsgMenu, values: Values): MsgMenu =>
  mapMenu(menu, (text, path) => fillText(text, values, nameOf(path)));

/** The names in a menu, in the order in which they stand. */
export function namesInMenu(menu: MsgMenu): string[] {
  const texts: string[] = [];
  mapMenu(menu, text => String(texts.push(text)));
  return namesIn(texts.join('\n'));
}

/**
 * The issues of a filled menu, and `variable-missing` for each text of `menu` that has a blank one. Where that is, nothing else is
 * said but what is wrong whatever the value will be.
 */
export function withBlanks(issues: readonly Issue[], menu: MsgMenu, values: Values): Issue[] {
  const missing: Issue[] = [];
  const lengths: [path: string, bytes: number][] = [];
  mapMenu(menu, (text, path) => {
    if (blanksIn(text, values).length) {
      missing.push(issue('variable-missing', path));
      lengths.push([path.join(), byteLength(filledSoFar(text, values, nameOf(path)))]);
    }
    return text;
  });
  if (!missing.length) return [...issues];
  const soFar = new Map(lengths);
  const rest = issues.map(found => {
    const actual = soFar.get(found.path.join());
    if (actual === undefined || (found.severity === 'error' && found.code !== 'too-long')) return [found];
    return found.code === 'too-long' && actual > Number(found.limit) ? [{ ...found, actual }] : [];
  });
  return [...rest.flat(), ...missing];
}
