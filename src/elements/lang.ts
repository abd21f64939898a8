import { knownWords, wordsFor, type Words } from '../locales/words.js';

/** The nearest `lang`, through shadow trees; null where nobody says one. */
export function nearestLang(element: Element): string | null {
  for (let node: Element | null = element; node;) {
    const near: Element | null = node.closest('[lang]');
    if (near) return near.getAttribute('lang');
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** The words for `element`: the nearest `lang`, else the browser's language, of those that are known; else zh-CN. */
export function wordsOf(element: Element): Words {
  const lang = nearestLang(element);
  return lang === null ? knownWords(navigator.language) || wordsFor() : wordsFor(lang);
}
