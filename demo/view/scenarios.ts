import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { say } from '../model/languages.js';
import { scenarioOf, SCENARIOS, type Scenario } from '../model/scenarios.js';
import type { Stage } from '../model/stage.js';

/** A scenario a row; none is chosen while 细调 is 自定. */
export function scenarioList(stage: Stage): TemplateResult {
  const current = scenarioOf(stage.settings);
  const row = (scenario: Scenario): TemplateResult => html`
    <label class="scenario">
      <input
        type="radio"
        name="scenario"
        .checked=${live(scenario === current)}
        @change=${() => stage.play(scenario)}
      />
      <span>${say(scenario.name)}<small>${say(scenario.words)}</small></span>
    </label>
  `;
  return html`
    <section class="scenarios" aria-labelledby="scenarios">
      <div class="head">
        <h2 id="scenarios">${say('场景')}</h2>
        ${current ? nothing : html`<span class="quiet">${say('自定')}</span>`}
      </div>
      <div class="card" role="radiogroup" aria-labelledby="scenarios">${SCENARIOS.map(row)}</div>
    </section>
  `;
}

/** The same in one line. */
export function scenarioSelect(stage: Stage): TemplateResult {
  const current = scenarioOf(stage.settings);
  const choose = ({ currentTarget }: Event): void => {
    const scenario = SCENARIOS[(currentTarget as HTMLSelectElement).selectedIndex];
    if (scenario) stage.play(scenario);
  };
  return html`
    <label class="card choice scenarios">
      <span>${say('场景')}</span>
      <select @change=${choose}>
        ${SCENARIOS.map(scenario => html`<option .selected=${live(scenario === current)}>${say(scenario.name)}</option>`)}
        ${current ? nothing : html`<option disabled .selected=${true}>${say('自定')}</option>`}
      </select>
    </label>
  `;
}
