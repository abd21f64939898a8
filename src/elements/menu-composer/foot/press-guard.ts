import { CLICK_TIME } from '../../shared/page-libraries.js';
import { Acting, isAnswer, meantBefore, Pointer, READING } from '../../shared/sends/press.js';
import type { SendRecord } from '../../../events/send-record.js';
import type { BridgeView } from '../../shared/sends/bridge-view.js';
import type { OnScreen } from '../../shared/sends/send-controller.js';
import type { SendAction } from '../../shared/sends/send-state.js';
import { SETTLING } from '../../shared/sends/stays.js';

/**
 * Presses of buttons. Nothing moves while one is under way; and as the foot's buttons can change under the finger, it tells whether
 * a press is meant for what they say now.
 */
export class PressGuard extends Pointer {
  /** The foot's buttons are two answers to a question about a send: a key that is pressed by habit is none. */
  isQuestion = false;
  /** What was on screen when the chat became another customer's. */
  before: OnScreen | null = null;
  private readonly acting = new Acting();
  /** What the buttons are about: the message on show, or an earlier one of which nobody knows. */
  private record: SendRecord | null = null;

  constructor(
    private readonly bridge: BridgeView,
    onRelease: () => void,
  ) {
    super(onRelease);
  }

  /** The foot's buttons say this now, of this send, which is one of the message on show (`isOnShow`) or of an earlier one. */
  show(labels: readonly string[], record: SendRecord | null, isOnShow: boolean): void {
    const isAsking = labels.length > 1 && record !== null;
    const isQuestion = isAsking && isOnShow;
    const isNews = isQuestion && !this.isQuestion;
    this.acting.show(labels.join());
    if (isNews || (isAsking && record !== this.record)) this.acting.renew();
    this.isQuestion = isQuestion;
    this.record = record;
  }

  /** What a press that ends now is about, if not what is on screen: it began before a person could see the new customer. */
  meant(onScreen: OnScreen): OnScreen | undefined {
    const { bridge, before } = this;
    const isAboutBefore = this.isTooEarlyFor('send') && this.acting.since - bridge.changedAt < SETTLING;
    return isAboutBefore ? meantBefore(bridge, onScreen, before) : undefined;
  }

  /** A press came too early. Who goes on pressing has not read the question yet. */
  onEarlyPress(): void {
    if (this.isQuestion) this.renew();
  }

  /** The next press has to be another one, by somebody who has seen what this one has changed. */
  renew(): void {
    this.acting.renew();
  }

  /** Whether a press that ends now began too early for what they say. */
  isTooEarlyFor(action: SendAction): boolean {
    const now = performance.now();
    const isPress = this.isPressing || now - this.releasedAt < CLICK_TIME;
    const since = Math.max(this.acting.since, this.bridge.changedAt);
    return (isPress ? this.pressedAt : now) - since < (this.isQuestion || isAnswer(action) ? READING : SETTLING);
  }
}
