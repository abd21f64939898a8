import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../shared/icons.js';
import type { ComposerControls } from './composer-controls.js';

/** Title or the page's own, undo and redo. */
export function header(view: ComposerControls): TemplateResult {
  const { host } = view;
  const { words, locked, still } = host;
  const tool = (way: 'undo' | 'redo'): TemplateResult =>
    html`<button
      class="tool"
      aria-label=${words[way]}
      ?disabled=${locked || !view.history[way].length}
      @click=${() => view.go(way)}
    >
      ${icon(way)}
    </button>`;
  return html`<header part="header">
    <slot name="header"><h2>${words.menu}</h2></slot>
    ${still ? nothing : html`<div class="tools">${host.extra('tools')}${tool('undo')}${tool('redo')}${host.extra('more')}</div>`}
  </header>
  ${host.extra('offer')}`;
}
