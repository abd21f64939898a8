import { MAX_DEPTH, MAX_LENGTH, MAX_NODES, Unreadable } from './unreadable.js';

/**
 * A deep copy of what a page gave, of plain objects, lists, texts, numbers, booleans and null, as its JSON would be. Functions,
 * symbols and `undefined` are left out and never called; a `bigint` becomes text.
 * @throws Unreadable for cycles, endless lists and whatever else is beyond the limits; and what the page's own getters throw.
 */
export function plainCopy(given: unknown): unknown {
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
    if (typeof value === 'bigint') return String(value);
    if (typeof value === 'function' || typeof value === 'symbol') return undefined;
    if (typeof value !== 'object' || value === null) return value;
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
