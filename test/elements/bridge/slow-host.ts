import { ManualHost } from '../../support/manual-host.js';

/** Tells where it is only when the test says so. */
export class SlowHost extends ManualHost {
  readonly connect = this.slowly();
}
