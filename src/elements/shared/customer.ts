import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BridgeContext } from '../../events/bridge-state.js';
import type { BridgeWatch } from './bridge-watch.js';

/**
 * Whose chat it is, as far as anybody knows.
 * - `pending`: a bridge connects, could not, or may still come;
 * - `no-bridge`: the page has none, so there are no customers that could be told apart;
 * - `unreadable`: a chat whose customer can't be read: it may be another one each time;
 * - `known`: the customer with this id; `''` outside of chats.
 */
export type ChatCustomer =
  { readonly state: 'pending' | 'no-bridge' | 'unreadable' } | { readonly state: 'known'; readonly id: string };

/** The entry outside of chats: there is no customer. */
const OUTSIDE = 'normal';

/** Whose chat it is, from the bridge's status. Tells when it is another customer's than the last that was known. */
export class CustomerWatch implements ReactiveController {
  /** The last that was known: the context is null while the bridge connects again. */
  private context: BridgeContext | null = null;
  private readonly listeners: (() => void)[] = [];

  constructor(
    host: ReactiveControllerHost,
    private readonly bridge: BridgeWatch,
  ) {
    host.addController(this);
  }

  /** Whose chat it is now. */
  get current(): ChatCustomer {
    const { status } = this.bridge;
    if (!status) return { state: document.readyState === 'complete' ? 'no-bridge' : 'pending' };
    if (!status.context) return { state: 'pending' };
    const { customerId: id = '', entry } = status.context;
    return id || entry === OUTSIDE ? { state: 'known', id } : { state: 'unreadable' };
  }

  /** Calls `listener` when it is another customer than the last that was known. */
  subscribe(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Looks at the bridge now, for those who can't wait for the next update: what was for one customer must not go to another. */
  check(): void {
    const before = this.context;
    this.context = this.bridge.status?.context ?? before;
    if (before && before.customerId !== this.context?.customerId) this.listeners.forEach(listener => listener());
  }

  hostUpdate(): void {
    this.check();
  }
}
