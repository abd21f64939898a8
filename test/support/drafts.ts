import { addresseeOf } from '../../src/events/addressee.js';
import { slotKey } from '../../src/elements/menu-composer/drafts/draft-store.js';

/** How the keys begin under which drafts for this customer are stored; no id stands in them. */
export const slotOf = (draftKey: string, customerId: string): string => slotKey(draftKey, addresseeOf(customerId));

/** What is stored by drafts under this key of theirs. */
export const storedDrafts = (draftKey: string): string[] =>
  Object.keys(localStorage).filter(key => key.includes(`:draft:`) && key.includes(JSON.stringify(draftKey)));

/** Takes them away. */
export const dropDrafts = (draftKey: string): void =>
  storedDrafts(draftKey).forEach(key => localStorage.removeItem(key));
