import { invalidMessage, isKfError, KfError } from '../../core/error.js';
import { issue, type Issue } from '../../core/issue.js';
import type { ChatMessage } from '../../core/message.js';
import { checkSupport, isOlder } from '../../core/support.js';
import { validate } from '../../core/validate.js';
import { addresseeOf, isKnown, NEVER_KNOWN } from '../../events/addressee.js';
import type { BridgeContext } from '../../events/bridge-status.js';
import type { SendDetail } from '../../events/kf-send.js';
import { asKfError } from '../../events/outcome.js';
import { isPending, type Receipt, type SendPhase, type SendRecord } from '../../events/send-record.js';
import type { Host } from '../../hosts/host.js';
import { readReply } from '../../hosts/reply.js';
import { bridgeRemoved, CUSTOMER_TIMEOUT, type Connection } from './connection.js';
import { copyOf, type Send } from './send.js';
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

/** What was asked for. */
export interface SendRequest {
  /** Read when `dispatched`. */
  readonly detail: SendDetail;
  /** Until then listeners may change the message; rejects when one has cancelled it. Absent: nobody may. */
  readonly dispatched?: Promise<void> | undefined;
  /** The event that asked for it; the page's own sends have none, and each of them is one of its own. */
  readonly event?: Event;
  readonly signal?: AbortSignal | null | undefined;
  readonly repeats?: SendRecord | undefined;
}

/** What a delivery needs of its bridge. */
export interface DeliveryBridge {
  readonly settings: SendSettings;
  readonly connection: Connection;
  /** Whether an earlier send of the same message to the same customer may have arrived. */
  isDoubtful(send: Send): boolean;
  /** To whom else the same message is under way, or in doubt. */
  othersWithSame(send: Send): readonly string[];
  /** The receipt of an earlier send of the same message to the same customer that has arrived while this one repeats it. */
  arrivalSince(repeats: SendRecord, send: Send): Receipt | null;
  /** Ends it as another one, if it has turned out to be that one. Returns whether it has. */
  mergeWithOther(send: Send): boolean;
}

/** A message that may go out, and what was noticed about it. */
interface CheckedMessage {
  message: ChatMessage;
  warnings: Issue[];
}

/** A clean copy of a valid message. Throws `invalid-message`. */
function checkMessage(candidate: unknown): CheckedMessage {
  const result = validate(candidate);
  if (result.ok) return { message: result.message, warnings: result.issues };
  throw invalidMessage(result.issues);
}

const knowsEnterChat = ({ platform, version }: BridgeContext): boolean =>
  !platform || (['ios', 'android'].includes(platform) && !isOlder(version || '', '3.1.10'));

/** The message as this client can take it. Throws `wrong-entry`, `unsupported-platform` or `client-too-old`. */
function fitToClient({ message, warnings }: CheckedMessage, context: BridgeContext): CheckedMessage {
  const error = checkSupport(message.msgtype, context);
  if (error) throw error;
  if (!message.enterChat || knowsEnterChat(context)) return { message, warnings };
  const rest = { ...message };
  delete rest.enterChat;
  return { message: rest, warnings: [...warnings, issue('enter-chat-ignored', ['enterChat'])] };
}

/** Milliseconds in which a channel has to have its session again. Not the bridge's `timeout`: that is for the native send. */
const SESSION_TIMEOUT = 10_000;

/** A send waits as long as so many attempts to connect may take: a page may begin them again and again. */
const MOST_ATTEMPTS = 3;

/** What goes wrong before the native call has sent nothing, whatever it is. */
const notHandedOver = (cause: unknown): KfError =>
  isKfError(cause) && cause.outcome === 'not-sent'
    ? cause
    : new KfError('invalid-argument', 'the message can not be read', { cause });

const connectsForEver = (): KfError => new KfError('no-context', 'the bridge connects again and again');

const aborted = (phase: SendPhase): KfError =>
  phase === 'handed-over'
    ? new KfError('aborted', 'after the native call', { outcome: 'unknown' })
    : new KfError('aborted', 'before the native call');

