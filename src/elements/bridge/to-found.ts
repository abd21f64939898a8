import { KfError } from '../../core/error.js';
import type { BridgeStatus } from '../../events/bridge-status.js';
import type { Teller } from '../../events/emit.js';
import type { SendRecord } from '../../events/send-record.js';
import { withTimeout } from './with-timeout.js';

type Bridge = BridgeStatus & Teller;

/** Milliseconds in which a bridge has to be there and in touch that a page has put in the place of another one. */
const SUCCESSION = 10_000;

/** What the user wants to go to whoever was found, until it goes. */
const wishes = new Set<SendRecord>();
/** Whichever bridge of the page has connected last, and who waits for the next one. */
let newest: Bridge | undefined;
let waiting: (() => void)[] = [];

/** A bridge has connected. */
export function hasConnected(bridge: Bridge): void {
  newest = bridge;
  const told = waiting;
  waiting = [];
  for (const tell of told) tell();
}

/** Whether the user has said 发给现在这位, and it has not gone yet. */
export const isWished = (record: SendRecord): boolean => wishes.has(record);

const absent = (): KfError => new KfError('host-absent', 'bridge removed');

/** This bridge; where the page has taken it out since, the one in its place that has the same customer. */
async function inPlaceOf(bridge: Bridge, addressee: string | null): Promise<Bridge> {
  const isFit = (other: Bridge): boolean => other.isConnected && other.addressee === addressee;
  const until = performance.now() + SUCCESSION;
  while (!bridge.isConnected) {
    if (newest && isFit(newest)) return newest;
    await withTimeout(until - performance.now(), () => new Promise<void>(resolve => waiting.push(resolve)), absent);
  }
  return bridge;
}

/** See `BridgeStatus.sendToFound`. */
export async function toFound(bridge: Bridge, record: SendRecord, ask: (bridge: Teller) => void): Promise<void> {
  if (wishes.has(record)) return;
  wishes.add(record);
  try {
    await bridge.reconnect().catch((reason: unknown) => {
      if (bridge.isConnected) throw reason; // else the page has put another one in its place, or is about to
    });
    await new Promise(resolve => setTimeout(resolve)); // a page that makes its panel anew for this customer does it now
    const there = await inPlaceOf(bridge, record.found).catch(() => bridge); // which answers nothing, and that is said
    if (!record.isAcknowledged) ask(there);
  } catch {
    // the bridge has reported it, or is gone
  } finally {
    wishes.delete(record);
  }
}
