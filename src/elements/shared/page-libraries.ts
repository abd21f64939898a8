/*
 * What libraries and guards of pages do to what is in a shadow root. Outside of it an event's target is the host, so that they take
 * a press on our button, or a letter in our field, for one on an unknown element. What can be put right from here is.
 */

/** Milliseconds after the release in which a library may make its click. */
export const CLICK_TIME = 500;

/** The innermost thing of our own that an event is about; null where that is the host itself, or something of the page in a slot. */
function innerTarget(event: Event, host: HTMLElement): Element | null {
  const [target] = event.composedPath();
  return target instanceof Element && target.getRootNode() === host.shadowRoot ? target : null;
}

/**
 * FastClick, better-scroll and iScroll (`click: true`) swallow the engine's click and make one of their own at the target, the
 * host, where nobody listens: it goes on to what was pressed. That one stays in the shadow root, or they would swallow it too.
 */
function forwardClicks(host: HTMLElement): void {
  let press: { readonly target: Element | null; releasedAt: number; isForwarded: boolean } | undefined;
  const isRecent = (): boolean => !!press && performance.now() - press.releasedAt <= CLICK_TIME;
  const onPress = (event: Event): void =>
    void (press = { target: innerTarget(event, host), releasedAt: -Infinity, isForwarded: false });
  const onRelease = (): void => void (press && (press.releasedAt = performance.now()));
  host.addEventListener('pointerdown', onPress, { capture: true });
  host.addEventListener('pointerup', onRelease, { capture: true });
  // Of one press, the library's click and the engine's: the first one counts.
  const onEngineClick = (event: MouseEvent): void => {
    if (!event.isTrusted || !event.detail || !press) return;
    if (press.isForwarded && isRecent()) event.stopImmediatePropagation();
    else press = undefined;
  };
  host.addEventListener('click', onEngineClick, { capture: true });
  // FastClick leaves what has this class alone: a tap puts the caret where the finger was.
  host.addEventListener('touchstart', () => host.classList.add('needsclick'), { capture: true, passive: true });
  host.addEventListener('click', event => {
    const isRetargeted = !event.isTrusted && event.composedPath()[0] === host;
    if (!press?.target || press.isForwarded || !isRetargeted || !isRecent()) return;
    const { target } = press;
    press.isForwarded = true;
    const control = target.closest<HTMLElement>('button, input, textarea, [tabindex]');
    if (control?.matches(':disabled')) return;
    control?.focus();
    target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1, view: window }));
  });
}

/** Hosts that nobody has pressed yet, and the documents in which that is noticed. */
const unpressed = new WeakSet<EventTarget>();
const watched = new WeakSet<Document>();

function onFirstPress(event: Event): void {
  for (const host of event.composedPath())
    if (host instanceof HTMLElement && unpressed.delete(host)) forwardClicks(host); // before this press comes to it
}

/** The same for an element of which a page has a thousand: until one is pressed, it has no listener of its own. */
export function forwardClicksOncePressed(host: HTMLElement): void {
  const { ownerDocument } = host;
  if (!watched.has(ownerDocument)) ownerDocument.addEventListener('pointerdown', onFirstPress, { capture: true });
  watched.add(ownerDocument);
  unpressed.add(host);
}

const canScroll = (element: Element): boolean =>
  element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY);

/**
 * Vant's popup and others lock the page's scrolling: they look for what can scroll among the ancestors of the target, and prevent
 * the move where they find nothing. What scrolls in here keeps its moves to itself.
 */
function keepTouchScrolling(host: HTMLElement): void {
  const onMove = (event: Event): void => {
    const inside = event.composedPath().slice(0, event.composedPath().indexOf(host));
    if (inside.some(target => target instanceof Element && canScroll(target))) event.stopPropagation();
  };
  host.addEventListener('touchmove', onMove, { passive: true });
}

/** Keys that write nothing, and that a page has a use for. */
const PAGE_KEYS = /^(Escape|Tab|F\d+)$/;

/**
 * Guards and shortcuts of a page ask `event.target.tagName` whether somebody is writing, and prevent Backspace or take a letter for
 * themselves. What is typed into a text of ours is heard on the element, and not further out. Keys with Ctrl, ⌘ or Alt are.
 */
function keepTypedKeys(host: HTMLElement): void {
  const onKey = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey } = event;
    const isCommand = (ctrlKey || metaKey || altKey) && !event.getModifierState('AltGraph');
    const isTyped = innerTarget(event, host)?.matches('input, textarea') && !isCommand && !PAGE_KEYS.test(key);
    if (isTyped) event.stopPropagation();
  };
  host.addEventListener('keydown', onKey);
  host.addEventListener('keypress', onKey);
  host.addEventListener('keyup', onKey);
}

/** All of it, for an element with texts, and with something to scroll. */
export function getOnWithLibraries(host: HTMLElement): void {
  forwardClicks(host);
  keepTouchScrolling(host);
  keepTypedKeys(host);
}
