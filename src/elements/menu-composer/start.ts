import { html, type TemplateResult } from 'lit';
import { fill, twoLines } from '../../locales/words.js';
import { icon } from '../shared/icons.js';
import type { Extra } from './extra.js';
import type { FootState } from './foot-state.js';
import type { KfMenuComposer } from './kf-menu-composer.js';
import { isEmpty } from './menu-draft.js';
import type { TemplateMenu } from './template-menu.js';
import { templateLines } from './template-row.js';

/** How many templates are at hand without opening anything. */
const FIRST = 4;

/** How to begin, while there is nothing: what each kind of item is, and the first templates. */
export class Start implements Extra {
  constructor(
    private readonly composer: KfMenuComposer,
    private readonly menu: TemplateMenu,
  ) {}

  add(): TemplateResult | undefined {
    const { words, kinds, still, locked, maxItems, controls } = this.composer;
    if (still || controls.rows.length) return undefined;
    return html`<div class="add start" part="add">
      ${kinds.map(
        kind =>
          html`<button
            part="block"
            aria-label=${fill(words.add, { kind: words[kind] })}
            aria-describedby="about-${kind}"
            ?disabled=${locked || maxItems < 1}
            @click=${() => controls.add(kind)}
          >
            ${icon(kind)}<span class="name">${words[kind]}</span>${icon('plus')}
          </button>
          <span class="about" id="about-${kind}">${words[`${kind}.about`]}</span>`,
      )}
    </div>`;
  }

  sections(): TemplateResult | undefined {
    const { composer, menu } = this;
    const { words, still, locked, controls } = composer;
    const { templates } = menu;
    const { all } = templates;
    if (still || !all.length || !isEmpty(controls.draft)) return undefined;
    return html`<section class="from-template" part="from-template" aria-labelledby="from-template">
      <div class="label" id="from-template">${words.templatesFrom}</div>
      ${all.slice(0, FIRST).map(
        template =>
          html`<button class="first" part="template" ?disabled=${locked} @click=${() => templates.choose(template)}>
              ${templateLines(template, words)}
            </button>`,
      )}
      ${
        all.length > FIRST
          ? html`<button class="first all" part="template" ?disabled=${locked} @click=${menu.open}>
              <span>${fill(words.templatesAll, { n: all.length })}</span>${icon('chevron')}
            </button>`
          : undefined
      }
    </section>`;
  }

  /** An empty composer's foot says how to begin. */
  begin(state: FootState): FootState {
    const { controls, sender, bridge, still, words } = this.composer;
    if (still || !isEmpty(controls.draft) || sender.outcome.phase !== 'idle' || bridge.whyNot('msgmenu')) return state;
    const hint = this.menu.templates.all.length ? words.emptyOrTemplate : words.emptyOrJson;
    return { ...state, lines: twoLines(hint, {}) };
  }
}
