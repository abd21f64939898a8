import { BEFORE } from '../../../events/addressee.js';
import type { ChatMessage } from '../../../core/message.js';
import { contentOf, productIdIn } from '../../../events/content.js';
import { isOut, type SendRecord } from '../../../events/send-record.js';
import { Listeners, type EventOn } from '../listeners.js';
import type { BridgeView } from './bridge-view.js';
import type { OnScreen } from './send-controller.js';
import { SETTLING } from './stays.js';

/** What ends a press; a context menu may take the rest. */
const ENDS = 'pointerup pointercancel contextmenu';

/** A mouse, pen or finger that is down on something of ours: nothing moves under it. */
export class Pointer {
  /** It is down and not up again, or its click is still to come. */
  isPressing = false;
  /** When the last press began and ended. */
  protected pressedAt = 0;
  protected releasedAt = -Infinity;
  private readonly listeners = new Listeners();

  /** `onRelease` is called when it is up again and its click is over. */
  constructor(private readonly onRelease: () => void) {}

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

/** Milliseconds in which a question is read: a press before that was not meant for it. */
export const READING = 1000;
/** Milliseconds after a send in which another press is the same one, if it is not for something else. */
const DOUBLE_PRESS = 1000;

/** Milliseconds after a tap in which another one is the second half of a double tap. */
const DOUBLE_TAP = 300;

/** Whether what a button does answers a question about an earlier send. */
export const isAnswer = (action: string | null): boolean =>
  action !== null && !['send', 'reconnect', 'close'].includes(action);

/** Whether a press for `message` comes so soon after a send that it can't mean another one. `isWritten`: the user has written since. */
export function isHasty(record: SendRecord | null, message: ChatMessage, isWritten = false): boolean {
  if (!record || !isOut(record)) return false;
  const product = productIdIn(message);
  const isOther = isWritten || (product !== '' && product !== productIdIn(record.message));
  return performance.now() - (record.endedAt ?? 0) < (isOther ? SETTLING : DOUBLE_PRESS);
}

/** Pixels within which two presses are in one place. */
const NEAR = 10;

type Pressed = Pick<Element, 'getClientRects'>;

/** The last press that has asked for a send, on whichever element; a key's has no place, nor has a click that the page has made. */
let asking: { element: Pressed; content: string; at: number; x: number; y: number; hasPlace: boolean } | undefined;

/**
 * Whether a press on 发送 is the second half of one that has asked for a send on another element, in the same place, or by key where
 * that one can't be seen any more: the page shows another one there by now, and nobody has seen it. So does an element whose `content`
 * is another one by now. Else it is what the next one is compared with.
 */
export function isSecondHalf(
  element: Pressed,
  { detail = 0, clientX: x = 0, clientY: y = 0 }: Partial<MouseEvent>,
  content = '',
): boolean {
  const before = asking;
  const now = { element, content, at: performance.now(), x, y, hasPlace: detail > 0 && (x > 0 || y > 0) };
  const isSame =
    !!before &&
    (before.element !== element || before.content !== content) &&
    before.hasPlace === now.hasPlace &&
    now.at - before.at < SETTLING &&
    (now.hasPlace
      ? Math.hypot(x - before.x, y - before.y) < NEAR
      : before.element === element || !before.element.getClientRects().length);
  if (!isSame) asking = now;
  return isSame;
}

/** Since when a button does what it does: a press right after that was meant for what it did before. */
export class Acting {
  since = -Infinity;
  private what = '';

  /** It does this now; `''` for nothing: whatever comes after that comes as new. Returns whether it is something else. */
  show(what: string): boolean {
    const isOther = what !== this.what;
    if (isOther && what && this.what) this.renew();
    this.what = what;
    return isOther;
  }

  renew(): void {
    this.since = performance.now();
  }

  /** Whether a press now may still be meant for what it did before. */
  get isNew(): boolean {
    return performance.now() - this.since < SETTLING;
  }
}

/** A question that is on show, and the time that it takes to read it. */
export class Question {
  private since = -Infinity;

  /** It comes on show. */
  open(): void {
    this.since = performance.now();
  }

  /** Whether a person can have read it. */
  get isRead(): boolean {
    return performance.now() - this.since >= READING;
  }

  /** Whether a tap now can be the second half of the one that opened it. */
  get isJustOpened(): boolean {
    return performance.now() - this.since < DOUBLE_TAP;
  }

  /** Whether a press now comes before a person can have read it. Who goes on pressing has not read it: its time begins anew. */
  isPressedTooEarly(): boolean {
    const isEarly = !this.isRead;
    if (isEarly) this.open();
    return isEarly;
  }
}

/**
 * What a press on 发送 is about that comes now: right after a change of customer, nobody can have seen who is there. `before`: what
 * was on screen at the last change that has come to the element.
 */
export const meantNow = (bridge: BridgeView, onScreen: OnScreen, before: OnScreen | null = null): OnScreen =>
  bridge.isSettling ? meantBefore(bridge, onScreen, before) : onScreen;

/** What it is about then: never what is on screen for who is there now. */
export const meantBefore = (
  { changedAt, heardAt }: BridgeView,
  onScreen: OnScreen,
  before: OnScreen | null,
): OnScreen => (changedAt === heardAt && before) || { ...onScreen, addressee: BEFORE };

/** A press of a button: what it does, and what was on screen. */
export interface Press {
  readonly action: string | null;
  readonly onScreen: OnScreen | null;
}

/** Whether a press ends on what it began on: a button can come to stand for something else under the finger. */
export const isSamePress = (down: Press, up: Press): boolean =>
  down.action === up.action &&
  (up.action === 'send' || down.onScreen?.record === up.onScreen?.record) && // an answer is one to the question on show
  down.onScreen?.addressee === up.onScreen?.addressee &&
  contentOf(down.onScreen?.message) === contentOf(up.onScreen?.message);
