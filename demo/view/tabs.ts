import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../model/languages.js';
import type { Stage, Tab } from '../model/stage.js';

const NAMES: Readonly<Record<Tab, string>> = { menu: '菜单消息', products: '商品' };
const TABS = Object.keys(NAMES) as Tab[];

/** The panel's tabs. They stand in both parts, once each: in the composer they take the place of its title. */
export function tabs(stage: Stage, part: Tab, slot?: string): TemplateResult {
  const show = (tab: Tab): void => {
    if (tab === stage.tab) return;
    stage.showTab(tab);
    document.querySelector<HTMLElement>(`#panel-${tab} [role='tab'][aria-selected='true']`)?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    show(TABS[(TABS.indexOf(part) + step + TABS.length) % TABS.length] ?? part);
  };
  const tab = (name: Tab): TemplateResult =>
    html`<button
      role="tab"
      id=${name === part ? `tab-${name}` : nothing}
      aria-selected=${name === part ? 'true' : 'false'}
      aria-controls="panel-${name}"
      tabindex=${name === part ? 0 : -1}
      @click=${() => show(name)}
    >
      ${say(NAMES[name])}
    </button>`;
  return html`<div class="tabs" role="tablist" aria-label=${say('工具栏')} slot=${slot ?? nothing} @keydown=${onKey}>
    ${TABS.map(tab)}
  </div>`;
}
