import type { ReactiveControllerHost } from 'lit';
import type { Issue } from '../../core/issue.js';
import type { MenuItemKind, MsgMenu } from '../../core/message.js';
import { fill, type Words } from '../../locales/words.js';
import {
  addItem,
  changeKind,
  fieldAt,
  fieldId,
  fieldOf,
  fromMenu,
  isBlank,
  locate,
  moveItem,
  removeItem,
  rowsOf,
  setTextAt,
  textAt,
} from './menu-draft.js';
import type { Draft, Row } from './menu-draft.js';
import type { Place, Places } from './extra.js';
import { FootPress } from './foot-press.js';
import { History } from './history.js';

/** How a press ends. */
const UP = ['pointerup', 'pointercancel'];

/** What the controls and the parts need of the element. */
export interface ComposerHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly words: Words;
  readonly kinds: readonly MenuItemKind[];
  readonly maxItems: number;
  /** Nothing can be typed now: read-only, disabled, or a send is under way. */
  readonly locked: boolean;
  /** There is nothing to edit with: read-only or disabled. */
  readonly still: boolean;
  readonly value: MsgMenu;
  /** What a fuller composer shows at this place. */
  extra<P extends Place>(place: P, at?: Places[P]): unknown;
  /** A text with what a fuller composer fills in. */
  filled(text: string, id: string): string;
  /** Where a problem of a field is mended: the field, or what fills it in. */
  mendedAt(problem: Issue, field: string): string;
  /** The message is another one now; `typed` when the control's own event tells the page. */
  edited(typed: boolean): void;
}

/** What the user does with the composer: edits, and where the focus goes after them. */
export class ComposerControls {
  draft: Draft = fromMenu({});
  history = new History<Draft>();
  /** Fields whose problems may be shown: they were left, or a send was tried. */
  private readonly touched = new Set<string>();
  /** The keys of the rows whose details show. */
  readonly open = new Set<number>();
  /** The name of the menu that is open, a row's key or a word; 0 is none's. */
  menu: number | string = 0;
  /** The row that the last edit took away. */
  removed: Row | undefined;
  /** What the live region says. */
  announcement = '';
  /** An input method is at work, or a button is being pressed: what appears now would push it away. */
  busy = false;
  readonly footPress = new FootPress();
  private focused = '';
  private shown = new Map<string, Issue>();

  constructor(readonly host: ComposerHost) {}

  get rows(): readonly Row[] {
    return rowsOf(this.draft);
  }

  /** Takes another menu; what was typed before is no longer undone. */
  load(menu: MsgMenu): void {
    this.draft = fromMenu(menu);
    this.history = new History();
    this.removed = undefined;
    this.touched.clear();
    this.open.clear();
  }

  /** Takes the issues of the message as it is now. Details with a problem on show open, and stay open. */
  refresh(issues: readonly Issue[]): void {
    if (this.busy) return;
    this.shown = new Map();
    for (const severity of ['error', 'warning'])
      for (const found of issues) {
        const field = fieldAt(this.draft, found);
        if (found.severity !== severity || !this.touched.has(field) || this.shown.has(field)) continue;
        this.shown.set(field, found);
        const { row } = locate(this.draft, field);
        if (row && field !== fieldId(row, 'content')) this.open.add(row.key);
      }
  }

  /** The problem to show at a field. */
  problemAt(field: string): Issue | undefined {
    return this.shown.get(field);
  }

  /** From now on all problems that there are may be shown. */
  tell(issues: readonly Issue[]): void {
    for (const found of issues) this.touched.add(fieldAt(this.draft, found));
  }

  /** Whether an error is on show. */
  get told(): boolean {
    return [...this.shown.values()].some(({ severity }) => severity === 'error');
  }

  /** Whether it happened to one of ours: what the page puts into the slots is the page's. */
  owns({ target }: Event): boolean {
    return (target as Node).getRootNode() === this.host.renderRoot;
  }

  /** Something was typed into a field. */
  readonly input = (event: Event): void => {
    if (!this.owns(event)) return;
    const { target } = event;
    const { id, value } = target as HTMLInputElement;
    this.edit(setTextAt(this.draft, id, value), id);
  };

  /** A field was left: from now on its problem may be shown. */
  readonly leave = (event: Event): void => {
    if (!this.owns(event)) return;
    this.touched.add((event.target as Element).id);
    this.host.requestUpdate();
  };

  /** A button goes down: nothing moves until it is up again. */
  readonly press = (): void => {
    this.busy = true;
    this.footPress.began = performance.now();
    for (const type of UP) document.addEventListener(type, this.release);
  };

  private readonly release = (): void => {
    for (const type of UP) document.removeEventListener(type, this.release);
    setTimeout(() => {
      this.busy = false;
      this.footPress.began = 0;
      this.host.requestUpdate();
    });
  };

  /** An input method is at work, or done. */
  readonly compose = ({ type }: Event): void => {
    this.busy = type === 'compositionstart';
    this.host.requestUpdate();
  };

