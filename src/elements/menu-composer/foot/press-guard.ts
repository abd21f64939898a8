import { Listeners, type EventOn } from '../../shared/listeners.js';
import { CLICK_TIME } from '../../shared/page-libraries.js';
import { Acting, isAnswer, meantBefore, READING } from '../../shared/sends/press.js';
import type { SendRecord } from '../../../events/send-record.js';
import type { BridgeView } from '../../shared/sends/bridge-view.js';
import type { OnScreen } from '../../shared/sends/send-controller.js';
import type { SendAction } from '../../shared/sends/send-state.js';
import { SETTLING } from '../../shared/sends/stays.js';

/** What ends a press; a context menu may take the rest. */
const ENDS = 'pointerup pointercancel contextmenu';

/**
 * Presses of buttons. Nothing moves while one is under way; and as the foot's buttons can change under the finger, it tells whether
 * a press is meant for what they say now.
 */
export class PressGuard {
  /** A button goes down and is not up again. */
  isPressing = false;
  /** The foot's buttons are two answers to a question about a send: a key that is pressed by habit is none. */
  isQuestion = false;
  /** What was on screen when the chat became another customer's. */
  before: OnScreen | null = null;
  private readonly acting = new Acting();
  /** What the buttons are about: the message on show, or an earlier one of which nobody knows. */
  private record: SendRecord | null = null;
  /** When the last press began and ended. */
  private pressedAt = 0;
  private releasedAt = -Infinity;
  private readonly listeners = new Listeners();

  /** `onRelease` is called when a button is up again and its click is over. */
  constructor(
    private readonly bridge: BridgeView,
    private readonly onRelease: () => void,
  ) {}

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

  readonly onPointerDown = ({ button, currentTarget }: EventOn<Node, PointerEvent>): void => {
    if (button > 0) return; // what comes after it is a context menu
    this.isPressing = true;
    this.pressedAt = performance.now();
    this.listeners.end();
    const view = currentTarget.ownerDocument?.defaultView ?? window; // the page may have moved the element to another one
    this.listeners.on(view, ENDS, this.onPointerEnd, true); // before anybody can stop it
  };

  private readonly onPointerEnd = (): void => {
    this.listeners.end();
    this.releasedAt = performance.now();
    setTimeout(() => {
      this.isPressing = false; // the click comes before this
      this.onRelease();
    });
  };
}
