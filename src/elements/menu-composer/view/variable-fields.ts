import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { isInputMethods, type EventFrom } from '../../shared/listeners.js';
import { icon } from '../../shared/look/icons.js';
import type { Values } from '../../../core/variables.js';
import { fill, twoLines } from '../../../locales/words.js';
import { menuButton, menuEntry } from '../../shared/popover.js';
import type { Composer } from '../composer.js';
import { insertText, placeIn } from '../paste.js';
import { problemId, problemLine } from './problem.js';

/** The id of a name's field. Any name makes a selector. */
export const variableId = (name: string): string =>
  `variable${Array.from(name, character => `-${character.codePointAt(0)?.toString(36) ?? ''}`).join('')}`;

/** Puts `{{name}}` where the caret is, or was. */
function insert(composer: Composer, id: string, name: string): void {
  const control = composer.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`);
  if (control) insertText(composer, placeIn(control), `{{${name}}}`);
}

/** So many names are listed: nobody looks through more, and each takes time to draw. */
const MOST = 100;

/** A press on the button leaves the caret where it is: Safari would take the focus to nothing. */
const onMouseDown = (event: EventFrom<Element>): void => {
  if (event.target.closest('.tool')) event.preventDefault();
};

/** 「插入变量」 beside a counter, and the names behind it. `isShort`: the icon alone. */
export function insertButton(composer: Composer, id: string, values: Values, isShort: boolean): TemplateResult {
  const { words, popovers, canEdit } = composer;
  const label = words.variableInsert;
  const button = {
    name: `insert-${id}`,
    label,
    content: html`${icon('braces')}${isShort ? nothing : html`<span>${label}</span>`}`,
    isDisabled: !canEdit,
  };
  const entry = (name: string): TemplateResult =>
    menuEntry(popovers, {
      icon: icon('braces'),
      text: name,
      onChoose: () => insert(composer, id, name),
      isDisabled: !canEdit,
    });
  const more = (): TemplateResult =>
    menuEntry(popovers, {
      icon: icon('info'),
      text: fill(words.variablesMore, { n: values.size - MOST }),
      onChoose: () => undefined,
      isDisabled: true,
    });
  const entries = (): unknown => [
    ...[...values.keys()].slice(0, MOST).map(entry),
    values.size > MOST ? more() : nothing,
  ];
  return html`<span class="insert" part="insert" data-field=${id} @mousedown=${onMouseDown}>${menuButton(popovers, button, entries)}</span>`;
}

/** A variable in use. */
interface VariableInUse {
  name: string;
  /** The page's value; '' where the user has to type one. */
  given: string;
  typed: string;
  /** It has no value, and a send was tried. */
  isMissed: boolean;
}

interface VariableSection {
  /** How many more are in use than have a row. */
  more: number;
  onType: (name: string, text: string) => void;
  /** Enter: the value of this one is done. */
  onEnter: (name: string) => void;
}

function variableField(
  { words, canEdit }: Composer,
  { name, typed, isMissed }: VariableInUse,
  { onType, onEnter }: VariableSection,
): TemplateResult {
  const id = variableId(name);
  const { title } = twoLines(words.variableBlank, { text: name });
  return html`<div class="cell">
    <input
      id=${id}
      part="input variable"
      dir="auto"
      translate="no"
      autocomplete="off"
      aria-label=${name}
      aria-invalid=${isMissed}
      aria-describedby=${isMissed ? problemId(id) : nothing}
      placeholder=${isMissed ? nothing : words.variableEmpty}
      ?readonly=${!canEdit}
      .value=${live(typed)}
      @input=${(event: EventFrom<HTMLInputElement>) => {
        event.stopPropagation(); // at the root it would be a text of the menu
        onType(name, event.target.value);
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || isInputMethods(event)) return;
        event.preventDefault();
        onEnter(name);
      }}
    />
  </div>${isMissed ? problemLine({ field: id, severity: 'error', text: title }) : nothing}`;
}

/** The variables in use: the page's values to read, a field for each of the others. */
export function variableSection(
  composer: Composer,
  variables: readonly VariableInUse[],
  section: VariableSection,
): TemplateResult {
  const { words } = composer;
  return html`<section class="text variables" part="variables" aria-label=${words.variables}>
    <div class="label"><span>${words.variables}</span></div>
    ${repeat(
      variables,
      ({ name }) => name,
      variable =>
        html`<div class="variable">
          <span class="name">${variable.name}</span>
          ${
            variable.given
              ? html`<div class="given" part="given"><span>${variable.given}</span> <small>${words.variableFromPage}</small></div>`
              : variableField(composer, variable, section)
          }
        </div>`,
    )}
    ${
      section.more ? html`<p class="given" part="given">${fill(words.variablesMore, { n: section.more })}</p>` : nothing
    }
  </section>`;
}
