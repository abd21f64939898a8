/** What a press is made of, for a page that listens to any part of it. */
const PARTS = ['pointerdown', 'pointerup', 'click', 'keydown', 'keypress', 'keyup'];
/** What a page has for pressing. */
const CONTROLS = ['a', 'button', 'summary', '[onclick]', '[role="button"]', '[role="menuitem"]']
  .concat(['button', 'image', 'submit'].map(type => `input[type="${type}"]`))
  .join();
/** Whether it is a part of an element of this package, which knows by itself what its presses are about. */
function isOurs(target: Element | undefined): boolean {
  const root = target?.getRootNode();
  return root instanceof ShadowRoot && root.host.localName.startsWith('kf-');
}

/** Milliseconds for which a press on something of the page's may lead to a send: it may ask its server first, or its user. */
const FOLLOWED = 1000;

let pressedAt = -Infinity;
let controlPressedAt = -Infinity;

/** Whether it is on something of the page's that does something, or by a key that does. */
function isOnControl(event: Event): boolean {
  const path = event.composedPath().filter(target => target instanceof Element);
  if (isOurs(path[0])) return false;
  return (event as KeyboardEvent).key === 'Enter' || path.some(element => element.matches(CONTROLS));
}

function onPress(event: Event): void {
  if (!event.isTrusted) return;
  const now = (pressedAt = performance.now());
  if (isOnControl(event)) controlPressedAt = now;
  const forget = (): void => {
    if (pressedAt === now) pressedAt = -Infinity;
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

/** When the page's user has pressed what the page may be doing now, in whichever shadow root. */
export function lastPagePress(): number {
  const isFollowed = performance.now() - controlPressedAt < FOLLOWED;
  return Math.max(pressedAt, isFollowed ? controlPressedAt : -Infinity);
}
