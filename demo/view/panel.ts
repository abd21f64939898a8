import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import { language, LANGUAGES, say, sayIn, type Language } from '../model/languages.js';
import type { OutcomeEvent } from '../model/report.js';
import { openingMenu, products as samples } from '../model/samples.js';
import type { Stage } from '../model/stage.js';
import { templates } from '../model/templates.js';
import { isNarrow } from './layout.js';
import { tabs } from './tabs.js';
import { theme } from './theme.js';

/** What the page knows of the customer: under the names that the templates have, and those in a text from another language. */
function variables({ customer: { name, order }, composer }: Stage): Record<string, string> {
  const written = JSON.stringify(composer.value?.value ?? null);
  const known = (spoken: Language): [string, string][] => [
    [sayIn(spoken, '客户称呼'), say(name)],
    [sayIn(spoken, '订单号'), order],
  ];
  const inUse = LANGUAGES.flatMap(([spoken]) => known(spoken)).filter(([key]) => written.includes(`{{${key}}}`));
  return Object.fromEntries([...known(language()), ...inUse]);
}

const composer = (stage: Stage): TemplateResult => {
  // Lit sets an object at every render, and that would take back what was typed.
  const opening = guard([], openingMenu);
  return html`
    ${isNarrow() ? html`<div class="panel-head">${tabs(stage, 'menu')}</div>` : nothing}
    <kf-menu-composer
      draft-key="demo"
      theme=${theme()}
      .value=${opening}
      .templates=${guard([language()], templates)}
      .variables=${variables(stage)}
      @input=${() => stage.edited()}
      ${ref(stage.composer)}
    >
      ${isNarrow() ? html`<span slot="header"></span>` : tabs(stage, 'menu', 'header')}
    </kf-menu-composer>
  `;
};

const products = (stage: Stage): TemplateResult => html`
  <div class="panel-head">${tabs(stage, 'products')}</div>
  <div class="products">
    ${guard([language(), theme()], () =>
      samples().map(product => html`<kf-product-card theme=${theme()} .product=${product}></kf-product-card>`),
    )}
  </div>
`;

/** The toolbar's page, the only part that uses the package as a page of yours would. */
export function panel(stage: Stage): TemplateResult {
  const tell = (event: OutcomeEvent): void => stage.tell(event);
  const part = (name: Stage['tab'], content: TemplateResult): TemplateResult =>
    html`<div
      class="tab-panel"
      id="panel-${name}"
      role="tabpanel"
      aria-labelledby="tab-${name}"
      ?hidden=${stage.tab !== name}
    >
      ${content}
    </div>`;
  return html`<section
    class="panel"
    aria-labelledby="panel"
    lang=${language()}
    @kf-sent=${tell}
    @kf-cancel=${tell}
    @kf-error=${tell}
    @kf-late=${tell}
    @kf-ready=${() => stage.panelReady()}
  >
    <h2 class="sr" id="panel">${say('工具栏')}</h2>
    ${keyed(
      stage.panelNumber,
      html`<kf-bridge channel=${stage.settings.channel} check-customer ${ref(stage.bridge)}>
        ${part('menu', composer(stage))} ${part('products', products(stage))}
      </kf-bridge>`,
    )}
  </section>`;
}
