import { html, nothing, type TemplateResult } from 'lit';
import type { ComposerControls } from './composer-controls.js';

/** The arrows go round, Escape and Tab close. */
const step = (event: KeyboardEvent, close: () => void): void => {
  const { key, currentTarget, target } = event;
  const entries = Array.from((currentTarget as Element).querySelectorAll<HTMLElement>('.entry:enabled'));
  const { length } = entries;
  const at = entries.indexOf(target as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[key];
  if (next !== undefined) (entries[(next + length) % length] as HTMLElement).focus();
  else if (key === 'Escape' || key === 'Tab') close();
  else return;
  if (key !== 'Tab') event.preventDefault();
  event.stopPropagation();
};

/**
 * A button with a menu behind it, which closes with a choice, Escape, Tab, or when the focus leaves it. `name` is 0 for none, so
 * use a row's key or a word.
 */
export function popover(
  view: ComposerControls,
  name: number | string,
  label: string,
  button: unknown,
  entries: () => unknown,
): TemplateResult {
  const open = view.menu === name;
  const close = (): void => view.openMenu(0);
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
      ${button}
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
              const anchor = (currentTarget as Node).parentNode as Node; // a press on the button closes by itself
              if (!anchor.contains(relatedTarget as Node | null)) close();
            }}
          >
            ${entries()}
          </div>`
        : nothing
    }
  </div>`;
}

/** One thing to choose in a menu. */
export const entry = (
  view: ComposerControls,
  icon: TemplateResult,
  text: unknown,
  act: () => void,
  look = '',
  disabled = false,
): TemplateResult =>
  html`<button
    class="entry ${look}"
    part="entry"
    role="menuitem"
    tabindex="-1"
    ?disabled=${disabled || view.host.locked}
    @click=${() => {
      view.openMenu(0);
      act();
    }}
  >
    ${icon}<span>${text}</span>
  </button>`;
