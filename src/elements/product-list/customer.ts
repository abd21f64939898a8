import type { BridgeContext } from '../../events/bridge-state.js';
import type { BridgeStatus } from '../../events/bridge-request.js';
import { forgetUnknown, recordSent, sentTo } from './sent-log.js';

/** What a change of the bridge means for the list: none, the customer may be another one, or is. */
export type Change = 'none' | 'found' | 'unsure' | 'other';

/** Whose list it is: the customer in the bridge's context, and what was sent to them. */
export class Customer {
  /** The customer whose marks are shown; `''` where they are not known. */
  id = '';
  /** When each product was last sent, newest first. */
  sent: ReadonlyMap<string, number> = sentTo('');
  private context: BridgeContext | null = null;
  private wasKnown = false;

  /** Whom a send is for, now. While the bridge connects, nobody knows. */
  get current(): string {
    return this.context ? this.id : '';
  }

  /** Looks at the bridge again. While it connects, the marks stay. */
  follow(status: BridgeStatus | null): Change {
    const context = status && status.context;
    if (context === this.context) return 'none';
    this.context = context;
    if (!context) return 'unsure';
    const id = context.customerId || '';
    const other = this.wasKnown && (!id || id !== this.id);
    if (this.wasKnown && !id) forgetUnknown();
    this.wasKnown = true;
    this.id = id;
    this.read();
    return other ? 'other' : 'found';
  }

  record(customer: string, productId: string): void {
    recordSent(customer, productId, Date.now());
    this.read();
  }

  private read(): void {
    this.sent = sentTo(this.id);
  }
}
