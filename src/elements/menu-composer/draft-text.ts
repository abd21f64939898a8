import { fill, type Words } from '../../locales/words.js';
import type { DraftShelf } from './draft-shelf.js';
import type { StoredDraft } from './draft-store.js';

/** 「10:31」; on another day 「11/19 10:31」. */
function timeOf({ at }: StoredDraft): string {
  const then = new Date(at);
  const time = then.toTimeString().slice(0, 5);
  return then.toDateString() === new Date().toDateString() ? time : `${then.getMonth() + 1}/${then.getDate()} ${time}`;
}

/** What is said of the drafts: of one that is not ours, else of the one that was put in. */
export function draftText(shelf: DraftShelf | undefined, restored: StoredDraft | undefined, words: Words): string {
  const other = shelf && shelf.other;
  const shown = other || restored;
  if (!shown) return '';
  const word = shown.doubtful ? 'draftDoubtful' : other && shelf ? shelf.otherFrom : 'draftOf';
  return fill(words[word], { time: timeOf(shown) });
}
