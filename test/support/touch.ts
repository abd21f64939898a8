import { executeServerCommand } from '@web/test-runner-commands';
import { centreOf } from './element-page.js';

/** Makes the screen one that is touched, or no longer: `pointer: coarse`. */
export const touchScreen = (enabled: boolean): Promise<unknown> =>
  executeServerCommand('touch-screen', [{ enabled, maxTouchPoints: enabled ? 5 : 1 }]);

/** A finger comes down on an element and goes up again. */
export function tap(element: Element): Promise<unknown> {
  element.scrollIntoView({ block: 'center' });
  const [x, y] = centreOf(element);
  return executeServerCommand('finger', [
    { type: 'touchStart', touchPoints: [{ x, y }] },
    { type: 'touchEnd', touchPoints: [] },
  ]);
}

/** The page is in front, again and again: what goes by frames stands still behind another one, and no finger is felt there. */
export function inFront(): void {
  let timer: ReturnType<typeof setInterval>;
  before(async function () {
    this.timeout(120_000); // other pages may have their turn first
    await executeServerCommand('take', 'front');
    timer = setInterval(() => void executeServerCommand('take', 'front'), 250);
  });
  after(() => {
    clearInterval(timer);
    return executeServerCommand('leave', 'front');
  });
}