  /** Enter makes the next item, Backspace takes an empty one away, Alt with an arrow moves it. */
  rowKey(event: KeyboardEvent): boolean {
    const { id } = event.target as HTMLElement;
    const { row, name } = locate(this.draft, id);
    if (!row || this.host.locked) return false;
    const by = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const inText = id === fieldId(row, 'content');
    if (by) this.move(row, by, name);
    else if (inText && event.key === 'Enter') this.add(row.item.type, row);
    else if (inText && event.key === 'Backspace' && !event.repeat && isBlank(row)) this.remove(row);
    else return false;
    return true;
  }

  /** Remembers where the focus is before a render, and gives it a place when the render has taken that away. */
  keepFocus(): void {
    const { activeElement } = this.host.renderRoot as ShadowRoot;
    if (activeElement) this.focused = activeElement.closest('footer') ? '.send' : 'textarea';
  }

  /** Writes the texts into their controls, only where they differ: any other write could end a composition. */
  write(): void {
    for (const control of this.host.renderRoot.querySelectorAll<HTMLInputElement>('[part=input]')) {
      const text = textAt(this.draft, control.id);
      if (control.value !== text) control.value = text;
    }
    const { activeElement } = this.host.renderRoot as ShadowRoot;
    if (this.focused && (!activeElement || activeElement.matches(':disabled'))) this.focusOn(this.focused);
    this.focused = '';
  }

  /** Takes an edit. Those with the same `step`, the field that was typed into, are undone together if they follow closely. */
  edit(draft: Draft, step = ''): void {
    this.history.record(this.draft, step);
    this.draft = draft;
    this.removed = undefined;
    this.host.edited(step !== '');
  }

  /** Puts the mended text into a field, and goes there: the mend's button is gone. */
  mend(id: string, text: string): void {
    this.edit(setTextAt(this.draft, id, text));
    this.focus(id);
  }

  private indexOf({ key }: Row): number {
    return this.rows.findIndex(row => row.key === key);
  }

  add(kind: MenuItemKind, after?: Row): void {
    const { rows, host } = this;
    if (host.locked || rows.length >= host.maxItems) return;
    const { draft, key } = addItem(this.draft, kind, after ? this.indexOf(after) + 1 : rows.length);
    this.editRow(draft, key, kind);
  }

  remove(row: Row): void {
    const { rows } = this;
    const at = this.indexOf(row);
    const next = rows[at + 1] || rows[at - 1];
    this.edit(removeItem(this.draft, at));
    this.removed = row;
    this.focus(next ? fieldId(next, 'content') : 'list');
  }

  /** Moves an item as far as there is room, and says where it is; the focus goes to its field of this name. */
  move(row: Row, by: number, name = 'content'): void {
    const { rows, host } = this;
    const from = this.indexOf(row);
    const to = rows[from + by] ? from + by : from;
    if (to !== from) this.edit(moveItem(this.draft, from, to));
    const text = fieldOf(row, 'content') || host.words.unnamed;
    const said = fill(host.words.moved, { text, n: to + 1, max: rows.length });
    this.announcement = said === this.announcement ? `${said}\u00a0` : said; // the same words again are heard only when they differ
    host.requestUpdate();
    this.focus(fieldId(row, name));
  }

  changeKind(row: Row, kind: MenuItemKind): void {
    this.editRow(changeKind(this.draft, row, kind), row.key, kind);
  }

  /** A row is of this kind now: a kind with details that have to be filled in shows them. */
  editRow(draft: Draft, key: number, kind: MenuItemKind): void {
    if (kind !== 'click') this.open.add(key);
    this.edit(draft);
    this.focus(fieldId({ key }, 'content'));
  }

  toggle(row: Row): void {
    const { open } = this;
    if (!open.delete(row.key)) open.add(row.key);
    this.host.requestUpdate();
  }

  /** Opens the menu of this name, or closes it with 0; the focus goes along, and back to the button. */
  openMenu(name: number | string): void {
    const closed = this.menu;
    this.menu = name === closed ? 0 : name;
    this.host.requestUpdate();
    if (this.menu) void this.host.updateComplete.then(() => this.focusOn('.popover input, .popover button:enabled'));
    else if (this.host.renderRoot.querySelector('.popover:focus-within')) this.focus(`menu-${closed}`);
  }

  /** Takes the last edit back, or does it again. */
  go(way: 'undo' | 'redo'): void {
    const draft = this.host.locked ? undefined : this.history.go(way, this.draft);
    if (!draft) return;
    this.draft = draft;
    this.removed = undefined;
    this.host.edited(false);
  }

  /** Opens what a problem hides behind, and goes there. */
  goTo(problem: Issue): void {
    const field = fieldAt(this.draft, problem);
    this.busy = false;
    this.touched.add(field);
    this.host.requestUpdate();
    this.focus(this.host.mendedAt(problem, field));
  }

  /** Goes to what has this id after the next render; to the list by its first button. */
  focus(id: string): void {
    void this.host.updateComplete.then(() => this.focusOn(id === 'list' ? '.add button' : `#${id}`));
  }

  private focusOn(selector: string): void {
    const target = this.host.renderRoot.querySelector<HTMLElement>(selector);
    if (target) target.focus();
  }
}
