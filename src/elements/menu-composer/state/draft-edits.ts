import type { MenuItem, MenuItemKind } from '../../../core/message.js';
import { nextFreeId } from '../reading/field-problems.js';
import {
  bodyOf,
  DETAILS,
  fieldId,
  idsOf,
  locate,
  newRow,
  rowsOf,
  rowText,
  type Body,
  type Draft,
  type Row,
} from './draft.js';

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

/** Whether a kind has details that have to be filled in. */
export const hasDetails = (kind: string): boolean => kind !== 'click' && DETAILS.has(kind);
