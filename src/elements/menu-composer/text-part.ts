import { html, type TemplateResult } from 'lit';
import type { ComposerControls } from './composer-controls.js';
import { counter } from './counter.js';
import { field } from './field.js';
import type { TextField } from './menu-draft.js';

/** The text above or below the items. */
export function textPart(view: ComposerControls, id: TextField): TemplateResult {
  const label = view.host.words[id];
  return html`<section class="text" part=${id.replace('_content', '')}>
    <div class="label"><span>${label}</span>${counter(view, id)}</div>
    ${field(view, id, label)}
  </section>`;
}
