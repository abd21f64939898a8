import { addresseeOf, NEVER_KNOWN } from '../../events/addressee.js';
import { FOLLOWED, Stays, Telling } from '../shared/sends/stays.js';

/** How many customers of this page could not be read: none of them is the same as another, whichever bridge was asked. */
let strangers = 0;
/** Whom a bridge of this page has found of late: a page may make everything anew for each customer, the bridge, too. */
let lately = new Stays();
/** Those of the bridges that are in the page, and when the last one has left it. */
const inPage = new Set<Addressee>();
let leftAt = -Infinity;

/** Whether any bridge in the page has this addressee's chat. */
export const isInChat = (addressee: string): boolean =>
  [...inPage].some(({ current, isSought }) => current === addressee && !isSought);

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
  private stays: Stays | undefined;
  /** When the bridge came into the page, if another one had found somebody there: nobody can see then who it will be. */
  private cameAt = -Infinity;
  /** Whether it came in the place of that one, or beside it. */
  private isInPlace = false;
  /** That the bridge is there, or that it is somebody else's now. */
  private readonly telling = new Telling();

  /** @param onFirst called when the first customer is found: what was asked for nobody in particular is for this one */
  constructor(private readonly onFirst: (addressee: string) => void) {}

  /** When it became that from another one, whose chat may have been another bridge's. */
  get changedAt(): number {
    return this.stays?.since ?? this.cameAt;
  }

  /** Whether the page is hearing of it, from whichever bridge: what it asks for meanwhile is for whoever it is now. */
  get isBeingTold(): boolean {
    return [...inPage].some(({ telling, current }) => telling.isOn && current === this.current);
  }

  /**
   * Whether it has become that so lately that what the page asks for may follow from what was so before. What it asks for as it
   * hears of the change does not.
   */
  get isNewToPage(): boolean {
    const since = this.stays?.sinceSeen ?? (this.isInPlace ? this.cameAt : -Infinity);
    return performance.now() - since < FOLLOWED && !this.isBeingTold;
  }

  /** The bridge has come into a page, and looks for who is there. */
  come(): void {
    const now = performance.now();
    this.isInPlace = inPage.size > 0 || now - leftAt < FOLLOWED;
    this.cameAt = lately.who === NEVER_KNOWN ? -Infinity : now;
    inPage.add(this);
    this.telling.begin();
  }

  /** The bridge has left its page. */
  leave(): void {
    if (inPage.delete(this)) leftAt = performance.now();
  }

  /** Whose chat it was as the bridge came, as far as anybody knows. */
  get former(): string {
    return lately.who;
  }

  /** The bridge connects again, and whoever it was stays until somebody is found. */
  seek(): void {
    this.isSought = true;
  }

  /** Takes what a new connection has found. A customer who can't be read is never the same as one before. */
  update(customerId: string | undefined): void {
    const { current: before } = this;
    const isFirst = before === NEVER_KNOWN;
    this.isSought = false;
    if (customerId) this.current = addresseeOf(customerId);
    else if (!isFirst) this.current = `none:${++strangers}`;
    this.stays ??= lately.copy();
    this.stays.begin(this.current);
    lately = this.stays;
    if (this.current === before) return;
    this.telling.begin();
    if (isFirst) this.onFirst((this.first = this.current));
  }
}
