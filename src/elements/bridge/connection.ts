import { isKfError, KfError } from '../../core/error.js';
import { NEVER_KNOWN } from '../../events/addressee.js';
import type { BridgeContext, BridgeState } from '../../events/bridge-status.js';
import { asHost, type HostLike } from '../../hosts/as-host.js';
import { clientInfo, readClientInfo } from '../../hosts/client-info.js';
import { watchForHost, type Channel } from '../../hosts/detect.js';
import type { Host } from '../../hosts/host.js';
import { readReply } from '../../hosts/reply.js';
import { hint } from '../shared/hint.js';
import { Addressee } from './addressee.js';
import { Log } from './log.js';
import { withTimeout } from './with-timeout.js';

interface ConnectionSettings {
  readonly channel: Channel | 'auto';
  /** The page's own host, or an SDK; wins over `channel`. */
  readonly host: HostLike | null;
  /** The mini program's page that sends for a page in its web-view. */
  readonly relayPage: string | null;
  /** Milliseconds to find a channel, and again for it to answer. */
  readonly timeout: number;
}

interface ConnectionListener {
  /** `state`, `context` and `error` are others now; the addressee is up to date. */
  onConnectionChange(): void;
  /** The first customer of this bridge's life was found. */
  onFirstCustomer(addressee: string): void;
}

/** What is reported to those who wait for a bridge that is not in a page. */
export const bridgeRemoved = (): KfError => new KfError('host-absent', 'bridge removed');

/** Milliseconds to read the customer. Connecting waits no longer; where nobody was known before, who is read later is taken then. */
export const CUSTOMER_TIMEOUT = 1500;
/** Milliseconds after which nobody waits for that answer any more. */
const LATE_CUSTOMER_TIMEOUT = 60_000;

/** A module leaves nothing on `window`: nobody can see whether there is one. */
const BARE =
  'channel="auto" found no SDK on window and took the client\'s bare WeixinJSBridge, which signs nothing: if the page imports @wecom/jssdk or jweixin, give it to the bridge (bridge.host = ww, or wx); if not, say so with channel="WeixinJSBridge"';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Finds the channel and asks it where the page is. What it found stays until `open` is called again. */
export class Connection {
  state: BridgeState = 'connecting';
  context: BridgeContext | null = null;
  error: KfError | null = null;
  host: Host | null = null;
  ready!: Promise<BridgeContext>;
  /** Whether it looks for a channel, or has one. */
  isOpen = false;
  /** What happened, for a support chat. */
  readonly log = new Log();
  /** Whose chat it is, also while it connects again. */
  readonly addressee = new Addressee(first => this.listener.onFirstCustomer(first));

  /** Settles `ready`, once. */
  private settle: ((result: BridgeContext | Promise<never>) => void) | null = null;
  /** When connecting has taken too long, by `performance.now()`: the wall clock may jump. */
  private deadline = 0;
  /** Counts the attempts: the answers to an earlier one are nothing any more. */
  private attempt = 0;
  private stop = (): void => undefined;

  constructor(
    private readonly settings: ConnectionSettings,
    private readonly listener: ConnectionListener,
  ) {
    this.renew();
    this.settleReady(Promise.reject(bridgeRemoved()));
  }

  /** The bridge is in a page now: `ready` is worth waiting for, and what is asked for is for whoever was there. */
  come(): void {
    if (this.isOpen) return;
    this.renew();
    this.addressee.come(this.client);
  }

  private renew(): void {
    if (this.settle) return;
    this.ready = new Promise(resolve => (this.settle = resolve));
    this.ready.catch(() => undefined); // events report it
  }

  /** Starts, or starts again. Who waits for `ready` goes on waiting. */
  open(): void {
    const { channel, host, relayPage, timeout } = this.settings;
    this.isOpen = true;
    const attempt = this.restart();
    if (host !== null && host !== undefined) return this.connectTo(host, attempt);
    const onAbsent = (): void => {
      this.fail('absent', new KfError('host-absent', `no ${String(channel)} within ${timeout} ms`));
    };
    const timer = setTimeout(onAbsent, timeout);
    const onFound = (found: Host): void => {
      clearTimeout(timer);
      if (channel === 'auto' && found.name === 'WeixinJSBridge') hint(BARE);
      void this.connect(found, attempt);
    };
    const stopWatching = watchForHost(channel, onFound, relayPage ?? undefined);
    this.stop = () => {
      clearTimeout(timer);
      stopWatching();
    };
  }

  /** Ends it. Who waits for `ready` is rejected. */
  close(): void {
    this.isOpen = false;
    this.addressee.leave();
    this.restart();
    this.settleReady(Promise.reject(bridgeRemoved()));
  }

  /** The customer whose chat is open now. Rejects when it can't be read. */
  readCustomer(host: Host, timeout: number): Promise<string> {
    return this.ask(host, 'getCurExternalContact', 'userId', timeout);
  }

