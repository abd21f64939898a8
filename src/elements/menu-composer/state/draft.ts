import type { Issue } from '../../../core/issue.js';
import type { MenuItem, MenuItemKind, MsgMenu } from '../../../core/message.js';
import type { Words } from '../../../locales/words.js';
import { nextFreeId } from '../reading/field-problems.js';
import type { Change } from '../reading/outcome.js';

/** An item with an identity that survives moves, undo and redo. */
export interface Row {
  readonly key: number;
  readonly item: MenuItem;
}

/** A menu being written. It never changes: every edit makes a new one, and undo goes back to an old one. */
export interface Draft {
  readonly texts: Readonly<Omit<MsgMenu, 'list'>>;
  /** Absent where the menu has no list at all. */
  readonly rows?: readonly Row[] | undefined;
  /** What `enterChat` was in this draft; absent where no edit has changed it. Undo and redo bring it back. */
  readonly enterChat?: boolean | undefined;
}

/** A menu to put in, and what `enterChat` is with it where somebody said so. */
export interface GivenMenu {
  readonly menu: MsgMenu;
  readonly enterChat?: boolean | undefined;
  /** What is other in it than it was given. */
  readonly changes?: readonly Change[];
}

export type TextField = 'head_content' | 'tail_content';
type Body = Record<string, unknown>;

/** Whether this is the name of the text above or below the items. */
export const isTextField = (name: unknown): name is TextField => name === 'head_content' || name === 'tail_content';

/** The fields of an item beside its text, by kind. */
export const DETAILS: ReadonlyMap<string, readonly ('id' | 'url' | 'appid' | 'page')[]> = new Map([
  ['click', ['id']],
  ['view', ['url']],
  ['miniprogram', ['appid', 'page']],
]);

/** Whether a kind has details that have to be filled in. */
export const hasDetails = (kind: string): boolean => kind !== 'click' && DETAILS.has(kind);

/** Every kind of item that the composer can write. */
export const KINDS: readonly MenuItemKind[] = ['click', 'view', 'miniprogram'];

function listOf(given: unknown): readonly unknown[] {
  try {
    return Array.isArray(given) ? Array.from(given) : [];
  } catch {
    return []; // a revoked proxy
  }
}

/** The kinds that there are, each once, in the page's order; all where it names none of these. */
export function knownKinds(kinds: unknown): readonly MenuItemKind[] {
  const named = listOf(kinds);
  const known = KINDS.filter(kind => named.includes(kind)).sort((a, b) => named.indexOf(a) - named.indexOf(b));
  return known.length ? known : KINDS;
}

/** A text, or a number as one; '' where the page gives anything else. */
export const knownText = (given: unknown): string =>
  typeof given === 'string' || typeof given === 'number' ? String(given) : '';

/** What users call a kind of item. What a page gave may have a type that is not known, or none. */
export function kindName({ type }: MenuItem, words: Words): string {
  const given: unknown = type;
  if (DETAILS.has(type)) return words[type];
  return typeof given === 'string' && given ? given : words.unknownKind;
}

let lastKey = 0;
const newRow = (item: MenuItem): Row => ({ key: ++lastKey, item });

export function fromMenu(menu: MsgMenu): Draft {
  const texts = { ...menu };
  delete texts.list;
  return { texts, rows: menu.list?.map(newRow) };
}

/** A menu instead of a draft, in the same rows as far as they are of the same kind: focus and open details stay where they are. */
export function correctedBy(menu: MsgMenu, { rows = [], enterChat }: Draft): Draft {
  const { texts, rows: given } = fromMenu(menu);
  const inPlace = (row: Row, index: number): Row => {
    const before = rows[index];
    return before?.item.type === row.item.type ? { ...row, key: before.key } : row;
  };
  return { texts, rows: given?.map(inPlace), enterChat };
}

/** The menu with its keys in the documented order. Its items are the draft's own: nobody changes them. */
export function toMenu({ texts, rows }: Draft): MsgMenu {
  const { head_content, tail_content, ...others } = texts;
  return {
    ...(head_content !== undefined && { head_content }),
    ...(rows && { list: rows.map(({ item }) => item) }),
    ...(tail_content !== undefined && { tail_content }),
    ...others,
  };
}

export const rowsOf = ({ rows = [] }: Draft): readonly Row[] => rows;

export const isEmpty = ({ texts, rows = [] }: Draft): boolean =>
  !rows.length && !texts.head_content && !texts.tail_content;

