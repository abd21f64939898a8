import { addresseeOf, isKnown, NEVER_KNOWN } from '../../events/addressee.js';
import { SETTLING, Stays } from '../shared/sends/stays.js';

/** How many customers of this page could not be read: none of them is the same as another, whichever bridge was asked. */
let strangers = 0;
/** Whom a bridge of this page has found of late: a page may make everything anew for each customer, the bridge, too. */
let lately = new Stays();
/** Those of the bridges that are in the page. */
const inPage = new Set<Addressee>();

/** Whether any bridge in the page has this addressee's chat, as far as it knows. */
export const isInChat = (addressee: string): boolean => [...inPage].some(({ current }) => current === addressee);

/**
 * Whose chat it is. The only place that knows: `context` is null while the bridge connects again, and whoever compares customers
 * there compares nothing.
 */
export class Addressee {
  current = NEVER_KNOWN;
  /** The first customer who was found: for them is what was asked for before. */
  first: string | undefined;
  private stays: Stays | undefined;
  /** When the bridge came into the page, if another one had found somebody there: nobody can see then who it will be. */
  private cameAt = -Infinity;
  /** Its bridge has just said that it is somebody else's. */
  private isTold = false;

  /** @param onFirst called when the first customer is found: what was asked for nobody in particular is for this one */
  constructor(private readonly onFirst: (addressee: string) => void) {}

  /** When it became that from another one, whose chat may have been another bridge's. */
  get changedAt(): number {
    return this.stays?.since ?? this.cameAt;
  }

  /** Whether the page is hearing of it, from whichever bridge: what it asks for meanwhile is for whoever it is now. */
  get isBeingTold(): boolean {
    return [...inPage].some(({ isTold, current }) => isTold && current === this.current);
  }

  /** The bridge has come into a page, and looks for who is there. */
  come(): void {
    inPage.add(this);
    this.cameAt = lately.who === NEVER_KNOWN ? -Infinity : performance.now();
  }

  /** The bridge has left its page. */
  leave(): void {
    inPage.delete(this);
  }

  /** Whose chat it was as the bridge came, as far as anybody knows. */
  get former(): string {
    return isKnown(lately.who) ? lately.who : this.current;
  }

  /** Whether it had become theirs, or nobody's yet, so shortly before that nobody can have seen it. */
  isUnseenAt(time: number): boolean {
    return time >= this.changedAt && time - this.changedAt < SETTLING;
  }

  /** Takes what a new connection has found. A customer who can't be read is never the same as one before. */
  update(customerId: string | undefined): void {
    const { current: before } = this;
    const isFirst = before === NEVER_KNOWN;
    if (customerId) this.current = addresseeOf(customerId);
    else if (!isFirst) this.current = `none:${++strangers}`;
    this.stays ??= lately.copy();
    this.stays.begin(this.current);
    lately = this.stays;
    if (this.current === before) return;
    this.isTold = true;
    setTimeout(() => setTimeout(() => (this.isTold = false))); // as React renders in a task of its own
    if (isFirst) this.onFirst((this.first = this.current));
  }
}
