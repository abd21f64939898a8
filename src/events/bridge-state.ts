import type { KfError } from '../core/error.js';
import type { Platform } from '../core/message.js';

/** Where the bridge stands: looking for a client, in touch, in touch but refused, or alone. */
export type BridgeState = 'connecting' | 'ready' | 'blocked' | 'absent';

/** What is known of the client, of the entry and of the customer. */
export interface BridgeContext {
  channel: string;
  /** An open set of strings; `single_kf_tools` is the customer-service toolbar. */
  entry: string;
  platform?: Platform;
  version?: string;
  /** The customer's external_userid. */
  customerId?: string;
}

/** The bridge is in touch with the client. */
export type KfReadyEvent = CustomEvent<BridgeContext>;
/** The bridge found no client (`host-absent`), or the client gave no context. */
export type KfBlockedEvent = CustomEvent<{ error: KfError }>;

declare global {
  interface GlobalEventHandlersEventMap {
    'kf-ready': KfReadyEvent;
    'kf-blocked': KfBlockedEvent;
  }
}
