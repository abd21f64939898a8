import { fill } from '../../locales/words.js';
import type { ComposerControls } from './composer-controls.js';
import type { Row } from './menu-draft.js';
import type { MenuEntry } from './popover.js';

/** What can be done with one item. */
export function rowMenu(view: ComposerControls, row: Row, index: number): MenuEntry[] {
  const { rows } = view;
  const { words, kinds } = view.host;
  return [
    { icon: 'up', label: `${words.up} Alt ↑`, disabled: index === 0, act: () => view.move(row, -1) },
    {
      icon: 'down',
      label: `${words.down} Alt ↓`,
      disabled: index === rows.length - 1,
      act: () => view.move(row, 1),
    },
    ...kinds
      .filter(kind => kind !== row.item.type)
      .map((kind, at) => ({
        icon: kind,
        label: fill(words.changeTo, { kind: words[kind] }),
        apart: at === 0,
        act: () => view.changeKind(row, kind),
      })),
    { icon: 'remove', label: words.remove, danger: true, apart: true, act: () => view.remove(row) },
  ];
}
