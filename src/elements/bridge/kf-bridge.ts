import { css, html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import { KfError } from '../../core/error.js';
import type { ChatMessage } from '../../core/message.js';
import {
  BRIDGE,
  type BridgeContext,
  type BridgeListener,
  BridgeProviderEvent,
  type BridgeRequestEvent,
  type BridgeState,
  type BridgeStatus,
} from '../../events/bridge-status.js';
import { emit, type Teller } from '../../events/emit.js';
import { noteRequest, type KfSendEvent } from '../../events/kf-send.js';
import { asKfError, reportOutcome } from '../../events/outcome.js';
import type { Receipt, SendRecord } from '../../events/send-record.js';
import type { Channel } from '../../hosts/detect.js';
import type { HostLike } from '../../hosts/as-host.js';
import { version } from '../../version.js';
import { define } from '../shared/define.js';
import { hintAtPage } from '../shared/hint.js';
import { Connection } from './connection.js';
import type { BeforeSend } from './delivery.js';
import { Sends } from './sends.js';
import { hasConnected, toFound } from './to-found.js';
import { LONGEST_TIMEOUT } from './with-timeout.js';

const DEFAULT_TIMEOUT = 10_000;

/** The caller's signal; one that can't be read is no signal, and the send says so. */
function signalOf(options: { signal?: AbortSignal } | null | undefined): AbortSignal | null | undefined {
  try {
    return options?.signal;
  } catch {
    return {} as AbortSignal;
  }
}

const unreadable = (cause: unknown): KfError =>
  new KfError('invalid-argument', 'kf-send has no message that can be read', { cause });

/** The attribute `check-customer`: absent, `off`, or present. */
const customerCheck = (text: string | null): KfBridge['checkCustomer'] =>
  text === null ? false : text === 'off' ? 'off' : 'strict';

/** The bridge that answers for a page; others stay idle until it is taken out. A page may have frames of its own. */
const pageBridges = new WeakMap<EventTarget, KfBridge>();
const idleBridges = new Set<KfBridge>();
/** Those that a bridge has answered, though they can't show it: events of somebody else's. */
const answered = new WeakSet<Event>();

/**
 * Owns the channel to the client. Put it around the elements: it answers their `kf-send` with a checked native call.
 *
 * @tag kf-bridge
 * @slot - The elements that it serves, and anything else.
 * @fires {KfReadyEvent} kf-ready - In touch with the client; `detail` is the context.
 * @fires {KfBlockedEvent} kf-blocked - No client, or one that gives no context.
 * @fires {KfSentEvent} kf-sent - A send of the bridge's own is out.
 * @fires {KfCancelEvent} kf-cancel - The user cancelled it in the client.
 * @fires {KfErrorEvent} kf-error - It was not sent, or nobody can tell.
 * @fires {KfLateEvent} kf-late - The client's answer, after the timeout.
 */
export class KfBridge extends LitElement implements BridgeStatus {
  static readonly version: string = version;

  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  static override properties: PropertyDeclarations = {
    channel: {},
    relayPage: { attribute: 'relay-page' },
    scope: {},
    host: { attribute: false },
    timeout: { type: Number, noAccessor: true },
    dryRun: { type: Boolean, attribute: 'dry-run' },
    checkCustomer: { attribute: 'check-customer', converter: customerCheck },
    beforeSend: { attribute: false },
  };

  /** Registers the class, once for each tag name; a tag of your own gets a subclass. */
  static define(tagName = 'kf-bridge', registry: CustomElementRegistry = customElements): void {
    define(this, 'kf-bridge', tagName, registry);
  }

  /** The channel to use. `auto` takes the first that is there; a named one is waited for. Read when connecting. */
  channel: Channel | 'auto' = 'auto';
  /** The page of the mini program that sends for a page in its web-view; read when connecting. */
  relayPage: string | null = null;
  /** `page`: also answers elements that no bridge is around. Read when the element is connected. */
  scope: 'page' | null = null;
  /**
   * A channel of the page's own, or an SDK itself: `ww` of `@wecom/jssdk`, `wx` of jweixin, `wx.qy`. Wins over `channel`; setting
   * another one connects again.
   */
  host: HostLike | null = null;
  /** Does everything but the native send. */
  dryRun = false;
  /**
   * Whether the current customer is read again before each native send. `false`: where one was known when the send was asked for;
   * another one, or none that can be read, stops it. `true` or `strict`: a send without a known customer is stopped, too. `off`:
   * never.
   */
  checkCustomer: boolean | 'strict' | 'off' = false;
  /** The page's last word before each native call. */
  beforeSend: BeforeSend | null = null;

  private milliseconds = DEFAULT_TIMEOUT;
  /** Where requests are heard: the element itself, or its document. */
  private requestTarget: EventTarget | null = null;
  private readonly listeners = new Set<BridgeListener>();
  private readonly connection = new Connection(this, {
    onConnectionChange: () => this.onConnectionChange(),
    onFirstCustomer: addressee => this.sends.adopt(addressee),
  });
  private readonly sends = new Sends(this, this.connection, record => this.notify(record));

  /**
   * Milliseconds, counted from the native call; connecting has the same limit.
   * @default 10000
   */
  get timeout(): number {
    return this.milliseconds;
  }
  set timeout(value: number) {
    const isLimit = typeof value === 'number' && value > 0;
    this.milliseconds = isLimit ? Math.min(value, LONGEST_TIMEOUT) : DEFAULT_TIMEOUT;
  }

  /** What is known of client, entry and customer, or null while it is not `ready`. */
  get context(): BridgeContext | null {
    return this.connection.context;
  }

  /**
   * Where it stands. The attribute of the same name always agrees: the element writes it.
   * @attr
   */
  get state(): BridgeState {
    return this.connection.state;
  }

  /** Why it is `blocked` or `absent`. */
  get error(): KfError | null {
    return this.connection.error;
  }

  /** The context, once there is one. Rejects with a `KfError`: `host-absent`, `no-context`, or what the client said. */
  get ready(): Promise<BridgeContext> {
    return this.connection.ready;
  }

  /**
   * Whose chat it is, as far as anybody knows: to be compared, not to be read. It stays while the bridge connects again.
   * @ignore Not for pages: what elements read of their bridge.
   */
  get addressee(): string {
    return this.connection.addressee.current;
  }

  /**
   * When that became another one.
   * @ignore Not for pages: what elements read of their bridge.
   */
  get changedAt(): number {
    return this.connection.addressee.changedAt;
  }

  /**
   * The send of this message to the current addressee that is to be shown; null where there is none.
   * @ignore Not for pages: what elements read of their bridge.
   */
  recordOf(message: ChatMessage): SendRecord | null {
    return this.sends.recordOf(message);
  }

  /**
   * For whom it is what the page asks for now.
   * @ignore Not for pages: what elements read of their bridge.
   */
  get meantByPage(): string {
    return this.sends.meantByPage;
  }

  /**
   * For whom a press is now.
   * @ignore Not for pages: what elements read of their bridge.
   */
  get meantByUser(): string {
    return this.sends.meantByUser;
  }

  /**
   * The send of which the page has heard last what became of it, if whoever it was for is not in this chat, nor in another one of the page.
   * @ignore Not for pages: what elements read of their bridge.
   */
  get endedElsewhere(): SendRecord | null {
    return this.sends.endedElsewhere;
  }

  /**
   * Messages whose element has left the page before what became of them was told, oldest first.
   * @ignore Not for pages: what elements read of their bridge.
   */
  get orphans(): readonly SendRecord[] {
    return this.sends.orphans;
  }

  /**
   * Answers a request for somebody who is not in the chat, which is told to nobody.
   * @ignore Not for pages: what elements ask of their bridge.
   */
  turnAway(request: KfSendEvent): void {
    const record = this.sends.turnAway(request);
    request.record = record;
    request.respondWith(this.logged(record.response));
  }

  /** Looks for the channel again and takes the customer who is in the chat now. */
  reconnect(): Promise<BridgeContext> {
    if (this.isConnected) this.connection.open();
    return this.ready;
  }

  /**
   * The user's word that what was not sent is for whoever was found instead.
   * @ignore Not for pages: what elements ask of their bridge.
   */
  sendToFound(record: SendRecord, ask: (bridge: Teller) => void): Promise<void> {
    return toFound(this, record, ask);
  }

  /**
   * Checks a message and hands it to the client, after those that were sent before it. Each call is a send of its own. Rejects with
   * a `KfError`; `signal` stops it before the native call, and stops the waiting after it.
   */
  send(message: ChatMessage, options?: { signal?: AbortSignal }): Promise<Receipt> {
    const detail = { message };
    const response = this.logged(this.sends.add(detail, this, signalOf(options)));
    reportOutcome(this, detail, response);
    return response;
  }

  /** What a support chat asks first: channels, entry, client, the last calls and errors. Ids are masked. */
  diagnose(): string {
    return this.connection.log.report(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    hintAtPage(this);
    this.connection.come();
    this.setAttribute('state', this.state);
    this.sends.connect();
    this.listen();
    void this.openOrClose();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.openOrClose();
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    const isAnotherHost = this.hasUpdated && changed.has('host');
    super.update(changed);
    if (isAnotherHost && this.connection.isOpen) this.connection.open();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  /** Connects or ends, a moment later: a move is no teardown. */
  private async openOrClose(): Promise<void> {
    await null;
    if (!this.isConnected) {
      this.stopListening(); // first: its elements look for another one when they hear of it
      this.sends.disconnect();
      this.connection.close();
    } else if (!this.connection.isOpen) this.connection.open();
  }

  private listen(): void {
    const forPage = this.scope === 'page';
    const pageBridge = pageBridges.get(this.ownerDocument);
    if (forPage && pageBridge !== this && pageBridge?.isConnected) {
      console.warn('wecom-kf-elements: a second <kf-bridge scope="page"> stays idle');
      this.stopListening();
      idleBridges.add(this);
      return;
    }
    const target = forPage ? this.ownerDocument : this;
    if (this.requestTarget === target) return;
    this.stopListening(); // it may have been moved into a frame
    if (forPage) pageBridges.set(this.ownerDocument, this);
    this.requestTarget = target;
    target.addEventListener('kf-send', this.onSend);
    target.addEventListener('context-request', this.onRequest);
    this.dispatchEvent(new BridgeProviderEvent(this));
  }

  private stopListening(): void {
    const { requestTarget: target } = this;
    target?.removeEventListener('kf-send', this.onSend);
    target?.removeEventListener('context-request', this.onRequest);
    this.requestTarget = null;
    idleBridges.delete(this);
    if (!target || pageBridges.get(target) !== this) return;
    pageBridges.delete(target);
    const next = [...idleBridges].find(({ ownerDocument }) => ownerDocument === target);
    if (!next) return;
    idleBridges.delete(next);
    next.listen();
  }

  /** Elements first: when events and promises report, they show the new state already. */
  private onConnectionChange(): void {
    this.setAttribute('state', this.state);
    const { context, error } = this;
    if (context) this.sends.onConnected();
    else if (!error) this.sends.onConnecting();
    else this.sends.onFailed();
    this.notify();
    if (context) {
      hasConnected(this);
      emit(this, 'kf-ready', context);
    } else if (error) emit(this, 'kf-blocked', { error });
  }

  private notify(record?: SendRecord): void {
    for (const listener of [...this.listeners]) this.notifyOne(listener, record);
  }

  private notifyOne(listener: BridgeListener, record?: SendRecord): void {
    try {
      listener(this, () => this.forget(listener), record);
    } catch (error) {
      console.error(error); // somebody else's: the others are to hear, and the bridge has to go on
    }
  }

  /** Its element has left the page: another one has to ask what it would have asked. */
  private forget(listener: BridgeListener): void {
    if (this.listeners.delete(listener) && this.isConnected && this.orphans.length) this.notify();
  }

  private logged(response: Promise<Receipt>): Promise<Receipt> {
    const { log } = this.connection;
    response.then(
      ({ outcome, elapsed }) => log.add(`${outcome} in ${elapsed} ms`),
      (reason: unknown) => log.add(asKfError(reason).message),
    );
    return response;
  }

  private readonly onRequest = (event: Event): void => {
    const { context, callback, subscribe } = event as Partial<BridgeRequestEvent>;
    if (context !== BRIDGE || typeof callback !== 'function' || !this.isConnected) return;
    event.stopPropagation();
    if (subscribe) this.listeners.add(callback);
    this.notifyOne(callback);
  };

  private readonly onSend = (event: Event): void => {
    const request = event as KfSendEvent;
    try {
      noteRequest(request);
    } catch {
      // somebody else's: what can't be read here is read once more below
    }
    if (request.response || answered.has(event) || !this.isConnected) return; // an inner bridge or the page has answered
    answered.add(event);
    const asker = request.asker ?? event.composedPath()[0] ?? this;
    const { record, response } = this.answer(request, asker);
    this.logged(response);
    try {
      if (record) request.record = record;
      request.respondWith(response);
    } catch {
      reportOutcome(asker, request.detail, response); // an event of somebody else's, which can't take it
    }
  };

  private answer(request: KfSendEvent, asker: EventTarget): { record?: SendRecord; response: Promise<Receipt> } {
    // a listener further out may still cancel or change the message: the dispatch has to end first
    const dispatched = Promise.resolve().then(() => {
      if (request.defaultPrevented) throw new KfError('stopped', 'a listener cancelled kf-send');
    });
    try {
      return this.sends.ask(request, asker, dispatched);
    } catch (cause) {
      dispatched.catch(() => undefined);
      return { response: Promise.reject(unreadable(cause)) };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kf-bridge': KfBridge;
  }
}
