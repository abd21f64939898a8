import { invalidArgument, KfError } from '../../core/error.js';
import type { ChatMessage } from '../../core/message.js';
import type { BridgeContext } from '../../events/bridge-state.js';
import type { SendDetail } from '../../events/kf-send.js';
import { emit } from '../../events/emit.js';
import type { Receipt } from '../../events/receipt.js';
import type { Host } from '../../hosts/host.js';
import { Abort } from './abort.js';
import type { Connection } from './connection.js';
import { checkMessage, fitToClient, type Passed } from './gate.js';
import { sendNatively, type Answer } from './native-send.js';
import { SendQueue } from './send-queue.js';
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

/** One send: what, for whom, and until when. */
export interface Order {
  detail: SendDetail;
  /** The element that asked: a late answer is told there. */
  asker: EventTarget;
  signal?: AbortSignal | undefined;
}

/** Takes a message through the checks to the client, one at a time, in call order. */
export class Delivery {
  private readonly queue = new SendQueue();

  constructor(
    private readonly settings: DeliverySettings,
    private readonly connection: Connection,
  ) {}

  /**
   * Takes its place in the queue at once. The message is read when `listenersAreDone`: until then they may change or cancel it.
   */
  async deliver(order: Order, listenersAreDone?: Promise<void>): Promise<Receipt> {
    const { signal, detail } = order;
    if (signal && !('addEventListener' in signal)) throw invalidArgument('signal');
    const abort = new Abort(signal);
    const { life, context } = this.connection;
    const read = (): Passed => {
      abort.check();
      return checkMessage(detail.message);
    };
    const passed = listenersAreDone ? listenersAreDone.then(read) : Promise.resolve(read());
    const sent = this.queue.add(async () => this.transmit(await passed, order, abort, life, context));
    return abort.race(passed.then(() => sent));
  }

  private async transmit(
    checked: Passed,
    { detail, asker }: Order,
    abort: Abort,
    life: number,
    before: BridgeContext | null,
  ): Promise<Receipt> {
    abort.check();
    const { connection } = this;
    const context = life === connection.life ? await connection.ready : null;
    const { host } = connection;
    const gone = (): KfError => new KfError('host-absent', 'bridge removed');
    if (!host || !context || life !== connection.life) throw gone();
    if (before && before.customerId !== context.customerId) throw new KfError('customer-changed', 'another customer');
    const passed = await this.askPage(fitToClient(checked, context), context);
    if (this.settings.checkCustomer) await this.sameCustomer(host, context);
    abort.check();
    if (life !== connection.life) throw gone();
    if (context !== connection.context) throw new KfError('customer-changed', 'another customer');
    detail.message = passed.message;
    if (this.settings.dryRun)
      return { outcome: 'dry-run', channel: host.name, elapsed: 0, raw: null, warnings: passed.warnings };
    abort.begun = true;
    const late = (answer: Answer): void => void emit(asker, 'kf-late', { message: passed.message, ...answer });
    const answer = await sendNatively(host, passed, this.settings.timeout, late);
    if (abort.aborted && !('error' in answer && answer.error.code === 'timeout')) late(answer);
    if ('error' in answer) throw answer.error;
    return answer.receipt;
  }

  private async askPage(passed: Passed, context: BridgeContext): Promise<Passed> {
    const { beforeSend, timeout } = this.settings;
    if (!beforeSend) return passed;
    const stopped = (why: string, cause?: unknown): KfError => new KfError('stopped', why, { cause });
    const asked = (async () => beforeSend(checkMessage(passed.message).message, context, {}))();
    const answer = await within(timeout, asked, () => stopped('beforeSend: no answer')).catch((reason: unknown) =>
      Promise.reject(stopped('beforeSend threw', reason)),
    );
    if (answer === false) throw stopped('beforeSend said no');
    const { message, warnings } = checkMessage(answer);
    const known = warnings.map(warning => JSON.stringify(warning));
    const earlier = passed.warnings.filter(warning => !known.includes(JSON.stringify(warning)));
    return fitToClient({ message, warnings: [...earlier, ...warnings] }, context);
  }

  private async sameCustomer(host: Host, { customerId }: BridgeContext): Promise<void> {
    const now = await this.connection.readCustomer(host, this.settings.timeout).catch((cause: unknown) => {
      throw new KfError('customer-changed', 'no customer', { cause });
    });
    if (now !== customerId) throw new KfError('customer-changed', 'another customer');
  }
}
