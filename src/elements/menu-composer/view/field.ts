import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { byteLength } from '../../../core/bytes.js';
import { limitOf } from '../../../core/spec.js';
import { fill, firstText } from '../../../locales/words.js';
import type { Composer } from '../composer.js';
import type { Drag } from '../drag.js';
import type { Paste } from '../paste.js';
import { isProse } from '../reading/field-problems.js';
import type { Rehearsal } from '../rehearsal.js';
import { locate, textAt, type TextField } from '../state/draft.js';
import type { Variables } from '../variables.js';
import { fieldProblem, problemId } from './problem.js';

/** The features that show something in the fields and rows of the editor. */
export interface EditorFeatures {
  readonly drag: Drag;
  readonly paste: Paste;
  readonly rehearsal: Rehearsal;
  readonly variables: Variables;
}

/** From this share of the limit on, the counter speaks up. */
const NEAR = 0.9;
const BYTES_OF_A_HAN_CHARACTER = 3;

/** By the paths of the platform's table: a letter asks for the limit of each field on screen. */
const limits = new Map<string, number>();

/** The most bytes that a field takes. */
function maxOf({ state }: Composer, id: string): number {
  const { row, name } = locate(state.draft, id);
  const path = row ? `msgmenu.list.${row.item.type}.${name}` : `msgmenu.${name}`;
  const max = limits.get(path) ?? limitOf(path).max ?? 0;
  limits.set(path, max);
  return max;
}

/** How a text fills its limit. */
interface Level {
  readonly n: number;
  readonly max: number;
  readonly name: '' | 'near' | 'over';
}

function levelOf(composer: Composer, { variables }: EditorFeatures, id: string): Level {
  const max = maxOf(composer, id);
  const n = byteLength(variables.filledSoFar(textAt(composer.state.draft, id), id));
  return { n, max, name: n > max ? 'over' : n >= max * NEAR ? 'near' : '' };
}

/** Near the limit of a text, how many Han characters still fit; '' where that is nothing to say. */
function roomIn(composer: Composer, features: EditorFeatures, id: string): string {
  const { n, max, name } = levelOf(composer, features, id);
  const isText = isProse(locate(composer.state.draft, id).name);
  const fit = name === 'near' && isText ? Math.floor((max - n) / BYTES_OF_A_HAN_CHARACTER) : 0;
  return fit ? fill(composer.words.room, { n: fit }) : '';
}

/**
 * `35 / 1024 字节`, and before that `room`. `isBare`: only the numbers, where what stands beside them needs the room. `isAlone`:
 * nothing is said of them, as the room that is left stands below.
 */
function counter(
  composer: Composer,
  features: EditorFeatures,
  id: string,
  { room = '', isBare = false, isAlone = false },
): TemplateResult {
  const { n, max, name } = levelOf(composer, features, id);
  return html`<span class="counter ${name}" part="counter"
    >${features.variables.besideCounter(id, { isBare, isAlone, isFull: name !== '' })}${
      room ? html`<bdi>${room} ·</bdi>${' '}` : nothing
    }<bdi>${isBare ? `${n} / ${max}` : fill(composer.words.bytes, { n, max })}</bdi></span
  >`;
}

/** The counter of a line of its own speaks while that is written, and near its limit. */
const isCounted = (composer: Composer, features: EditorFeatures, id: string): boolean =>
  composer.fieldInUse === id || levelOf(composer, features, id).name !== '';

/**
 * What stands under a field that is one line: a note, a problem, else where the item leads, and with it the counter. It has no part
 * in the field, which keeps its whole width.
 */
function lineBelow(
  composer: Composer,
  features: EditorFeatures,
  id: string,
  summary: TemplateResult | undefined,
): TemplateResult | typeof nothing {
  const { isNarrow, isWide, state } = composer;
  const hasProblem = !!state.problems.at(id);
  const isBare = (hasProblem && isNarrow) || (features.variables.canInsert && !isWide);
  const count = isCounted(composer, features, id)
    ? counter(composer, features, id, { room: roomIn(composer, features, id), isBare })
    : undefined;
  const note = features.paste.noteUnder(id, hasProblem ? undefined : count);
  if (note || hasProblem) return html`${note}${fieldProblem(composer, id, count)}`;
  return summary || count ? html`<div class="under">${summary}${count}</div>` : nothing;
}

/**
 * One text that a user writes, by its id. Head and tail text grow with what is in them; the rest is one line, with its counter
 * while it is being written. `live`: only what differs is written, any other write could end a composition.
 */
export function field(
  composer: Composer,
  features: EditorFeatures,
  id: string,
  label: string,
  summary?: TemplateResult,
): TemplateResult {
  const { words, canEdit, state } = composer;
  const text = textAt(state.draft, id);
  const issue = state.problems.at(id);
  const isInvalid = issue?.severity === 'error';
  const describedBy = issue ? problemId(id) : nothing;
  const { row, name } = locate(state.draft, id);
  const placeholder = firstText(words, `${name}.empty`);
  if (row)
    return html`<div class="cell">
        <input
          id=${id}
          part="input"
          dir=${isProse(name) ? 'auto' : 'ltr'}
          translate="no"
          autocomplete="off"
          spellcheck=${isProse(name) ? nothing : 'false'}
          aria-label=${label}
          aria-invalid=${isInvalid}
          aria-describedby=${describedBy}
          placeholder=${placeholder}
          ?readonly=${!canEdit}
          .value=${live(text)}
        />
      </div>
      ${lineBelow(composer, features, id, summary)}`;
  return html`<div class="grow" data-text="${text || placeholder} ">
      <textarea
        id=${id}
        rows="1"
        part="input"
        dir="auto"
        translate="no"
        aria-label=${label}
        aria-invalid=${isInvalid}
        aria-describedby=${describedBy}
        placeholder=${placeholder}
        ?readonly=${!canEdit}
        .value=${live(text)}
      ></textarea>
    </div>
    ${fieldProblem(composer, id)}`;
}

/** The text above or below the items. */
export function textSection(composer: Composer, features: EditorFeatures, id: TextField): TemplateResult {
  const label = composer.words[id];
  const { canInsert } = features.variables;
  const room = roomIn(composer, features, id);
  // What is being written moves by one line at the most: the numbers stay where they are.
  const isAlone = room !== '' && (composer.isNarrow || (canInsert && !composer.isWide));
  return html`<section class="text ${canInsert ? 'insertable' : ''}" part=${id === 'head_content' ? 'head' : 'tail'}>
    <div class="label"
      ><span>${label}</span>${counter(composer, features, id, { room: isAlone ? '' : room, isAlone })}${
        isAlone ? html`<span class="counter near room" part="counter"><bdi>${room}</bdi></span>` : nothing
      }</div
    >
    ${field(composer, features, id, label)}
  </section>`;
}
