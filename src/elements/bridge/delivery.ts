import { invalidArgument, KfError } from '../../core/error.js';
import type { ChatMessage } from '../../core/message.js';
import type { BridgeContext } from '../../events/bridge-state.js';
import type { SendDetail } from '../../events/kf-send.js';
import { asKfError } from '../../events/outcome.js';
import { emit } from '../../events/emit.js';
import type { Receipt } from '../../events/receipt.js';
import { Abort } from './abort.js';
import { note } from './diary.js';
import { bridgeRemoved, type Connection } from './connection.js';
import { checkMessage, fitToClient, type Passed } from './gate.js';
import { sendNatively, type Answer } from './native-send.js';
import { within } from './within.js';

/**
 * The page's last word before the native call: the message to send instead, or `false` to stop. `details.repeatOf` is the same
 * message, when an earlier send of it to this customer has an unknown outcome.
 */
export type BeforeSend = (
  message: ChatMessage,
  context: BridgeContext,
  details: { repeatOf?: ChatMessage },
) => ChatMessage | false | Promise<ChatMessage | false>;

export interface DeliverySettings {
  readonly timeout: number;
  readonly dryRun: boolean;
  readonly checkCustomer: boolean;
  readonly beforeSend: BeforeSend | null;
}

/** Milliseconds in which a channel has to have its session again. Not the bridge's `timeout`: that is for the native send. */
const SESSION_PATIENCE = 10_000;

/** The message as the page lets it go, and the warnings of both. */
async function askPage(
  { beforeSend, timeout }: DeliverySettings,
  passed: Passed,
  context: BridgeContext,
  doubtful: boolean,
): Promise<Passed> {
  if (!beforeSend) return passed;
  const { message: repeatOf } = passed;
  const ask = (): ReturnType<BeforeSend> =>
    beforeSend(checkMessage(repeatOf).message, context, doubtful ? { repeatOf } : {});
  const answer = await within(timeout, ask, () => new KfError('stopped', 'no answer')).catch((cause: unknown) => {
    throw new KfError('stopped', 'beforeSend failed', { cause });
  });
  if (answer === false) throw new KfError('stopped', 'beforeSend said no');
  const { message, warnings } = checkMessage(answer);
  const known = JSON.stringify(warnings);
  const earlier = passed.warnings.filter(warning => !known.includes(JSON.stringify(warning)));
  return fitToClient({ message, warnings: [...earlier, ...warnings] }, context);
}

/** Takes a message through the checks to the client, one at a time, in call order. */
export class Delivery {
  /** The send before: one at a time. */
  private last: Promise<unknown> = Promise.resolve();
  /** What may be out though nobody knows it: messages with their customer, as JSON. */
  private doubts: { key: string }[] = [];

  constructor(
    private readonly settings: DeliverySettings,
    private readonly connection: Connection,
  ) {}

  /**
   * Takes its place in the queue at once. The message is read when `listenersAreDone`: until then they may change or cancel it.
   * `asker` is the element that asked: a late answer is told there.
   */
  deliver(
    detail: SendDetail,
    asker: EventTarget,
    signal?: AbortSignal,
    listenersAreDone?: Promise<void>,
  ): Promise<Receipt> {
    const diary = this.connection.diary;
    const response = this.start(detail, asker, signal, listenersAreDone);
    response.then(
      ({ outcome, elapsed }) => note(diary, `${outcome} in ${elapsed} ms`),
      (reason: unknown) => note(diary, asKfError(reason).message),
    );
    return response;
  }

  private async start(
    detail: SendDetail,
    asker: EventTarget,
    signal?: AbortSignal,
    listenersAreDone?: Promise<void>,
  ): Promise<Receipt> {
    if (signal && !('addEventListener' in signal)) throw invalidArgument('signal');
    const abort = new Abort(signal);
    abort.check();
    const { life, context } = this.connection;
    const read = (): Passed => checkMessage(detail.message);
    const passed = listenersAreDone ? listenersAreDone.then(read) : Promise.resolve(read());
    const sent = this.last.then(async () => this.transmit(await passed, detail, asker, abort, life, context));
    this.last = sent.catch(() => undefined);
    return abort.race(passed.then(() => sent));
  }

  private async transmit(
    checked: Passed,
    detail: SendDetail,
    asker: EventTarget,
    abort: Abort,
    life: number,
    before: BridgeContext | null,
  ): Promise<Receipt> {
    abort.check();
    const connection = this.connection;
    const settings = this.settings;
    const context = life === connection.life ? await connection.ready : null;
    const { host } = connection;
    if (!host || !context || life !== connection.life) throw bridgeRemoved();
    if (before && before.customerId !== context.customerId) throw new KfError('customer-changed', 'another customer');
    const fitting = fitToClient(checked, context);
    const key = JSON.stringify([context.customerId, fitting.message]);
    const passed = await askPage(
      settings,
      fitting,
      context,
      this.doubts.some(one => one.key === key),
    );
    await connection.prepare(host, SESSION_PATIENCE);
    if (settings.checkCustomer) {
      const now = await connection.readCustomer(host, settings.timeout).catch((cause: unknown) => {
        throw new KfError('customer-changed', 'no customer', { cause });
      });
      if (now !== context.customerId) throw new KfError('customer-changed', 'another customer');
    }
    abort.check();
    if (life !== connection.life) throw bridgeRemoved();
    if (context !== connection.context) throw new KfError('customer-changed', 'another customer');
    const { message, warnings } = passed;
    detail.message = message;
    if (settings.dryRun) return { outcome: 'dry-run', channel: host.name, elapsed: 0, raw: null, warnings };
    abort.begun = true;
    const doubt = { key };
    this.doubts.push(doubt);
    /** The client's answer, in time or late. It is told once: as the outcome, or as `kf-late` when that is told already. */
    const answered = (answer: Answer): Receipt => {
      const { error } = answer;
      if (error && error.outcome === 'not-sent') this.doubts = this.doubts.filter(one => one !== doubt);
      if (abort.over || abort.aborted) emit(asker, 'kf-late', { message, ...answer });
      else if (!error) this.doubts = this.doubts.filter(one => one.key !== key);
      abort.over = true;
      if (answer.error) throw answer.error;
      return answer.receipt;
    };
    const { timeout } = settings;
    const overdue = (): KfError => {
      abort.over = true;
      const seconds = Math.round(timeout / 1000);
      return new KfError('timeout', `no answer within ${timeout} ms`, { outcome: 'unknown', details: { seconds } });
    };
    return within(timeout, () => sendNatively(host, passed).then(answered), overdue);
  }
}
