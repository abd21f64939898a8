import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { fieldAt } from './menu-draft.js';
import type { Variables } from './variables.js';

/** The id of a name's field: any name makes a selector. */
export const variableId = (name: string): string =>
  `variable${Array.from(name, character => `-${(character.codePointAt(0) as number).toString(36)}`).join('')}`;

/** Undo and redo in the field are its own: they don't touch the menu. */
const keepUndo = (event: KeyboardEvent): void => {
  if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) event.stopPropagation();
};

function variableField(variables: Variables, name: string): TemplateResult {
  const { composer, values } = variables;
  const { controls, words, locked } = composer;
  const missing = composer.issues.filter(
    found => found.code === 'variable-missing' && variables.blanksAt(fieldAt(controls.draft, found)).includes(name),
  );
  const told = missing.map(found => fieldAt(controls.draft, found)).find(id => controls.problemAt(id));
  const type = (event: Event): void => {
    event.stopPropagation(); // at the root it would be a text of the menu
    values.type(name, (event.target as HTMLInputElement).value);
    composer.sender.reset();
    composer.requestUpdate();
    composer.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  return html`<div class="cell">
    <input
      id=${variableId(name)}
      part="input variable"
      autocomplete="off"
      aria-label=${name}
      aria-invalid=${!!told}
      aria-describedby=${told ? `${told}-problem` : nothing}
      placeholder=${words.variableEmpty}
      ?readonly=${locked}
      .value=${live(values.typedFor(name))}
      @input=${type}
      @keydown=${keepUndo}
      @focusout=${() => controls.tell(missing)}
    />
  </div>`;
}

/** The variables in use: the page's values to read, a field for each of the others. */
export function variableSection(variables: Variables, names: readonly string[]): TemplateResult {
  const { words } = variables.composer;
  const { page } = variables.values;
  return html`<section class="text variables" part="variables" aria-label=${words.variables}>
    <div class="label"><span>${words.variables}</span></div>
    ${repeat(
      names,
      name => name,
      name => {
        const value = page.get(name);
        return html`<div class="variable">
          <span class="name">${name}</span>
          ${
            value
              ? html`<div class="given" part="given"><span>${value}</span> <small>${words.variableFromPage}</small></div>`
              : variableField(variables, name)
          }
        </div>`;
      },
    )}
  </section>`;
}
