import type { ReactiveController, ReactiveElement } from 'lit';
import { BridgeRequestEvent, type BridgeStatus } from '../events/bridge-request.js';

/** Keeps the nearest bridge's status in sight. A bridge that is defined later is found by its first event. */
export class BridgeWatch implements ReactiveController {
  /** The nearest bridge's status, or null where there is none (yet). */
  status: BridgeStatus | null = null;
  private unsubscribe: (() => void) | null = null;

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.ask();
    for (const type of ['kf-ready', 'kf-blocked']) this.host.ownerDocument.addEventListener(type, this.ask);
  }

  hostDisconnected(): void {
    for (const type of ['kf-ready', 'kf-blocked']) this.host.ownerDocument.removeEventListener(type, this.ask);
    this.unsubscribe?.();
    this.unsubscribe = this.status = null;
  }

  private readonly ask = (): void => {
    if (this.unsubscribe) return;
    this.host.dispatchEvent(
      new BridgeRequestEvent(this.host, (status, unsubscribe) => {
        this.status = status;
        this.unsubscribe = unsubscribe;
        this.host.requestUpdate();
      }),
    );
  };
}
