import type { MenuItemKind, MsgMenu } from '../../../core/message.js';
import {
  addItem,
  changeKind,
  copyItem,
  correctedBy,
  fieldId,
  fromMenu,
  hasDetails,
  locate,
  moveItem,
  removeItem,
  rowsOf,
  toMenu,
  type Draft,
  type Row,
  type RowEdit,
} from './draft.js';
import type { Problem } from '../reading/field-problems.js';
import { History } from './history.js';
import { Problems } from './facts.js';

/**
 * How the draft came to be another one.
 * - `typed`: the user typed into a field, whose own `input` event tells the page; or the page has put in order what it heard;
 * - `edited`: the user did something else to it;
 * - `undone`: the user took an edit back, or did it again;
 * - `restored`: what was kept for the user was put in unasked;
 * - `reset`: the form was reset;
 * - `replaced`: the page gave another menu;
 * - `switched`: the chat is another customer's, and with it what is being written.
 */
export type StateChange = 'typed' | 'edited' | 'undone' | 'restored' | 'reset' | 'replaced' | 'switched';

/** What the user does; the rest comes with the page, another customer or a draft. */
export const BY_USER: readonly StateChange[] = ['typed', 'edited', 'undone'];

/** What comes with the page or another customer; a draft that comes back does not. */
export const BY_PAGE: readonly StateChange[] = ['replaced', 'reset', 'switched'];

/** What was written in one customer's chat. */
export type Written = Readonly<Pick<ComposerState, 'draft' | 'start' | 'enterChat'>>;

export interface EditOptions {
  /** Edits with the same step, the field that was typed into, are undone together if they follow closely. */
  step?: string;
  /** What `enterChat` is from this edit on. */
  enterChat?: boolean | undefined;
}

/** What is being written, and what of it is open. Knows no DOM. Whoever subscribes hears of each change, in the same tick. */
export class ComposerState {
  draft: Draft = fromMenu({});
  /** What the page gave, of which the draft was made. */
  start: Draft = this.draft;
  history = new History<Draft>();
  /** Go into the chat after sending: as the page gave it, or as the user or a draft chose. */
  enterChat = false;
  /** As the page gave it. */
  givenEnterChat = false;
  readonly problems = new Problems();
  /** The keys of the rows whose details show. */
  readonly open = new Set<number>();
  /** What was written here when the page gave another menu. */
  replaced: Written | undefined;
  /** The row that the last edit took away. */
  removed: Row | undefined;
  /** What the page gave last, or what the form was reset to: whoever has nothing written begins with that. */
  private given: Draft = this.draft;
  private readonly listeners: ((change: StateChange) => void)[] = [];

  get rows(): readonly Row[] {
    return rowsOf(this.draft);
  }

  /** Listeners are called in the order in which they subscribed. */
  subscribe(listener: (change: StateChange) => void): void {
    this.listeners.push(listener);
  }

  /** Takes an edit of the user. */
  edit(draft: Draft, { step = '', enterChat }: EditOptions = {}): void {
    this.record(draft, step, enterChat);
    this.notify(step ? 'typed' : 'edited');
  }

  /** Puts in what was kept for the user, as an edit that can be undone. */
  restore(draft: Draft, enterChat: boolean): void {
    this.record(draft, '', enterChat);
    this.notify('restored');
  }

  /** Takes the page's menu. What was written is one step away. */
  replace(menu: MsgMenu): void {
    const { draft, start, written } = this;
    if (draft !== start || this.history.canRedo) this.history = new History();
    if (draft !== start) this.history.record(draft, '');
    this.begin(menu);
    this.given = this.draft;
    this.replaced = written ?? this.replaced;
    this.notify('replaced');
  }

  /** The page gives what the user wrote a little other: it stays the user's. `isSame`: the words are the same, and so is the step. */
  correct(menu: MsgMenu, isSame: boolean): void {
    if (!isSame) this.history.record(this.draft, '');
    this.draft = correctedBy(menu, this.draft);
    this.notify('typed');
  }

  /** The page gives a menu while the user is writing for somebody whom it is not about: it is what the next text begins with. */
  giveLater(menu: MsgMenu): void {
    this.given = fromMenu(menu);
  }

  /** Takes the menu that the form is reset to. What was written is one step away. */
  reset(menu: MsgMenu): void {
    this.history.record(this.draft, '');
    this.begin(menu);
    this.given = this.draft;
    this.notify('reset');
  }

