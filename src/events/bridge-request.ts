import type { KfError } from '../core/error.js';
import type { BridgeContext, BridgeState } from './bridge-state.js';

/** What a bridge tells the elements inside it, before anyone presses send. */
export interface BridgeStatus {
  readonly state: BridgeState;
  readonly context: BridgeContext | null;
  /** Why it is `blocked` or `absent`. */
  readonly error: KfError | null;
  /** Milliseconds after which an answer counts as missing. */
  readonly timeout: number;
  reconnect(): Promise<BridgeContext>;
  /** What a support chat asks first. A bridge of an older copy may not have it. */
  diagnose?(): string;
}

export type BridgeListener = (status: BridgeStatus, unsubscribe: () => void) => void;

/** The key under which the bridge answers: a name, so that two copies of the package understand each other. */
export const BRIDGE = 'wecom-kf-bridge';

/** Asks the nearest bridge for its status, now and on every change: the web components community's context protocol. */
export class BridgeRequestEvent extends Event {
  readonly context = BRIDGE;
  readonly subscribe = true;

  constructor(
    readonly contextTarget: Element,
    readonly callback: BridgeListener,
  ) {
    super('context-request', { bubbles: true, composed: true });
  }
}
