import type { KfError } from '../../../core/error.js';
import type { ChatMessage } from '../../../core/message.js';
import { asKfError } from '../../../events/outcome.js';
import type { Receipt } from '../../../events/receipt.js';
import { isInDoubt, type SendPhase, type SendRecord } from '../../../events/send-record.js';

/** A send that no bridge keeps: the page has answered by itself, or nobody has. The element keeps it, in the bridge's shape. */
export class OwnRecord implements SendRecord {
  phase: SendPhase = 'handed-over';
  receipt: Receipt | null = null;
  error: KfError | null = null;
  readonly found = null;
  readonly isLate = false;
  isConfirmed = false;
  readonly handedOverAt = performance.now();
  endedAt: number | null = null;
  endedOn: Date | null = null;

  constructor(
    readonly message: ChatMessage,
    readonly addressee: string,
    response: Promise<Receipt>,
    /** Called when it has ended, and when the user has read that. */
    private readonly onChange: (record: OwnRecord, isAcknowledged: boolean) => void,
  ) {
    response.then(
      receipt => {
        this.receipt = receipt;
        this.end('sent');
      },
      (reason: unknown) => {
        this.error = asKfError(reason);
        const { code, outcome } = this.error;
        this.end(outcome === 'unknown' ? 'unknown' : code === 'cancelled' ? 'cancelled' : 'not-sent');
      },
    );
  }

  acknowledge(): void {
    if (this.endedAt !== null) this.onChange(this, true);
  }

  confirm(): void {
    if (!isInDoubt(this)) return;
    this.isConfirmed = true;
    this.onChange(this, false);
  }

  private end(phase: SendPhase): void {
    this.phase = phase;
    this.endedAt = performance.now();
    this.endedOn = new Date();
    this.onChange(this, false);
  }
}
