/** Traditional Chinese as in Taiwan (zh-TW): importing this gives it to all elements in the page. */
import { version } from '../version.js';
import { base } from './zh-tw/base.js';
import { composer } from './zh-tw/composer.js';
import { list } from './zh-tw/list.js';
import { addLanguage } from './add-language.js';
import type { AllWords } from './words.js';

const words: AllWords = { ...base, ...composer, ...list };
addLanguage('zh-tw', words);

export { version };
