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

/**
 * Whether a theme is dark now. `auto` is the client's own scheme where it says one, else the system's. When that changes, everything
 * that follows the language renders again: all that has the one has the other.
 */
export function isDark(theme: Theme): boolean {
  const scheme = theme === 'light' || theme === 'dark' ? theme : clientInfo().theme;
  return scheme ? scheme === 'dark' : followSystem().matches;
}
