import { html, nothing, type TemplateResult } from 'lit';
import { blanksIn, fillMenu, filledSoFar, namesIn, namesInMenu, piecesOf, withBlanks } from '../../core/variables.js';
import type { Issue } from '../../core/issue.js';
import type { MsgMenu } from '../../core/message.js';
import { twoLines } from '../../locales/words.js';
import type { Extra } from './extra.js';
import type { FootState } from './foot-state.js';
import type { KfMenuComposer } from './kf-menu-composer.js';
import { fieldAt, fieldOf, locate, textAt } from './menu-draft.js';
import { insertVariable } from './variable-insert.js';
import { variableProblem } from './variable-problem.js';
import { variableId, variableSection } from './variable-section.js';
import { VariableValues } from './variable-values.js';

/** `{{name}}` in a menu: filled in when it is sent, a chip in the preview, a field where it has no value. */
export class Variables implements Extra {
  readonly values: VariableValues;

  constructor(readonly composer: KfMenuComposer) {
    this.values = new VariableValues(composer);
  }

  /** Takes the page's values. What was sent is history when they make another message of it. */
  give(given: unknown): void {
    const { composer } = this;
    const { sender } = composer;
    const before = JSON.stringify(composer.message);
    this.values.give(given);
    if (sender.outcome.phase === 'sent' && JSON.stringify(composer.message) !== before) sender.reset();
    composer.requestUpdate();
  }

  /** The menu as it is sent. */
  fill(menu: MsgMenu): MsgMenu {
    return fillMenu(menu, this.values.all);
  }

  /** The issues of the filled menu, with those of its variables. */
  check(issues: readonly Issue[]): Issue[] {
    return withBlanks(issues, this.composer.value, this.values.all);
  }

  /** What there is of a field's text by now. */
  filled(text: string, id: string): string {
    return filledSoFar(text, this.values.all, this.nameOf(id));
  }

  /** The names in use, from top to bottom. */
  get names(): string[] {
    return namesInMenu(this.composer.value);
  }

  /** The field's name in the message. */
  nameOf(id: string): string {
    return locate(this.composer.controls.draft, id).name;
  }

  /** The names in a field that have no value. */
  blanksAt(id: string): string[] {
    return blanksIn(textAt(this.composer.controls.draft, id), this.values.all);
  }

  /** Where a problem is mended: a blank variable in its own field. */
  mendedAt({ code }: Issue, id: string): string {
    const [name] = code === 'variable-missing' ? this.blanksAt(id) : [];
    return name ? variableId(name) : id;
  }

  /** The foot's words where nothing but values is missing. */
  lines(issues: readonly Issue[]): FootState['lines'] | undefined {
    const { controls, words } = this.composer;
    const errors = issues.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    if (!first || errors.some(({ code }) => code !== 'variable-missing')) return undefined;
    const [text = ''] = this.blanksAt(fieldAt(controls.draft, first));
    return twoLines(words.variableBlank, { text });
  }

  count(id: string): TemplateResult | undefined {
    const { composer, values } = this;
    const { controls, words, still } = composer;
    const isText = id === 'head_content' || id === 'tail_content';
    const names = isText && !still ? [...values.page.keys()] : [];
    const isFilled = namesIn(textAt(controls.draft, id)).length > 0;
    if (!isFilled && !names.length) return undefined;
    return html`${names.length ? insertVariable(composer, id, names) : nothing}${isFilled ? `${words.filledIn} ` : nothing}`;
  }

  under(id: string): TemplateResult | undefined {
    return variableProblem(this, id);
  }

  sections(): TemplateResult | undefined {
    const { names } = this;
    return names.length ? variableSection(this, names) : undefined;
  }

  /** Chips, where the text is one of the draft's: what is shown filled in has none. */
  text(text: string): TemplateResult[] | undefined {
    const { draft, rows } = this.composer.controls;
    const { head_content, tail_content } = draft.texts;
    const own = [head_content, tail_content, ...rows.map(row => fieldOf(row, 'content'))];
    if (!own.includes(text) || !namesIn(text).length) return undefined;
    const { all } = this.values;
    return piecesOf(text).map(({ text: piece, name }) => {
      const look = `chip ${all.has(name) ? '' : 'blank'}`;
      return name ? html`<span class=${look} part=${look}>${piece}</span>` : html`${piece}`;
    });
  }
}
