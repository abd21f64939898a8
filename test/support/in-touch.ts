import { fixtureSync, html } from '@open-wc/testing';
import '../../src/kf-bridge.js';
import '../../src/kf-product-card.js';
import type { ChatMessage, KfError } from '../../src/core/index.js';
import type { Host } from '../../src/hosts/index.js';
import type { KfBridge } from '../../src/kf-bridge.js';
import type { SimulatedClient } from '../../src/simulator/index.js';
import { answerAll, ManualHost } from './manual-host.js';
import { product } from './messages.js';
import { page } from './page.js';
import { rejection } from './rejection.js';

/** Nobody's next press is the second half of this one. */
async function pressElsewhere(): Promise<void> {
  const card = document.createElement('kf-product-card');
  card.product = product().channelsShopProduct;
  document.body.append(card);
  await card.updateComplete;
  const button = card.renderRoot.querySelector('[part~="send"]');
  button?.dispatchEvent(new MouseEvent('click', { detail: 1, clientX: 9999 }));
  card.remove();
}

/** As on a page of its own: no bridge of it has found anybody before, what was told last was for nobody, and the last press was elsewhere. */
export async function asOnNewPage(): Promise<void> {
  answerAll();
  const bridge = await bridgeTo(new ManualHost({ customerId: '' }));
  await rejection(bridge.send({} as ChatMessage), 'invalid-message');
  bridge.remove();
  await pressElsewhere();
}
beforeEach(asOnNewPage);

/** A busy machine has all the time it needs: no test ends by a timeout that is not about timeouts. */
const PATIENT = 30_000;
/** Nobody is waited for who will not come. */
const IMPATIENT = 60;

/** Milliseconds in which a bridge connects. */
export const patience = (): number => ((page.WeixinJSBridge ?? page.wx ?? page.ww) ? PATIENT : IMPATIENT);

/** Waits until a bridge has connected, or failed to. `timeout` is that of its sends. */
export async function tried(bridge: KfBridge, timeout = PATIENT): Promise<void> {
  await bridge.ready.catch(() => undefined);
  bridge.timeout = timeout;
}

/** Sends what the client will not answer, and gives the timeout. What the test does next has all the time again. */
export async function unanswered(bridge: KfBridge, send: () => Promise<unknown>): Promise<KfError> {
  const { timeout } = bridge;
  bridge.timeout = IMPATIENT;
  try {
    return await rejection(send(), 'timeout');
  } finally {
    bridge.timeout = timeout;
  }
}

/** Puts a bridge into the page and waits until it is in touch with its client. */
export async function inTouch(template: ReturnType<typeof html>): Promise<KfBridge> {
  const bridge = fixtureSync<KfBridge>(template);
  await bridge.ready;
  return bridge;
}

/** A bridge to this client with a paragraph inside, which has not connected yet. */
export const newBridge = (host: Host): KfBridge =>
  fixtureSync<KfBridge>(html`<kf-bridge .host=${host}><p></p></kf-bridge>`);

/** The same, in touch. */
export async function bridgeTo(host: Host): Promise<KfBridge> {
  const bridge = newBridge(host);
  await bridge.ready;
  return bridge;
}

/** The paragraph, which asks. */
export const inside = (bridge: KfBridge): HTMLElement => bridge.querySelector('p')!;

/** How many calls of `api` have reached the client. */
export const callsOf = (client: SimulatedClient, api = 'sendChatMessage'): number =>
  client.calls.filter(call => call.api === api).length;
