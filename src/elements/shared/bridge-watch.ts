import type { ReactiveController, ReactiveElement } from 'lit';
import type { KfError } from '../../core/error.js';
import { checkSupport } from '../../core/support.js';
import { BridgeRequestEvent, type BridgeStatus } from '../../events/bridge-request.js';

/** Who has found no bridge yet: one that is defined later is found by its first event. */
const waiting = new Set<BridgeWatch>();
const askAgain = (): void => waiting.forEach(watch => watch.hostConnected());

/** Keeps the nearest bridge's status in sight. */
export class BridgeWatch implements ReactiveController {
  /** The nearest bridge's status, or null where there is none (yet). */
  status: BridgeStatus | null = null;
  private unsubscribe: (() => void) | null = null;

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.dispatchEvent(
      new BridgeRequestEvent(this.host, (status, unsubscribe) => {
        this.status = status;
        this.unsubscribe = unsubscribe;
        waiting.delete(this);
        this.host.requestUpdate();
      }),
    );
    if (this.status) return;
    waiting.add(this);
    for (const type of ['kf-ready', 'kf-blocked']) document.addEventListener(type, askAgain);
  }

  /** Why a message of this type can't go here and now, as far as is known before it is tried. */
  whyNot(msgtype: string): KfError | null {
    const { error = null, context = null } = this.status || {};
    return error || (context && checkSupport(msgtype, context));
  }

  /** Whether this chat takes text where it does not take this type: on a Mac, in an old client, from another entry that has a chat. */
  takesTextOnly(msgtype: string): boolean {
    const { context = null } = this.status || {};
    return !!context && /_tools$|^chat_attachment$/.test(context.entry) && !!this.whyNot(msgtype);
  }

  hostDisconnected(): void {
    waiting.delete(this);
    if (this.unsubscribe) this.unsubscribe();
    this.unsubscribe = this.status = null;
  }
}
