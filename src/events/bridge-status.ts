import type { KfError } from '../core/error.js';
import type { ChatMessage, Platform } from '../core/message.js';
import type { Teller } from './emit.js';
import type { KfSendEvent } from './kf-send.js';
import type { SendRecord } from './send-record.js';

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

/** What a bridge shows the elements inside it: where it stands, whose chat it is, and what became of their messages. */
export interface BridgeStatus {
  readonly state: BridgeState;
  /** Whether it is in the page: one that is not answers for nobody. */
  readonly isConnected: boolean;
  readonly context: BridgeContext | null;
  /** Resolves when it is connected, and rejects when that fails or it is taken out. */
  readonly ready: Promise<BridgeContext>;
  /** Why it is `blocked` or `absent`. */
  readonly error: KfError | null;
  /** Milliseconds after which an answer counts as missing. */
  readonly timeout: number;
  /**
   * Whose chat it is, as far as anybody knows: the same text for the same customer, to be compared and not to be read. It stays
   * while the bridge connects again, and changes before `state`, events and promises report the new connection.
   */
  readonly addressee: string;
  /**
   * When it became that from another one, or a page where somebody was known got this bridge, in milliseconds of
   * `performance.now()`: a press right after that was not meant for it.
   */
  readonly changedAt: number;
  /**
   * For whom it is what the page asks for now: not for whoever the chat belongs to so lately that it may follow from what was so
   * before. What the page asks for as it hears of the change is for them.
   */
  readonly meantByPage?: string;
  /** The same for a press: whoever a person can have seen there. */
  readonly meantByUser?: string;
  /** The send of which the page has heard last what became of it, if whoever it was for is not in this chat, nor in another one of the page. */
  readonly endedElsewhere: SendRecord | null;
  /** The send of this message to the current addressee that is to be shown; null where there is none. */
  recordOf(message: ChatMessage): SendRecord | null;
  /** Messages whose element has left the page before what became of them was told, oldest first. */
  readonly orphans: readonly SendRecord[];
  /** Answers a request for somebody who is not in the chat, which is told to nobody: it ends with `customer-changed`. */
  turnAway(request: KfSendEvent): void;
  reconnect(): Promise<BridgeContext>;
  /**
   * The user's word that what was not sent is for whoever was found instead. Connects again, and then calls `ask` with the bridge
   * that has that customer: this one, or the one that the page has put in its place. Not where that is taken back meanwhile.
   */
  sendToFound(record: SendRecord, ask: (bridge: Teller) => void): Promise<void>;
  /** What a support chat asks first. */
  diagnose(): string;
}

/** Called at once with the status, and again after each change; with `record` when it is that send that has changed. */
export type BridgeListener = (status: BridgeStatus, unsubscribe: () => void, record?: SendRecord) => void;

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

/** A bridge is there, and answers: who looks for one may ask again. As the protocol for context on the web has it. */
export class BridgeProviderEvent extends Event {
  readonly context = BRIDGE;

  constructor(readonly contextTarget: Element) {
    super('context-provider', { bubbles: true, composed: true });
  }
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
