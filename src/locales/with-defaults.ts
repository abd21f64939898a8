import type { Words } from './words.js';

/** Gives a language's words back with those of `table`, where the language does not have them. */
export function withDefaults<T>(table: T): (words: Words) => Words & T {
  const whole = new WeakMap<Words, Words & T>();
  return words => {
    const known = whole.get(words) || { ...table, ...words };
    whole.set(words, known);
    return known;
  };
}
