/** English: importing this gives it to all elements in the page. */
import { version } from '../version.js';
import { base } from './en/base.js';
import { composer } from './en/composer.js';
import { list } from './en/list.js';
import { addLanguage } from './add-language.js';
import type { AllWords } from './words.js';

const words: AllWords = { ...base, ...composer, ...list };
addLanguage('en', words);

export { version };
