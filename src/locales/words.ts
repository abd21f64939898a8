import { demandObject, invalidArgument } from '../core/error.js';
import { zhCN } from './zh-cn.js';

/** Every word that users see; each language has all of them. */
export type Words = Record<keyof typeof zhCN, string>;
export type Word = keyof Words;

const tables = new Map<string, Words>([['zh-CN', zhCN]]);

/** The words of `lang`, or of its family, or null. */
export function knownWords(lang: string): Words | null {
  const family = lang.split('-', 1)[0] as string;
  return tables.get(lang) || tables.get(family) || (family === 'zh' && tables.get('zh-CN')) || null;
}

/** The words of `lang`; zh-CN where it is not known. */
export const wordsFor = (lang?: string): Words =>
  (typeof lang === 'string' && knownWords(lang)) || (tables.get('zh-CN') as Words);

/**
 * Adds or replaces words of a language. What is not given stays, or is zh-CN in a new language.
 * @throws KfError `invalid-argument` unless `partial` is an object and `lang` a name.
 */
export function setWords(lang: string, partial: Partial<Words>): void {
  demandObject(partial, 'the words');
  if (typeof lang !== 'string' || !lang) throw invalidArgument('the language has no name');
  tables.set(lang, { ...wordsFor(lang), ...partial });
}

/** `{name}` → what `values` has under it. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] == null ? whole : values[name]));

/** What happened, and what to do about it. */
export function twoLines(text: string, values: Parameters<typeof fill>[1]): { title: string; hint: string } {
  const [title, hint = ''] = text.split('|').map(line => fill(line, values)) as [string, string?];
  return { title, hint };
}
