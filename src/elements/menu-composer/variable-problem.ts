import { html, nothing, type TemplateResult } from 'lit';
import { graphemes } from '../../core/bytes.js';
import { cutFilled, namesIn } from '../../core/variables.js';
import { issueText } from '../../locales/describe.js';
import { fill, twoLines } from '../../locales/words.js';
import { icon } from '../shared/icons.js';
import { textAt } from './menu-draft.js';
import { variableId } from './variable-section.js';
import type { Variables } from './variables.js';

interface Mend {
  label: string;
  act: () => void;
}

/** The mend of a text that is too long when it is filled in: it splits no variable, and leaves something. */
function cut(variables: Variables, id: string, limit: number): Mend | undefined {
  const { controls, words } = variables.composer;
  const before = textAt(controls.draft, id);
  const text = cutFilled(before, limit, variables.values.all, variables.nameOf(id));
  const n = graphemes(before).length - graphemes(text).length;
  return text ? { label: fill(words['mend.too-long'], { n }), act: () => controls.mend(id, text) } : undefined;
}

/** The problem of a field, where the plain composer does not know enough of variables to say or to mend it. */
export function variableProblem(variables: Variables, id: string): TemplateResult | undefined {
  const { controls, words, locked } = variables.composer;
  const issue = controls.problemAt(id);
  if (!issue || !namesIn(textAt(controls.draft, id)).length) return undefined;
  const { code, limit = 0 } = issue;
  const [name] = code === 'variable-missing' ? variables.blanksAt(id) : [];
  if (!name && code !== 'too-long') return undefined;
  const { title, hint } = twoLines(words.variableBlank, { text: name || '' });
  const mend = name ? { label: hint, act: () => controls.focus(variableId(name)) } : cut(variables, id, limit);
  return html`<div class="problem error" part="problem">
    ${icon('error')}<span id="${id}-problem">${name ? title : issueText(issue, words)}</span>
    ${mend && !locked ? html`<button class="mend" part="mend" @click=${mend.act}>${mend.label}</button>` : nothing}
  </div>`;
}
