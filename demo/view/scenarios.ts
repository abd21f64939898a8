import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { say } from '../model/languages.js';
import { OUTCOMES, scenarioOf, SCENARIOS, type Scenario } from '../model/scenarios.js';
import type { Sends } from '../model/sends.js';
import type { Stage } from '../model/stage.js';
import { report } from './json.js';

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

/** One of `scenarios` in one line. */
function select(
  scenarios: readonly Scenario[],
  current: Scenario | undefined,
  play: (scenario: Scenario) => void,
): TemplateResult {
  const choose = ({ currentTarget }: Event): void => {
    const scenario = scenarios[(currentTarget as HTMLSelectElement).selectedIndex];
    if (scenario) play(scenario);
  };
  return html`
    <label class="card choice scenarios">
      <span>${say('场景')}</span>
      <select @change=${choose}>
        ${scenarios.map(scenario => html`<option .selected=${live(scenario === current)}>${say(scenario.name)}</option>`)}
        ${current ? nothing : html`<option disabled .selected=${true}>${say('自定')}</option>`}
      </select>
    </label>
  `;
}

/** All of them, where there is no room for the list. */
export const scenarioSelect = (stage: Stage): TemplateResult =>
  select(SCENARIOS, scenarioOf(stage.settings), scenario => stage.play(scenario));

/** How the sends of a page of products end, and what an element told about the last one. */
export const outcomeSelect = (sends: Sends): TemplateResult => html`
  <section class="outcome" aria-label=${say('场景')}>
    ${select(OUTCOMES, sends.scenario, scenario => sends.play(scenario))}
    <p class="quiet">${say(sends.scenario.words)}</p>
    <div role="status" aria-label=${say('元素报告')}>${sends.report ? report(sends.report) : nothing}</div>
  </section>
`;
