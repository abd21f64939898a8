/*
 * Whose chat it is, as a bridge and its elements name it: `id:` and the customer's id, or `none:` and a number where nobody can tell.
 * Two are the same person only if they are the same text.
 */

/** No customer was ever known: the first one that is found is meant. */
export const NEVER_KNOWN = 'none:0';

/** Whoever was there before the last change of customer: nobody is that. */
export const BEFORE = 'none:before';

/** The addressee of a customer id. */
export const addresseeOf = (customerId: string): string => `id:${customerId}`;

/** Whether a customer is known by name. */
export const isKnown = (addressee: string): boolean => addressee.startsWith('id:');
