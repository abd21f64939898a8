import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** Pixels: in an element that is narrower than this, what opens is a sheet at its foot. */
const NARROW = 480;
/** The part of the element, as far as it is in view, that a sheet may cover. */
const SHEET_PART = 0.8;

/** What opens and closes popovers needs of its element. */
export interface PopoverHost extends ReactiveControllerHost, Pick<Element, 'getBoundingClientRect'> {
  readonly renderRoot: ShadowRoot;
}

/** What of an element pops up: one thing at a time, by its name. It is a sheet at the foot of a narrow element. */
export class Popovers {
  /** Whether what is open is a sheet. */
  isSheet = false;
  /** Where the sheet is, as CSS; '' where it is none. Measured once: it must not move while it is being pressed. */
  placement = '';
  private current = '';

  constructor(private readonly host: PopoverHost) {}

  isOpen(name: string): boolean {
    return this.current === name;
  }

  /** Whether what has this name is open as a sheet, which is placed by the root alone: what is around it must not place it. */
  holdsSheet(name: string): boolean {
    return this.isSheet && this.isOpen(name);
  }

  /** Opens what has this name, without a focus of its own. */
  open(name: string): void {
    this.current = name;
    this.place();
    this.host.requestUpdate();
  }

  /** Opens a menu, and goes to its first entry; closes it if it is open. */
  toggleMenu(name: string): void {
    if (this.isOpen(name)) return this.close();
    this.open(name);
    void this.host.updateComplete.then(() => this.focusOn('.popover input, .popover button:enabled'));
  }

  /** Closes what is open. The focus goes back to its button, if it was inside. */
  close(): void {
    const { current, host } = this;
    const hadFocus = !!host.renderRoot.querySelector('.popover:focus-within');
    this.dismiss();
    // At once, and without a scroll: the scroll of a focus, also of one in between, comes a frame late in Firefox and WebKit, and
    // would undo what a menu's entry has scrolled to.
    if (current && hadFocus) this.focusOn(`#menu-${current}`, { preventScroll: true });
  }

  /** Closes what is open; the focus goes elsewhere. */
  dismiss(): void {
    this.current = '';
    this.isSheet = false;
    this.host.requestUpdate();
  }

  /** Goes to another place inside the dialog, after a render with which the present one may go: without a focus it would close. */
  focusInside(id: string): void {
    this.focusOn('.dialog');
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.focusOn(`#${id}`));
  }

  private place(): void {
    const { top, bottom, width } = this.host.getBoundingClientRect();
    const hidden = Math.max(0, bottom - innerHeight);
    this.isSheet = width < NARROW;
    this.placement = this.isSheet
      ? `bottom: ${hidden}px; max-height: ${(bottom - hidden - Math.max(0, top)) * SHEET_PART}px`
      : '';
  }

  private focusOn(selector: string, options?: FocusOptions): void {
    this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus(options);
  }
}

/** What the popover's box has: as a sheet it has a part and a place of its own. */
const boxOf = ({ isSheet, placement }: Popovers): { look: string; part: string; placement: string } =>
  isSheet
    ? { look: 'popover sheet', part: 'popover sheet', placement }
    : { look: 'popover', part: 'popover', placement };

/** The arrows go round, Escape and Tab close. */
function onMenuKeydown(event: KeyboardEvent, close: () => void): void {
  const { key, currentTarget, target } = event;
  const menu = currentTarget as Element;
  const entries = Array.from(menu.querySelectorAll<HTMLElement>('.entry:enabled'));
  const at = entries.findIndex(entry => entry === target);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[key];
  if (next !== undefined) entries[(next + entries.length) % entries.length]?.focus();
  else if (key === 'Escape' || key === 'Tab') close();
  else return;
  if (key !== 'Tab') event.preventDefault();
  event.stopPropagation();
}

