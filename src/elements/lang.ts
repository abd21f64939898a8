import { knownWords, wordsFor, type Words } from '../locales/words.js';

/** The words for `element`: the nearest `lang`, else the browser's language, of those that are known; else zh-CN. */
export function wordsOf(element: Element): Words {
  for (let node: Element | undefined = element; node; node = (node.getRootNode() as ShadowRoot).host) {
    const near: Element | null = node.closest('[lang]');
    if (near) return wordsFor(near.getAttribute('lang') || '');
  }
  return knownWords(navigator.language) || wordsFor();
}
