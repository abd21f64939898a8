import type { ReactiveController, ReactiveElement } from 'lit';
import { clientInfo } from '../../../hosts/client-info.js';
import { updateAll } from '../../../locales/registry.js';
import { followLang, leaveLang } from '../lang.js';

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
 * What `auto` means now: the client's own scheme where it says one, else the system's. Follows a change of the latter, and of the
 * language: all that has the one has the other.
 */
export class ThemeController implements ReactiveController {
  constructor(private readonly host: ReactiveElement & { theme: Theme }) {
    host.addController(this);
  }

  get dark(): boolean {
    const { theme } = this.host;
    const scheme = theme === 'light' || theme === 'dark' ? theme : clientInfo().theme;
    return scheme ? scheme === 'dark' : followSystem().matches;
  }

  hostConnected(): void {
    followLang(this.host);
  }

  hostDisconnected(): void {
    leaveLang(this.host);
  }
}
