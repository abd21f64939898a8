import { expect } from '@open-wc/testing';
import type { KfBridge } from '../../../src/kf-bridge.js';
import type { ManualHost } from '../../support/manual-host.js';
import { text } from '../../support/messages.js';

/** Sends something else through a bridge. Fails when it is not the first to reach the client after so many calls. */
export async function sendBehind(calls: number, host: ManualHost, bridge: KfBridge): Promise<void> {
  void bridge.send(text('something else'));
  await host.reached(calls + 1);
  expect(host.sends[calls]).to.deep.equal(text('something else'));
}
