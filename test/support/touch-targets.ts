const TOUCH = '(pointer: coarse)';

/** The same rules, those for a touch screen without their condition. */
function forTouch({ cssRules }: CSSStyleSheet): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(Array.from(cssRules, ({ cssText }) => cssText.replace(TOUCH, 'all')).join('\n'));
  return sheet;
}

/**
 * Makes the styles under `root` those of a touch screen, until the function that it returns is called. By other sheets: one in use
 * whose `mediaText` is changed makes the page of WebKitGTK 2.50 crash now and then.
 */
export function asOnTouch(root: ShadowRoot): () => void {
  if (matchMedia(TOUCH).matches) return () => undefined; // they are: WPE WebKit's screen is one
  const asBefore = root.adoptedStyleSheets;
  root.adoptedStyleSheets = asBefore.map(forTouch);
  return () => (root.adoptedStyleSheets = asBefore);
}

/** How far a finger may be from the centre of `target`, and still hits it: the size of what it can press. */
export function pressable(target: Element): { width: number; height: number } {
  target.scrollIntoView({ block: 'center' });
  const root = target.getRootNode() as ShadowRoot;
  const { left, top, width, height } = target.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const cell = target.closest('.cell') ?? target;
  const reach = (dx: number, dy: number): number => {
    let far = 0;
    while (far < 60 && cell.contains(root.elementFromPoint(x + dx * (far + 0.5), y + dy * (far + 0.5)))) far += 0.5;
    return far;
  };
  return { width: reach(-1, 0) + reach(1, 0), height: reach(0, -1) + reach(0, 1) };
}
