import { html, nothing, type TemplateResult } from 'lit';
import { fill, type Words } from '../../../locales/words.js';
import type { EventFrom, EventOn } from '../../shared/listeners.js';
import { icon } from '../../shared/look/icons.js';
import type { Template } from './template-store.js';

/** What became of a template that was to be removed; `putBack` where it can come back. */
export interface Removal {
  readonly text: string;
  readonly putBack?: () => void;
}

/** What the list shows, and what is called for what happens in it. */
interface TemplateListView {
  words: Words;
  /** The user's own that are searched for, and the page's. */
  saved: readonly Template[];
  fromPage: readonly Template[];
  /** So many of those are in the page. */
  shown: number;
  /** How many there are before a search. */
  count: number;
  canSearch: boolean;
  query: string;
  removal: Removal | undefined;
  /** Whether there is something to be saved. */
  canSave: boolean;
  /** The row that Enter presses. */
  active: number;
  onSearch: (query: string) => void;
  /** The end of what is in the page comes near, and there is more. */
  onNearEnd: () => void;
  /** The pointer is over another row. */
  onActivate: (at: number) => void;
  onChoose: (at: number) => void;
  onRemove: (template: Template) => void;
}

/** What is said of a template: its name, how many items it has, its first line. */
export const templateLines = ({ name, items, texts }: Template, words: Words): TemplateResult =>
  html`<span class="name">${name}</span>
    <span class="count">${fill(words.items, { n: items })}</span>
    <span class="about">${texts[0]}</span>`;

interface ListRow {
  at: number;
  content: unknown;
  look?: string;
  before?: unknown;
  after?: unknown;
}

/** Something to choose, with what else stands in its row. The focus is elsewhere and only tells where it is. */
function listRow(
  { active, onActivate, onChoose }: TemplateListView,
  { at, content, look = '', before = nothing, after = nothing }: ListRow,
): TemplateResult {
  const isActive = at === active;
  return html`<div
    class="template ${isActive ? 'active' : ''}"
    part="template ${isActive ? 'chosen' : ''}"
    role="row"
    aria-rowindex=${at + 1}
    @pointermove=${() => isActive || onActivate(at)}
  >
    ${before}
    <button
      class="pick ${look}"
      id="template-${at}"
      role="gridcell"
      tabindex="-1"
      aria-selected=${isActive}
      @click=${() => onChoose(at)}
    >
      ${content}
    </button>
    ${after}
  </div>`;
}

function searchField({ words, count, onSearch }: TemplateListView, current: string): TemplateResult {
  const label = fill(words.templatesSearch, { n: count });
  return html`<div class="find">
    ${icon('search')}
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
      @input=${({ target }: EventFrom<HTMLInputElement>) => onSearch(target.value)}
    />
  </div>`;
}

/** ✕ beside one of the user's own. */
const removeButton = ({ words, onRemove }: TemplateListView, template: Template): TemplateResult =>
  html`<span role="gridcell"
    ><button
      class="tool"
      tabindex="-1"
      aria-label=${fill(words.templateRemove, { text: template.name })}
      @click=${() => onRemove(template)}
    >
      ${icon('remove')}
    </button></span
  >`;

function group(
  label: string,
  templates: readonly Template[],
  row: (template: Template, at: number) => TemplateResult,
): TemplateResult | typeof nothing {
  if (!templates.length) return nothing;
  return html`<div role="rowgroup" aria-label=${label}>
    <div class="heading" aria-hidden="true">${label}</div>
    ${templates.map(row)}
  </div>`;
}

/** Below the templates: what was removed and how it comes back, and saving one. */
function lastRows(view: TemplateListView): TemplateResult {
  const { words, saved, fromPage, removal, canSave } = view;
  const end = saved.length + fromPage.length;
  const removed = removal && html`<span role="gridcell">${removal.text}</span>`;
  const saving = html`${icon('bookmark')}<span>${words.templateSave}</span>`;
  return html`<div class="ends" role="rowgroup">
    ${removal?.putBack ? listRow(view, { at: end, look: 'undo', content: words.undo, before: removed }) : nothing}
    ${removal && !removal.putBack ? html`<div class="template" part="template" role="row">${removed}</div>` : nothing}
    ${canSave ? listRow(view, { at: end + (removal?.putBack ? 1 : 0), look: 'save', content: saving }) : nothing}
  </div>`;
}

/** Whether less than what is in sight is left to scroll to. */
const isNearEnd = ({ scrollTop, scrollHeight, clientHeight }: Element): boolean =>
  scrollHeight - scrollTop < 2 * clientHeight;

/** What pops up under 模板. */
export function templateList(view: TemplateListView): TemplateResult {
  const { words, saved, fromPage, shown, canSearch, query, active, removal, canSave, onNearEnd } = view;
  const count = saved.length + fromPage.length;
  const rows = count + (removal?.putBack ? 1 : 0) + (canSave ? 1 : 0);
  const current = active < rows ? `template-${active}` : '';
  return html`${canSearch ? searchField(view, current) : nothing}
    <div
      id="template-grid"
      role="grid"
      tabindex="0"
      aria-label=${words.templates}
      aria-rowcount=${rows}
      aria-activedescendant=${current}
      @scroll=${({ currentTarget }: EventOn<Element>) => shown < count && isNearEnd(currentTarget) && onNearEnd()}
    >
      ${group(words.templatesMine, saved.slice(0, shown), (template, at) =>
        listRow(view, { at, content: templateLines(template, words), after: removeButton(view, template) }),
      )}
      ${group(words.templatesOfPage, fromPage.slice(0, Math.max(0, shown - saved.length)), (template, at) =>
        listRow(view, { at: saved.length + at, content: templateLines(template, words) }),
      )}
      ${query && !count ? html`<div class="none">${fill(words.templatesNone, { text: query })}</div>` : nothing}
      ${lastRows(view)}
    </div>`;
}
