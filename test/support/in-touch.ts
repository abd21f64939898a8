import { fixtureSync, type html } from '@open-wc/testing';
import type { KfBridge } from '../../src/kf-bridge.js';
import type { SimulatedClient } from '../../src/simulator/index.js';

/** Puts a bridge into the page and waits until it is in touch with its client. */
export async function inTouch(template: ReturnType<typeof html>): Promise<KfBridge> {
  const bridge = fixtureSync<KfBridge>(template);
  await bridge.ready;
  return bridge;
}

/** How many calls of `api` have reached the client. */
export const callsOf = (client: SimulatedClient, api = 'sendChatMessage'): number =>
  client.calls.filter(call => call.api === api).length;
