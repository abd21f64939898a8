import { addresseeOf, NEVER_KNOWN } from '../../events/addressee.js';

/** How many customers of this page could not be read: none of them is the same as another, whichever bridge was asked. */
let strangers = 0;
/** Whom a bridge of this page has found last: a page may make everything anew for each customer, the bridge, too. */
let lastFound = NEVER_KNOWN;

/**
 * Whose chat it is. The only place that knows: `context` is null while the bridge connects again, and whoever compares customers
 * there compares nothing.
 */
export class Addressee {
  current = NEVER_KNOWN;
  /** When it became that from another one, whose chat may have been another bridge's. */
  changedAt = -Infinity;
  /** The first customer who was found: for them is what was asked for before. */
  first: string | undefined;

  /** @param onFirst called when the first customer is found: what was asked for nobody in particular is for this one */
  constructor(private readonly onFirst: (addressee: string) => void) {}

  /** Takes what a new connection has found. A customer who can't be read is never the same as one before. */
  update(customerId: string | undefined): void {
    const { current: before } = this;
    const isFirst = before === NEVER_KNOWN;
    if (customerId) this.current = addresseeOf(customerId);
    else if (!isFirst) this.current = `none:${++strangers}`;
    const left = isFirst ? lastFound : before;
    lastFound = this.current;
    if (this.current === before) return;
    if (left !== NEVER_KNOWN && left !== this.current) this.changedAt = performance.now();
    if (isFirst) this.onFirst((this.first = this.current));
  }
}