const ignore = (): void => undefined;

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

/** The way of a send through the checks to the client. It makes at most one native call. */
export class Delivery {
  /** When the next send may go: this one has ended, and its native call has been answered or has timed out. */
  readonly isOver: Promise<void>;
  /** It was asked for as one: it stays one, also where the page has ended its `dry-run` meanwhile. */
  private readonly isRehearsal: boolean;
  private checked: CheckedMessage | null = null;
  /** Why there was no connection as an element asked for nobody in particular: whoever is found later was not meant. */
  private readonly failed: KfError | null;
  private isDispatched = false;

  /** @param turn when the sends before it are over */
  constructor(
    private readonly send: Send,
    private readonly request: SendRequest,
    private readonly bridge: DeliveryBridge,
    turn: Promise<void>,
  ) {
    this.isRehearsal = bridge.settings.dryRun;
    this.failed = request.event && send.isForFirst ? bridge.connection.error : null;
    if (!request.dispatched) this.check(); // the page may change its object after the call
    this.followSignal();
    const delivered = this.deliver(turn).catch((reason: unknown) => {
      if (isPending(send)) send.fail(send.phase === 'waiting' ? notHandedOver(reason) : asKfError(reason));
    });
    const endedUncalled = send.response.then(ignore, ignore).then(() => (send.handedOverStep ? delivered : undefined));
    // One that ends before its turn must not let the next ones overtake; one that is stopped waits for no answer of the page.
    this.isOver = turn.then(() => Promise.race([delivered, endedUncalled]));
  }

  /** A listener has cancelled it: it is about to end. One that cancels after the dispatch changes nothing. */
  get isCancelled(): boolean {
    return !this.isDispatched && !!this.request.event?.defaultPrevented;
  }

  /** The bridge was taken out: what the client does not have yet, it does not get. */
  stop(): void {
    if (this.send.phase === 'waiting' && !this.isCancelled) this.send.fail(bridgeRemoved());
  }

  private async deliver(turn: Promise<void>): Promise<void> {
    const { send, bridge } = this;
    if (this.request.dispatched) {
      await this.request.dispatched;
      this.isDispatched = true;
      this.check();
    }
    if (!isPending(send)) return;
    if (this.failed) throw this.failed;
    await turn;
    let { checked } = this;
    let isReleased = false;
    let isChecked = false;
    let deadline = Infinity;
    while (checked && isPending(send)) {
      if (performance.now() > deadline) throw connectsForEver();
      const { context, host } = await this.connected();
      checked = fitToClient(checked, context);
      if (!isReleased) checked = fitToClient(await this.askPage(checked, context), context);
      isReleased = true;
      deadline = Math.min(deadline, performance.now() + MOST_ATTEMPTS * bridge.settings.timeout);
      await bridge.connection.prepare(host, SESSION_TIMEOUT);
      const isNamed = isKnown(send.addressee);
      if (!isChecked) await this.checkCustomer(host);
      isChecked = isNamed && !host.prepare; // who connects anew has read the customer right now, unless a session is waited for
      // From here to the native call nothing waits. A bridge that has connected again meanwhile has to be checked again.
      if (bridge.connection.context === context && isPending(send)) return this.handOver(host, checked);
    }
  }

  /** Reads the message; one that is not valid ends here. */
  private check(): void {
    try {
      this.checked = checkMessage(this.request.detail.message);
    } catch (reason) {
      this.send.fail(notHandedOver(reason));
    }
  }

  /** The connection, once there is one, if it leads to whom the message is for. */
  private async connected(): Promise<{ context: BridgeContext; host: Host }> {
    const { connection, settings } = this.bridge;
    for (;;) {
      const context = await withTimeout(MOST_ATTEMPTS * settings.timeout, () => connection.ready, connectsForEver);
      const { host, addressee } = connection;
      if (!connection.isOpen) throw bridgeRemoved();
      if (!host) continue; // who was told first that it is connected has made it connect anew
      if (this.send.addressee !== addressee.current) throw this.customerChanged(addressee.current);
      return { context, host };
    }
  }

