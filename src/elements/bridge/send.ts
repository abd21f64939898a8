import { isKfError, KfError } from '../../core/error.js';
import type { ChatMessage } from '../../core/message.js';
import { addresseeOf, isKnown, NEVER_KNOWN } from '../../events/addressee.js';
import type { BridgeContext } from '../../events/bridge-state.js';
import type { SendDetail } from '../../events/kf-send.js';
import { asKfError, phaseOf, reportLate } from '../../events/outcome.js';
import type { Receipt } from '../../events/receipt.js';
import { isInDoubt, isPending, type SendPhase, type SendRecord } from '../../events/send-record.js';
import type { Host } from '../../hosts/host.js';
import { readReply } from '../../hosts/reply.js';
import { bridgeRemoved, CUSTOMER_TIMEOUT, type Connection } from './connection.js';
import { checkMessage, fitToClient, type CheckedMessage } from './gate.js';
import { withTimeout } from './with-timeout.js';

/**
 * The page's last word before the native call: the message to send instead, or `false` to stop. `details.repeatOf` is the same
 * message, when an earlier send of it to this customer may have arrived though nobody could tell in time.
 */
export type BeforeSend = (
  message: ChatMessage,
  context: BridgeContext,
  details: { repeatOf?: ChatMessage },
) => ChatMessage | false | Promise<ChatMessage | false>;

/** What of the bridge's properties a send goes by, read when it comes to that. */
export interface SendSettings {
  readonly timeout: number;
  readonly dryRun: boolean;
  /** `false`: the customer is read again where one was known. `true` or `strict`: a send without a known one is stopped. */
  readonly checkCustomer: boolean | 'strict' | 'off';
  readonly beforeSend: BeforeSend | null;
}

/** What a send begins with. */
export interface SendRequest {
  /** Read when `dispatched`; what was handed to the client is written back. */
  readonly detail: SendDetail;
  /** As the element asked for it; the page's own sends have no other message than `detail`. */
  readonly message: ChatMessage;
  readonly addressee: string;
  /** Where the outcome is reported, late answers included. */
  readonly asker: EventTarget;
  /** Until then listeners may change the message; rejects when one has cancelled it. Absent: nobody may. */
  readonly dispatched?: Promise<void> | undefined;
  /** The event that asked for it. */
  readonly event?: Event;
  readonly signal?: AbortSignal | null | undefined;
  readonly repeats?: SendRecord | undefined;
}

/** What a send needs of its bridge. */
export interface SendSurroundings {
  readonly settings: SendSettings;
  readonly connection: Connection;
  /** Whether an earlier send of the same message to the same customer may have arrived. */
  isDoubtful(send: Send): boolean;
  /** The receipt of an earlier send of the same message to the same customer that has arrived while this one repeats it. */
  arrivalSince(repeats: SendRecord, send: Send): Receipt | null;
  /** An earlier send of the same message to the same customer that is open. */
  openBefore(send: Send): Send | undefined;
  /** This send stands somewhere else now. */
  changed(send: Send): void;
  /** The user has read its outcome, or said what it was. */
  answered(send: Send): void;
  /** This send is none: it is not shown to anybody. */
  remove(send: Send): void;
  /** A number greater than any before: clocks are too coarse to say what came first. */
  nextStep(): number;
}

/** Milliseconds in which a channel has to have its session again. Not the bridge's `timeout`: that is for the native send. */
const SESSION_TIMEOUT = 10_000;

/** What goes wrong before the native call has sent nothing, whatever it is. */
const notHandedOver = (cause: unknown): KfError =>
  isKfError(cause) && cause.outcome === 'not-sent'
    ? cause
    : new KfError('invalid-argument', 'the message can not be read', { cause });

const aborted = (phase: SendPhase): KfError =>
  phase === 'handed-over'
    ? new KfError('aborted', 'after the native call', { outcome: 'unknown' })
    : new KfError('aborted', 'before the native call');

/** The native call: the client's own reply, or the error that it means. */
async function invoke(host: Host, message: ChatMessage): Promise<unknown> {
  let raw: unknown;
  try {
    raw = await host.invoke('sendChatMessage', message);
  } catch (cause) {
    if (isKfError(cause)) throw cause;
    throw new KfError('no-answer', 'the channel failed after the call', { outcome: 'unknown', cause });
  }
  const error = readReply('sendChatMessage', raw);
  if (error) throw error;
  return raw;
}

/** One send on its way through the checks to the client. It makes at most one native call. */
export class Send implements SendRecord {
  readonly message: ChatMessage;
  addressee: string;
  phase: SendPhase = 'waiting';
  receipt: Receipt | null = null;
  error: KfError | null = null;
  found: string | null = null;
  isLate = false;
  isConfirmed = false;
  handedOverAt: number | null = null;
  endedAt: number | null = null;
  endedOn: Date | null = null;
  /** Which came first, the requests, native calls and outcomes of a page: 0 for what has not come. */
  readonly askedStep: number;
  handedOverStep = 0;
  endedStep = 0;

