import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { say } from '../model/languages.js';
import { CHOICES, SETTING_KEYS, SETTING_WORDS, withChoice, type Settings } from '../model/settings.js';
import type { Stage } from '../model/stage.js';

function choice(stage: Stage, key: keyof Settings): TemplateResult {
  const { settings } = stage;
  const choose = ({ currentTarget }: Event): void =>
    stage.tune(withChoice(settings, key, (currentTarget as HTMLSelectElement).selectedIndex));
  return html`
    <label class="choice">
      <span>${say(SETTING_WORDS[key])}</span>
      <select @change=${choose}>
        ${CHOICES[key].map(
          ([value, words]) => html`<option .selected=${live(value === settings[key])}>${say(words)}</option>`,
        )}
      </select>
    </label>
  `;
}

/** 细调: what a scenario sets, each by itself. On a narrow page it opens on demand. */
export function tuning(stage: Stage, folded: boolean): TemplateResult {
  const choices = SETTING_KEYS.map(key => choice(stage, key));
  if (folded)
    return html`<details class="card tuning">
      <summary>${say('细调')}</summary>
      ${choices}
    </details>`;
  return html`
    <section class="tuning" aria-labelledby="tuning">
      <div class="head"><h2 id="tuning">${say('细调')}</h2></div>
      <div class="card">${choices}</div>
    </section>
  `;
}
