import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from '../icons.js';
import type { ComposerControls } from './composer-controls.js';

export interface MenuEntry {
  icon: IconName;
  label: string;
  danger?: boolean;
  disabled?: boolean;
  /** A line above it. */
  apart?: boolean;
  act: () => void;
}

const step = (event: KeyboardEvent, close: () => void): void => {
  const menu = event.currentTarget as HTMLElement;
  const entries = Array.from(menu.querySelectorAll<HTMLButtonElement>('button:not(:disabled)'));
  const at = entries.indexOf(event.target as HTMLButtonElement);
  const last = entries.length - 1;
  const next = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, Home: 0, End: last };
  if (event.key in next) (entries[next[event.key as keyof typeof next]] as HTMLElement).focus();
  else if (event.key === 'Escape' || event.key === 'Tab') close();
  else return;
  if (event.key !== 'Tab') event.preventDefault();
  event.stopPropagation();
};

/** A ⋯ button with its menu, which closes with a choice, Escape, Tab, or when the focus goes elsewhere. */
export function popoverButton(
  view: ComposerControls,
  name: string,
  label: string,
  entries: () => MenuEntry[],
): TemplateResult {
  const open = view.menu === name;
  const close = (): void => view.openMenu('');
  return html`<div class="anchor">
    <button
      class="tool"
      id="menu-${name}"
      aria-label=${label}
      aria-haspopup="menu"
      aria-expanded=${open}
      ?disabled=${view.host.locked}
      @click=${() => view.openMenu(name)}
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
            ${entries().map(
              entry =>
                html`<button
                  class="entry ${entry.danger ? 'danger' : ''} ${entry.apart ? 'apart' : ''}"
                  role="menuitem"
                  tabindex="-1"
                  ?disabled=${entry.disabled}
                  @click=${() => {
                    close();
                    entry.act();
                  }}
                >
                  ${icon(entry.icon)}<span>${entry.label}</span>
                </button>`,
            )}
          </div>`
        : nothing
    }
  </div>`;
}
