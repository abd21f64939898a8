import { html, nothing, type TemplateResult } from 'lit';
import { graphemes } from '../../../core/bytes.js';
import { issueText } from '../../../locales/describe.js';
import { fill, type Words } from '../../../locales/words.js';
import { icon } from '../../shared/look/icons.js';
import type { Composer } from '../composer.js';
import { isProse, mendOf, type Mend, type Problem } from '../reading/field-problems.js';
import { idsOf, locate, setTextAt, textAt } from '../state/draft.js';

/** A button beside a problem. */
interface MendButton {
  label: string;
  onPress: () => void;
  /** It keeps its room while a send is under way, and does nothing. */
  isIdle?: boolean;
}

interface ProblemLine {
  /** The field's id, to which the text is tied by `aria-describedby`. */
  field: string;
  severity: 'error' | 'warning';
  text: string;
  /** How full the field is, beside what is wrong with it. */
  counter?: TemplateResult | undefined;
  mend?: MendButton | undefined;
}

/** Characters of a mended text that fit on a button; of an address, the end is what tells it from others. */
const SHORT = 36;

/** The id of a problem's text: the field points there, and what mends it. */
export const problemId = (field: string): string => `${field}-problem`;

/** The id of the button that mends a field. */
export const mendId = (field: string): string => `${field}-mend`;

/** What is wrong, for users. */
export const problemText = (problem: Problem, words: Words): string =>
  'reason' in problem && problem.reason !== 'none' ? words[`notice.${problem.reason}`] : issueText(problem, words);

const mendButton = (field: string, { label, onPress, isIdle = false }: MendButton): TemplateResult =>
  html`<button
    class="mend"
    id=${mendId(field)}
    part="mend"
    aria-describedby=${problemId(field)}
    aria-disabled=${isIdle}
    @click=${() => isIdle || onPress()}
  >
    ${label}
  </button>`;

/** What is wrong, under its field. */
export const problemLine = ({ field, severity, text, counter, mend }: ProblemLine): TemplateResult =>
  html`<div class="problem ${severity} ${counter ? 'counted' : ''}" part="problem">
    ${icon(severity)}
    <span id=${problemId(field)}><bdi>${text}</bdi></span>
    ${counter}${mend ? mendButton(field, mend) : nothing}
  </div>`;

function shortened(text: string): string {
  const characters = graphemes(text);
  const end = SHORT / 3;
  if (characters.length <= SHORT) return text;
  return `${characters.slice(0, SHORT - end).join('')}…${characters.slice(-end).join('')}`;
}

/** What the mend's button says. */
const mendLabel = ({ kind, text, count = 0 }: Mend, words: Words): string =>
  fill(words[`mend.${kind}`], { text: shortened(text), n: count });

/** What puts the problem of a field right that is on show, where that is known. */
export function mendAt({ state, facts }: Composer, field: string): Mend | null {
  const { draft } = state;
  const problem = state.problems.at(field);
  const { name } = locate(draft, field);
  return problem ? mendOf(problem, name, textAt(draft, field), { ids: idsOf(draft), values: facts.values }) : null;
}

/** The problem of a field, if it has one on show, and what puts it right where that is known. */
export function fieldProblem(composer: Composer, field: string, counter?: TemplateResult): TemplateResult | undefined {
  const { words, isReadOnly, canEdit, state } = composer;
  const { draft } = state;
  const problem = state.problems.at(field);
  if (!problem) return undefined;
  const { severity, limit = 0, actual = 0 } = problem;
  const mend = mendAt(composer, field);
  // One count is enough beside the button that has another, and an address is not counted in Han characters.
  const isCounted = problem.code === 'too-long' && (mend || !isProse(locate(draft, field).name));
  const text = isCounted ? fill(words.over, { over: actual - limit }) : problemText(problem, words);
  if (!mend || isReadOnly) return problemLine({ field, severity, text, counter });
  // The button goes with the problem: the focus goes to the field.
  const onPress = (): void => composer.edit(setTextAt(draft, field, mend.text), field);
  const button = { label: mendLabel(mend, words), onPress, isIdle: !canEdit };
  return problemLine({ field, severity, text, counter, mend: button });
}
