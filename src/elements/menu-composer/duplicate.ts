import { drawing } from '../shared/icons.js';
import type { Extra } from './extra.js';
import type { KfMenuComposer } from './kf-menu-composer.js';
import { copyItem, fieldId } from './menu-draft.js';
import { entry } from './popover.js';

const sheets = drawing(
  'sheets',
  'M9.3 7h5.4a2 2 0 012 2v5.4a2 2 0 01-2 2H9.3a2 2 0 01-2-2V9a2 2 0 012-2zM7.3 12.7H5.6a2 2 0 01-2-2V5.3a2 2 0 012-2H11a2 2 0 012 2V7',
);

/** In an item's menu: a copy of it, below. Its details are as open as the item's. */
export const duplicate = (composer: KfMenuComposer): Extra => ({
  entries: row => {
    const { controls, words, maxItems } = composer;
    const { open, rows } = controls;
    const copy = (): void => {
      const { draft, key } = copyItem(controls.draft, controls.rows.indexOf(row));
      if (open.has(row.key)) open.add(key);
      controls.edit(draft);
      controls.focus(fieldId({ key }, 'content'));
    };
    return entry(controls, sheets, words.duplicate, copy, '', rows.length >= maxItems);
  },
});
