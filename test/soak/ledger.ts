import type { ChatMessage, KfError } from '../../src/core/index.js';
import type { Receipt } from '../../src/events/send-record.js';
import type { KfBridge } from '../../src/kf-bridge.js';
import { idOf } from './contents.js';
import { NEVER } from './screen.js';
import type { NativeCall } from './soak-host.js';

/** What became of a promise. */
export type Result = { receipt: Receipt } | { error: KfError };

/** One request: a call of `bridge.send()`, or a `kf-send`. */
export interface Send {
  readonly id: string;
  /** Where its outcome has to be told. */
  readonly asker: Element;
  /** Who answers; null where nobody does. */
  readonly bridge: KfBridge | null;
  /** For whom it is: who was on screen, or known to the bridge when the page asked. */
  readonly to: string;
  /** Whether it may be handed over: it is no second one of a send that is under way or that nobody knows of. */
  readonly isOfItsOwn: boolean;
  /** The calls of the same that were open when its bridge found whom it was for: it is one of them, unless that was refused. */
  twins?: readonly NativeCall[];
  /** Where in the run it was asked for. */
  readonly step: number;
  readonly controller: AbortController | undefined;
  /** Whether a listener cancelled it. */
  cancelled: boolean;
  promise: Promise<Receipt> | undefined;
  result: Result | null;
}

/** What was told of a send: a receipt, an error, or that the user cancelled. */
export interface Telling {
  readonly type: string;
  readonly asker: EventTarget;
  readonly id: string;
  readonly what: unknown;
  readonly at: number;
}

const TOLD = ['kf-sent', 'kf-cancel', 'kf-error', 'kf-late'];

/** Everything that was sent, and everything that was told of it. */
export class Ledger {
  readonly sends: Send[] = [];
  readonly tellings: Telling[] = [];
  /** Presses for somebody who is not in the chat any more: nobody is asked, and the element says so, once for each at the most. */
  readonly turnedAway: { readonly asker: EventTarget; readonly id: string }[] = [];
  /** What the page's own calls of an element's `send()` have become. */
  readonly calls: { readonly promise: Promise<Receipt>; result: Result | null }[] = [];

  /** `careful`: handles each promise at once, as a good page does; otherwise nobody does before `readAll`. */
  constructor(private readonly careful: boolean) {}

  enter(send: Omit<Send, 'result'>): Send {
    const entry: Send = { ...send, result: null };
    this.sends.push(entry);
    if (this.careful) read(entry);
    return entry;
  }

  /** The dispatch is over: now it is known whether somebody answers. */
  answer(entry: Send, promise: Promise<Receipt> | undefined, isCancelled: boolean): void {
    entry.cancelled = isCancelled;
    entry.promise = promise;
    if (this.careful) read(entry);
  }

  /** A bridge has found its first customer: what was asked for nobody in particular may be a send that is open. */
  adopt(bridge: KfBridge, openCalls: (send: Send) => readonly NativeCall[]): void {
    for (const send of this.sends)
      if (send.bridge === bridge && send.to === NEVER && send.asker !== bridge) send.twins = openCalls(send);
  }

  call(promise: Promise<Receipt>): void {
    if (this.calls.some(call => call.promise === promise)) return;
    const call = { promise, result: null };
    this.calls.push(call);
    if (this.careful) read(call);
  }

  readAll(): void {
    if (this.careful) return;
    this.sends.forEach(read);
    this.calls.forEach(read);
  }

  /** How the sends ended: `sent`, `timeout (unknown)` …; and `kf-late`, where that was told. */
  get endings(): string[] {
    const late = this.tellings.some(({ type }) => type === 'kf-late') ? ['kf-late'] : [];
    return [
      ...late,
      ...[...this.sends, ...this.calls].flatMap(({ result }) =>
        result ? ['receipt' in result ? result.receipt.outcome : `${result.error.code} (${result.error.outcome})`] : [],
      ),
    ];
  }

  listen(asker: EventTarget): void {
    for (const type of TOLD) asker.addEventListener(type, event => this.hear(event as CustomEvent));
  }

  private hear({ type, target, currentTarget, detail }: CustomEvent): void {
    if (target !== currentTarget || !target) return;
    const { message, receipt, error } = detail as { message: ChatMessage; receipt?: Receipt; error?: KfError };
    this.tellings.push({ type, asker: target, id: idOf(message), what: receipt ?? error, at: performance.now() });
  }
}

function read(entry: { readonly promise: Promise<Receipt> | undefined; result: Result | null }): void {
  void entry.promise?.then(
    receipt => (entry.result = { receipt }),
    (error: KfError) => (entry.result = { error }),
  );
}

const isRefused = ({ answer }: NativeCall): boolean => answer?.ending === 'refused' || answer?.ending === 'cancelled';

/** Whether it may have a native call of its own. */
export const mayGo = ({ isOfItsOwn, cancelled, twins = [] }: Send): boolean =>
  isOfItsOwn && !cancelled && twins.every(isRefused);

export const errorOf = ({ result }: Pick<Send, 'result'>): KfError | undefined =>
  result && 'error' in result ? result.error : undefined;

export const receiptOf = ({ result }: Pick<Send, 'result'>): Receipt | undefined =>
  result && 'receipt' in result ? result.receipt : undefined;
