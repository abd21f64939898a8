import { html, nothing, type TemplateResult } from 'lit';
import { fill, type Word, type Words } from '../../../locales/words.js';
import { icon } from '../../shared/look/icons.js';
import { menuButton, menuEntry } from '../../shared/popover.js';
import type { Composer } from '../composer.js';
import { DETAILS, fieldId, kindName, rowMenuName, rowText, type Row } from '../state/draft.js';
import { field, type EditorFeatures } from './field.js';
import { fieldProblem, problemText } from './problem.js';

/** 链接 and 小程序 say where they lead while closed. */
const summaryOf = (row: Row): string => rowText(row, 'page') || rowText(row, 'url').replace(/^https?:\/\/|\/$/gi, '');

/** 「第 2 项，链接」 */
const nameOf = ({ item }: Row, index: number, words: Words): string =>
  fill(words.row, { n: index + 1, kind: kindName(item, words) });

/** A shortcut, for whom has a keyboard at hand: not on a touch screen. */
const keys = (name: string): TemplateResult | typeof nothing =>
  matchMedia('(pointer: coarse)').matches ? nothing : html` <span>${name}</span>`;

/** What can be done with one item. */
function rowMenu(
  composer: Composer,
  { rehearsal }: EditorFeatures,
  row: Row,
  index: number,
  name: string,
): TemplateResult {
  const { words, kinds, maxItems, canEdit, state, popovers } = composer;
  const { rows } = state;
  const entry = (
    icon: TemplateResult,
    text: unknown,
    onChoose: () => void,
    { look = '', isDisabled = false } = {},
  ): TemplateResult => menuEntry(popovers, { icon, text, onChoose, look, isDisabled: isDisabled || !canEdit });
  const move = (by: number) => () => composer.move(row, by);
  const otherKinds = kinds.filter(kind => kind !== row.item.type);
  return menuButton(
    popovers,
    {
      name: rowMenuName(row),
      label: `${name}${words.comma}${words.more}`,
      content: icon('more'),
      isDisabled: !canEdit,
    },
    () => html`
      ${entry(icon('up'), html`${words.up}${keys('Alt ↑')}`, move(-1), { isDisabled: !index })}
      ${entry(icon('down'), html`${words.down}${keys('Alt ↓')}`, move(1), { isDisabled: !rows[index + 1] })}
      ${entry(icon('duplicate'), words.duplicate, () => composer.focusOn(state.duplicate(row)), {
        isDisabled: rows.length >= maxItems,
      })}
      ${rehearsal.entry(row)}
      ${otherKinds.map((kind, at) =>
        entry(
          icon(kind),
          fill(words.changeTo, { kind: words[kind] }),
          () => composer.focusOn(state.changeKind(row, kind)),
          { look: at ? '' : 'apart' },
        ),
      )}
      ${entry(icon('remove'), words.remove, () => composer.focusOn(state.remove(row)), { look: 'danger apart' })}
    `,
  );
}

/** The item's text, and where it leads; or why it is none. */
function rowContent(composer: Composer, features: EditorFeatures, row: Row, name: string): TemplateResult {
  const { words, state } = composer;
  const problem = state.problems.at(fieldId(row, 'type'));
  if (!DETAILS.has(row.item.type))
    return html`<div class="cell unknown">${problem ? problemText(problem, words) : rowText(row, 'content')}</div>`;
  const isCovered = state.open.has(row.key) || !!state.problems.at(fieldId(row, 'content'));
  const text = isCovered ? '' : summaryOf(row);
  const summary = html`<button
    class="summary"
    tabindex="-1"
    aria-hidden="true"
    dir="ltr"
    translate="no"
    @click=${() => toggleDetails(composer, row)}
    >${text}</button
  >`;
  const label = `${name}${words.comma}${words.content}`;
  return html`<div class=${text ? 'summed' : ''}>
    ${field(composer, features, fieldId(row, 'content'), label, text ? summary : undefined)}
  </div>`;
}

function toggleDetails(composer: Composer, row: Row): void {
  composer.state.toggle(row);
  composer.requestUpdate();
}

/** One item: kind, text, its details below while open or while they have a problem, and last its menu, as the Tab key goes. */
function itemRow(composer: Composer, features: EditorFeatures, row: Row, index: number): TemplateResult {
  const { words, isReadOnly, state } = composer;
  const details: readonly Word[] = DETAILS.get(row.item.type) ?? [];
  const name = nameOf(row, index, words);
  const isOpen = details.length > 0 && state.open.has(row.key);
  return html`<li class="item ${isOpen ? 'open' : ''}" part="item">
    <div class="row">
      ${features.drag.grip(row)}
      <button class="kind" aria-expanded=${isOpen} aria-label=${name} @click=${() => toggleDetails(composer, row)}>
        ${kindName(row.item, words)}${icon('chevron')}
      </button>
      ${rowContent(composer, features, row, name)}
    </div>
    ${
      isOpen
        ? details.map(
            detail =>
              html`<div class="detail">
                <span>${words[detail]}</span>
                <div class="value">
                  ${field(composer, features, fieldId(row, detail), `${name}${words.comma}${words[detail]}`)}
                </div>
              </div>`,
          )
        : nothing
    }
    ${isReadOnly ? nothing : rowMenu(composer, features, row, index, name)}
  </li>`;
}

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
