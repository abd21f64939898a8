import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../../locales/words.js';
import { icon } from '../../shared/look/icons.js';
import type { Composer } from '../composer.js';
import type { EditorFeatures } from './field.js';
import { itemRow } from './item-row.js';
import { fieldProblem } from './problem.js';

/** A button for each kind of item; while there is no item, large ones that say what each kind is. */
function addButtons(composer: Composer): TemplateResult {
  const { words, kinds, canEdit, maxItems, state } = composer;
  const isDisabled = !canEdit || state.rows.length >= maxItems;
  if (state.rows.length)
    return html`<div class="add" part="add">
      ${kinds.map(
        kind =>
          html`<button
            aria-label=${fill(words.add, { kind: words[kind] })}
            ?disabled=${isDisabled}
            @click=${() => composer.focusOn(state.add(kind))}
          >
            ${icon('plus')}${words[kind]}
          </button>`,
      )}
    </div>`;
  return html`<div class="start" part="add">
    ${kinds.map(
      kind =>
        html`<button
            part="block"
            aria-label=${fill(words.add, { kind: words[kind] })}
            aria-describedby="about-${kind}"
            ?disabled=${isDisabled}
            @click=${() => composer.focusOn(state.add(kind))}
          >
            ${icon(kind)}<span class="name">${words[kind]}</span>${icon('plus')}
          </button>
          <span class="about" id="about-${kind}">${words[`${kind}.about`]}</span>`,
    )}
  </div>`;
}

/** The items and how to add one. */
export function items(composer: Composer, features: EditorFeatures): TemplateResult {
  const { words, maxItems, isReadOnly, state } = composer;
  const { rows } = state;
  return html`<section class="items" part="items">
    <div class="label" id="list">
      <span>${words.list}</span>
      <span class="counter ${rows.length > maxItems ? 'over' : ''}"><bdi>${rows.length} / ${maxItems}</bdi></span>
    </div>
    ${fieldProblem(composer, 'list')}
    ${
      rows.length
        ? html`<ol aria-labelledby="list">
            ${rows.map((row, index) => itemRow(composer, features, row, index))}
          </ol>`
        : nothing
    }
    ${isReadOnly ? nothing : addButtons(composer)}
  </section>`;
}
