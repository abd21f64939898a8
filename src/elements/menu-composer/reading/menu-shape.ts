import type { Path } from '../../../core/issue.js';
import type { MsgMenu } from '../../../core/message.js';
import { rowOf, SERVER_ONLY_KEYS, SPEC, type Fields } from '../../../core/spec.js';
import { Expression } from './literal.js';
import type { Note } from './outcome.js';
import { mendPage } from './address.js';

export interface ShapedMenu {
  menu: MsgMenu;
  /** Whether it has a text or an item of ours: anything may have a `list`. */
  isClear: boolean;
}

export type Bag = Record<string, unknown>;

const MENU: Fields = rowOf(SPEC, 'msgmenu')?.fields ?? {};
const ITEM: Fields = rowOf(MENU, 'list')?.fields ?? {};
const KINDS = Object.keys(ITEM).filter(key => ITEM[key]?.when);

export const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Expression);

/** A copy of `bag` without what counts as absent. */
export function withoutAbsent(bag: Bag, path: Path, note: Note): Bag {
  const present = Object.entries(bag).filter(([key, value]) => {
    if (value === null) note('null-dropped', [...path, key]);
    else if (value instanceof Expression) note('expression-dropped', [...path, key], value.source);
    else return value !== undefined;
    return false;
  });
  return Object.fromEntries(present);
}

/** `bag` with text in the fields of the table that are text. */
function withTexts(bag: Bag, fields: Fields, path: Path, note: Note): Bag {
  const entries = Object.entries(bag).flatMap(([key, value]) => {
    const own = [...path, key];
    if (rowOf(fields, key)?.type !== 'string' || typeof value === 'string') return [[key, value] as const];
    if (typeof value !== 'number') {
      note('wrong-type', own);
      return [];
    }
    note('number-to-text', own, String(value));
    return [[key, String(value)] as const];
  });
  return Object.fromEntries(entries);
}

/** Takes the keys of the server API out of what is none of its bodies. */
function dropServerKeys(bag: Bag, path: Path, note: Note): void {
  for (const key of SERVER_ONLY_KEYS.filter(name => name in bag)) {
    delete bag[key];
    note('server-only', [...path, key]);
  }
}

/** A body in the client's own keys. */
function readBody(given: Bag, kind: string, path: Path, note: Note): Bag {
  const body = withoutAbsent(given, path, note);
  const { pagepath, page } = body;
  if (kind === 'miniprogram' && typeof pagepath === 'string' && !page) {
    delete body.pagepath;
    body.page = mendPage(pagepath) ?? pagepath;
    note('server-path', [...path, 'pagepath'], String(body.page));
  }
  dropServerKeys(body, path, note);
  return withTexts(body, rowOf(ITEM, kind)?.fields ?? {}, path, note);
}

/** The type of an item, where it says it or has the body of one alone. Items with nothing but an id and a text are replies. */
function kindOf(item: Bag): string | undefined {
  if (item.type !== undefined) return KINDS.find(kind => kind === item.type);
  const bodies = KINDS.filter(kind => isBag(item[kind]));
  if (bodies.length) return bodies.length === 1 ? bodies[0] : undefined;
  return Object.keys(item).every(key => key === 'id' || key === 'content') && 'content' in item ? 'click' : undefined;
}

interface ReadItem {
  item: Bag;
  /** `none`: it has neither a type nor anything else of ours. */
  known: 'yes' | 'type-only' | 'none';
}

function noteNoItem(given: unknown, path: Path, note: Note): void {
  if (given instanceof Expression) note('expression-dropped', path, given.source);
  else note(given == null ? 'null-dropped' : 'wrong-type', path);
}

/** A line of text alone, as only the server API has it. */
const isServerText = (item: Bag): item is Bag & { text: Bag } =>
  isBag(item.text) && (item.type === 'text' || (item.type === undefined && Object.keys(item).length === 1));

