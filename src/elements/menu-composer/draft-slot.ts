import type { BridgeStatus } from '../../events/bridge-request.js';
import { slotOf } from './draft-store.js';

/** No draft may be kept: nobody can tell whose it is. */
const NOWHERE = '';

/** In a page without a bridge there are no customers that we could tell apart: the page's key has to. */
export const NO_BRIDGE = null;

/**
 * Whose drafts are to be kept and shown now. Null while nobody knows: the bridge connects, or could not. A context without a
 * customer has none only outside of chats; anywhere else the customer just can't be read, and may be another one next time.
 */
export function slotNow(draftKey: string, status: BridgeStatus | null): string | null {
  if (!status) return document.readyState === 'complete' ? slotOf(draftKey, NO_BRIDGE) : null; // one may still come
  const { context } = status;
  if (!context) return null;
  const { customerId = '', entry } = context;
  return customerId || entry === 'normal' ? slotOf(draftKey, customerId) : NOWHERE;
}
