import { isKfError, KfError } from '../../core/error.js';
import type { BridgeContext, BridgeState } from '../../events/bridge-state.js';
import { clientInfo } from '../../hosts/client-info.js';
import { watchForHost, type Channel } from '../../hosts/detect.js';
import type { Host } from '../../hosts/host.js';
import { readReply } from '../../hosts/reply.js';
import { within } from './within.js';

export interface ConnectionSettings {
  readonly channel: Channel | 'auto';
  /** The page's own host; wins over `channel`. */
  readonly host: Host | null;
  /** Milliseconds to find a channel, and again for it to answer. */
  readonly timeout: number;
}

/** Reading the customer must not hold up the rest: without an answer by then it is left out. */
const CUSTOMER_PATIENCE = 1500;

/** Finds the channel and asks it where the page is. What it found stays until `open` is called again. */
export class Connection {
  state: BridgeState = 'connecting';
  context: BridgeContext | null = null;
  error: KfError | null = null;
  host: Host | null = null;
  ready!: Promise<BridgeContext>;
  private settle: { resolve: (context: BridgeContext) => void; reject: (error: KfError) => void } | null = null;
  /** Another one after each removal: what was asked of the bridge before is over. */
  life = 0;
  private begun = false;
  private deadline = 0;
  private attempt = 0;
  private stop = (): void => undefined;

  constructor(
    private readonly settings: ConnectionSettings,
    private readonly changed: () => void,
  ) {
    this.renew();
    this.reject(new KfError('host-absent', 'bridge removed'));
  }

  /** The bridge is in a page now: `ready` is worth waiting for. */
  begin(): void {
    if (this.begun) return;
    this.begun = true;
    this.renew();
  }

  /** Starts, or starts again. Who waits for `ready` goes on waiting. */
  open(): void {
    this.stop();
    const attempt = ++this.attempt;
    const { channel, host, timeout } = this.settings;
    this.deadline = Date.now() + timeout;
    this.host = this.context = this.error = null;
    this.renew();
    this.become('connecting');
    if (host) return void this.greet(host, attempt);
    const absent = (): void => this.fail('absent', new KfError('host-absent', `no ${channel} within ${timeout} ms`));
    const timer = setTimeout(absent, timeout);
    const stopWatching = watchForHost(channel, found => {
      clearTimeout(timer);
      void this.greet(found, attempt);
    });
    this.stop = () => {
      clearTimeout(timer);
      stopWatching();
    };
  }

  /** Ends it. Who waits for `ready` is told. */
  close(): void {
    this.stop();
    this.attempt++;
    this.host = this.context = this.error = null;
    this.begun = false;
    this.life++;
    this.state = 'connecting';
    this.reject(new KfError('host-absent', 'bridge removed'));
  }

  /** The customer whose chat is open now. Rejects when it can't be read. */
  async readCustomer(host: Host, patience: number): Promise<string> {
    const { userId } = (await this.ask(host, 'getCurExternalContact', patience)) as { userId?: unknown };
    if (typeof userId !== 'string' || !userId) throw new KfError('no-context', 'no customer');
    return userId;
  }

  /** Milliseconds until connecting has taken too long. */
  private get left(): number {
    return Math.max(0, this.deadline - Date.now());
  }

  private renew(): void {
    if (this.settle) return;
    this.ready = new Promise((resolve, reject) => (this.settle = { resolve, reject }));
    this.ready.catch(() => undefined); // the events tell it
  }

  private async greet(host: Host, attempt: number): Promise<void> {
    this.host = host;
    if (this.state === 'absent') {
      this.deadline = Date.now() + this.settings.timeout;
      this.renew();
      this.become('connecting');
    }
    try {
      const context = await this.readContext(host);
      if (attempt !== this.attempt) return;
      this.context = Object.freeze(context);

      if (this.settle) this.settle.resolve(context);
      this.settle = null;
      this.become('ready');
    } catch (reason) {
      if (attempt === this.attempt) this.fail('blocked', reason as KfError);
    }
  }

  private async readContext(host: Host): Promise<BridgeContext> {
    const { entry } = (await this.ask(host, 'getContext', this.left)) as { entry?: unknown };
    if (typeof entry !== 'string' || !entry) throw new KfError('no-context', 'no entry');
    const asked = Promise.resolve().then(() => host.clientInfo && host.clientInfo());
    const own = await within(this.left, asked, () => new Error()).catch(() => null);
    const { platform, version } = { ...clientInfo(), ...own };
    const customerId = await this.readCustomer(host, Math.min(this.left, CUSTOMER_PATIENCE)).catch(() => undefined);
    return {
      channel: host.name,
      entry,
      ...(platform && { platform }),
      ...(version && { version }),
      ...(customerId && { customerId }),
    };
  }

  private async ask(host: Host, api: string, patience: number): Promise<unknown> {
    const late = (): KfError => new KfError('no-context', `${api}: no answer within ${patience} ms`);
    try {
      const reply = await within(patience, Promise.resolve(host.invoke(api, {})), late);
      const error = readReply(api, reply);
      if (!error) return reply;
      if (error.code !== 'no-answer') throw error;
      throw late();
    } catch (reason) {
      if (isKfError(reason)) throw reason;
      throw new KfError('no-context', `${api} failed`, { cause: reason });
    }
  }

  private fail(state: BridgeState, error: KfError): void {
    this.host = this.context = null;
    this.error = error;
    this.reject(error);
    this.become(state);
  }

  private reject(error: KfError): void {
    if (this.settle) this.settle.reject(error);
    this.settle = null;
  }

  private become(state: BridgeState): void {
    this.state = state;
    this.changed();
  }
}
