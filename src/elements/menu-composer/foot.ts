import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../locales/words.js';
import { icon, spinner } from '../icons.js';
import type { FootAction, FootState } from './foot-state.js';

/** The only place for state: what is so, what to do, and the button. Its words are the live region's words. */
export function foot(state: FootState, words: Words, act: (action: FootAction) => void): TemplateResult {
  const { press, buttons, title, hint } = state;
  const said = html`<span class="title">${title}</span> <span class="hint">${hint}</span>`;
  return html`<footer class=${buttons.length > 1 ? 'two' : ''} part="foot">
    <div class="status" part="status">
      ${state.icon === 'spinner' ? spinner : icon(state.icon)}
      <div role="status">${press ? html`<button class="said" @click=${() => act(press)}>${said}</button>` : said}</div>
    </div>
    <slot name="footer"></slot>
    <div class="buttons">
      ${buttons.map(
        ({ word, action, look }) =>
          html`<button class="send ${look}" part="send ${look}" @click=${() => act(action)}>
            ${look === 'quiet busy' ? spinner : nothing}${words[word]}
          </button>`,
      )}
    </div>
  </footer>`;
}
