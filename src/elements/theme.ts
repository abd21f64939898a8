import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clientInfo } from '../hosts/client-info.js';

export type Theme = 'auto' | 'light' | 'dark';

type Host = ReactiveControllerHost & { theme: Theme };

/** One query for the page: a thousand cards would make a thousand. */
let system: MediaQueryList | undefined;
const hosts = new Set<Host>();

function followSystem(): MediaQueryList {
  if (!system) {
    system = matchMedia('(prefers-color-scheme: dark)');
    system.addListener(() => hosts.forEach(host => host.requestUpdate())); // iOS 13 has no addEventListener here
  }
  return system;
}

/** What `auto` means now: the client's own scheme where it says one, else the system's. Follows a change of the latter. */
export class ThemeController implements ReactiveController {
  constructor(private readonly host: Host) {
    host.addController(this);
  }

  get dark(): boolean {
    const { theme } = this.host;
    const scheme = theme === 'light' || theme === 'dark' ? theme : clientInfo().theme;
    return scheme ? scheme === 'dark' : followSystem().matches;
  }

  hostConnected(): void {
    hosts.add(this.host);
  }

  hostDisconnected(): void {
    hosts.delete(this.host);
  }
}