  /** For whom its outcome is to be shown: after `customer-changed`, whoever is there instead. */
  shownTo: string;
  /** The user has seen what became of it. */
  isAcknowledged = false;
  /** The same message has arrived for certain since: nobody has to doubt this one any more. */
  isSettled = false;
  /** What was handed to the client; before that, what was asked for. */
  handed: ChatMessage;
  /** What its askers are answered. */
  readonly response: Promise<Receipt>;
  /** When the next send may go: it has ended, and its native call has been answered or has timed out. */
  readonly isOver: Promise<void>;

  private resolve: (receipt: Receipt) => void = () => undefined;
  private reject: (error: KfError) => void = () => undefined;
  private checked: CheckedMessage | null = null;
  private readonly askers: Set<EventTarget>;
  /** What was asked before the bridge was removed is over: `connection.life` is another one then. */
  private readonly life: number;

  /** @param turn when the sends before it are over */
  constructor(
    private readonly request: SendRequest,
    private readonly bridge: SendSurroundings,
    turn: Promise<void>,
  ) {
    this.message = this.handed = request.message;
    this.addressee = this.shownTo = request.addressee;
    this.askers = new Set([request.asker]);
    this.askedStep = bridge.nextStep();
    this.life = bridge.connection.life;
    this.response = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.response.catch(() => undefined); // events report it
    if (!request.dispatched) this.check(); // the page may change its object after the call
    this.followSignal();
    const delivered = this.deliver(turn).catch((reason: unknown) => {
      if (isPending(this)) this.fail(this.phase === 'waiting' ? notHandedOver(reason) : asKfError(reason));
    });
    this.isOver = turn.then(() => delivered); // one that ends before its turn must not let the next ones overtake
  }

  /** A listener has cancelled it: it is about to end. */
  get isCancelled(): boolean {
    return !!this.request.event?.defaultPrevented;
  }

  acknowledge(): void {
    if (isPending(this) || this.isAcknowledged) return;
    this.isAcknowledged = true;
    this.bridge.answered(this);
  }

  isOf(bridge: SendSurroundings): boolean {
    return this.bridge === bridge;
  }

  confirm(): void {
    if (!isInDoubt(this)) return;
    this.isConfirmed = true;
    this.bridge.answered(this);
  }

  /** It was asked for before any customer was known, and this is the first one. */
  adopt(addressee: string): void {
    if (this.addressee === NEVER_KNOWN) this.addressee = addressee;
    if (this.shownTo === NEVER_KNOWN) this.shownTo = addressee;
  }

  /** Another element has asked for the same: it hears a late answer, too. */
  join(asker: EventTarget): void {
    this.askers.add(asker);
  }

  private async deliver(turn: Promise<void>): Promise<void> {
    if (this.request.dispatched) {
      await this.request.dispatched;
      this.check();
    }
    if (!isPending(this)) return;
    await turn;
    let { checked } = this;
    let isReleased = false;
    while (checked && isPending(this)) {
      const { context, host } = await this.connected();
      checked = fitToClient(checked, context);
      if (!isReleased) checked = fitToClient(await this.askPage(checked, context), context);
      isReleased = true;
      await this.bridge.connection.prepare(host, SESSION_TIMEOUT);
      await this.checkCustomer(host);
      // From here to the native call nothing waits. A bridge that has connected again meanwhile has to be checked again.
      if (this.bridge.connection.context === context && isPending(this)) return this.handOver(host, checked);
    }
  }

  /** Reads the message; one that is not valid ends here. */
  private check(): void {
    try {
      this.checked = checkMessage(this.request.detail.message);
    } catch (reason) {
      this.fail(notHandedOver(reason));
    }
  }

  /** The connection, once there is one, if it leads to whom the message is for. */
  private async connected(): Promise<{ context: BridgeContext; host: Host }> {
    const { connection } = this.bridge;
    const context = this.life === connection.life ? await connection.ready : null;
    const { host, addressee } = connection;
    if (!context || !host || this.life !== connection.life) throw bridgeRemoved();
    if (this.addressee !== addressee.current) throw this.customerChanged(addressee.current);
    return { context, host };
  }

  /** The message as the page lets it go, and the warnings of both. */
  private async askPage(checked: CheckedMessage, context: BridgeContext): Promise<CheckedMessage> {
    const { beforeSend, timeout } = this.bridge.settings;
    if (!beforeSend) return checked;
    const copy = (): ChatMessage => checkMessage(checked.message).message;
    const details = this.bridge.isDoubtful(this) ? { repeatOf: copy() } : {};
    const answer = await withTimeout(
      timeout,
      () => beforeSend(copy(), context, details),
      () => new KfError('stopped', 'beforeSend did not answer'),
    ).catch((cause: unknown) => {
      throw new KfError('stopped', 'beforeSend failed', { cause });
    });
    if (answer === false) throw new KfError('stopped', 'beforeSend said no');
    const { message, warnings } = checkMessage(answer);
    const known = new Set(warnings.map(warning => JSON.stringify(warning)));
    const earlier = checked.warnings.filter(warning => !known.has(JSON.stringify(warning)));
    return { message, warnings: [...earlier, ...warnings] };
  }

