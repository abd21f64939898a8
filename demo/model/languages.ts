import 'wecom-kf-elements/locales/en.js';
import 'wecom-kf-elements/locales/zh-tw.js';
import { en } from '../words/en.js';
import { zhTW } from '../words/zh-tw.js';

/** What the page and the elements in it speak. */
export const LANGUAGES = [
  ['zh-CN', '简体中文'],
  ['zh-TW', '繁體中文'],
  ['en', 'English'],
] as const;

export type Language = (typeof LANGUAGES)[number][0];

/** By what the page says in Simplified Chinese. */
const TABLES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { 'zh-CN': {}, 'zh-TW': zhTW, en };

/** Both pages of the demo speak what was chosen last. */
const KEY = 'kf-demo-language';

function remembered(): Language {
  try {
    return LANGUAGES.find(([language]) => language === localStorage.getItem(KEY))?.[0] ?? 'zh-CN';
  } catch {
    return 'zh-CN'; // the browser keeps nothing for this page
  }
}

let current = remembered();

export const language = (): Language => current;

/** A sentence of the page in one of its languages. What nobody has translated stays as it is. */
export const sayIn = (language: Language, text: string): string => TABLES[language][text] ?? text;

/** A sentence of the page in its language, with what stands for each `{name}`. */
export const say = (text: string, values: Readonly<Record<string, string | number>> = {}): string =>
  sayIn(current, text).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** From now on `say` says it in this language, and the document tells so. */
export function speak(chosen: Language): void {
  current = chosen;
  document.documentElement.lang = chosen;
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // then it is for this page alone
  }
}
