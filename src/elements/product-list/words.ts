import { listWords, type ListWords } from '../../locales/zh-cn-list.js';
import { wordsOf } from '../shared/lang.js';

export type { ListWords };

/** The list's own words for `element`. */
export const listWordsOf = (element: Element): ListWords => listWords(wordsOf(element));
