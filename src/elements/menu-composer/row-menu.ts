import { html, type TemplateResult } from 'lit';
import { fill } from '../../locales/words.js';
import { icon } from '../shared/icons.js';
import type { ComposerControls } from './composer-controls.js';
import type { Row } from './menu-draft.js';
import { entry, popover } from './popover.js';

/** A ⋯ button with what can be done with one item. */
export function rowMenu(view: ComposerControls, row: Row, index: number, label: string): TemplateResult {
  const { host } = view;
  const { words, kinds } = host;
  const { key, item } = row;
  return popover(
    view,
    key,
    label,
    icon('more'),
    () => html`
      ${entry(view, icon('up'), html`${words.up} <span>Alt ↑</span>`, () => view.move(row, -1), '', !index)}
      ${entry(view, icon('down'), html`${words.down} <span>Alt ↓</span>`, () => view.move(row, 1), '', !view.rows[index + 1])}
      ${host.extra('entries', row)}
      ${kinds
        .filter(kind => kind !== item.type)
        .map((kind, at) =>
          entry(
            view,
            icon(kind),
            fill(words.changeTo, { kind: words[kind] }),
            () => view.changeKind(row, kind),
            at ? '' : 'apart',
          ),
        )}
      ${entry(view, icon('remove'), words.remove, () => view.remove(row), 'danger apart')}
    `,
  );
}
