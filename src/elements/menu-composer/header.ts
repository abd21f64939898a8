import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.js';
import type { ComposerControls } from './composer-controls.js';

/** Title or the page's own, undo and redo. */
export function header(view: ComposerControls): TemplateResult {
  const { words, locked, still } = view.host;
  const { history } = view;
  const tool = (name: 'undo' | 'redo', can: boolean): TemplateResult =>
    html`<button class="tool" aria-label=${words[name]} ?disabled=${locked || !can} @click=${() => view[name]()}>
      ${icon(name)}
    </button>`;
  return html`<header part="header">
    <slot name="header"><h2>${words.menu}</h2></slot>
    ${still ? nothing : html`<div class="tools">${tool('undo', history.canUndo)}${tool('redo', history.canRedo)}</div>`}
  </header>`;
}
