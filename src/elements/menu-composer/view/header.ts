import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../shared/icons.js';
import type { Composer } from '../composer.js';
import type { Templates } from '../templates/templates.js';
import type { HeaderMenu } from './header-menu.js';

/** The title or the page's own; templates, undo and redo, and what is seldom needed. */
export function header(composer: Composer, templates: Templates, menu: HeaderMenu): TemplateResult {
  const { words, canEdit, isReadOnly, state } = composer;
  const { canUndo, canRedo } = state.history;
  return html`<header part="header">
    <slot name="header"><h2>${words.menu}</h2></slot>
    ${
      isReadOnly
        ? nothing
        : html`<div class="tools">
            ${templates.button()}
            <button
              class="tool"
              aria-label=${words.undo}
              ?disabled=${!canEdit || !canUndo}
              @click=${() => composer.undo()}
            >
              ${icon('undo')}
            </button>
            <button
              class="tool"
              aria-label=${words.redo}
              ?disabled=${!canEdit || !canRedo}
              @click=${() => composer.redo()}
            >
              ${icon('redo')}
            </button>
            ${menu.render()}
          </div>`
    }
  </header>`;
}
