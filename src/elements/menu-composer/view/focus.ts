import type { ReactiveControllerHost } from 'lit';
import { BY_PAGE, type ComposerState } from '../state/composer-state.js';

interface FocusHost extends ReactiveControllerHost {
  readonly renderRoot: ShadowRoot;
  readonly state: ComposerState;
}

/** What had the focus before an update, and where its caret was. */
interface Focused {
  readonly control: HTMLElement;
  readonly id: string;
  readonly start: number | null;
  readonly end: number | null;
  /** Where the focus goes if the update takes the control away: the first of these selectors that is there. */
  readonly fallbacks: readonly string[];
}

/** `list` has no focus of its own: the first button that adds an item has. */
const selectorOf = (id: string): string => (id === 'list' ? '[part="add"] button' : `#${id}`);

/**
 * What is next to a control: in an item its text, those before it, as an undo brings back what stood there, then those behind it.
 * A button of the header gives way to the one that is always there: a text would open a phone's keyboard. `isOther`: the menu is
 * another one, and who types on has not seen it: only the foot's words take nothing of that.
 */
function nextTo(control: HTMLElement, root: ShadowRoot, isOther: boolean): string[] {
  if (control.closest('footer')) return ['.send'];
  if (control.closest('header')) return ['#menu-more'];
  if (isOther) return ['footer [role="status"]'];
  const item = control.closest('.item');
  if (!item) return ['textarea'];
  const texts = Array.from(root.querySelectorAll('.item [id$="-content"]'));
  const next = texts.findIndex(text => item.contains(text)) + 1;
  const nearest = [...texts.slice(0, next).reverse(), ...texts.slice(next)];
  return [...nearest.map(({ id }) => selectorOf(id)), selectorOf('list')];
}

/**
 * Keeps the focus where it belongs over an update. Rows that move leave their controls behind, as only what stands in those
 * changes: the focus and the caret go along with the row, unless the edit has sent the focus elsewhere. Where an update has taken
 * what had the focus away, it goes to the next thing to do.
 */
export class FocusKeeper {
  private before: Focused | undefined;
  /** The focus is on its way to somewhere else. */
  private isSent = false;
  /** The menu has become another one, the next customer's or the page's. */
  private isOther = false;

  constructor(private readonly host: FocusHost) {
    host.state.subscribe(change => {
      if (BY_PAGE.includes(change)) this.isOther = true;
    });
  }

  /** Goes to what has this id, after the next render. */
  goTo(id: string): void {
    this.isSent = true;
    void this.host.updateComplete.then(() => {
      this.isSent = false;
      this.focus(selectorOf(id));
    });
  }

  beforeUpdate(): void {
    const control = this.active;
    const [start, end] =
      control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement
        ? [control.selectionStart, control.selectionEnd]
        : [null, null];
    const fallbacks = control ? nextTo(control, this.host.renderRoot, this.isOther) : [];
    this.before = control ? { control, id: control.id, start, end, fallbacks } : undefined;
    this.isOther = false;
  }

  afterUpdate(): void {
    const { before, host, active } = this;
    if (!before) return;
    if (!active || active.hasAttribute('disabled'))
      this.focus(before.fallbacks.find(selector => host.renderRoot.querySelector(selector)) ?? 'textarea');
    if (this.isSent && before.start === null) return; // a button, which led there
    const isGone = !before.control.isConnected;
    if (isGone || before.control.id !== before.id) void host.updateComplete.then(() => this.follow(before, isGone));
  }

  private follow({ control, id, start, end }: Focused, isGone: boolean): void {
    const target = id ? this.host.renderRoot.querySelector<HTMLElement>(`#${id}`) : null;
    if (!target || (!isGone && this.active !== control && this.active !== target)) return;
    target.focus();
    if (target instanceof HTMLInputElement) target.setSelectionRange(start, end);
  }

  private get active(): HTMLElement | null {
    const { activeElement } = this.host.renderRoot;
    return activeElement instanceof HTMLElement ? activeElement : null;
  }

  private focus(selector: string): void {
    this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
