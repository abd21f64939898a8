/** The engines that differ in what a test needs. `webkit` is both of its ports, `webkit-wpe` the old one, as in Safari 16.0. */
export type Engine = 'chromium' | 'firefox' | 'webkit' | 'webkit-gtk' | 'webkit-wpe';

/** Read once: the simulator puts a client's user agent in its place. */
const { userAgent } = navigator;

export function isIn(engine: Engine): boolean {
  if (/Firefox\//.test(userAgent)) return engine === 'firefox';
  if (/Chrome\//.test(userAgent)) return engine === 'chromium';
  return engine === 'webkit' || engine === (/Version\/16\./.test(userAgent) ? 'webkit-wpe' : 'webkit-gtk');
}

/**
 * For a test that an engine can't run: `skipIn({ firefox: 'Tab does not go round a page' }).it('…', …)`. The reason stands in the
 * test's name there, and in the table of docs/browsers.md.
 */
export function skipIn(gaps: Partial<Record<Engine, string>>): {
  it: (name: string, test: Mocha.AsyncFunc) => void;
  describe: (name: string, suite: () => void) => void;
} {
  const [, gap] = Object.entries(gaps).find(([engine]) => isIn(engine as Engine)) ?? [];
  return {
    it: (name, test) => void (gap === undefined ? it(name, test) : it.skip(`${name} [${gap}]`, test)),
    describe: (name, suite) => void (gap === undefined ? describe(name, suite) : it.skip(`${name} [${gap}]`)),
  };
}
