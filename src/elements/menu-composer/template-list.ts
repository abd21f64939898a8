import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../locales/words.js';
import { icon } from '../shared/icons.js';
import { bookmarkIcon, searchIcon } from './header-icons.js';
import type { Template } from './menu-template.js';
import type { TemplateMenu } from './template-menu.js';
import { templateLines } from './template-row.js';

/** Something to choose, with what else stands in its row. The focus is elsewhere and only tells where it is. */
const row = (
  { active, acts, go }: TemplateMenu,
  at: number,
  look: string,
  content: unknown,
  before: unknown,
  after: unknown,
): TemplateResult =>
  html`<div
    class="template ${at === active ? 'active' : ''}"
    part="template ${at === active ? 'chosen' : ''}"
    role="row"
    @pointermove=${() => at === active || go(at)}
  >
    ${before}
    <button
      class="pick ${look}"
      id="template-${at}"
      role="gridcell"
      tabindex="-1"
      aria-selected=${at === active}
      @click=${acts[at]}
    >
      ${content}
    </button>
    ${after}
  </div>`;

const searchField = ({ templates, composer, search }: TemplateMenu, current: string): TemplateResult => {
  const label = fill(composer.words.templatesSearch, { n: templates.all.length });
  return html`<div class="find">
    ${searchIcon}
    <input
      id="template-search"
      part="field"
      autocomplete="off"
      role="combobox"
      aria-autocomplete="list"
      aria-expanded="true"
      aria-haspopup="grid"
      aria-controls="template-grid"
      aria-activedescendant=${current}
      aria-label=${label}
      placeholder=${label}
      @input=${search}
    />
  </div>`;
};

/** The user's own can be removed with the mouse, too. */
const remover = (menu: TemplateMenu, template: Template): TemplateResult =>
  html`<span role="gridcell"
    ><button
      class="tool"
      tabindex="-1"
      aria-label=${fill(menu.composer.words.templateRemove, { text: template.name })}
      @click=${() => menu.remove(template)}
    >
      ${icon('remove')}
    </button></span
  >`;

function group(menu: TemplateMenu, label: string, from: number, list: readonly Template[]): unknown {
  const { composer, templates } = menu;
  if (!list.length) return nothing;
  return html`<div role="rowgroup" aria-label=${label}>
    <div class="heading" aria-hidden="true">${label}</div>
    ${list.map((template, at) => {
      const after = templates.isMine(template) ? remover(menu, template) : nothing;
      return row(menu, from + at, '', templateLines(template, composer.words), nothing, after);
    })}
  </div>`;
}

/** What pops up under 模板. */
export function templateList(menu: TemplateMenu): TemplateResult {
  const { shown, templates, composer, acts, active, searchable, query, removal } = menu;
  const { words } = composer;
  const mine = shown.filter(template => templates.isMine(template));
  const current = acts[active] ? `template-${active}` : '';
  const save = shown.length + (removal && removal.putBack ? 1 : 0);
  const gone = removal && html`<span role="gridcell">${removal.text}</span>`;
  return html`${searchable ? searchField(menu, current) : nothing}
    <div id="template-grid" role="grid" tabindex="0" aria-label=${words.templates} aria-activedescendant=${current}>
      ${group(menu, words.templatesMine, 0, mine)}
      ${group(menu, words.templatesOfPage, mine.length, shown.slice(mine.length))}
      ${query && !shown.length ? html`<div class="none">${fill(words.templatesNone, { text: query })}</div>` : nothing}
      <div class="ends" role="rowgroup">
        ${
          !removal
            ? nothing
            : removal.putBack
              ? row(menu, shown.length, 'undo', words.undo, gone, nothing)
              : html`<div class="template" part="template" role="row">${gone}</div>`
        }
        ${
          acts[save]
            ? row(menu, save, 'save', html`${bookmarkIcon}<span>${words.templateSave}</span>`, nothing, nothing)
            : nothing
        }
      </div>
    </div>`;
}
