import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Issue } from '../../core/issue.js';
import { blanksIn, filledSoFar, namesIn, readVariables, type Values } from '../../core/variables.js';
import { fill, twoLines } from '../../locales/words.js';
import { isInputMethods, type EventFrom } from '../shared/listeners.js';
import { icon } from '../shared/look/icons.js';
import { menuButton, menuEntry } from '../shared/popover.js';
import type { Composer } from './composer.js';
import { insertText, placeIn } from './paste.js';
import { hasOpenVariable, type Problem } from './reading/field-problems.js';
import { fieldOfIssue, fieldsOf, isTextField, locate, textAt, type TextField } from './state/draft.js';
import { problemId, problemLine } from './view/problem.js';

/** The id of a name's field. Any name makes a selector. */
const variableId = (name: string): string =>
  `variable${Array.from(name, character => `-${character.codePointAt(0)?.toString(36) ?? ''}`).join('')}`;

/** Puts `{{name}}` where the caret is, or was. */
function insert(composer: Composer, id: string, name: string): void {
  const control = composer.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`);
  if (control) insertText(composer, placeIn(control), `{{${name}}}`);
}

/** So many names are listed: nobody looks through more, and each takes time to draw. */
const MOST_NAMES = 100;

/** A press on the button leaves the caret where it is: Safari would take the focus to nothing. */
const onMouseDown = (event: EventFrom<Element>): void => {
  if (event.target.closest('.tool')) event.preventDefault();
};

/** 「插入变量」 beside a counter, and the names behind it. `isShort`: the icon alone. */
function insertButton(composer: Composer, id: string, values: Values, isShort: boolean): TemplateResult {
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
      text: fill(words.variablesMore, { n: values.size - MOST_NAMES }),
      onChoose: () => undefined,
      isDisabled: true,
    });
  const entries = (): unknown => [
    ...[...values.keys()].slice(0, MOST_NAMES).map(entry),
    values.size > MOST_NAMES ? more() : nothing,
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
function variableSection(
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

/** So many variables in use have a row: more than the longest menu can make sense of. */
const MOST_ROWS = 200;

/** The beginning of a variable, at the end of what stands before the caret. */
const BEGUN = /\{\{[^{}\r\n，。！？；：]*$/;

/**
 * `{{name}}` in a menu: filled in when it is sent, a chip in the preview, a field where it has no value. The page's value wins over
 * the user's; what the user typed is for one customer and one menu.
 */
export class Variables {
  /** Every name that the page has said, with its value or ''. */
  private given: Values = new Map();
  private typed = new Map<string, string>();
  private filled: Values = new Map();
  /** The long text that was in use last. */
  private lastText: TextField = 'head_content';

  constructor(private readonly composer: Composer) {
    composer.state.subscribe(change => {
      if (change === 'replaced') this.forgetTyped();
    });
  }

  /** The values that count, for the message; another map when one has changed. */
  get all(): Values {
    return this.filled;
  }

  /** What the user typed for the customer of this chat. */
  get ofUser(): Values {
    return this.typed;
  }
  set ofUser(typed: Values) {
    this.typed = new Map(typed);
    this.refresh();
  }

  /** Whether the page has a value for it. */
  isGiven(name: string): boolean {
    return !!this.given.get(name);
  }

  /** The page's values: texts by name. */
  get page(): Record<string, string> {
    return Object.fromEntries(this.given);
  }
  /** What was sent is history when they make another message of it. */
  set page(given: unknown) {
    const { composer } = this;
    const before = JSON.stringify(composer.facts.message);
    this.given = readVariables(given);
    this.given.forEach((value, name) => value && this.typed.delete(name));
    this.refresh();
    if (composer.sends.record?.phase === 'sent' && JSON.stringify(composer.facts.message) !== before)
      composer.sends.forget();
    composer.requestUpdate();
  }

  /** A field's text as far as it is filled in by now. */
  filledSoFar(text: string, field: string): string {
    return filledSoFar(text, this.all, this.nameOf(field));
  }

  /** Where a problem is mended: a variable without a value in its own field, all else in the field of the text. */
  mendedAt({ code }: Issue, field: string): string {
    const [name] = code === 'variable-missing' ? this.blanksAt(field) : [];
    return name ? variableId(name) : field;
  }

  /** Whether the `{{` of this notice is just being typed: the caret is behind it, and no sentence goes on between them. */
  isBeingTyped(problem: Problem): boolean {
    if (!('reason' in problem) || problem.reason !== 'open-variable') return false;
    const { state, renderRoot } = this.composer;
    const field = fieldOfIssue(state.draft, problem);
    const control = renderRoot.querySelector<HTMLInputElement>(`#${field}`);
    if (!control || control !== renderRoot.activeElement || state.problems.at(field)) return false;
    const text = textAt(state.draft, field);
    const caret = control.selectionStart ?? 0;
    const before = text.slice(0, caret).replace(BEGUN, '');
    return before.length < caret && !hasOpenVariable(before + text.slice(caret));
  }

  /** What the foot says of the first error where that is a missing value. `isAlone`: nothing but values is missing. */
  footText(issues: readonly Issue[]): { title: string; hint: string; isAlone: boolean } | undefined {
    const { state, words } = this.composer;
    const errors = issues.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    if (first?.code !== 'variable-missing') return undefined;
    const [text = ''] = this.blanksAt(fieldOfIssue(state.draft, first));
    const isAlone = errors.every(({ code }) => code === 'variable-missing');
    return { ...twoLines(words.variableBlank, { text }), isAlone };
  }

  /** Whether there is something to insert. */
  get canInsert(): boolean {
    return !this.composer.isReadOnly && this.given.size > 0;
  }

  /** Where 插入变量 stands: at the item's text that has the caret, else at the long text that is in use. */
  private get place(): string {
    const { state, fieldInUse } = this.composer;
    if (isTextField(fieldInUse)) this.lastText = fieldInUse;
    const { row, name } = locate(state.draft, fieldInUse);
    return row && fieldsOf(row).includes(name) ? fieldInUse : this.lastText;
  }

  /**
   * Before a field's counter: 插入变量, and that the counter counts what is filled in. `isFull`: it has more to say. `isAlone`: its
   * numbers need no words.
   */
  besideCounter(
    field: string,
    { isBare, isFull, isAlone }: { isBare: boolean; isFull: boolean; isAlone: boolean },
  ): TemplateResult | typeof nothing {
    const { composer, given } = this;
    const { words, state, isNarrow, isWide } = composer;
    const isHere = this.canInsert && field === this.place;
    const hasVariables = namesIn(textAt(state.draft, field)).length > 0;
    const isSaid = hasVariables && !isAlone && !(isNarrow && (isBare || isHere));
    const isShort = !isTextField(field) || (!isWide && (hasVariables || isFull)); // no text gets a second line for it
    return html`${isHere ? insertButton(composer, field, given, isShort) : nothing}${
      isSaid ? html`<bdi>${words.filledIn}</bdi>${' '}` : nothing
    }`;
  }

  /** The variables in use, with a field for each that the page gives no value for. */
  section(): TemplateResult | undefined {
    const { composer, given, typed, all } = this;
    const { names } = composer.facts;
    if (!names.length) return undefined;
    const inUse = names.slice(0, MOST_ROWS).map(name => ({
      name,
      given: given.get(name) ?? '',
      typed: typed.get(name) ?? '',
      isMissed: composer.state.problems.isTried && !all.has(name),
    }));
    return variableSection(composer, inUse, {
      more: names.length - inUse.length,
      onType: (name, text) => this.onType(name, text),
      onEnter: name => this.goOn(name),
    });
  }

  /** The name of the field in the message. */
  private nameOf(field: string): string {
    return locate(this.composer.state.draft, field).name;
  }

  /** The names in a field that have no value. */
  private blanksAt(field: string): string[] {
    return blanksIn(textAt(this.composer.state.draft, field), this.all);
  }

  private onType(name: string, text: string): void {
    const { composer } = this;
    this.typed.set(name, text);
    this.refresh();
    composer.sends.forget();
    composer.requestUpdate();
    composer.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /** To the next one without a value, those above it last. */
  private goOn(name: string): void {
    const { composer, all } = this;
    const { names } = composer.facts;
    const at = names.indexOf(name) + 1;
    const next = [...names.slice(at), ...names.slice(0, at)].find(other => !all.has(other));
    if (next !== undefined) composer.focusOn(variableId(next));
  }

  private forgetTyped(): void {
    if (!this.typed.size) return;
    this.typed.clear();
    this.refresh();
    this.composer.sends.forget(); // it was another message
  }

  private refresh(): void {
    this.filled = new Map([...this.typed, ...this.given].filter(([, value]) => value.trim()));
  }
}
