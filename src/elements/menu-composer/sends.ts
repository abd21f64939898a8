import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChatMessage } from '../../core/message.js';
import type { Receipt } from '../../events/receipt.js';
import type { BridgeWatch } from '../shared/bridge-watch.js';
import { Sender, type Outcome, type Sending } from '../shared/sender.js';

/** Milliseconds without an answer after which the foot counts the seconds. */
const PATIENCE = 3000;

/** The composer's side of a send: what became of the last one, and how long it takes. The only file that knows the `Sender`. */
export class MenuSends implements ReactiveController {
  /** How many seconds are left, at the most, of a send that takes long; 0 while it is not worth a word. */
  secondsLeft = 0;
  private readonly sender: Sender;
  /** The send whose seconds are counted, and since when. */
  private counted: Outcome | undefined;
  private startedAt = 0;
  private timer = 0;

  /** `onSlow` is called when a send begins to take long. */
  constructor(
    private readonly host: ReactiveControllerHost & Sending,
    private readonly bridge: BridgeWatch,
    private readonly onSlow: (secondsLeft: number) => void,
  ) {
    this.sender = new Sender(host);
    host.addController(this);
  }

  hostUpdated(): void {
    const { outcome } = this;
    if (outcome !== this.counted) {
      this.stopCounting();
      this.counted = outcome;
      this.startedAt = performance.now();
    }
    if (outcome.phase === 'sending' && !this.timer) this.timer = window.setInterval(this.count, 1000);
  }

  hostDisconnected(): void {
    this.stopCounting();
  }

  /** What became of the last send. */
  get outcome(): Outcome {
    return this.sender.outcome;
  }

  get isSending(): boolean {
    return this.sender.sending;
  }

  /** Nobody has heard what became of the last message. */
  get isUnknown(): boolean {
    const { outcome } = this;
    return outcome.phase === 'failed' && outcome.error.outcome === 'unknown';
  }

  /** Whether a press can't mean another message: right after a send. */
  get isHasty(): boolean {
    return this.sender.isHasty;
  }

  /** Asks for the composer's message to be sent, or for another one. While a send is under way, it is the same promise. */
  send(instead?: ChatMessage): Promise<Receipt> {
    return this.sender.send(instead);
  }

  /** What became of the last send is history: something was changed, or the user has read it. */
  forget(): void {
    this.sender.reset();
  }

  /** What was refused because the customer is another one still stands when the other one is there; all else was about the first. */
  forgetForOtherCustomer(): void {
    const { outcome } = this;
    if (outcome.phase !== 'failed' || outcome.error.code !== 'customer-changed') this.forget();
  }

  private stopCounting(): void {
    clearInterval(this.timer);
    this.timer = this.secondsLeft = 0;
  }

  private readonly count = (): void => {
    const { bridge, startedAt } = this;
    const passed = performance.now() - startedAt;
    if (passed < PATIENCE || !bridge.status) return;
    const isFirst = !this.secondsLeft;
    this.secondsLeft = Math.max(1, Math.ceil((bridge.status.timeout - passed) / 1000));
    if (isFirst) this.onSlow(this.secondsLeft);
    this.host.requestUpdate();
  };
}