  /** A live session, where the channel wants one. */
  prepare(host: Host, timeout: number): Promise<void> {
    return this.limit('the session', timeout, () => host.prepare?.());
  }

  /** What the page has given to reach the client; null: the bridge looks for it. */
  private get client(): object | null {
    const { host } = this.settings;
    return typeof host === 'object' || typeof host === 'function' ? host : null;
  }

  /** Milliseconds until connecting has taken too long. */
  private get timeLeft(): number {
    return Math.max(0, this.deadline - performance.now());
  }

  /** Back to connecting: nothing of what was found or asked counts any longer. */
  private restart(): number {
    this.stop();
    const attempt = ++this.attempt;
    this.host = this.context = this.error = null;
    this.addressee.seek(this.client);
    this.deadline = performance.now() + this.settings.timeout;
    this.renew();
    this.changeTo('connecting');
    return attempt;
  }

  /** Asks the channel that the page has given; what is none blocks the bridge. */
  private connectTo(given: HostLike, attempt: number): void {
    try {
      void this.connect(asHost(given), attempt);
    } catch (reason) {
      this.fail('blocked', asNotSent('the host', reason));
    }
  }

  /** Asks the channel that was found. One that is found after the time was over begins an attempt of its own. */
  private async connect(host: Host, found: number): Promise<void> {
    const attempt = this.state === 'absent' ? this.restart() : found;
    this.host = host;
    try {
      const context = await this.readContext(host);
      const customer = this.readCustomer(host, LATE_CUSTOMER_TIMEOUT);
      const late = (): KfError => new KfError('no-context', 'the customer is not known yet');
      const timeout = Math.min(this.timeLeft, CUSTOMER_TIMEOUT);
      const customerId = await withTimeout(timeout, () => customer, late).catch(() => undefined);
      if (attempt !== this.attempt) return;
      this.use(context, customerId);
      // Whoever is read late after a reconnect may come while the agent writes for nobody: that text would have to go.
      if (customerId || this.addressee.current !== NEVER_KNOWN) return;
      const found = await customer.catch(() => undefined);
      if (found && attempt === this.attempt) this.use(context, found);
    } catch (reason) {
      if (attempt === this.attempt) this.fail('blocked', asNotSent('connecting', reason));
    }
  }

  private async readContext(host: Host): Promise<BridgeContext> {
    await this.prepare(host, this.timeLeft);
    const entry = await this.ask(host, 'getContext', 'entry', this.timeLeft);
    const own = await this.limit('clientInfo', this.timeLeft, () => host.clientInfo?.()).catch(() => null);
    const { platform, version } = { ...clientInfo(), ...readClientInfo(own) };
    const context: BridgeContext = { channel: String(host.name), entry };
    if (platform) context.platform = platform;
    if (version) context.version = version;
    return context;
  }

  /** It is connected: in this chat, with this customer, who may be known a while later. */
  private use(known: BridgeContext, customerId: string | undefined): void {
    const context: BridgeContext = Object.freeze(customerId ? { ...known, customerId } : known);
    this.context = context;
    this.addressee.update(customerId);
    this.renew(); // `ready` gives what is known now
    this.settleReady(context);
    this.changeTo('ready');
  }

  /** What the client's answer has under `key`. */
  private ask(host: Host, api: string, key: string, timeout: number): Promise<string> {
    return this.limit(api, timeout, async () => {
      const reply = await host.invoke(api, {});
      const error = readReply(api, reply);
      this.log.add(error ? error.message : `${api}:ok`);
      if (error) throw error;
      const value = (reply as Record<string, unknown>)[key];
      if (!isText(value)) throw new KfError('no-context', `no ${key}`);
      return value;
    });
  }

  /** What `task` gives within `timeout`. Whatever goes wrong is a `KfError`: nothing was sent. */
  private limit<T>(what: string, timeout: number, task: () => Promise<T> | T): Promise<T> {
    const late = (): KfError => new KfError('no-context', `${what}: no answer within ${Math.round(timeout)} ms`);
    return withTimeout(timeout, task, late).catch((reason: unknown) => {
      throw asNotSent(what, reason);
    });
  }

  private fail(state: BridgeState, error: KfError): void {
    this.log.add(error.message);
    this.host = this.context = null;
    this.error = error;
    this.settleReady(Promise.reject(error));
    this.changeTo(state);
  }

  private settleReady(result: BridgeContext | Promise<never>): void {
    this.settle?.(result);
    this.settle = null;
  }

  private changeTo(state: BridgeState): void {
    this.state = state;
    this.listener.onConnectionChange();
  }
}

/** While connecting nothing is sent: an error that leaves that open is one of the connection. */
function asNotSent(what: string, reason: unknown): KfError {
  if (isKfError(reason) && reason.outcome === 'not-sent') return reason;
  return new KfError('no-context', `${what} failed`, { cause: reason });
}
