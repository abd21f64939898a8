/** What a press is made of, for a page that listens to any part of it. */
const PARTS = ['pointerdown', 'pointerup', 'click', 'keydown', 'keypress', 'keyup'];

/** What a page has for pressing, where the pointer does not say it. */
const CONTROLS = 'a, button, summary, [type="button"], [type="submit"], [onclick], [role="button"], [role="menuitem"]';

/** Milliseconds for which a press on something of the page's may lead to a send: it may ask its server first, or its user. */
const FOLLOWED = 1000;

/** When the last press began, of which any part may be the one that the page listens to. */
let beganAt = -Infinity;
/** The same, for a moment after each part; and for as long as it is followed, if it was on something that does something. */
let pressedAt = -Infinity;
let controlPressedAt = -Infinity;

/** Whether it is a part of an element of this package, which knows by itself what its presses are about. */
function isOurs(target: Element | undefined): boolean {
  const root = target?.getRootNode();
  return root instanceof ShadowRoot && root.host.localName.startsWith('kf-');
}

/** Whether it is on something of the page's that does something, or by a key that does. */
function isOnControl(event: Event): boolean {
  const path = event.composedPath().filter(target => target instanceof Element);
  const [target] = path;
  if (!target || isOurs(target)) return false;
  if (event instanceof KeyboardEvent) return event.key === 'Enter';
  return getComputedStyle(target).cursor === 'pointer' || path.some(element => element.matches(CONTROLS));
}

function onPress(event: Event): void {
  const { type, isTrusted } = event;
  if (!isTrusted) return;
  const now = performance.now();
  const isAlone = now - beganAt > FOLLOWED;
  if (isAlone && /up$|keypress/.test(type)) return; // nobody listened as it went down
  if (isAlone || type.endsWith('down')) beganAt = now; // a screen reader clicks without any other part
  const at = (pressedAt = beganAt);
  if (isOnControl(event)) controlPressedAt = at;
  const forget = (): void => {
    if (pressedAt === at) pressedAt = -Infinity;
  };
  setTimeout(() => setTimeout(forget)); // a dialog of the page's may answer in a task of its own
}

/** Those who want to know. */
let watchers = 0;

/** From now on, `lastPagePress` knows; until what it returns is called. */
export function watchPresses(): () => void {
  if (!watchers++) for (const type of PARTS) addEventListener(type, onPress, true);
  return () => {
    if (!--watchers) for (const type of PARTS) removeEventListener(type, onPress, true);
  };
}

/** When the page's user has begun to press what the page may be doing now, in whichever shadow root. */
export function lastPagePress(): number {
  const isFollowed = performance.now() - controlPressedAt < FOLLOWED;
  return Math.max(pressedAt, isFollowed ? controlPressedAt : -Infinity);
}
