import type { ChatMessage, KfError } from '../../src/core/index.js';
import type { Receipt } from '../../src/events/receipt.js';
import { idOf } from './contents.js';

/** What became of a promise. */
export type Result = { receipt: Receipt } | { error: KfError };

/** One send, from the call to its promise's end. */
export interface Send {
  readonly id: string;
  /** Where its outcome has to be told. */
  readonly asker: Element;
  /** Who was in the chat then, as far as the bridge knew. */
  readonly customer: string | undefined;
  readonly promise: Promise<Receipt>;
  readonly controller: AbortController | undefined;
  /** Whether a listener cancelled it. */
  readonly cancelled: boolean;
  result: Result | null;
}

/** What was told of a send: a receipt, an error, or that the user cancelled. */
export interface Telling {
  readonly type: string;
  readonly asker: EventTarget;
  readonly id: string;
  readonly what: unknown;
}

const TOLD = ['kf-sent', 'kf-cancel', 'kf-error', 'kf-late'];

/** Everything that was sent, and everything that was told of it. */
export class Ledger {
  readonly sends: Send[] = [];
  readonly tellings: Telling[] = [];

  /** `careful`: handles each promise at once, as a good page does; otherwise nobody does before `readAll`. */
  constructor(private readonly careful: boolean) {}

  /** Writes a send down; a promise that is known already is a second press. */
  enter(send: Omit<Send, 'result'>): void {
    if (this.sends.some(({ promise }) => promise === send.promise)) return;
    const entry: Send = { ...send, result: null };
    this.sends.push(entry);
    if (this.careful) this.read(entry);
  }

  /** The send that a press of `asker` waits for, as far as a careful page knows. */
  underWay(asker: Element): Send | undefined {
    return this.careful ? this.sends.find(send => send.asker === asker && !send.cancelled && !send.result) : undefined;
  }

  readAll(): void {
    if (!this.careful) this.sends.forEach(entry => this.read(entry));
  }

  /** How the sends ended: `sent`, `timeout (unknown)` …; and `kf-late`, where that was told. */
  get endings(): string[] {
    const late = this.tellings.some(({ type }) => type === 'kf-late') ? ['kf-late'] : [];
    return [...late, ...this.sends.map(send => receiptOf(send)?.outcome ?? errorEnding(errorOf(send)))];
  }

  private read(entry: Send): void {
    void entry.promise.then(
      receipt => (entry.result = { receipt }),
      (error: KfError) => (entry.result = { error }),
    );
  }

  listen(asker: EventTarget): void {
    for (const type of TOLD) asker.addEventListener(type, event => this.hear(event as CustomEvent));
  }

  private hear({ type, target, currentTarget, detail }: CustomEvent): void {
    if (target !== currentTarget || !target) return;
    const { message, receipt, error } = detail as { message: ChatMessage; receipt?: Receipt; error?: KfError };
    this.tellings.push({ type, asker: target, id: idOf(message), what: receipt ?? error });
  }
}

const errorEnding = (error: KfError | undefined): string => (error ? `${error.code} (${error.outcome})` : 'pending');

export const errorOf = ({ result }: Send): KfError | undefined =>
  result && 'error' in result ? result.error : undefined;

export const receiptOf = ({ result }: Send): Receipt | undefined =>
  result && 'receipt' in result ? result.receipt : undefined;
