/** A part of the window, in the coordinates of `getBoundingClientRect`. */
export interface Area {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** What of the window can be seen. A phone's keyboard takes the lower part of it without making the window smaller. */
export function visibleArea(): Area {
  const { visualViewport, innerWidth, innerHeight } = window;
  const {
    offsetTop: top,
    offsetLeft: left,
    width,
    height,
  } = visualViewport ?? {
    offsetTop: 0,
    offsetLeft: 0,
    width: innerWidth,
    height: innerHeight,
  };
  return { top, left, right: left + width, bottom: top + height };
}

/** Calls `onChange` whenever another part of the window can be seen. Returns what ends that. */
export function onVisibleAreaChange(onChange: () => void): () => void {
  const { visualViewport } = window;
  const types = ['resize', 'scroll'];
  window.addEventListener('resize', onChange);
  for (const type of types) visualViewport?.addEventListener(type, onChange);
  return () => {
    window.removeEventListener('resize', onChange);
    for (const type of types) visualViewport?.removeEventListener(type, onChange);
  };
}