/** What stands under an item's kind. A page may have given anything there. */
function bodyOf({ item }: Row): Body {
  const body: unknown = Object.entries(item).find(([name]) => name === item.type)?.[1];
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

/** A field of a row, as text: whatever else stands in it shows as nothing and stays until it is edited. */
export function rowText(row: Row, name: string): string {
  const value = bodyOf(row)[name];
  return typeof value === 'string' ? value : '';
}

/** Nobody has written anything into it. */
export const isBlank = (row: Row): boolean => !['content', 'url', 'appid', 'page'].some(name => rowText(row, name));

/** A field's id in the shadow tree: `item-3-url`; the texts around the items have their own names. */
export const fieldId = ({ key }: Pick<Row, 'key'>, name: string): string => `item-${key}-${name}`;

/** The name of an item's menu among what pops up. */
export const rowMenuName = ({ key }: Row): string => `item-${key}`;

/** The row and the field's name behind an id. */
export function locate(draft: Draft, id: string): { row: Row | undefined; name: string } {
  const [, key, name = id] = id.split(/^item-(\d+)-/);
  return { row: rowsOf(draft).find(row => row.key === Number(key)), name };
}

/** The names of an item's fields; an item of a kind that is not known has none but its `type`. */
export function fieldsOf({ item: { type } }: Row): readonly string[] {
  const details = DETAILS.get(type);
  return details ? ['content', ...details] : ['type'];
}

/**
 * The id of the field where an issue is shown: its own; for all else that an item has, the item's text; `list` for what concerns
 * the items as such, and what has no field at all.
 */
export function fieldOfIssue(draft: Draft, { path }: Issue): string {
  const [, field, index, , name] = path;
  const row = rowsOf(draft)[Number(index)];
  if (row) {
    const [first = '', ...others] = fieldsOf(row);
    return fieldId(row, others.find(other => other === name) ?? first);
  }
  return isTextField(field) ? field : 'list';
}

/** As a person meets them: head text, items from top to bottom, tail text. */
export function fromTopToBottom<T extends Issue>(issues: readonly T[]): T[] {
  const place = ({ path: [, field, index = 0] }: Issue): number =>
    field === 'list' ? Number(index) : field === 'head_content' ? -1 : Infinity;
  return [...issues].sort((a, b) => place(a) - place(b) || 0);
}

/** What stands in the field with this id. */
export function textAt(draft: Draft, id: string): string {
  const { row, name } = locate(draft, id);
  if (row) return rowText(row, name);
  return (isTextField(name) ? draft.texts[name] : undefined) ?? '';
}

/** The ids of all items that have one. */
export const idsOf = (draft: Draft): string[] =>
  rowsOf(draft)
    .map(row => rowText(row, 'id'))
    .filter(Boolean);

/** What a menu says and where it leads, as text to compare: neither ids nor blanks around a text make a difference. */
export function wordsIn(draft: Draft): string {
  const kinds = draft.rows?.map(({ item }) => item.type);
  return JSON.stringify([kinds, writtenIn(draft)]);
}

/** Every text and address of a menu; '' for what is blank. */
export function writtenIn({ texts, rows = [] }: Draft): string[] {
  const items = rows.flatMap(row => ['content', 'url', 'appid', 'page'].map(name => rowText(row, name)));
  return [texts.head_content, texts.tail_content, ...items].map(text => knownText(text).trim());
}

/** All that a menu says to the customer, from top to bottom, without what is blank. */
export function textsOf({ texts, rows = [] }: Draft): string[] {
  const items = rows.map(row => rowText(row, 'content'));
  return [texts.head_content ?? '', ...items, texts.tail_content ?? ''].filter(text => text.trim());
}

/** A draft after an edit, and the key of the row that the edit was about. */
export interface RowEdit {
  readonly draft: Draft;
  readonly key: number;
}

/** The same draft, with another item in the row of this key. What a page gave may be no item: `validate` says so. */
const withItem = ({ texts, rows = [] }: Draft, key: number, item: unknown): Draft => ({
  texts,
  rows: rows.map(row => (row.key === key ? { key, item: item as MenuItem } : row)),
});

/** The draft with another text in the field of this id; an optional text that is empty is not there. */
export function setTextAt(draft: Draft, id: string, text: string): Draft {
  const { row, name } = locate(draft, id);
  const written: Body = { ...(row ? bodyOf(row) : draft.texts) };
  if (text || (row && name !== 'id')) written[name] = text;
  else delete written[name];
  if (!row) return { texts: written, rows: draft.rows };
  const { key, item } = row;
  return withItem(draft, key, { ...item, [item.type]: written });
}

function newItem(draft: Draft, kind: MenuItemKind, content = ''): MenuItem {
  if (kind === 'click') return { type: kind, click: { id: nextFreeId(idsOf(draft)), content } };
  if (kind === 'view') return { type: kind, view: { url: '', content } };
  return { type: 'miniprogram', miniprogram: { appid: '', page: '', content } };
}

const insertRow = ({ texts, rows = [] }: Draft, at: number, row: Row): Draft => ({
  texts,
  rows: [...rows.slice(0, at), row, ...rows.slice(at)],
});

/** A new item of this kind, before the one that is at this index now. */
export function addItem(draft: Draft, kind: MenuItemKind, at: number): RowEdit {
  const row = newRow(newItem(draft, kind));
  return { draft: insertRow(draft, at, row), key: row.key };
}

/** A copy of an item, below it; where that has an id, the copy has the next free one. */
export function copyItem(draft: Draft, original: Row): RowEdit {
  const copy = newRow(original.item);
  const copied = insertRow(draft, rowsOf(draft).indexOf(original) + 1, copy);
  const isNumbered = copy.item.type === 'click' && rowText(copy, 'id');
  return {
    draft: isNumbered ? setTextAt(copied, fieldId(copy, 'id'), nextFreeId(idsOf(draft))) : copied,
    key: copy.key,
  };
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
export const changeKind = (draft: Draft, row: Row, kind: MenuItemKind): Draft =>
  withItem(draft, row.key, newItem(draft, kind, rowText(row, 'content')));

/** The draft with these texts in items of their own: the first in this row, the others in new ones of its kind below it. */
export function splitItem(draft: Draft, row: Row, [first = '', ...others]: readonly string[]): RowEdit {
  const at = rowsOf(draft).findIndex(({ key }) => key === row.key) + 1;
  const start: RowEdit = { draft: setTextAt(draft, fieldId(row, 'content'), first), key: row.key };
  return others.reduce((before, text, index) => {
    const { draft: added, key } = addItem(before.draft, row.item.type, at + index);
    return { draft: setTextAt(added, fieldId({ key }, 'content'), text), key };
  }, start);
}