/** Calls `close` when the focus goes out of `box`. */
function onFocusLeaving({ relatedTarget }: FocusEvent, box: Node | null, close: () => void): void {
  if (!box?.contains(relatedTarget as Node | null)) close();
}

export interface MenuButton {
  /** Its name among the popovers of the element; the button's id is `menu-` and this. */
  name: string;
  label: string;
  content: unknown;
  isDisabled: boolean;
}

/** A button with a menu behind it, which closes with a choice, Escape, Tab, or when the focus leaves it. */
export function menuButton(
  popovers: Popovers,
  { name, label, content, isDisabled }: MenuButton,
  entries: () => unknown,
): TemplateResult {
  const isOpen = popovers.isOpen(name);
  const close = (): void => popovers.close();
  const menu = (): TemplateResult => {
    const { look, part, placement } = boxOf(popovers);
    return html`<div
      class=${look}
      part=${part}
      role="menu"
      aria-label=${label}
      .style=${placement}
      @keydown=${(event: KeyboardEvent) => onMenuKeydown(event, close)}
      @focusout=${(event: FocusEvent) => {
        const popover = event.currentTarget as Node;
        onFocusLeaving(event, popover.parentNode, close); // a press on the button closes by itself
      }}
    >
      ${entries()}
    </div>`;
  };
  return html`<div class="anchor ${popovers.holdsSheet(name) ? 'holds-sheet' : ''}">
    <button
      class="tool"
      id="menu-${name}"
      aria-label=${label}
      aria-haspopup="menu"
      aria-expanded=${isOpen}
      ?disabled=${isDisabled}
      @click=${() => popovers.toggleMenu(name)}
    >
      ${content}
    </button>
    ${isOpen ? menu() : nothing}
  </div>`;
}

export interface MenuEntry {
  icon: TemplateResult;
  text: unknown;
  onChoose: () => void;
  /** `danger`: it takes something away; `apart`: a line stands before it. */
  look?: string;
  isDisabled?: boolean;
  /** Where it is something to switch: whether it is on. */
  isChecked?: boolean;
}

/** One thing to choose in a menu. */
export const menuEntry = (
  popovers: Popovers,
  { icon, text, onChoose, look = '', isDisabled = false, isChecked }: MenuEntry,
): TemplateResult =>
  html`<button
    class="entry ${look}"
    part="entry"
    role=${isChecked === undefined ? 'menuitem' : 'menuitemcheckbox'}
    aria-checked=${isChecked ?? nothing}
    tabindex="-1"
    ?disabled=${isDisabled}
    @click=${() => {
      popovers.close();
      onChoose();
    }}
  >
    ${icon}<span>${text}</span>
  </button>`;

/** What happens in a dialog is not about the message: the composer's own shortcuts and fields, and the page, hear nothing of it. */
const stopHere = (event: Event): void => event.stopPropagation();

export interface Dialog {
  label: string;
  onKeydown: (event: KeyboardEvent) => void;
  content: unknown;
}

/** What pops up and has more in it than a menu. */
export function dialog(popovers: Popovers, { label, onKeydown, content }: Dialog): TemplateResult {
  const { look, part, placement } = boxOf(popovers);
  return html`<div
    class="${look} dialog"
    part=${part}
    role="dialog"
    aria-label=${label}
    tabindex="-1"
    .style=${placement}
    @keydown=${(event: KeyboardEvent) => {
      stopHere(event);
      // The Enter that ends a composition is no Enter; a key that is held down is one press.
      if (event.isComposing || event.keyCode === 229 || (event.repeat && event.key === 'Enter')) return;
      onKeydown(event);
    }}
    @input=${stopHere}
    @change=${stopHere}
    @paste=${stopHere}
  >
    ${content}
  </div>`;
}

/** For the box around a dialog and its button: closes it when the focus goes elsewhere. */
export const closeOnLeave =
  (close: () => void) =>
  (event: FocusEvent): void =>
    onFocusLeaving(event, event.currentTarget as Node, close);