  /** Reads the customer again, where one was known when the send was asked for. */
  private async checkCustomer(host: Host): Promise<void> {
    const { connection, settings } = this.bridge;
    const { checkCustomer, timeout } = settings;
    const isStrict = checkCustomer === true || checkCustomer === 'strict';
    if (checkCustomer === 'off' || !(isStrict || isKnown(this.addressee))) return;
    const meant = isKnown(this.addressee) ? this.addressee : connection.addressee.current;
    const customerId = await connection
      .readCustomer(host, Math.max(timeout, CUSTOMER_TIMEOUT))
      .catch((cause: unknown) => {
        throw this.customerChanged(null, cause);
      });
    if (addresseeOf(customerId) !== meant) throw this.customerChanged(addresseeOf(customerId));
  }

  private customerChanged(found: string | null, cause?: unknown): KfError {
    this.found = found !== null && isKnown(found) ? found : null;
    this.shownTo = this.bridge.connection.addressee.current;
    const text = found === null ? 'the customer in the chat can not be read' : 'another customer is in the chat';
    return new KfError('customer-changed', text, cause === undefined ? {} : { cause });
  }

  /** The native call. Waits until it is answered, or its time is over. */
  private async handOver(host: Host, { message, warnings }: CheckedMessage): Promise<void> {
    const { dryRun, timeout } = this.bridge.settings;
    const { repeats } = this.request;
    const { name: channel } = host;
    if (this.life !== this.bridge.connection.life) throw bridgeRemoved();
    const arrival = repeats && this.bridge.arrivalSince(repeats, this);
    if (arrival) return this.succeed(arrival);
    const open = this.request.event && !repeats && this.bridge.openBefore(this);
    if (open) return this.endWith(open);
    this.handed = this.request.detail.message = message;
    if (dryRun) return this.succeed({ outcome: 'dry-run', channel, elapsed: 0, raw: null, warnings });
    const began = performance.now();
    this.handedOverAt = began;
    this.handedOverStep = this.bridge.nextStep();
    this.phase = 'handed-over';
    this.bridge.changed(this);
    const call = async (): Promise<void> => {
      try {
        const raw = await invoke(host, message);
        this.succeed({ outcome: 'sent', channel, elapsed: Math.round(performance.now() - began), raw, warnings });
      } catch (reason) {
        this.fail(asKfError(reason));
      }
    };
    const seconds = Math.round(timeout / 1000);
    const late = (): KfError =>
      new KfError('timeout', `no answer within ${timeout} ms`, { outcome: 'unknown', details: { seconds } });
    return withTimeout(timeout, call, late);
  }

  /** It was that send all the time. */
  private async endWith(open: Send): Promise<void> {
    this.bridge.remove(this);
    for (const asker of this.askers) open.join(asker);
    try {
      this.succeed(await open.response);
    } catch (reason) {
      this.fail(asKfError(reason));
    }
  }

  private succeed(receipt: Receipt): void {
    this.end('sent', receipt, null);
  }

  private fail(error: KfError): void {
    this.end(phaseOf(error), null, error);
  }

  /** Takes an outcome: the first one is the answer to whoever asked, one that comes later is reported beside it. */
  private end(phase: SendPhase, receipt: Receipt | null, error: KfError | null): void {
    const isFirst = isPending(this);
    this.isLate = !isFirst;
    if (isFirst || phase !== 'unknown') {
      this.phase = phase;
      this.receipt = receipt;
      this.error = error;
      this.endedAt = performance.now();
      this.endedStep = this.bridge.nextStep();
      this.endedOn = new Date();
      this.isAcknowledged = this.isConfirmed = false;
    }
    this.bridge.changed(this);
    if (!isFirst) for (const asker of this.askers) reportLate(asker, this.handed, { receipt, error });
    else if (receipt) this.resolve(receipt);
    else if (error) this.reject(error);
  }

  /** Ends it when the caller's signal says so: before the native call for certain, after it only the waiting. */
  private followSignal(): void {
    const { signal } = this.request;
    if (!signal) return;
    const onAbort = (): void => {
      if (isPending(this)) this.fail(aborted(this.phase));
    };
    try {
      signal.addEventListener('abort', onAbort);
      const stop = (): void => signal.removeEventListener('abort', onAbort);
      this.response.then(stop, stop).catch(() => undefined);
      if (signal.aborted) onAbort();
    } catch (cause) {
      this.fail(new KfError('invalid-argument', 'the signal is no AbortSignal', { cause }));
    }
  }
}
