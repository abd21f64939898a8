import { KEY_PREFIX, readStored, writeStored } from '../../shared/storage.js';
import { readMenu, whyUnreadable } from '../reading/read-menu.js';
import { fromMenu, isEmpty, rowsOf, textsOf, type GivenMenu } from '../state/draft.js';

/** A menu to begin with, by its name. */
export interface MenuTemplate {
  name: string;
  /** The menu, or anything else that the composer takes as its `value`. */
  value: unknown;
}

/** A template that was read and has something in it. */
export interface Template extends GivenMenu {
  readonly name: string;
  /** How many it has. */
  readonly items: number;
  /** All that it says, from top to bottom. */
  readonly texts: readonly string[];
  /** In what it is searched, in lower case, the best first: its name, its head text, all that it says. */
  readonly searched: readonly string[];
}

/** What may be one. */
type Given = Partial<Record<keyof MenuTemplate, unknown>>;

/** Null for what is no template, or an empty one. Throws what the page's own getters throw. */
function readTemplate(input: unknown): Template | null {
  const { name, value }: Given = Object(input);
  const read = readMenu(value);
  if (typeof name !== 'string' || !name.trim() || !read.ok) return null;
  const { menu, enterChat, changes } = read;
  const draft = fromMenu(menu);
  if (isEmpty(draft)) return null;
  const texts = textsOf(draft);
  const searched = [name.trim(), draft.texts.head_content ?? '', texts.join('\n')].map(text => text.toLowerCase());
  return { name: name.trim(), items: rowsOf(draft).length, menu, enterChat, changes, texts, searched };
}

/** Why something is no template, in words for who writes the page. */
function whyNoTemplate(input: unknown): string {
  const { name, value }: Given = Object(input);
  if (typeof name !== 'string' || !name.trim()) return 'it has no name';
  return whyUnreadable(value) || 'its value is empty';
}

/**
 * The templates of a list. Whatever else stands in it, or throws when it is touched, is skipped, and `onSkipped` hears why, in words for
 * who writes the page.
 */
export function readTemplates(list: unknown, onSkipped: (why: string) => void = () => undefined): Template[] {
  const templates: Template[] = [];
  try {
    const inputs: readonly unknown[] = Array.isArray(list) ? list : [];
    if (inputs !== list) onSkipped('they are no array');
    for (const at of inputs.keys())
      try {
        const input = inputs[at];
        const template = Object(input) === input ? readTemplate(input) : null;
        if (template) templates.push(template);
        else onSkipped(`templates[${at}] is left out: ${whyNoTemplate(input)}`);
      } catch {
        onSkipped(`templates[${at}] is left out: it throws when it is read`);
      }
  } catch {
    onSkipped('they throw when they are read'); // no list, for all its looks
  }
  return templates;
}

/** How well it fits what a person types, 0 best: its name begins with it, or has it, or its head text does, or any text. */
export function rankOf({ searched }: Template, query: string): number {
  const part = query.trim().toLowerCase();
  const at = searched.findIndex(text => text.includes(part));
  return at < 0 ? Infinity : !at && searched[0]?.startsWith(part) ? 0 : at + 1;
}

/** Those that have this in their name or in a text, the best first; those that fit as well in their own order. */
export const found = (templates: readonly Template[], query: string): readonly Template[] =>
  [0, 1, 2, 3].flatMap(rank => templates.filter(template => rankOf(template, query) === rank));

/** Where the user's own templates are, for all composers of the origin: `[{ name, value }, …]`, newest first. */
export const TEMPLATES_KEY = `${KEY_PREFIX}templates:1`;

type Listener = () => void;

const listeners = new Set<Listener>();
let known: readonly Template[] | undefined;

/** All that is stored, what can't be read included: it is not ours to throw away. Null where it is no list of ours. */
function readAll(): unknown[] | null {
  try {
    const list: unknown = JSON.parse(readStored(TEMPLATES_KEY) ?? '[]');
    return Array.isArray(list) ? list : null;
  } catch {
    return null;
  }
}

function writeAll(list: unknown[]): boolean {
  const isStored = writeStored(TEMPLATES_KEY, JSON.stringify(list));
  if (isStored) refreshSaved();
  return isStored;
}

const isCalled = (name: string, entry: unknown): boolean =>
  readTemplates([entry]).some(template => template.name === name);

/** The user's own templates. */
export function savedTemplates(): readonly Template[] {
  known ??= readTemplates(readAll());
  return known;
}

/** Reads them again: another tab, or another copy of this code, may have written. */
export function refreshSaved(): void {
  known = undefined;
  listeners.forEach(listener => listener());
}

/** Stores a template, in the place of the one with its name. False where that can't be done. */
export function saveTemplate(template: MenuTemplate): boolean {
  const list = readAll();
  if (!list) return false;
  const at = list.findIndex(entry => isCalled(template.name, entry));
  if (at < 0) list.unshift(template);
  else list[at] = template;
  return writeAll(list);
}

/** Takes a template away. Returns how to put it back, or null where it can't be taken away. */
export function removeTemplate(name: string): (() => boolean) | null {
  const list = readAll();
  const at = list ? list.findIndex(entry => isCalled(name, entry)) : -1;
  if (!list || at < 0) return null;
  const [removed] = list.splice(at, 1);
  const putBack = (): boolean => {
    const now = readAll();
    if (!now || now.some(entry => isCalled(name, entry))) return false;
    now.splice(at, 0, removed);
    return writeAll(now);
  };
  return writeAll(list) ? putBack : null;
}

const onStorage = ({ key }: StorageEvent): void => {
  if (key === null || key === TEMPLATES_KEY) refreshSaved();
};

export function subscribeSaved(listener: Listener): void {
  if (!listeners.size) addEventListener('storage', onStorage);
  listeners.add(listener);
}

export function unsubscribeSaved(listener: Listener): void {
  listeners.delete(listener);
  if (!listeners.size) removeEventListener('storage', onStorage);
}
