/** Makes the styles under `root` those of a touch screen, until the function that it returns is called. */
export function asOnTouch({ adoptedStyleSheets }: ShadowRoot): () => void {
  if (matchMedia('(pointer: coarse)').matches) return () => undefined; // they are: WPE WebKit's screen is one
  const rules = adoptedStyleSheets
    .flatMap(({ cssRules }) => Array.from(cssRules))
    .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.conditionText === '(pointer: coarse)');
  for (const { media } of rules) media.mediaText = 'all';
  return () => rules.forEach(({ media }) => (media.mediaText = '(pointer: coarse)'));
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
