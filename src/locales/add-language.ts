import { setTable, tables, type Texts } from './registry.js';

/** Gives a language (in lower case) its words. What a page has said of it already wins over them. */
export const addLanguage = (lang: string, texts: Texts): void => setTable(lang, { ...texts, ...tables[lang] });
