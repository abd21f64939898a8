import { demandObject, invalidArgument, reading } from '../core/error.js';
import { hosts, setTable, tables, type Texts } from './registry.js';
import { zhCN } from './zh-cn.js';

/** The key of a text for users. */
export type Word = keyof typeof zhCN;

/** Every text that users see; a language of the package has all of them. */
export type Words = Record<Word, string>;

const TRADITIONAL = /^zh-(hant|tw|hk|mo)/;

/** Behind a number's name: the forms of the word that goes with it, by plural category: `{n, one: item, other: items}`. */
const FORMS = /\{(\w+), ([^{}]+)\}/g;

/** The words of a language whose numbers know by which rules they choose a form. */
const ownWords = (tag: string): Texts =>
  Object.fromEntries(
    Object.entries(tables[tag] ?? {}).map(([key, text]) => [key, text.replace(FORMS, `{$1, ${tag}, $2}`)]),
  );

/** The words of each language that was asked for, until any language changes. */
const known = new Map<string, Words>();
hosts.add({ requestUpdate: () => known.clear() });

/** The words of `lang`: its own, else its family's, else zh-CN's. */
export function wordsFor(lang?: string): Words {
  const tag = typeof lang === 'string' ? lang.toLowerCase() : '';
  const found = known.get(tag);
  if (found) return found;
  const family = TRADITIONAL.test(tag) ? 'zh-tw' : tag.replace(/-.*/, '');
  const words = { ...zhCN, ...ownWords('zh-cn'), ...ownWords(family), ...ownWords(tag) };
  known.set(tag, words);
  return words;
}

/** The first of `keys` that has a text; keys come out of messages, so `constructor` must find nothing. */
export const firstText = (words: Texts, ...keys: string[]): string =>
  keys.map(key => words[key]).find(text => typeof text === 'string') ?? '';

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

/** The plural rules of each language that has counted something. */
const rules = new Map<string, (count: number) => string>();

/** English's and most others', for engines and languages without rules. */
const oneOrMany = (count: number): string => (count === 1 ? 'one' : 'other');

/** By which category a language chooses the form for a number. */
function rulesOf(lang: string): (count: number) => string {
  try {
    const plural = new Intl.PluralRules(lang);
    return count => plural.select(count);
  } catch {
    return oneOrMany;
  }
}

/** `en, one: item, other: items` → the form that goes with `count`. */
function formFor(count: unknown, [lang = '', ...forms]: readonly string[]): string {
  const select = rules.get(lang) ?? rulesOf(lang);
  rules.set(lang, select);
  const byCategory = new Map(forms.map(form => form.split(': ') as [string, string]));
  return byCategory.get(select(Number(count))) ?? byCategory.get('other') ?? '';
}

const PLACEHOLDER = /\{(\w+)(?:, ([^{}]+))?\}/g;
const HAN = /\p{Script=Han}/u;
const LATIN = /[A-Za-z\d]/;

/** Between a Han character and a Latin one stands a blank, wherever the text puts them beside each other. */
const gap = (before: string, after: string): string =>
  (HAN.test(before) && LATIN.test(after)) || (LATIN.test(before) && HAN.test(after)) ? ' ' : '';

/**
 * A text with `values` in it. `{name}` → what is there under this name; `{n, …}` → the form of a word that goes with the number
 * `n`.
 */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  !text.includes('{')
    ? text
    : text.replace(PLACEHOLDER, (found, name: string, forms: string | undefined, at: number) => {
        const value = values[name];
        if (value === undefined) return found;
        const put = forms === undefined ? String(value) : formFor(value, forms.split(', '));
        const before = gap(text.charAt(at - 1), put.charAt(0));
        return before + put + gap(put.slice(-1), text.charAt(at + found.length));
      });

/** A text with `|` in it, filled in: what happened, and what to do about it. */
export function twoLines(text: string, values: Parameters<typeof fill>[1]): { title: string; hint: string } {
  const [title = '', hint = ''] = text.split('|').map(line => fill(line, values));
  return { title, hint };
}
