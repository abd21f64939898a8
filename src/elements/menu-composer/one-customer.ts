import type { ReactiveController } from 'lit';
import type { BridgeContext } from '../../events/bridge-state.js';
import type { KfMenuComposer } from './kf-menu-composer.js';

/** What became of a send, and a press that is on its way, are about the customer who was there, not about the next one. */
export class OneCustomer implements ReactiveController {
  /** The last that was known. */
  private context: BridgeContext | null = null;

  constructor(private readonly composer: KfMenuComposer) {
    composer.addController(this);
  }

  hostUpdate(): void {
    const { bridge, sender, controls } = this.composer;
    const { context: before } = this;
    const now = (bridge.status && bridge.status.context) || before;
    this.context = now;
    if (!before || !now || before.customerId === now.customerId) return;
    controls.footPress.renewed = performance.now();
    const { outcome } = sender;
    if (outcome.phase !== 'failed' || outcome.error.code !== 'customer-changed') sender.reset();
  }
}
