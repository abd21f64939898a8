import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { isInputMethods, Listeners, type EventOn } from './listeners.js';
import { visibleArea, type Area } from './viewport.js';

/** Pixels: on a touch screen, in an element that is narrower than this, what opens is a sheet at its foot. */
const NARROW = 480;
/** The part of what can be seen that a sheet may cover. */
const SHEET_PART = 0.8;
/** The part of it that a list at its button may cover, where there is room. */
const LIST_PART = 0.7;
/** Pixels between a popover and its button, and between it and the window's edge. */
const GAP = 2;
const EDGE = 8;

type Bounded = Pick<Element, 'getBoundingClientRect'>;

/** What opens and closes popovers needs of its element. */
interface PopoverHost extends ReactiveControllerHost, Bounded {
  readonly renderRoot: ShadowRoot;
}

/** Where a popover begins, and how high it may be. */
interface Place {
  readonly left: number;
  readonly top: number;
}

const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(value, most));

/** Moves what begins at `at` and is so wide between two edges. */
const inside = (at: number, width: number, { left, right }: Pick<Area, 'left' | 'right'>): number =>
  between(left + EDGE, at, Math.max(left, right - EDGE - width));

/** Moves a box by as much as it is away from there: inside of what is transformed, `left` and `top` do not count from the window. */
function moveTo(box: HTMLElement, { left, top }: Place): void {
  const { style } = box;
  const now = box.getBoundingClientRect();
  style.left = `${(parseFloat(style.left) || 0) + left - now.left}px`;
  style.top = `${(parseFloat(style.top) || 0) + top - now.top}px`;
}

/** Below its button, or above where there is more room; its end at the button's end, inside the element where it has room. */
function besideButton(box: HTMLElement, host: Bounded, seen: Area): Place {
  const { top, right, bottom, left } = (box.previousElementSibling ?? box.parentElement ?? box).getBoundingClientRect();
  const [above, below] = [top - seen.top - GAP - EDGE, seen.bottom - bottom - GAP - EDGE];
  const isAbove = box.offsetHeight > below && above > below;
  const most = box.matches('.dialog') ? (seen.bottom - seen.top) * LIST_PART : Infinity;
  box.style.maxHeight = `${Math.min(isAbove ? above : below, most)}px`;
  const { offsetWidth: width, offsetHeight: height } = box;
  const isRtl = getComputedStyle(box).direction === 'rtl';
  return {
    left: inside(inside(isRtl ? left : right - width, width, host.getBoundingClientRect()), width, seen),
    top: isAbove ? top - GAP - height : bottom + GAP,
  };
}

/** At the foot of the element, as far as that can be seen: above a phone's keyboard. */
function atFoot(box: HTMLElement, host: Bounded, seen: Area): Place {
  const { left, width, bottom } = host.getBoundingClientRect();
  const end = between(seen.top, bottom, seen.bottom);
  box.style.width = `${width}px`;
  box.style.maxHeight = `${(end - seen.top) * SHEET_PART}px`;
  return { left, top: end - box.offsetHeight };
}

/**
 * What of an element pops up: one thing at a time, by its name. It stands in the browser's top layer, where that has one: nothing
 * around the element cuts it. With a mouse it is at its button; in a narrow element on a touch screen it is a sheet.
 */
export class Popovers implements ReactiveController {
  /** Whether what is open is a sheet. */
  isSheet = false;
  private current = '';
  /** A list keeps the height with which it has opened: what is searched for moves nothing. */
  private height = 0;
  private readonly listeners = new Listeners();

  constructor(private readonly host: PopoverHost) {
    host.addController(this);
  }

  hostUpdated(): void {
    const { box, listeners } = this;
    listeners.end();
    if (!box) return;
    if ('showPopover' in box && !box.matches(':popover-open')) box.showPopover();
    this.place();
    // The button may scroll away, a keyboard may come; a scroll inside does not leave the shadow root.
    listeners
      .on(window, 'resize', this.place)
      .on(window.visualViewport, 'resize scroll', this.place)
      .on(window, 'scroll', this.place, true)
      .on(this.host.renderRoot, 'scroll', this.place, true);
  }

  hostDisconnected(): void {
    this.current = '';
    this.listeners.end();
  }

  isOpen(name: string): boolean {
    return this.current === name;
  }

