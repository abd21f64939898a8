import type { KfBridge } from '../../src/kf-bridge.js';

/** What the user of a page answers when it asks about a send. */
export type Answer = (isMeant: boolean) => void;

/** Lets the page ask about the next send; resolves as soon as it asks, and the send waits for the answer. */
export const heldBack = (bridge: KfBridge): Promise<Answer> =>
  new Promise(asked => {
    bridge.beforeSend = message => {
      bridge.beforeSend = null;
      return new Promise(resolve => asked(isMeant => resolve(isMeant && message)));
    };
  });
