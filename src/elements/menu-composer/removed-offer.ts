import { graphemes } from '../../core/bytes.js';
import { fill, type Word } from '../../locales/words.js';
import type { FootState } from './foot-state.js';
import type { KfMenuComposer } from './kf-menu-composer.js';
import { DETAILS, fieldId, fieldOf, type Row } from './menu-draft.js';

/** So many characters of its text name an item. */
const NAME = 16;

function nameOf(row: Row, { words }: KfMenuComposer): string {
  const all = graphemes(fieldOf(row, 'content').trim());
  const { type } = row.item;
  if (!all.length) return fill(words.removedUnnamed, { kind: DETAILS.has(type) ? words[type as Word] : type });
  return fill(words.removed, { text: all.slice(0, NAME).join('') + (all.length > NAME ? '…' : '') });
}

/** What the foot says, or after a removal how to take that back. A send and what came of it have precedence. */
export function withRemoved(composer: KfMenuComposer, state: FootState): FootState {
  const { controls, sender, words, locked } = composer;
  const { removed } = controls;
  if (!removed || locked || sender.outcome.phase !== 'idle') return state;
  const next = (): void => {
    controls.go('undo');
    controls.focus(fieldId(removed, 'content'));
  };
  return { ...state, icon: 'remove', lines: { title: nameOf(removed, composer), hint: words.undo }, next };
}
