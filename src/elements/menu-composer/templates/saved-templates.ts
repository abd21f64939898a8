import { KEY_PREFIX, readStored, writeStored } from '../../shared/storage.js';
import { readTemplates, type MenuTemplate, type Template } from './template.js';

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