  /** What the user has written here; undefined while it is just what the page gave. */
  get written(): Written | undefined {
    const { draft, start, history, enterChat } = this;
    return draft === start && !history.canRedo ? undefined : { draft, start, enterChat };
  }

  /** Puts in what was written for another customer, with its steps; where that is nothing, begins anew with what the page gave. */
  switchTo(written: Written | undefined, history = new History<Draft>()): void {
    this.begin(toMenu(this.given));
    this.history = history;
    this.replaced = undefined;
    this.draft = written?.draft ?? this.draft;
    this.start = written?.start ?? this.draft;
    this.enterChat = written?.enterChat ?? this.givenEnterChat;
    this.notify('switched');
  }

  /** The page decides whether to go into the chat after sending. */
  setEnterChat(enterChat: boolean): void {
    this.enterChat = this.givenEnterChat = enterChat;
  }

  undo(): void {
    this.travelTo(this.history.undo(this.draft));
  }

  redo(): void {
    this.travelTo(this.history.redo(this.draft));
  }

  /** Takes the issues of the message as it is now. Details with a problem on show open, and stay open. */
  showProblems(issues: readonly Problem[]): void {
    for (const field of this.problems.refresh(issues, this.draft)) {
      const { row, name } = locate(this.draft, field);
      if (row && name !== 'content') this.open.add(row.key);
    }
  }

  toggle({ key }: Row): void {
    if (!this.open.delete(key)) this.open.add(key);
  }

  /** Adds an item, after a row or at the end. Returns the id of its text. */
  add(kind: MenuItemKind, after?: Row): string {
    const at = after ? this.indexOf(after) + 1 : this.rows.length;
    return this.editRow(addItem(this.draft, kind, at), kind);
  }

  /** A copy below it, whose details are as open as its own. Returns the id of its text. */
  duplicate(row: Row): string {
    const { draft, key } = copyItem(this.draft, row);
    if (this.open.has(row.key)) this.open.add(key);
    this.edit(draft);
    return fieldId({ key }, 'content');
  }

  /** Takes an item away. Returns the id of the text that is next to it now; `list` where there is none. */
  remove(row: Row): string {
    const { rows } = this;
    const at = this.indexOf(row);
    const next = rows[at + 1] ?? rows[at - 1];
    this.record(removeItem(this.draft, at), '', undefined);
    this.removed = row;
    this.notify('edited');
    return next ? fieldId(next, 'content') : 'list';
  }

  /** Moves an item as far as there is room. Returns where it is then. */
  move(row: Row, by: number): number {
    const from = this.indexOf(row);
    const to = this.rows[from + by] ? from + by : from;
    if (to !== from) this.edit(moveItem(this.draft, from, to));
    return to;
  }

  /** Makes another kind of it. Returns the id of its text. */
  changeKind(row: Row, kind: MenuItemKind): string {
    return this.editRow({ draft: changeKind(this.draft, row, kind), key: row.key }, kind);
  }

  /** An edit after which a row is of this kind; details that have to be filled in show. Returns the id of its text. */
  editRow({ draft, key }: RowEdit, kind: MenuItemKind): string {
    if (hasDetails(kind)) this.open.add(key);
    this.edit(draft);
    return fieldId({ key }, 'content');
  }

  private indexOf({ key }: Row): number {
    return this.rows.findIndex(row => row.key === key);
  }

  private record(draft: Draft, step: string, enterChat: boolean | undefined): void {
    const isSwitched = enterChat !== undefined;
    this.history.record(isSwitched ? { ...this.draft, enterChat: this.enterChat } : this.draft, step);
    this.draft = isSwitched ? { ...draft, enterChat } : draft;
    this.enterChat = enterChat ?? this.enterChat;
    this.removed = undefined;
  }

  private begin(menu: MsgMenu): void {
    this.draft = this.start = fromMenu(menu);
    this.removed = undefined;
    this.problems.clear();
    this.open.clear();
  }

  private travelTo(draft: Draft | undefined): void {
    if (!draft) return;
    this.draft = draft;
    this.enterChat = draft.enterChat ?? this.enterChat;
    this.removed = undefined;
    this.notify('undone');
  }

  private notify(change: StateChange): void {
    this.listeners.forEach(listener => listener(change));
  }
}
