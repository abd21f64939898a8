import 'wecom-kf-elements/locales/en.js';
import 'wecom-kf-elements/locales/zh-tw.js';

/** What the elements speak; the page around them stays as it is. */
export const LANGUAGES = [
  ['zh-CN', '简体中文'],
  ['zh-TW', '繁體中文'],
  ['en', 'English'],
] as const;

export type Language = (typeof LANGUAGES)[number][0];