/** Null for what does not come over. */
function readItem(given: unknown, path: Path, note: Note, keepsServerItems: boolean): ReadItem | 'server-only' | null {
  if (!isBag(given)) {
    noteNoItem(given, path, note);
    return null;
  }
  const item = withoutAbsent(given, path, note);
  if (!keepsServerItems && isServerText(item)) {
    const { content } = item.text;
    note('server-only', path, typeof content === 'string' ? content : '');
    return 'server-only';
  }
  const kind = kindOf(item);
  return kind ? readOwnItem(item, kind, path, note) : readUnknownItem(item, path, note);
}

function readUnknownItem(item: Bag, path: Path, note: Note): ReadItem {
  const { type } = item;
  const isText = typeof type === 'string';
  note('unknown-type', path, isText ? type : '');
  return { item, known: isText ? 'type-only' : 'none' };
}

/** An item of the toolbar's: its body stands in it, or `content` and the rest beside `type`. */
function readOwnItem(item: Bag, type: string, path: Path, note: Note): ReadItem {
  if (item.type === undefined && isBag(item[type])) note('type-from-body', path, type);
  const { [type]: body } = item;
  if (isBag(body)) {
    dropServerKeys(item, path, note);
    return { item: { ...item, type, [type]: readBody(body, type, [...path, type], note) }, known: 'yes' };
  }
  if (body !== undefined) {
    note('wrong-type', [...path, type]);
    delete item[type];
  }
  if (item.content === undefined) {
    dropServerKeys(item, path, note);
    return { item, known: 'type-only' };
  }

  note('flat-item', path);
  const flat = readBody(item, type, path, note);
  delete flat.type;
  return { item: { type, [type]: flat }, known: 'yes' };
}

/** The items, or undefined where there is no list that could be read. */
function listOf(menu: Bag, path: Path, note: Note): unknown[] | undefined {
  const { list } = menu;
  if (list === undefined || Array.isArray(list)) return list;
  if (isBag(list) && Object.keys(list).length && Object.keys(list).every(key => /^\d+$/.test(key))) {
    note('list-from-object', path);
    return Object.values(list);
  }
  note('wrong-type', path);
  return undefined;
}

const isOurs = (read: ReturnType<typeof readItem>): boolean => read === 'server-only' || read?.known === 'yes';

const hasText = ({ head_content, tail_content }: Bag): boolean =>
  typeof head_content === 'string' || typeof tail_content === 'string';

const hasOurKey = (bag: Bag): boolean => Object.keys(bag).some(key => rowOf(MENU, key));

interface ReadBag {
  menu: Bag;
  kept: ReadItem[];
  isClear: boolean;
}

/** What can be kept of it. */
function readBag(given: Bag, note: Note, keepsServerItems: boolean): ReadBag {
  const path = ['msgmenu'];
  const present = withoutAbsent(given, path, note);
  dropServerKeys(present, path, note);
  const menu = withTexts(present, MENU, path, note);
  delete menu.list;
  const items = listOf(present, [...path, 'list'], note);
  const read = (items ?? []).map((item, index) => readItem(item, [...path, 'list', index], note, keepsServerItems));
  const kept = read.flatMap(item => (item && item !== 'server-only' ? [item] : []));
  if (items && (kept.length || !items.length)) menu.list = kept.map(({ item }) => item);
  return { menu, kept, isClear: hasText(menu) || read.some(isOurs) };
}

/**
 * The menu in an object, in the client's own shape; null for an object that is none, and for one of which nothing can be kept. It
 * has to be the reader's own copy.
 * @param isCertain Whether it is the menu of a message: then its items are ours, whatever they look like.
 * @param keepsServerItems Whether `text` items of the server API stay, as items of an unknown type.
 */
export function shapeMenu(given: Bag, isCertain: boolean, note: Note, keepsServerItems: boolean): ShapedMenu | null {
  const keys = Object.keys(given);
  if (keys.length && !hasOurKey(given)) return null;
  const { menu, kept, isClear } = readBag(given, note, keepsServerItems);
  if (isClear) return { menu, isClear };
  const isOther = !isCertain && kept.some(({ known }) => known === 'none');
  const isLost = !hasOurKey(menu) && keys.some(key => given[key] !== null);
  return isOther || isLost ? null : { menu, isClear };
}
