import { isKfError, KfError } from '../../core/error.js';
import type { BridgeContext, BridgeState } from '../../events/bridge-state.js';
import { clientInfo } from '../../hosts/client-info.js';
import { watchForHost, type Channel } from '../../hosts/detect.js';
import type { Host } from '../../hosts/host.js';
import { readReply } from '../../hosts/reply.js';
import { note, type Diary } from './diary.js';
import { within } from './within.js';

export interface ConnectionSettings {
  readonly channel: Channel | 'auto';
  /** The page's own host; wins over `channel`. */
  readonly host: Host | null;
  /** The mini program's page that sends for a page in its web-view. */
  readonly relayPage: string | null;
  /** Milliseconds to find a channel, and again for it to answer. */
  readonly timeout: number;
}

/** What is told to those who wait for a bridge that is not in a page. */
export const bridgeRemoved = (): KfError => new KfError('host-absent', 'bridge removed');

/** Reading the customer must not hold up the rest: without an answer by then it is left out. */
const CUSTOMER_PATIENCE = 1500;

/** Finds the channel and asks it where the page is. What it found stays until `open` is called again. */
export class Connection {
  state: BridgeState = 'connecting';
  context: BridgeContext | null = null;
  error: KfError | null = null;
  host: Host | null = null;
  ready!: Promise<BridgeContext>;
  /** Another one after each removal: what was asked of the bridge before is over. */
  life = 0;
  /** What happened, for a support chat. */
  readonly diary: Diary = [];
  /** Whether it looks for a channel, or has one. */
  opened = false;
  /** Settles `ready`, once. */
  private settle: ((result: BridgeContext | Promise<never>) => void) | null = null;
  private deadline = 0;
  private attempt = 0;
  private stop = (): void => undefined;

  constructor(
    private readonly settings: ConnectionSettings,
    private readonly changed: () => void,
  ) {
    this.renew();
    this.end(Promise.reject(bridgeRemoved()));
  }

  /** The bridge is in a page now: `ready` is worth waiting for. */
  renew(): void {
    if (this.settle) return;
    this.ready = new Promise(resolve => (this.settle = resolve));
    this.ready.catch(() => undefined); // the events tell it
  }

  /** Starts, or starts again. Who waits for `ready` goes on waiting. */
  open(): void {
    const { channel, host, relayPage, timeout } = this.settings;
    this.opened = true;
    const attempt = this.restart();
    if (host) return void this.greet(host, attempt);
    const absent = (): void => this.fail('absent', new KfError('host-absent', `no ${channel} within ${timeout} ms`));
    const timer = setTimeout(absent, timeout);
    const found = (there: Host): void => {
      clearTimeout(timer);
      void this.greet(there, attempt);
    };
    const stopWatching = watchForHost(channel, found, relayPage || undefined);
    this.stop = () => {
      clearTimeout(timer);
      stopWatching();
    };
  }

  /** Ends it. Who waits for `ready` is told. */
  close(): void {
    this.opened = false;
    this.life++;
    this.restart();
    this.end(Promise.reject(bridgeRemoved()));
  }

  /** The customer whose chat is open now. Rejects when it can't be read. */
  readCustomer(host: Host, patience: number): Promise<string> {
    return this.ask(host, 'getCurExternalContact', 'userId', patience);
  }

  /** A live session, where the channel wants one. */
  prepare(host: Host, patience: number): Promise<void> {
    return this.reach('the session', patience, () => host.prepare && host.prepare());
  }

  /** Milliseconds until connecting has taken too long. */
  private get left(): number {
    return Math.max(0, this.deadline - Date.now());
  }

  /** Back to connecting: nothing of what was found or asked counts any longer. */
  private restart(): number {
    this.stop();
    const attempt = ++this.attempt;
    this.host = this.context = this.error = null;
    this.deadline = Date.now() + this.settings.timeout;
    this.renew();
    this.become('connecting');
    return attempt;
  }

  private async greet(host: Host, found: number): Promise<void> {
    const attempt = this.state === 'absent' ? this.restart() : found;
    this.host = host;
    try {
      const context = await this.readContext(host);
      if (attempt !== this.attempt) return;
      this.context = Object.freeze(context);
      this.end(context);
      this.become('ready');
    } catch (reason) {
      if (attempt === this.attempt) this.fail('blocked', reason as KfError);
    }
  }

  private async readContext(host: Host): Promise<BridgeContext> {
    await this.prepare(host, this.left);
    const entry = await this.ask(host, 'getContext', 'entry', this.left);
    const asked = this.reach('clientInfo', this.left, () => host.clientInfo && host.clientInfo());
    const { platform, version } = { ...clientInfo(), ...(await asked.catch(() => null)) };
    const customerId = await this.readCustomer(host, Math.min(this.left, CUSTOMER_PATIENCE)).catch(() => undefined);
    const context: BridgeContext = { channel: host.name, entry };
    if (platform) context.platform = platform;
    if (version) context.version = version;
    if (customerId) context.customerId = customerId;
    return context;
  }

  /** What the client's answer has under `key`. */
  private ask(host: Host, api: string, key: string, patience: number): Promise<string> {
    return this.reach(api, patience, async () => {
      const reply = await host.invoke(api, {});
      const error = readReply(api, reply);
      note(this.diary, error ? error.message : `${api}:ok`);
      if (error) throw error;
      const value = (reply as Record<string, unknown>)[key];
      if (typeof value !== 'string' || !value) throw new KfError('no-context', `no ${key}`);
      return value;
    });
  }

  /** What `task` gives within `patience`. Whatever goes wrong is a `KfError`: nothing was sent. */
  private async reach<T>(what: string, patience: number, task: () => Promise<T> | T): Promise<T> {
    try {
      return await within(patience, task, () => new KfError('no-context', `${what}: no answer within ${patience} ms`));
    } catch (cause) {
      if (isKfError(cause) && cause.outcome === 'not-sent') throw cause;
      throw new KfError('no-context', `${what} failed`, { cause });
    }
  }

  private fail(state: BridgeState, error: KfError): void {
    note(this.diary, error.message);
    this.host = this.context = null;
    this.error = error;
    this.end(Promise.reject(error));
    this.become(state);
  }

  private end(result: BridgeContext | Promise<never>): void {
    if (this.settle) this.settle(result);
    this.settle = null;
  }

  private become(state: BridgeState): void {
    this.state = state;
    this.changed();
  }
}
