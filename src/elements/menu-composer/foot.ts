import { html, nothing, type TemplateResult } from 'lit';
import { icon, spinner } from '../shared/icons.js';
import type { ComposerControls } from './composer-controls.js';
import type { FootAction, FootState } from './foot-state.js';

/** The only place for state: what is so, what to do, and the button. Its words are the live region's words. */
export function foot(view: ComposerControls, state: FootState, act: (action: FootAction) => void): TemplateResult {
  const { icon: sign, lines, next } = state;
  const { words, still } = view.host;
  const buttons = still ? [] : state.buttons;
  const { title, hint } = lines;
  view.footPress.take(buttons);
  const said = html`<span class="title">${title}</span> <span class="hint">${hint}</span>`;
  return html`<footer class=${buttons[1] ? 'two' : ''} part="foot">
    <div class="status" part="status">
      ${sign === 'spinner' ? spinner : sign && icon(sign)}
      <div role="status">${next ? html`<button class="said" @click=${next}>${said}</button>` : said}</div>
    </div>
    ${view.host.extra('foot', state)}<slot name="footer"></slot>
    <div class="buttons">
      ${buttons.map(
        ([word, look, action = 'send']) =>
          html`<button class="send ${look}" part="send ${look}" @click=${() => view.footPress.early || act(action)}>
            ${look === 'quiet busy' ? spinner : nothing}${words[word]}
          </button>`,
      )}
    </div>
  </footer>`;
}
