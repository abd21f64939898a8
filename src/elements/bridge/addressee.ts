import { addresseeOf, BEFORE, isKnown, NEVER_KNOWN } from '../../events/addressee.js';
import { FOLLOWED, SETTLING, Stays, Telling } from '../shared/sends/stays.js';

/** How many customers of this page could not be read: none of them is the same as another, whichever bridge was asked. */
let strangers = 0;
/** Whom bridges have found of late in one client: a page may make everything anew for each customer, the bridge, too. */
interface Chat {
  /** What the page has given to reach it; null for the one that bridges find by themselves. */
  readonly client: object | null;
  readonly stays: Stays;
}

/** Where somebody was found last. */
let latest: Chat = { client: null, stays: new Stays() };
/** Those of the bridges that are in the page, and when the last one has left it. */
const inPage = new Set<Addressee>();
let leftAt = -Infinity;

/** What is known of a client's chat, as the bridge's `own` or from others. One that is new may be the last one, in a new wrapping. */
function chatOf(client: object | null, own: Chat): Chat {
  const known = [latest, ...[...inPage].map(({ chat }) => chat), own].find(chat => chat.client === client);
  return known ?? { client, stays: latest.stays.copy() };
}

/** Whether any bridge in the page has this addressee's chat. */
export const isInChat = (addressee: string): boolean =>
  [...inPage].some(({ current, isSought, isBehind }) => current === addressee && !isSought && !isBehind);

/** Whether the page is hearing from a bridge that it is this one's chat. */
const isBeingToldOf = (addressee: string): boolean =>
  [...inPage].some(({ telling, current }) => telling.isOn && current === addressee);

/**
 * Whose chat it is. The only place that knows: `context` is null while the bridge connects again, and whoever compares customers
 * there compares nothing.
 */
export class Addressee {
  current = NEVER_KNOWN;
  /** Its bridge is looking for who it is now. */
  isSought = true;
  /** The first customer who was found: for them is what was asked for before. */
  first: string | undefined;
  /** Whom this bridge has found, and whom any bridge has found in its client. */
  private readonly stays = new Stays();
  chat = latest;
  /** When the bridge came into the page, and whether in the place of another one, or beside it. */
  private cameAt = -Infinity;
  private isInPlace = false;
  /** Whose chat it was as the bridge came, as far as anybody knows. */
  former = NEVER_KNOWN;
  /** That the bridge is there, or that it is somebody else's now. */
  readonly telling = new Telling();

  /** @param onFirst called when the first customer is found: what was asked for nobody in particular is for this one */
  constructor(private readonly onFirst: (addressee: string) => void) {}

  /** Somebody else was found in its client meanwhile, or before it came. Where it could not read who is there, nobody can tell. */
  get isBehind(): boolean {
    const { current, chat } = this;
    const { who } = chat.stays;
    return who !== NEVER_KNOWN && who !== current && (isKnown(current) || current === NEVER_KNOWN);
  }

  /** Whether another bridge in the page is asking the same client. */
  private get isShared(): boolean {
    return [...inPage].some(other => other !== this && other.chat === this.chat);
  }

  /** When it became that from another one. Nobody can see who it will be where a bridge has come after somebody was found. */
  get changedAt(): number {
    const { chat, stays, isBehind, cameAt } = this;
    return Math.max(stays.since, chat.stays.since, isBehind ? cameAt : -Infinity);
  }

  /** Whether the page is hearing of it, from whichever bridge: what it asks for meanwhile is for whoever it is now. */
  get isBeingTold(): boolean {
    return isBeingToldOf(this.current);
  }

  /**
   * Whether it has become that so lately that what the page asks for may follow from what was so before. What it asks for as it
   * hears of the change does not.
   */
  get isNewToPage(): boolean {
    const { chat, stays, isBehind, isInPlace, cameAt } = this;
    const since = Math.max(stays.sinceSeen, chat.stays.sinceSeen, isBehind && isInPlace ? cameAt : -Infinity);
    return performance.now() - since < FOLLOWED && !this.isBeingTold;
  }

  /**
   * For whom a press is now: while nobody is known, and this bridge has just come in the place of another one, or beside it, for whoever
   * a person can have seen there.
   */
  get meantByUser(): string {
    const { current, chat } = this;
    const { who, since } = chat.stays;
    if (current !== NEVER_KNOWN || !this.isSought || !this.isNewToPage) return current;
    return performance.now() - since < SETTLING ? BEFORE : who;
  }

  /** The bridge has come into a page, and looks for who is there in this client; null: in the one that it finds. */
  come(client: object | null): void {
    if (inPage.has(this)) return; // it was moved meanwhile
    const now = performance.now();
    this.isInPlace = inPage.size > 0 || now - leftAt < FOLLOWED;
    this.cameAt = now;
    if (this.current === NEVER_KNOWN) this.chat = chatOf(client, latest);
    const { who, sinceSeen } = this.chat.stays;
    this.former = now - sinceSeen < FOLLOWED && !isBeingToldOf(who) ? BEFORE : who;
    inPage.add(this);
    this.telling.begin();
  }

  /** The bridge has left its page. */
  leave(): void {
    if (inPage.delete(this)) leftAt = performance.now();
  }

  /** The bridge connects again, and whoever it was stays until somebody is found. */
  seek(client: object | null): void {
    this.isSought = true;
    this.chat = chatOf(client, this.chat);
  }

  /** Takes what a new connection has found. A customer who can't be read is never the same as one before. */
  update(customerId: string | undefined): void {
    const { current: before } = this;
    const isFirst = before === NEVER_KNOWN;
    this.isSought = false;
    if (customerId) this.current = addresseeOf(customerId);
    else if (!isFirst) this.current = `none:${++strangers}`;
    const { chat } = this;
    const isSame = this.current === before && !this.isBehind;
    this.stays.begin(this.current);
    if (customerId || !this.isShared) chat.stays.begin(this.current); // else other bridges may have read who it is
    latest = chat;
    if (isSame) return;
    this.telling.begin();
    if (isFirst) this.onFirst((this.first = this.current));
  }
}
