import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { byteLength } from '../../../core/bytes.js';
import { limitOf } from '../../../core/spec.js';
import { fill, type Word } from '../../../locales/words.js';
import type { Composer } from '../composer.js';
import { locate, textAt, type TextField } from '../state/draft.js';
import type { EditorFeatures } from './features.js';
import { fieldProblem, problemId } from './problem.js';

/** From this share of the limit on, the counter speaks up. */
const NEAR = 0.9;
const BYTES_OF_A_HAN_CHARACTER = 3;

/** What a customer reads; the rest are addresses and ids, in which a spelling mark would be wrong. */
const PROSE: readonly string[] = ['head_content', 'tail_content', 'content'];

/** The most bytes that a field takes. */
function maxOf({ state }: Composer, id: string): number {
  const { row, name } = locate(state.draft, id);
  return limitOf(row ? `msgmenu.list.${row.item.type}.${name}` : `msgmenu.${name}`).max ?? 0;
}

/** `35 / 1024 字节`; near the limit also how many Han characters still fit. */
function counter(composer: Composer, { variables }: EditorFeatures, id: string): TemplateResult {
  const { words, state } = composer;
  const max = maxOf(composer, id);
  const n = byteLength(variables.filledSoFar(textAt(state.draft, id), id));
  const level = n > max ? 'over' : n >= max * NEAR ? 'near' : '';
  const room =
    level === 'near' ? `${fill(words.room, { n: Math.floor((max - n) / BYTES_OF_A_HAN_CHARACTER) })} · ` : '';
  return html`<span class="counter ${level}" part="counter"
    >${variables.besideCounter(id)}${room}${fill(words.bytes, { n, max })}</span
  >`;
}

/**
 * One text that a user writes, by its id. Head and tail text grow with what is in them; the rest is one line, with its counter
 * while it is being written. `live`: only what differs is written, any other write could end a composition.
 */
export function field(composer: Composer, features: EditorFeatures, id: string, label: string): TemplateResult {
  const { words, canEdit, state } = composer;
  const text = textAt(state.draft, id);
  const issue = state.problems.at(id);
  const isInvalid = issue?.severity === 'error';
  const describedBy = issue ? problemId(id) : nothing;
  const { row, name } = locate(state.draft, id);
  const placeholder = words[`${name}.empty` as Word];
  const isProse = PROSE.includes(name);
  return html`${
    row
      ? html`<div class="cell">
          <input
            id=${id}
            part="input"
            autocomplete="off"
            spellcheck=${isProse ? nothing : 'false'}
            aria-label=${label}
            aria-invalid=${isInvalid}
            aria-describedby=${describedBy}
            placeholder=${placeholder}
            ?readonly=${!canEdit}
            .value=${live(text)}
          />
          ${counter(composer, features, id)}
        </div>`
      : html`<div class="grow" data-text="${text} ">
          <textarea
            id=${id}
            rows="1"
            part="input"
            aria-label=${label}
            aria-invalid=${isInvalid}
            aria-describedby=${describedBy}
            placeholder=${placeholder}
            ?readonly=${!canEdit}
            .value=${live(text)}
          ></textarea>
        </div>`
  }${features.paste.noteUnder(id)}${features.variables.problemUnder(id) ?? fieldProblem(composer, id)}`;
}

/** The text above or below the items. */
export function textSection(composer: Composer, features: EditorFeatures, id: TextField): TemplateResult {
  const label = composer.words[id];
  return html`<section class="text" part=${id === 'head_content' ? 'head' : 'tail'}>
    <div class="label"><span>${label}</span>${counter(composer, features, id)}</div>
    ${field(composer, features, id, label)}
  </section>`;
}
