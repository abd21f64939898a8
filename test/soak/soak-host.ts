import { KfError, type ChatMessage } from '../../src/core/index.js';
import type { Host } from '../../src/hosts/index.js';
import type { KfBridge } from '../../src/kf-bridge.js';

/** What an answer to a send says; `nothing`: it does not say. */
export type Ending = 'sent' | 'refused' | 'cancelled' | 'nothing';

/** A native call of `sendChatMessage`. */
export interface NativeCall {
  readonly message: ChatMessage;
  /** Who the bridge believed was in the chat. */
  readonly customer: string | undefined;
  /** The same as the bridge's `addressee`. */
  readonly addressee: string;
  /** By `performance.now()`, as the deadline. */
  readonly at: number;
  /** From then on, nobody waits for an answer. */
  readonly deadline: number;
  /** The first answer: a reply, or the reason of a rejection. */
  answer: { readonly what: unknown; readonly ending: Ending; readonly at: number; readonly step: number } | null;
  /** The user has said what became of it, or that it did not arrive. */
  isClosed: boolean;
  /** Where in the run it was made. */
  readonly step: number;
  /** Answers it; later answers are what a client does that answers twice. */
  reply(what: unknown, ending: Ending): void;
}

export type Mood = 'well' | 'refuses' | 'slow' | 'silent';

/** How a channel goes wrong when it is called. */
export type Trouble = 'none' | 'throws' | 'rejects' | 'is gone';

const SLOW = 20;
const silence = (): Promise<never> => new Promise(() => undefined);
const after = <T>(ms: number, value: T): Promise<T> => new Promise(resolve => setTimeout(() => resolve(value), ms));

/** A client whose every answer the test decides about, and who notes what a bridge must never do. */
export class SoakHost implements Host {
  readonly name = 'soak';
  readonly calls: NativeCall[] = [];
  /** How it answers what is asked before a send. */
  mood: Mood = 'well';
  /** How the session answers. */
  session: Mood = 'well';
  /** What becomes of the next send. */
  trouble: Trouble = 'none';
  bridge!: KfBridge;
  /** Only some channels have one. */
  prepare?: () => Promise<void>;
  private lastRead: string | undefined;
  /** Whether the customer was read since the last native call. */
  private wasRead = false;

  constructor(
    withSession: boolean,
    /** Who is in the chat. */
    public customer: string | undefined,
    private readonly violation: (text: string) => void,
    private readonly nextStep: () => number,
  ) {
    if (withSession) this.prepare = () => this.renewSession();
  }

  /** Calls that nobody has answered. */
  get open(): NativeCall[] {
    return this.calls.filter(({ answer }) => !answer);
  }

  async invoke(api: string, params: object): Promise<unknown> {
    if (api === 'sendChatMessage') return this.send(structuredClone(params) as ChatMessage);
    if (this.mood === 'silent') return silence();
    if (this.mood === 'slow') await after(SLOW, undefined);
    if (this.mood === 'refuses') return { err_msg: `${api}:fail no permission` };
    if (api === 'getContext') return { err_msg: `${api}:ok`, entry: 'single_kf_tools' };
    this.lastRead = this.customer;
    this.wasRead = true;
    return this.customer ? { err_msg: `${api}:ok`, userId: this.customer } : { err_msg: `${api}:fail` };
  }

  private async renewSession(): Promise<void> {
    if (this.session === 'silent') await silence();
    if (this.session === 'slow') await after(SLOW, undefined);
    if (this.session === 'refuses') throw new Error('no session');
  }

  private send(message: ChatMessage): Promise<unknown> {
    this.look(message);
    const { promise, settle } = this.note(message);
    const trouble = this.trouble;
    this.trouble = 'none';
    if (trouble === 'none') return promise;
    const reason = trouble === 'is gone' ? new KfError('host-absent', 'gone') : new Error(trouble);
    settle(reason, trouble === 'is gone' ? 'refused' : 'nothing');
    if (trouble === 'rejects') return Promise.reject(reason);
    throw reason;
  }

  private note(message: ChatMessage): { promise: Promise<unknown>; settle: NativeCall['reply'] } {
    const at = performance.now();
    const { context, timeout } = this.bridge;
    let resolve!: (reply: unknown) => void;
    const promise = new Promise(done => (resolve = done));
    const reply: NativeCall['reply'] = (what, ending) => {
      call.answer ??= { what, ending, at: performance.now(), step: this.nextStep() };
      resolve(what);
    };
    const call: NativeCall = {
      message,
      customer: context?.customerId,
      addressee: this.bridge.addressee,
      isClosed: false,
      step: this.nextStep(),
      at,
      deadline: at + timeout,
      answer: null,
      reply,
    };
    this.calls.push(call);
    return { promise, settle: reply };
  }

  /** What must hold at the moment of a native call. */
  private look(message: ChatMessage): void {
    const { context, dryRun, checkCustomer, state } = this.bridge;
    const said = `${JSON.stringify(message)} was sent`;
    if (!context) this.violation(`${said} without a context, ${state}`);
    if (dryRun) this.violation(`${said} in a dry run`);
    if (checkCustomer !== 'off' && (context?.customerId || checkCustomer)) {
      if (!this.wasRead) this.violation(`${said}, and the customer was not read before`);
      if (this.lastRead !== context?.customerId)
        this.violation(`${said} to ${context?.customerId}, though ${this.lastRead} was read`);
    }
    this.wasRead = false;
    const busy = this.open.find(({ deadline }) => performance.now() < deadline);
    if (busy) this.violation(`${said} while ${JSON.stringify(busy.message)} was under way`);
  }
}
