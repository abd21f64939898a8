import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../locales/words.js';
import { icon, type IconName } from '../icons.js';
import type { ComposerControls } from './composer-controls.js';
import type { Row } from './menu-draft.js';

/** The arrows go round, Escape and Tab close. */
const step = (event: KeyboardEvent, close: () => void): void => {
  const { key, currentTarget, target } = event;
  const entries = Array.from((currentTarget as Element).querySelectorAll<HTMLElement>('button:enabled'));
  const { length } = entries;
  const at = entries.indexOf(target as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[key];
  if (next !== undefined) (entries[(next + length) % length] as HTMLElement).focus();
  else if (key === 'Escape' || key === 'Tab') close();
  else return;
  if (key !== 'Tab') event.preventDefault();
  event.stopPropagation();
};

/** A ⋯ button with what can be done with one item. The menu closes with a choice, Escape, Tab, or when the focus leaves it. */
export function rowMenu(view: ComposerControls, row: Row, index: number, label: string): TemplateResult {
  const { words, kinds, locked } = view.host;
  const { key, item } = row;
  const open = view.menu === key;
  const close = (): void => view.openMenu(0);
  const entry = (name: IconName, text: string, act: () => void, look = '', disabled = false): TemplateResult =>
    html`<button
      class="entry ${look}"
      role="menuitem"
      tabindex="-1"
      ?disabled=${disabled}
      @click=${() => {
        close();
        act();
      }}
    >
      ${icon(name)}<span>${text}</span>
    </button>`;
  return html`<div class="anchor">
    <button
      class="tool"
      id="menu-${key}"
      aria-label=${label}
      aria-haspopup="menu"
      aria-expanded=${open}
      ?disabled=${locked}
      @click=${() => view.openMenu(key)}
    >
      ${icon('more')}
    </button>
    ${
      open
        ? html`<div
            class="popover"
            part="popover"
            role="menu"
            aria-label=${label}
            @keydown=${(event: KeyboardEvent) => step(event, close)}
            @focusout=${({ currentTarget, relatedTarget }: FocusEvent) => {
              if (!(currentTarget as Node).contains(relatedTarget as Node | null)) close();
            }}
          >
            ${entry('up', `${words.up} Alt ↑`, () => view.move(row, -1), '', !index)}
            ${entry('down', `${words.down} Alt ↓`, () => view.move(row, 1), '', !view.rows[index + 1])}
            ${kinds
              .filter(kind => kind !== item.type)
              .map((kind, at) =>
                entry(
                  kind,
                  fill(words.changeTo, { kind: words[kind] }),
                  () => view.changeKind(row, kind),
                  at ? '' : 'apart',
                ),
              )}
            ${entry('remove', words.remove, () => view.remove(row), 'danger apart')}
          </div>`
        : nothing
    }
  </div>`;
}
