import { demandObject, invalidArgument } from '../core/error.js';
import { hosts, setTable, tables, type Texts } from './registry.js';
import type { ComposerWords } from './zh-cn-composer.js';
import type { ListWords } from './zh-cn-list.js';
import { zhCN } from './zh-cn.js';

/** The words that all elements share. */
export type Words = Record<keyof typeof zhCN, string>;
export type Word = keyof Words;

/** Every word that users see; each language has all of them. */
export type AllWords = Words & ComposerWords & ListWords;

const TRADITIONAL = /^zh-(hant|tw|hk|mo)/;

/** The words of each language that was asked for, until somebody gives other ones. */
const known = new Map<string, Words>();
hosts.add({ requestUpdate: () => known.clear() });

/** The words of `lang`: its own, else its family's, else zh-CN's. */
export function wordsFor(lang?: string): Words {
  const tag = String(lang).toLowerCase();
  const family = TRADITIONAL.test(tag) ? 'zh-tw' : (tag.split('-', 1)[0] as string);
  const words = known.get(tag) || { ...zhCN, ...tables['zh-cn'], ...tables[family], ...tables[tag] };
  known.set(tag, words);
  return words;
}

/**
 * Adds or replaces words of a language, also of one that is loaded later. What it does not have is its family's, else zh-CN's.
 * Elements in the page show them at once.
 * @throws KfError `invalid-argument` unless `partial` is an object and `lang` a name.
 */
export function setWords(lang: string, partial: Partial<AllWords>): void {
  demandObject(partial, 'the words');
  if (typeof lang !== 'string' || !lang) throw invalidArgument('the language has no name');
  const tag = lang.toLowerCase();
  setTable(tag, { ...tables[tag], ...(partial as Texts) });
}

/** `{name}` → what `values` has under it. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] == null ? whole : values[name]));

/** What happened, and what to do about it. */
export function twoLines(text: string, values: Parameters<typeof fill>[1]): { title: string; hint: string } {
  const [title, hint = ''] = text.split('|').map(line => fill(line, values)) as [string, string?];
  return { title, hint };
}
