import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clientInfo } from '../hosts/client-info.js';

export type Theme = 'auto' | 'light' | 'dark';

/** What `auto` means now: the client's own scheme where it says one, else the system's. Follows a change of the latter. */
export class ThemeController implements ReactiveController {
  private readonly system = matchMedia('(prefers-color-scheme: dark)');

  constructor(private readonly host: ReactiveControllerHost & { theme: Theme }) {
    host.addController(this);
  }

  get dark(): boolean {
    const { theme } = this.host;
    if (theme === 'dark' || theme === 'light') return theme === 'dark';
    const client = clientInfo().theme;
    return client ? client === 'dark' : this.system.matches;
  }

  hostConnected(): void {
    this.system.addListener(this.changed); // iOS 13 has no addEventListener here
  }

  hostDisconnected(): void {
    this.system.removeListener(this.changed);
  }

  private readonly changed = (): void => this.host.requestUpdate();
}
