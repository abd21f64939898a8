import { html, type TemplateResult } from 'lit';
import type { ComposerControls } from './composer-controls.js';
import { counter } from './counter.js';
import { field } from './field.js';
import { textAt, type TextField } from './menu-draft.js';

/** The text above or below the items. */
export function textPart(view: ComposerControls, id: TextField): TemplateResult {
  const { words } = view.host;
  const path = `msgmenu.${id}`;
  const label = words[id];
  return html`<section class="text" part=${id === 'head_content' ? 'head' : 'tail'}>
    <div class="label"><span>${label}</span>${counter(words, textAt(view.draft, id), path)}</div>
    ${field(view, { id, path, label, placeholder: words[`${id}.empty`] }, true)}
  </section>`;
}
