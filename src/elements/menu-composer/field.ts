import { html, nothing, type TemplateResult } from 'lit';
import type { Word } from '../../locales/words.js';
import type { ComposerControls } from './composer-controls.js';
import { counter } from './counter.js';
import { locate, textAt } from './menu-draft.js';
import { problem } from './problem.js';

/**
 * One text that a user writes, by its address in the draft. Head and tail text grow with what is in them; the rest is one line,
 * with its counter while it is being written. What it does is heard at the root; what stands in it is written after the render.
 */
export function field(view: ComposerControls, id: string, label: string): TemplateResult {
  const { draft } = view;
  const { host } = view;
  const { words, locked } = host;
  const issue = view.problemAt(id);
  const invalid = !!issue && issue.severity === 'error';
  const describedBy = issue ? `${id}-problem` : nothing;
  const { row, name } = locate(draft, id);
  const placeholder = words[`${name}.empty` as Word];
  return html`${
    row
      ? html`<div class="cell">
          <input
            id=${id}
            part="input"
            autocomplete="off"
            aria-label=${label}
            aria-invalid=${invalid}
            aria-describedby=${describedBy}
            placeholder=${placeholder}
            ?readonly=${locked}
          />
          ${counter(view, id)}
        </div>`
      : html`<div class="grow" data-text="${textAt(draft, id)} ">
          <textarea
            id=${id}
            rows="1"
            part="input"
            aria-label=${label}
            aria-invalid=${invalid}
            aria-describedby=${describedBy}
            placeholder=${placeholder}
            ?readonly=${locked}
          ></textarea>
        </div>`
  }${host.extra('under', id) || problem(view, id)}`;
}