  /** Opens what has this name, without a focus of its own. */
  open(name: string): void {
    this.current = name;
    this.height = 0;
    this.isSheet = matchMedia('(pointer: coarse)').matches && this.host.getBoundingClientRect().width < NARROW;
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
    if (current && hadFocus) this.focusOn(`#menu-${current}`);
  }

  /** Closes what is open; the focus goes elsewhere. */
  dismiss(): void {
    this.current = '';
    this.host.requestUpdate();
  }

  /** Goes to another place inside the dialog, after a render with which the present one may go: without a focus it would close. */
  focusInside(id: string): void {
    this.focusOn('.dialog');
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.focusOn(`#${id}`));
  }

  private get box(): HTMLElement | null {
    return this.host.renderRoot.querySelector('.popover');
  }

  private readonly place = (): void => {
    const { box, host, isSheet } = this;
    if (!box) return;
    const { style } = box;
    const isList = !!box.querySelector('[role="grid"]');
    style.height = isList && this.height ? `${this.height}px` : '';
    const seen = visibleArea();
    const { left, top } = isSheet ? atFoot(box, host, seen) : besideButton(box, host, seen);
    if (isList && !this.height) this.height = box.offsetHeight;
    moveTo(box, { left, top });
  };

  /**
   * At once, and without a scroll: the scroll of a focus, also of one in between, comes a frame late in Firefox and WebKit, and
   * would undo what a menu's entry has scrolled to.
   */
  private focusOn(selector: string): void {
    this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }
}

/** What the popover's box has: as a sheet it has a part of its own. */
const lookOf = ({ isSheet }: Popovers): string => (isSheet ? 'popover sheet' : 'popover');

/** The arrows go round, Escape and Tab close. */
function onMenuKeydown(event: EventOn<Element, KeyboardEvent>, close: () => void): void {
  const { key, currentTarget: menu, target } = event;
  const entries = Array.from(menu.querySelectorAll<HTMLElement>('.entry:enabled'));
  const at = entries.findIndex(entry => entry === target);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[key];
  if (next !== undefined) entries[(next + entries.length) % entries.length]?.focus();
  else if (key === 'Escape' || key === 'Tab') close();
  else return;
  if (key !== 'Tab') event.preventDefault();
  event.stopPropagation();
}

/** The focus goes out of something, to something or nothing. */
type FocusLeaving = EventOn<Node, FocusEvent & { readonly relatedTarget: Node | null }>;

/** Calls `close` when the focus goes out of `box`. */
function onFocusLeaving({ relatedTarget }: FocusLeaving, box: Node | null, close: () => void): void {
  if (!box?.contains(relatedTarget)) close();
}

interface MenuButton {
  /** Its name among the popovers of the element; the button's id is `menu-` and this. */
  name: string;
  label: string;
  content: unknown;
  isDisabled: boolean;
}

/**
 * A button with a menu behind it, which closes with a choice, Escape, Tab, or when the focus leaves both: a press on the button
 * closes it by itself.
 */
export function menuButton(
  popovers: Popovers,
  { name, label, content, isDisabled }: MenuButton,
  entries: () => unknown,
): TemplateResult {
  const isOpen = popovers.isOpen(name);
  const close = (): void => popovers.close();
  const menu = (): TemplateResult => {
    const look = lookOf(popovers);
    return html`<div
      class=${look}
      part=${look}
      popover="manual"
      role="menu"
      aria-label=${label}
      @keydown=${(event: EventOn<Element, KeyboardEvent>) => onMenuKeydown(event, close)}
      @focusout=${(event: FocusLeaving) => onFocusLeaving(event, event.currentTarget.parentNode, close)}
    >
      ${entries()}
    </div>`;
  };
  return html`<div class="anchor">
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

interface MenuEntry {
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

interface Dialog {
  label: string;
  onKeydown: (event: KeyboardEvent) => void;
  content: unknown;
}

/** What pops up and has more in it than a menu. */
export function dialog(popovers: Popovers, { label, onKeydown, content }: Dialog): TemplateResult {
  const look = lookOf(popovers);
  return html`<div
    class="${look} dialog"
    part=${look}
    popover="manual"
    role="dialog"
    aria-label=${label}
    tabindex="-1"
    @keydown=${(event: KeyboardEvent) => {
      stopHere(event);
      // A key that is held down is one press.
      if (isInputMethods(event) || (event.repeat && event.key === 'Enter')) return;
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
  (event: FocusLeaving): void =>
    onFocusLeaving(event, event.currentTarget, close);
