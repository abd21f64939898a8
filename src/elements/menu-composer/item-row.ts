import { html, nothing, type TemplateResult } from 'lit';
import { issueText } from '../../locales/describe.js';
import { fill, type Word } from '../../locales/words.js';
import { icon } from '../shared/icons.js';
import type { ComposerControls } from './composer-controls.js';
import { field } from './field.js';
import { DETAILS, fieldId, fieldOf, type Row } from './menu-draft.js';
import { rowMenu } from './row-menu.js';

/** 链接 and 小程序 say where they lead while closed. */
const summary = (row: Row): string => fieldOf(row, 'page') || fieldOf(row, 'url').replace(/^https?:\/\/|\/$/gi, '');

/** One item: kind, text, its menu; its details below while open, or while they have a problem. */
export function itemRow(view: ComposerControls, row: Row, index: number): TemplateResult {
  const { host } = view;
  const { words, still } = host;
  const { item } = row;
  const details = DETAILS.get(item.type) as readonly Word[] | undefined;
  const kind = details ? words[item.type] : String(item.type);
  const label = fill(words.row, { n: index + 1, kind });
  const open = details && view.open.has(row.key);
  const hint = open ? '' : summary(row);
  const unknown = view.problemAt(fieldId(row, 'type'));
  const toggle = (): void => view.toggle(row);
  return html`<li class="item ${open ? 'open' : ''}" part="item">
    <div class="row">
      ${host.extra('grip', row) || html`<span class="number" aria-hidden="true">${index + 1}</span>`}
      <button class="kind" aria-expanded=${!!open} aria-label=${label} @click=${toggle}>${kind}${icon('chevron')}</button>
      <div>
        ${
          details
            ? field(view, fieldId(row, 'content'), `${label}${words.comma}${words.content}`)
            : html`<div class="cell unknown">${unknown ? issueText(unknown, words) : kind}</div>`
        }
        ${
          hint
            ? html`<button class="summary" tabindex="-1" aria-hidden="true" @click=${toggle}>${hint}</button>`
            : nothing
        }
      </div>
      ${still ? nothing : rowMenu(view, row, index, `${label}${words.comma}${words.more}`)}
    </div>
    ${
      open
        ? details.map(
            name =>
              html`<div class="detail">
                <span>${words[name]}</span>
                <div class="value">${field(view, fieldId(row, name), `${label}${words.comma}${words[name]}`)}</div>
              </div>`,
          )
        : nothing
    }
  </li>`;
}
