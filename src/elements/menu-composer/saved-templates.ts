import { readTemplates, type MenuTemplate, type Template } from './menu-template.js';

/** Where the user's own templates are, for all composers of the origin: `[{ name, value }, …]`, newest first. */
export const TEMPLATES_KEY = 'wecom-kf-elements:templates:1';

type Watcher = () => void;

const watchers = new Set<Watcher>();
let known: readonly Template[] | null = null;

/** All that is stored, what can't be read included: it is not ours to throw away. Null where nothing may be written. */
function stored(): unknown[] | null {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(TEMPLATES_KEY) || '[]');
    return Array.isArray(list) ? (list as unknown[]) : null;
  } catch {
    return null; // closed, or another's
  }
}

function store(list: unknown[]): boolean {
  try {
    localStorage.setItem(TEMPLATES_KEY, JSON.stringify(list));
  } catch {
    return false; // closed or full
  }
  readAgain();
  return true;
}

const isCalled = (name: string, entry: unknown): boolean =>
  readTemplates([entry]).some(template => template.name === name);

/** The user's own templates. */
export const savedTemplates = (): readonly Template[] => (known = known || readTemplates(stored()));

/** Another tab, or another copy of this code, may have written. */
export function readAgain(): void {
  known = null;
  watchers.forEach(watcher => watcher());
}

/** Stores a template, in the place of the one with its name. False where that can't be done. */
export function saveTemplate(template: MenuTemplate): boolean {
  const list = stored();
  if (!list) return false;
  const at = list.findIndex(entry => isCalled(template.name, entry));
  if (at < 0) list.unshift(template);
  else list[at] = template;
  return store(list);
}

/** Takes a template away. Returns how to put it back, or null where it can't be taken away. */
export function removeTemplate(name: string): (() => boolean) | null {
  const list = stored();
  const at = list ? list.findIndex(entry => isCalled(name, entry)) : -1;
  if (!list || at < 0) return null;
  const [removed] = list.splice(at, 1);
  const putBack = (): boolean => {
    const now = stored();
    if (!now || now.some(entry => isCalled(name, entry))) return false;
    now.splice(at, 0, removed);
    return store(now);
  };
  return store(list) ? putBack : null;
}

const listen = ({ key }: StorageEvent): void => {
  if (key === null || key === TEMPLATES_KEY) readAgain();
};

export function watchSaved(watcher: Watcher): void {
  if (!watchers.size) addEventListener('storage', listen);
  watchers.add(watcher);
}

export function unwatchSaved(watcher: Watcher): void {
  watchers.delete(watcher);
  if (!watchers.size) removeEventListener('storage', listen);
}
