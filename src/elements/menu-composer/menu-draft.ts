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
  readonly rows?: readonly Row[];
}

export type TextField = 'head_content' | 'tail_content';
type Body = Record<string, unknown>;

/** The details of an item behind its text, by kind. */
export const DETAILS: Record<MenuItemKind, readonly string[]> = {
  click: ['id'],
  view: ['url'],
  miniprogram: ['appid', 'page'],
};
export const KINDS = Object.keys(DETAILS) as MenuItemKind[];

let lastKey = 0;
const row = (item: MenuItem): Row => ({ key: ++lastKey, item });

export const fromMenu = ({ list, ...texts }: MsgMenu): Draft =>
  list === undefined ? { texts } : { texts, rows: list.map(row) };

/** A deep copy, with the keys in the documented order. */
export const toMenu = ({ texts: { head_content, tail_content, ...rest }, rows }: Draft): MsgMenu =>
  JSON.parse(JSON.stringify({ head_content, list: rows?.map(({ item }) => item), tail_content, ...rest })) as MsgMenu;

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
export const isBlank = (from: Row): boolean =>
  ['content', 'url', 'appid', 'page'].every(name => fieldOf(from, name) === '');

const withRows = (draft: Draft, rows: readonly Row[]): Draft => ({ ...draft, rows });
export const rowsOf = ({ rows = [] }: Draft): readonly Row[] => rows;

/** A field's address: `item-3-url`; the texts around the items have their own names. */
export const fieldId = ({ key }: Pick<Row, 'key'>, name: string): string => `item-${key}-${name}`;

/** The row and the field's name behind an address. */
const parse = (draft: Draft, id: string): { row?: Row | undefined; name: string } => {
  const [, key, name = id] = /^item-(\d+)-(\w+)$/.exec(id) || [];
  return { row: rowsOf(draft).find(row => String(row.key) === key), name };
};

/** The row in which a field stands. */
export const rowAt = (draft: Draft, id: string): Row | undefined => parse(draft, id).row;

/** The field at which an issue stands; `list` for what concerns the items as such. */
export function fieldAt(draft: Draft, { path }: Issue): string {
  const [body, field = 'list', index, , name = 'type'] = path;
  if (body !== 'msgmenu' || field !== 'list') return String(body === 'msgmenu' ? field : 'list');
  const row = rowsOf(draft)[Number(index)];
  return row ? fieldId(row, String(name)) : 'list';
}

/** As a person meets them: head text, items from top to bottom, tail text. */
export function fromTopToBottom(issues: readonly Issue[]): Issue[] {
  const place = ({ path: [, field, index = 0] }: Issue): number =>
    field === 'list' ? Number(index) : field === 'head_content' ? -1 : Infinity;
  return [...issues].sort((a, b) => place(a) - place(b) || 0);
}

/** What stands in a field. */
export function textAt(draft: Draft, id: string): string {
  const { row, name } = parse(draft, id);
  return row ? fieldOf(row, name) : draft.texts[name as TextField] || '';
}

/** The draft with another text in a field; an optional one that is empty is not there. */
export function setTextAt(draft: Draft, id: string, text: string): Draft {
  const { row, name } = parse(draft, id);
  const write = (bag: Body): Body => {
    const written = { ...bag, [name]: text };
    if (text === '' && (!row || name === 'id')) delete written[name];
    return written;
  };
  if (!row) return { ...draft, texts: write(draft.texts) };
  const { key, item } = row;
  const changed = { key, item: { ...item, [item.type]: write(bodyOf(row)) } as MenuItem };
  return withRows(
    draft,
    rowsOf(draft).map(old => (old === row ? changed : old)),
  );
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
  if (kind === 'click') return { type: kind, click: { id: nextId(draft), content } };
  if (kind === 'view') return { type: kind, view: { url: '', content } };
  return { type: kind, miniprogram: { appid: '', page: '', content } };
}

/** A new item of this kind behind the row `after`, or at the end. Returns its key too. */
export function addItem(draft: Draft, kind: MenuItemKind, after?: number): { draft: Draft; key: number } {
  const rows = [...rowsOf(draft)];
  const added = row(blank(draft, kind));
  const at = after === undefined ? -1 : rows.findIndex(({ key }) => key === after);
  rows.splice(at < 0 ? rows.length : at + 1, 0, added);
  return { draft: withRows(draft, rows), key: added.key };
}

export function removeItem(draft: Draft, key: number): Draft {
  const rows = rowsOf(draft).filter(candidate => candidate.key !== key);
  if (rows.length) return withRows(draft, rows);
  return { texts: draft.texts };
}

/** Puts a row at an index; beyond the ends means at the end. */
export function moveItem(draft: Draft, key: number, to: number): Draft {
  const rows = rowsOf(draft).filter(candidate => candidate.key !== key);
  const moved = rowsOf(draft).find(candidate => candidate.key === key);
  if (!moved) return draft;
  rows.splice(Math.max(0, Math.min(to, rows.length)), 0, moved);
  return withRows(draft, rows);
}

/** The same words in another kind; what the new kind does not have is only in the undo step. */
export function changeKind(draft: Draft, key: number, kind: MenuItemKind): Draft {
  return withRows(
    draft,
    rowsOf(draft).map(old => (old.key === key ? { key, item: blank(draft, kind, fieldOf(old, 'content')) } : old)),
  );
}
