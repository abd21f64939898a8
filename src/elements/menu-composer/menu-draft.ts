import type { Issue } from '../../core/issue.js';
import type { MenuItem, MenuItemKind, MsgMenu } from '../../core/message.js';

/** An item with an identity that survives moves, undo and redo. */
export interface Row {
  readonly key: number;
  readonly item: MenuItem;
}

/** A menu being written. Every edit makes a new one: that is what undo goes back to. */
export interface Draft {
  readonly texts: Readonly<Omit<MsgMenu, 'list'>>;
  /** Absent where the menu has no list at all. */
  readonly rows?: readonly Row[] | undefined;
}

export type TextField = 'head_content' | 'tail_content';
type Body = Record<string, unknown>;

/** The details of an item behind its text, by kind. */
export const DETAILS: ReadonlyMap<MenuItemKind, readonly string[]> = new Map([
  ['click', ['id']],
  ['view', ['url']],
  ['miniprogram', ['appid', 'page']],
]);

let lastKey = 0;
const row = (item: MenuItem): Row => ({ key: ++lastKey, item });

export function fromMenu(menu: MsgMenu): Draft {
  const texts = { ...menu };
  delete texts.list;
  return { texts, rows: menu.list && menu.list.map(row) };
}

/** A deep copy, with the keys in the documented order. */
export function toMenu({ texts, rows }: Draft): MsgMenu {
  const list = rows && rows.map(({ item }) => item);
  return JSON.parse(JSON.stringify({ head_content: undefined, list, tail_content: undefined, ...texts })) as MsgMenu;
}

export const isEmpty = ({ texts, rows = [] }: Draft): boolean =>
  !rows.length && !texts.head_content && !texts.tail_content;

const bodyOf = ({ item }: Row): Body => {
  const body = (item as unknown as Body)[item.type];
  return typeof body === 'object' && body !== null ? (body as Body) : {};
};

/** A field of a row, as text: whatever else stands in it shows as nothing and stays until it is edited. */
export const fieldOf = (from: Row, name: string): string => {
  const value = bodyOf(from)[name];
  return typeof value === 'string' ? value : '';
};

/** Nobody has written anything into it. */
export const isBlank = (from: Row): boolean => !['content', 'url', 'appid', 'page'].some(name => fieldOf(from, name));

export const rowsOf = ({ rows = [] }: Draft): readonly Row[] => rows;

/** A field's address: `item-3-url`; the texts around the items have their own names. */
export const fieldId = ({ key }: Pick<Row, 'key'>, name: string): string => `item-${key}-${name}`;

/** The row and the field's name behind an address. */
export const locate = (draft: Draft, id: string): { row: Row | undefined; name: string } => {
  const [, key, name = id] = id.split(/^item-(\d+)-/);
  return { row: rowsOf(draft).find(candidate => candidate.key === Number(key)), name };
};

/** The field at which an issue stands; `list` for what concerns the items as such. */
export function fieldAt(draft: Draft, { path }: Issue): string {
  const [body, field = 'list', index, , name = 'type'] = path;
  const row = rowsOf(draft)[Number(index)];
  if (row) return fieldId(row, String(name));
  return body === 'msgmenu' ? String(field) : 'list';
}

/** As a person meets them: head text, items from top to bottom, tail text. */
export function fromTopToBottom(issues: readonly Issue[]): Issue[] {
  const place = ({ path: [, field, index = 0] }: Issue): number =>
    field === 'list' ? Number(index) : field === 'head_content' ? -1 : Infinity;
  return [...issues].sort((a, b) => place(a) - place(b) || 0);
}

/** What stands in a field. */
export function textAt(draft: Draft, id: string): string {
  const { row, name } = locate(draft, id);
  return row ? fieldOf(row, name) : draft.texts[name as TextField] || '';
}

/** The same draft, with another item in the row of this key. */
const withItem = ({ texts, rows = [] }: Draft, key: number, item: unknown): Draft => ({
  texts,
  rows: rows.map(old => (old.key === key ? { key, item: item as MenuItem } : old)),
});

/** The draft with another text in a field; an optional one that is empty is not there. */
export function setTextAt(draft: Draft, id: string, text: string): Draft {
  const { row, name } = locate(draft, id);
  const written: Body = { ...(row ? bodyOf(row) : draft.texts) };
  if (text || (row && name !== 'id')) written[name] = text;
  else delete written[name];
  if (!row) return { texts: written, rows: draft.rows };
  const { key, item } = row;
  return withItem(draft, key, { ...item, [item.type]: written });
}

/** The id after the highest one that is a number; 1 where there is none. */
export function nextId(draft: Draft): string {
  const numbers = rowsOf(draft)
    .map(from => fieldOf(from, 'id'))
    .filter(id => /^\d{1,15}$/.test(id))
    .map(Number);
  return String(Math.max(0, ...numbers) + 1);
}

function blank(draft: Draft, kind: MenuItemKind, content = ''): MenuItem {
  const details = (DETAILS.get(kind) || []).map(name => [name, name === 'id' ? nextId(draft) : '']);
  return { type: kind, [kind]: Object.fromEntries([...details, ['content', content]]) } as unknown as MenuItem;
}

/** A new item of this kind, before the one that is at this index now. Returns its key too. */
export function addItem(draft: Draft, kind: MenuItemKind, at: number): { draft: Draft; key: number } {
  const { texts } = draft;
  const rows = [...rowsOf(draft)];
  const added = row(blank(draft, kind));
  rows.splice(at, 0, added);
  return { draft: { texts, rows }, key: added.key };
}

/** A copy of the item at this index, below it; where that has an id, the copy has the next free one. Returns its key too. */
export function copyItem(draft: Draft, at: number): { draft: Draft; key: number } {
  const rows = [...rowsOf(draft)];
  const copy = row((rows[at] as Row).item);
  const { key, item } = copy;
  rows.splice(at + 1, 0, copy);
  const copied = { texts: draft.texts, rows };
  const numbered = item.type === 'click' && fieldOf(copy, 'id');
  return { draft: numbered ? setTextAt(copied, fieldId(copy, 'id'), nextId(draft)) : copied, key };
}

/** The draft without an item; with the last one, the list goes. */
export function removeItem(draft: Draft, at: number): Draft {
  const rows = rowsOf(draft).filter((_, index) => index !== at);
  return { texts: draft.texts, rows: rows.length ? rows : undefined };
}

/** Puts an item where another one is. */
export function moveItem(draft: Draft, from: number, to: number): Draft {
  const rows = [...rowsOf(draft)];
  rows.splice(to, 0, ...rows.splice(from, 1));
  return { texts: draft.texts, rows };
}

/** The same words in another kind; what the new kind does not have is only in the undo step. */
export const changeKind = (draft: Draft, from: Row, kind: MenuItemKind): Draft =>
  withItem(draft, from.key, blank(draft, kind, fieldOf(from, 'content')));
