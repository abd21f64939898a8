import { html, nothing, type TemplateResult } from 'lit';
import { issueText } from '../../locales/describe.js';
import { fill } from '../../locales/words.js';
import { icon } from '../icons.js';
import type { ComposerControls } from './composer-controls.js';
import { itemRow } from './item-row.js';

/** Three ways to add an item: with a sentence each while there is none, else a bar. */
const addBar = (view: ComposerControls): TemplateResult | typeof nothing => {
  const { rows } = view;
  const { words, kinds } = view.host;
  if (view.host.still) return nothing;
  const none = rows.length === 0;
  const full = view.host.locked || rows.length >= view.host.maxItems;
  return html`<div class=${none ? 'add-first' : 'add'} part="add">
    ${kinds.map(
      kind =>
        html`<button
          id="add-${kind}"
          aria-label=${fill(words.add, { kind: words[kind] })}
          ?disabled=${full}
          @click=${() => view.add(kind)}
        >
          ${
            none
              ? html`${icon(kind)}<span>${words[kind]}<small>${words[`${kind}.do`]}</small></span
                  >${icon('plus')}`
              : html`${icon('plus')}${words[kind]}`
          }
        </button>`,
    )}
  </div>`;
};

/** The items and how to add one. */
export function itemList(view: ComposerControls): TemplateResult {
  const { rows } = view;
  const { words } = view.host;
  const issue = view.problemAt('list');
  return html`<section class="items" part="items">
    <div class="label" id="list">
      <span>${words.list}</span>
      <span class="counter ${rows.length > view.host.maxItems ? 'over' : ''}"
        >${rows.length} / ${view.host.maxItems}</span
      >
    </div>
    ${
      issue
        ? html`<div class="problem ${issue.severity}" part="problem">
            ${icon(issue.severity)}<span id="list-problem">${issueText(issue, words)}</span>
          </div>`
        : nothing
    }
    ${
      rows.length
        ? html`<ol aria-labelledby="list">
            ${rows.map((row, index) => itemRow(view, row, index))}
          </ol>`
        : nothing
    }
    ${addBar(view)}
  </section>`;
}
