import { isKnown } from '../../../events/addressee.js';
import { productIdIn } from '../../../events/content.js';
import { isOut, type SendRecord } from '../../../events/send-record.js';
import { hashOf, KEY_PREFIX, readStored, removeStored, writeStored } from '../storage.js';

/** Where the page keeps what was sent to whom. */
export const SENT_KEY = `${KEY_PREFIX}sent-log`;
/** Where it was kept once, with customers' ids in clear. */
const OLD_KEY = `${KEY_PREFIX}sent`;

const MAX_PRODUCTS = 20;
const MAX_CUSTOMERS = 50;
/** Thirty days, in milliseconds. */
const MAX_AGE = 30 * 24 * 60 * 60 * 1000;

type Sent = [productId: string, at: number];
/** `customers`: a customer's hash and what was sent to them, both newest first. `salt` is this browser's own. */
interface Log {
  salt: string;
  customers: [hash: string, sent: Sent[]][];
}

/** For the page's life, and all there is where the storage is closed or the customer unknown. */
const memory = new Map<string, Sent[]>();
/** How often that has changed. */
let changes = 0;

/** What is noted of a send. */
interface Note {
  readonly addressee: string;
  /** 0 while it is not out. */
  readonly at: number;
  /** When the product was sent to them before. */
  readonly earlier: number | undefined;
}
const notes = new WeakMap<SendRecord, Note>();

const newSalt = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(36)).join('');

const isSent = (value: unknown): value is Sent =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';

const isCustomer = (value: unknown): value is [string, unknown[]] =>
  Array.isArray(value) && typeof value[0] === 'string' && Array.isArray(value[1]);

/** What is stored; what can't be read counts as nothing. */
function stored(): Log {
  removeStored(OLD_KEY);
  const log: Log = { salt: '', customers: [] };
  try {
    const { salt, customers }: Partial<Record<keyof Log, unknown>> = JSON.parse(readStored(SENT_KEY) ?? '{}');
    if (typeof salt === 'string') log.salt = salt;
    if (Array.isArray(customers))
      log.customers = customers.filter(isCustomer).map(([hash, sent]) => [hash, sent.filter(isSent)]);
  } catch {
    // not ours
  }
  return log;
}

/** One time a product, the latest; newest first, none that is too old. */
function merged(...lists: Sent[][]): Sent[] {
  const oldest = Date.now() - MAX_AGE;
  const latest = new Map<string, number>();
  for (const [id, at] of lists.flat()) if (at > oldest) latest.set(id, Math.max(at, latest.get(id) ?? 0));
  return [...latest].sort((a, b) => b[1] - a[1]).slice(0, MAX_PRODUCTS);
}

const sentIn = ({ salt, customers }: Log, addressee: string): Sent[] => {
  const hash = isKnown(addressee) ? hashOf(salt + addressee) : '';
  return customers.find(([other]) => other === hash)?.[1] ?? [];
};

/** When each product was last sent to this addressee in the last 30 days, by the wall clock, newest first. */
export const sentTo = (addressee: string): ReadonlyMap<string, number> =>
  new Map(merged(memory.get(addressee) ?? [], sentIn(stored(), addressee)));

/** What there is to read is another one when this is. */
export const sentVersion = (): string => `${changes} ${readStored(SENT_KEY)}`;

/**
 * Notes what has become of a send of a product, whoever has asked for it. What no longer holds is taken back: the client may refuse
 * late what the user has seen in the chat, and for whom it was may be read late.
 */
export function noteSent(record: SendRecord): void {
  const { addressee, message, endedOn } = record;
  const id = productIdIn(message);
  const before = notes.get(record);
  const at = (isOut(record) && endedOn?.getTime()) || 0;
  if (!id || (before?.addressee === addressee && before.at === at)) return;
  if (before?.at) forgetSent(before.addressee, id, before.at);
  if (before?.earlier) recordSent(before.addressee, id, before.earlier);
  const earlier = at ? sentTo(addressee).get(id) : undefined;
  if (at) recordSent(addressee, id, at);
  notes.set(record, { addressee, at, earlier });
}

/** Takes that note back: it was not sent, after all. */
function forgetSent(addressee: string, productId: string, at: number): void {
  const isOther = (sent: Sent): boolean => sent[0] !== productId || sent[1] !== at;
  const kept = memory.get(addressee)?.filter(isOther);
  if (kept) memory.set(addressee, kept);
  changes++;
  const log = stored();
  const customers = log.customers.map(([hash, sent]): Log['customers'][number] => [hash, sent.filter(isOther)]);
  writeStored(SENT_KEY, JSON.stringify({ ...log, customers }));
}

/** Notes that a product was sent. A customer's id is not stored, only a hash of it; without one, nothing is stored. */
export function recordSent(addressee: string, productId: string, at: number): void {
  const log = stored();
  log.salt ||= newSalt();
  const sent = merged([[productId, at]], memory.get(addressee) ?? [], sentIn(log, addressee));
  memory.delete(addressee);
  changes++;
  memory.set(addressee, sent);
  for (const oldest of [...memory.keys()].slice(0, -MAX_CUSTOMERS)) memory.delete(oldest);
  if (!isKnown(addressee)) return;
  const hash = hashOf(log.salt + addressee);
  const others = log.customers
    .filter(([other]) => other !== hash)
    .map(([other, theirs]): Log['customers'][number] => [other, merged(theirs)])
    .filter(([, theirs]) => theirs.length);
  const own: Log['customers'][number] = [hash, sent];
  const kept: Log = { salt: log.salt, customers: [own, ...others].slice(0, MAX_CUSTOMERS) };
  writeStored(SENT_KEY, JSON.stringify(kept)); // closed or full: the memory has it
}
