import { Listeners, type EventOn } from './listeners.js';

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
