import { demandObject, invalidArgument, reading } from '../core/error.js';
import { hosts, setTable, tables } from './registry.js';
import { zhCN } from './zh-cn.js';

/** The key of a text for users. */
export type Word = keyof typeof zhCN;

/** Every text that users see; a language of the package has all of them. */
export type Words = Record<Word, string>;

const TRADITIONAL = /^zh-(hant|tw|hk|mo)/;

/** The words of each language that was asked for, until any language changes. */
const known = new Map<string, Words>();
hosts.add({ requestUpdate: () => known.clear() });

/** The words of `lang`: its own, else its family's, else zh-CN's. */
export function wordsFor(lang?: string): Words {
  const tag = typeof lang === 'string' ? lang.toLowerCase() : '';
  const family = TRADITIONAL.test(tag) ? 'zh-tw' : tag.replace(/-.*/, '');
  const words = known.get(tag) ?? { ...zhCN, ...tables['zh-cn'], ...tables[family], ...tables[tag] };
  known.set(tag, words);
  return words;
}

/** What is given for one word, if it is text. */
const isText = ([, text]: [string, unknown]): boolean => typeof text === 'string';

/**
 * Adds or replaces words of a language, also of one that is loaded later. What it does not have is its family's, else
 * zh-CN's; a key whose value is undefined is left as it is. Elements in the page show the words at once.
 * @param lang A language tag in either case: `en`, `zh-TW`.
 * @throws KfError `invalid-argument` unless `lang` is a tag and `partial` an object whose values are strings.
 */
export function setWords(lang: string, partial: Partial<Words>): void {
  if (typeof lang !== 'string' || !/^[a-z][\w-]*$/i.test(lang))
    throw invalidArgument('the language is no language tag');
  demandObject(partial, 'the words');
  const entries = reading('the words', () => Object.entries(partial).filter(([, text]) => text !== undefined));
  if (!entries.every(isText)) throw invalidArgument('a word is no string');
  const tag = lang.toLowerCase();
  setTable(tag, { ...tables[tag], ...Object.fromEntries(entries) });
}

/** `{name}` → what `values` has under it. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  !text.includes('{')
    ? text
    : text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));

/** A text with `|` in it, filled in: what happened, and what to do about it. */
export function twoLines(text: string, values: Parameters<typeof fill>[1]): { title: string; hint: string } {
  const [title = '', hint = ''] = text.split('|').map(line => fill(line, values));
  return { title, hint };
}
