import { KfError } from '../../../core/error.js';
import type { ChatMessage } from '../../../core/message.js';
import { asKfError, phaseOf } from '../../../events/outcome.js';
import { readReply } from '../../../hosts/reply.js';
import { isInDoubt, type Receipt, type SendPhase, type SendRecord } from '../../../events/send-record.js';

/** Milliseconds that a page has to answer: it may ask its server, or the user. */
const TIMEOUT = 60_000;

const noAnswer = (): KfError =>
  new KfError('timeout', `the page has not answered kf-send within ${TIMEOUT} ms`, {
    outcome: 'unknown',
    details: { seconds: TIMEOUT / 1000 },
  });

/**
 * Why what the page has answered is no receipt: its server says no in its JSON; or it does not say what became of it, as a `Response`
 * that is not `ok`, `false` or a function.
 */
function whyNone(answer: unknown): KfError | null {
  try {
    return refusalIn(answer);
  } catch (cause) {
    return asKfError(cause); // a window of another origin
  }
}

function refusalIn(answer: unknown): KfError | null {
  const refusal = typeof answer === 'object' ? readReply('kf-send', answer) : null; // a text may be anything
  if (refusal && refusal.code !== 'no-answer') return refusal;
  const { ok, success, status }: Partial<Record<'ok' | 'success' | 'status', unknown>> = Object(answer);
  const isNone = answer === false || typeof answer === 'function' || ok === false || success === false;
  return isNone ? asKfError(new Error(status === undefined ? 'the page has answered no' : `HTTP ${status}`)) : null;
}

/** A send that no bridge keeps: the page has answered by itself, or nobody has. The element keeps it, in the bridge's shape. */
export class OwnRecord implements SendRecord {
  phase: SendPhase = 'handed-over';
  receipt: Receipt | null = null;
  error: KfError | null = null;
  isLate = false;
  readonly timeout = TIMEOUT;
  readonly found = null;
  isConfirmed = false;
  isAcknowledged = false;
  readonly handedOverAt = null;
  endedAt: number | null = null;
  endedOn: Date | null = null;
  /** What whoever asked is answered. */
  readonly response: Promise<Receipt>;

  constructor(
    readonly message: ChatMessage,
    readonly addressee: string,
    answer: Promise<Receipt>,
    /** Called when it has ended, for the second time too, and when the user has read that. */
    private readonly onChange: (record: OwnRecord) => void,
  ) {
    this.response = new Promise((resolve, reject) => {
      const succeed = (receipt: Receipt): void => {
        const error = whyNone(receipt);
        if (error) return fail(error);
        resolve(receipt);
        this.end('sent', receipt, null);
      };
      const fail = (error: KfError): void => {
        reject(error);
        this.end(phaseOf(error), null, error);
      };
      const timer = setTimeout(() => fail(noAnswer()), TIMEOUT);
      const onAnswer = (): void => clearTimeout(timer);
      answer.then(succeed, (reason: unknown) => fail(asKfError(reason))).then(onAnswer, onAnswer);
    });
    this.response.catch(() => undefined); // an event reports it
  }

  acknowledge(): void {
    if (this.endedAt === null) return;
    this.isAcknowledged = true;
    this.onChange(this);
  }

  confirm(): void {
    if (!isInDoubt(this)) return;
    this.isConfirmed = true;
    this.endedAt = performance.now();
    this.onChange(this);
  }

  private end(phase: SendPhase, receipt: Receipt | null, error: KfError | null): void {
    const isLate = this.endedAt !== null;
    if (isLate && phase === 'unknown') return; // nobody knows more than before
    this.isLate = isLate;
    this.isConfirmed = this.isAcknowledged = false;
    this.phase = phase;
    this.receipt = receipt;
    this.error = error;
    this.endedAt = performance.now();
    this.endedOn = new Date();
    this.onChange(this);
  }
}
