import { html, nothing, type TemplateResult } from 'lit';
import { graphemes } from '../../../core/bytes.js';
import { issueText } from '../../../locales/describe.js';
import { fill, type Word } from '../../../locales/words.js';
import { icon } from '../../shared/icons.js';
import type { Composer } from '../composer.js';
import { textAt } from '../state/draft.js';
import { setTextAt } from '../state/draft-edits.js';
import { mended } from '../state/mends.js';

/** A button beside a problem that puts it right. */
export interface Mend {
  label: string;
  onPress: () => void;
}

export interface ProblemLine {
  /** The field's id, to which the text is tied by `aria-describedby`. */
  field: string;
  severity: 'error' | 'warning';
  text: string;
  mend?: Mend | undefined;
}

/** The id of a problem's text: the field points there. */
export const problemId = (field: string): string => `${field}-problem`;

/** What is wrong, under its field. */
export const problemLine = ({ field, severity, text, mend }: ProblemLine): TemplateResult =>
  html`<div class="problem ${severity}" part="problem">
    ${icon(severity)}
    <span id=${problemId(field)}>${text}</span>
    ${mend ? html`<button class="mend" part="mend" @click=${mend.onPress}>${mend.label}</button>` : nothing}
  </div>`;

/** The problem of a field, if it has one on show, and what puts it right where that is known. */
export function fieldProblem(composer: Composer, field: string): TemplateResult | undefined {
  const { words, canEdit, state } = composer;
  const { draft } = state;
  const issue = state.problems.at(field);
  if (!issue) return undefined;
  const before = textAt(draft, field);
  const text = canEdit ? mended(issue, before, draft) : null;
  const line = { field, severity: issue.severity, text: issueText(issue, words) };
  if (text === null) return problemLine(line);
  const n = graphemes(before).length - graphemes(text).length;
  const label = fill(words[`mend.${issue.code}` as Word], { text, n });
  // The button goes with the problem: the focus goes to the field.
  return problemLine({ ...line, mend: { label, onPress: () => composer.edit(setTextAt(draft, field, text), field) } });
}
