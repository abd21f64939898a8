import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../../locales/words.js';
import { icon, spinner } from '../../shared/look/icons.js';
import type { Composer } from '../composer.js';
import type { FootAction, FootState } from './foot-state.js';

/** The keys that send, beside the button where there is room. */
function keysHint({ isWide, isReadOnly, words }: Composer, { buttons }: FootState): TemplateResult | undefined {
  const [button] = buttons;
  if (!isWide || isReadOnly || buttons.length !== 1 || button?.look !== 'fill') return undefined;
  const key = /^(Mac|iP)/.test(navigator.platform) ? '⌘' : 'Ctrl';
  return html`<kbd part="keys">${fill(words.sendKeys, { key })}</kbd>`;
}

/** The only place for state: what is so, what to do, and the button. Its words are the live region's words. */
export function foot(composer: Composer, state: FootState, onPress: (action: FootAction) => void): TemplateResult {
  const { words, isReadOnly } = composer;
  const { icon: name, title, hint } = state;
  const buttons = isReadOnly ? [] : state.buttons;
  const text = html`<span class="title">${title}</span> <span class="hint">${hint}</span>`;
  return html`<footer class=${buttons.length > 1 ? 'two' : ''} part="foot">
    <div class="status ${name === 'remove' ? 'removed' : ''}" part="status">
      ${name === 'spinner' ? spinner : name && name !== 'remove' ? icon(name) : nothing}
      <div role="status" tabindex=${buttons.length > 1 ? -1 : nothing}>
        ${state.onPress ? html`<button class="status-button" @click=${state.onPress}>${text}</button>` : text}
      </div>
    </div>
    ${keysHint(composer, state)}<slot name="footer"></slot>
    <div class="buttons">
      ${buttons.map(
        ({ word, look, action }) =>
          html`<button class="send ${look}" part="send ${look}" @click=${() => onPress(action)}>
            ${look === 'quiet busy' ? spinner : nothing}${words[word]}
          </button>`,
      )}
    </div>
  </footer>`;
}
