import { html, nothing, type TemplateResult } from 'lit';
import type { ComposerControls } from './composer-controls.js';
import { counter } from './counter.js';
import { textAt } from './menu-draft.js';
import { problem } from './problem.js';

/** One text that a user writes. What it does is heard at the root, by its id; what stands in it is written after the render. */
export interface FieldOptions {
  /** Its address in the draft: `head_content`, `item-3-url`. */
  id: string;
  /** Its row in the platform's table. */
  path: string;
  label: string;
  placeholder: string;
}

/** Head and tail text grow with what is in them; the rest is one line, with its counter while it is being written. */
export function field(
  view: ComposerControls,
  { id, path, label, placeholder }: FieldOptions,
  multiline = false,
): TemplateResult {
  const { words, locked } = view.host;
  const text = textAt(view.draft, id);
  const issue = view.problemAt(id);
  const severity = issue ? issue.severity : '';
  const invalid = severity === 'error';
  const describedBy = issue ? `${id}-problem` : nothing;
  return html`${
    multiline
      ? html`<div class="grow ${severity}" data-text="${text} ">
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
      : html`<div class="cell ${severity}">
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
          ${counter(words, text, path)}
        </div>`
  }${issue ? problem(view, id, text, issue) : nothing}`;
}
