import type { Written } from '../state/composer-state.js';
import { toMenu, wordsIn, writtenIn, type Draft } from '../state/draft.js';

/** What the user has added is known again from so many pairs of characters on, and if there is this much of it. */
const LEAST = 3;
const ENOUGH = 0.5;
/** Or if so much of what is given is in it: it was cut. */
const NEARLY_ALL = 0.9;
/** So many characters a page puts beside a text at the most. */
const SIGNATURE = 12;
/** What has no more new pairs than this is the same text but for a word or a mark. */
const FEW = 3;
/** What a page puts in the place of what it hides. */
const MARK = /[*＊×●○■□█_]/;

/** What was written, and the page's menu that it was made from. */
export type Text = Pick<Written, 'draft' | 'start'>;

interface Forms {
  /** As it is; an optional text that is empty is none. */
  readonly exact: string;
  readonly words: string;
}

const formsOfDraft = new WeakMap<Draft, Forms>();

/** A menu as texts to compare. */
function formsOf(draft: Draft): Forms {
  const known = formsOfDraft.get(draft);
  if (known) return known;
  const exact = JSON.stringify(toMenu(draft), (_, value: unknown) => (value === '' ? undefined : value));
  const forms = { exact, words: wordsIn(draft) };
  formsOfDraft.set(draft, forms);
  return forms;
}

export const exactOf = (draft: Draft): string => formsOf(draft).exact;

export const isNothing = (draft: Draft): boolean => exactOf(draft) === '{}';

/** Whether a menu is what was written, as a page may give it back: trimmed, or with ids of its own. What the page gave is not. */
export const isEcho = (menu: Draft, { draft, start }: Text): boolean => {
  const [given, written, begun] = [menu, draft, start].map(formsOf) as [Forms, Forms, Forms];
  return (['exact', 'words'] as const).some(form => written[form] === given[form] && begun[form] !== given[form]);
};

const pairsOf = (texts: readonly string[]): Set<string> =>
  new Set(texts.flatMap(text => Array.from(text.slice(1), (character, at) => text.charAt(at) + character)));

/** The pairs of characters that follow each other in the texts of a menu. */
const pairsIn = (draft: Draft): Set<string> => pairsOf(writtenIn(draft));

/** How much of a menu is in a text, from 0 to 1. */
export function shareIn(text: Draft, menu: Draft): number {
  const [written, given] = [text, menu].map(pairsIn) as [Set<string>, Set<string>];
  return Array.from(given).filter(pair => written.has(pair)).length / given.size;
}

/** What a menu has that is not in a text, beside marks. */
function newsIn(menu: Draft, text: Draft): string[] {
  const written = pairsIn(text);
  return Array.from(pairsIn(menu)).filter(pair => !written.has(pair) && !MARK.test(pair));
}

/** Whether a menu says nothing that is not in a text: all of it, cut, or with words hidden. */
export const isMasked = (menu: Draft, text: Draft): boolean => newsIn(menu, text).length === 0;

/** The same, with words hidden for certain: no user chooses that. */
export const isHidden = (menu: Draft, text: Draft): boolean =>
  isMasked(menu, text) && writtenIn(menu).some(other => MARK.test(other));

/** Whether a menu is a text but for a word. */
export const isNear = (menu: Draft, text: Draft): boolean => newsIn(menu, text).length <= FEW;

/** The texts that the user has changed. */
function changedIn({ draft, start }: Text): string[] {
  const before = writtenIn(start);
  return writtenIn(draft).filter(text => text && !before.includes(text));
}

/** Whether the user has written so much that nobody else has said the same by chance. */
export const isLong = (text: Text): boolean => changedIn(text).join('').length > SIGNATURE;

/** Whether all that the user has changed, however short, is in a menu, with a signature at the most. */
export function hasAdded(menu: Draft, text: Text): boolean {
  const given = writtenIn(menu);
  const isIn = (changed: string): boolean =>
    given.some(other => other.includes(changed) && other.length <= changed.length + SIGNATURE);
  const changed = changedIn(text);
  return changed.length > 0 && changed.every(isIn);
}

/** Whether what the user has left of the page's own words in their text is in a menu, too. */
function hasKept(menu: Draft, text: Text): boolean {
  const [begun, given] = [text.start, menu].map(pairsIn) as [Set<string>, Set<string>];
  const kept = Array.from(pairsOf(changedIn(text))).filter(pair => begun.has(pair));
  return kept.filter(pair => given.has(pair)).length >= kept.length * ENOUGH;
}

/**
 * How much a menu is like what was written, from 0 to 1: 0 unless most of what the user has added to the page's is in it, whatever was
 * masked, cut or put beside it.
 */
export function likeness(menu: Draft, text: Text): number {
  if (text.draft === text.start) return 0; // nothing was added
  if (isEcho(menu, text)) return 1;
  const begun = pairsIn(text.start);
  const [given, written] = [menu, text.draft].map(pairsIn) as [Set<string>, Set<string>];
  const added = Array.from(written).filter(pair => !begun.has(pair));
  const news = Array.from(given).filter(pair => !begun.has(pair));
  const again = added.filter(pair => given.has(pair)).length;
  const isMadeOf = again >= LEAST && (again >= added.length * ENOUGH || again >= news.length * NEARLY_ALL);
  return isMadeOf ? again / (added.length + news.length) : 0;
}

/** Whether a menu was made of what was written, whatever the page has put beside it. */
export const isMadeOf = (menu: Draft, text: Text): boolean => likeness(menu, text) > 0 || hasAdded(menu, text);

/** Whether it is no page's own: it has what the user has left of the page's words, or little else than the text. */
export const isTheSame = (menu: Draft, text: Text): boolean => hasKept(menu, text) || isNear(menu, text.draft);
