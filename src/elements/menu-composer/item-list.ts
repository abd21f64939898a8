import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../locales/words.js';
import { icon } from '../shared/icons.js';
import type { ComposerControls } from './composer-controls.js';
import { itemRow } from './item-row.js';
import { problem } from './problem.js';

/** Three ways to add an item. */
const addBar = (view: ComposerControls): TemplateResult | typeof nothing => {
  const { words, kinds, still, locked, maxItems } = view.host;
  if (still) return nothing;
  return html`<div class="add" part="add">
    ${kinds.map(
      kind =>
        html`<button
          aria-label=${fill(words.add, { kind: words[kind] })}
          ?disabled=${locked || view.rows.length >= maxItems}
          @click=${() => view.add(kind)}
        >
          ${icon('plus')}${words[kind]}
        </button>`,
    )}
  </div>`;
};

/** The items and how to add one. */
export function itemList(view: ComposerControls): TemplateResult {
  const { rows, host } = view;
  const { words, maxItems } = host;
  return html`<section class="items" part="items">
    <div class="label" id="list">
      <span>${words.list}</span>
      <span class="counter ${rows.length > maxItems ? 'over' : ''}"
        >${rows.length} / ${maxItems}</span
      >
    </div>
    ${problem(view, 'list')}
    ${
      rows.length
        ? html`<ol aria-labelledby="list">
            ${rows.map((row, index) => itemRow(view, row, index))}
          </ol>`
        : nothing
    }
    ${host.extra('add') || addBar(view)}
  </section>`;
}
