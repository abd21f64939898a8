import { clientInfo } from '../../../hosts/client-info.js';
import { updateAll } from '../../../locales/registry.js';

export type Theme = 'auto' | 'light' | 'dark';

/** One query for the page: a thousand cards would make a thousand. */
let system: MediaQueryList | undefined;

function followSystem(): MediaQueryList {
  if (!system) {
    system = matchMedia('(prefers-color-scheme: dark)');
    system.addListener(updateAll); // iOS 13 has no addEventListener here
  }
  return system;
}

let isRead = false;
let scheme: 'light' | 'dark' | undefined;

/** The client's own colour scheme, where it says one. A thousand cards that render together ask the engine once for them all. */
export function clientScheme(): 'light' | 'dark' | undefined {
  if (isRead) return scheme;
  isRead = true;
  void Promise.resolve().then(() => (isRead = false));
  scheme = clientInfo().theme;
  return scheme;
}

/**
 * Whether a theme is dark now. `auto` is the client's own scheme where it says one, else the system's. When that changes, everything
 * that follows the language renders again: all that has the one has the other.
 */
export function isDark(theme: Theme): boolean {
  const said = theme === 'light' || theme === 'dark' ? theme : clientScheme();
  return said ? said === 'dark' : followSystem().matches;
}