  /** The message as the page lets it go, and the warnings of both. */
  private async askPage(checked: CheckedMessage, context: BridgeContext): Promise<CheckedMessage> {
    const { beforeSend, timeout } = this.bridge.settings;
    if (!beforeSend) return checked;
    const copy = (): ChatMessage => checkMessage(checked.message).message;
    const details = this.bridge.isDoubtful(this.send) ? { repeatOf: copy() } : {};
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

  /** Reads the customer again, where one was known when the send was asked for; where not, the chat may be that of one who has the same. */
  private async checkCustomer(host: Host): Promise<void> {
    const { connection, settings } = this.bridge;
    const { checkCustomer, timeout } = settings;
    const isMeant = checkCustomer === true || checkCustomer === 'strict' || isKnown(this.send.addressee);
    const others = isMeant ? [] : this.bridge.othersWithSame(this.send);
    if (checkCustomer === 'off' || !(isMeant || others.length)) return;
    const read = connection.readCustomer(host, Math.max(timeout, CUSTOMER_TIMEOUT)).then(addresseeOf);
    const found = await read.catch((cause: unknown) => {
      if (isMeant) throw this.customerChanged(null, cause);
      return NEVER_KNOWN;
    });
    const { addressee } = this.send; // now: who it is may have been read meanwhile
    const meant = isKnown(addressee) ? addressee : connection.addressee.current;
    if (isMeant ? found !== meant : others.includes(found)) throw this.customerChanged(found);
  }

  private customerChanged(found: string | null, cause?: unknown): KfError {
    this.send.showTo(this.bridge.connection.addressee.current, found !== null && isKnown(found) ? found : null);
    const text = found === null ? 'the customer in the chat can not be read' : 'another customer is in the chat';
    return new KfError('customer-changed', text, cause === undefined ? {} : { cause });
  }

  /** The native call. Waits until it is answered, or its time is over. */
  private async handOver(host: Host, { message, warnings }: CheckedMessage): Promise<void> {
    const { send, bridge } = this;
    const { timeout } = bridge.settings;
    const { repeats, event } = this.request;
    const { name: channel } = host;
    if (this.isRehearsal || bridge.settings.dryRun) {
      send.prepare(message);
      return send.succeed({ outcome: 'dry-run', channel, elapsed: 0, raw: null, warnings });
    }
    const arrival = repeats && bridge.arrivalSince(repeats, send);
    if (arrival) return send.succeed(arrival);
    if (event && bridge.mergeWithOther(send)) return;
    send.prepare(message);
    const began = performance.now();
    send.handOver();
    const call = async (): Promise<void> => {
      try {
        const raw = await invoke(host, copyOf(message)); // it may take its time, and the page has the other one
        send.succeed({ outcome: 'sent', channel, elapsed: Math.round(performance.now() - began), raw, warnings });
      } catch (reason) {
        send.fail(asKfError(reason));
      }
    };
    const seconds = Math.round(timeout / 1000);
    const late = (): KfError =>
      new KfError('timeout', `no answer within ${timeout} ms`, { outcome: 'unknown', details: { seconds } });
    return withTimeout(timeout, call, late);
  }

  /** Ends it when the caller's signal says so: before the native call for certain, after it only the waiting. */
  private followSignal(): void {
    const { send } = this;
    const { signal } = this.request;
    if (!signal) return;
    const onAbort = (): void => {
      if (isPending(send)) send.fail(aborted(send.phase));
    };
    try {
      signal.addEventListener('abort', onAbort);
      const stop = (): void => signal.removeEventListener('abort', onAbort);
      send.response.then(stop, stop).catch(() => undefined);
      if (signal.aborted) onAbort();
    } catch (cause) {
      send.fail(new KfError('invalid-argument', 'the signal is no AbortSignal', { cause }));
    }
  }
}
