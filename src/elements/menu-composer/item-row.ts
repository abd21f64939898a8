import { html, nothing, type TemplateResult } from 'lit';
import { issueText } from '../../locales/describe.js';
import { fill, type Word } from '../../locales/words.js';
import { icon } from '../icons.js';
import type { ComposerControls } from './composer-controls.js';
import { field } from './field.js';
import { DETAILS, KINDS, fieldId, fieldOf, type Row } from './menu-draft.js';
import { popoverButton } from './popover.js';
import { rowMenu } from './row-menu.js';

/** 链接 and 小程序 say where they lead while closed. */
const summary = (row: Row): string =>
  fieldOf(row, 'page') ||
  fieldOf(row, 'url')
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '');

const rowField = (view: ComposerControls, row: Row, name: string, label: string): TemplateResult =>
  field(view, {
    id: fieldId(row, name),
    path: `msgmenu.list.${row.item.type}.${name}`,
    label,
    placeholder: view.host.words[`${name}.empty` as Word],
  });

/** One item: kind, text, its menu; its details below while open, or while they have a problem. */
export function itemRow(view: ComposerControls, row: Row, index: number): TemplateResult {
  const { words, still } = view.host;
  const { key, item } = row;
  const known = KINDS.includes(item.type);
  const kind = known ? words[item.type] : String(item.type);
  const label = fill(words.row, { n: index + 1, kind });
  const details = known && (DETAILS[item.type] as readonly Word[]);
  const open = details && view.isOpen(row);
  const hint = open ? '' : summary(row);
  const unknown = view.problemAt(fieldId(row, 'type'));
  const toggle = (): void => view.toggle(row);
  return html`<li class="item ${open ? 'open' : ''}" part="item">
    <div class="row">
      <span class="number" aria-hidden="true">${index + 1}</span>
      <button class="kind" aria-expanded=${open} aria-label=${label} @click=${toggle}>${kind}${icon('chevron')}</button>
      <div class="words">
        ${
          details
            ? rowField(view, row, 'content', `${label}，${words.content}`)
            : html`<div class="cell unknown">${unknown ? issueText(unknown, words) : kind}</div>`
        }
        ${
          hint
            ? html`<button class="summary" tabindex="-1" aria-hidden="true" @click=${toggle}>${hint}</button>`
            : nothing
        }
      </div>
      ${still ? nothing : popoverButton(view, String(key), `${label}，${words.more}`, () => rowMenu(view, row, index))}
    </div>
    ${
      open
        ? details.map(
            name =>
              html`<div class="detail">
                <span class="name">${words[name]}</span>
                <div class="value">${rowField(view, row, name, `${label}，${words[name]}`)}</div>
              </div>`,
          )
        : nothing
    }
  </li>`;
}
