import type { ReactiveElement } from 'lit';
import type { Issue } from '../../core/issue.js';
import type { ChannelsShopProduct, ProductMessage } from '../../core/message.js';
import { validate } from '../../core/validate.js';
import type { Receipt } from '../../events/receipt.js';
import { Sender, type Outcome, type Sending } from '../shared/sender.js';
import { messageOf } from './catalog.js';

/** A product on its way to a customer. The list element speaks for it: events are the list's. */
class Parcel implements Sending {
  readonly disabled = false;
  /** Nobody's any more. */
  dropped = false;
  readonly sender: Sender;

  constructor(
    private readonly list: ReactiveElement,
    public customer: string,
    public product: ChannelsShopProduct,
  ) {
    this.sender = new Sender(this);
  }

  get message(): ProductMessage {
    return messageOf(this.product);
  }

  get issues(): Issue[] {
    return validate(this.message).issues;
  }

  dispatchEvent(event: Event): boolean {
    return this.list.dispatchEvent(event);
  }

  requestUpdate(): void {
    this.list.requestUpdate();
  }
}

const IDLE: Outcome = { phase: 'idle' };

/** What was asked to be sent: one sender for each customer and product, because what became of it is that customer's. */
export class Sends {
  private readonly parcels = new Map<string, Parcel>();

  constructor(
    private readonly list: ReactiveElement,
    /** Told once for each send. `customer` is who it was asked for. */
    private readonly settled: (parcel: { product: ChannelsShopProduct; customer: string }, receipt?: Receipt) => void,
  ) {}

  /** What became of the last send of this product to this customer. */
  outcome(customer: string, productId: string): Outcome {
    const parcel = this.parcels.get(`${customer} ${productId}`);
    return parcel ? parcel.sender.outcome : IDLE;
  }

  /** What was asked for while nobody knew the customer is this one's. */
  identify(customer: string): void {
    for (const [key, parcel] of Array.from(this.parcels)) {
      if (parcel.customer) continue;
      this.parcels.delete(key);
      parcel.customer = customer;
      this.parcels.set(`${customer} ${parcel.product.productId}`, parcel);
    }
  }

  /** Another customer: what was sent to one nobody knew is nobody's now. */
  dropUnknown(): void {
    for (const [key, parcel] of Array.from(this.parcels)) {
      if (parcel.customer) continue;
      this.parcels.delete(key);
      parcel.dropped = true;
    }
  }

  /** Sends it. While it is on its way already, that send's promise. */
  send(customer: string, product: ChannelsShopProduct): Promise<Receipt> {
    const key = `${customer} ${product.productId}`;
    const parcel = this.parcels.get(key) || new Parcel(this.list, customer, product);
    this.parcels.set(key, parcel);
    if (parcel.sender.sending) return parcel.sender.send();
    parcel.product = { ...product };
    const response = parcel.sender.send();
    response.then(
      receipt => parcel.dropped || this.settled(parcel, receipt),
      () => parcel.dropped || this.settled(parcel),
    );
    return response;
  }

  /** The user has read it: what became of it is history. */
  reset(customer: string, productId: string): void {
    const parcel = this.parcels.get(`${customer} ${productId}`);
    if (parcel) parcel.sender.reset();
  }

  /** An answer came after the timeout: it is out after all. */
  arrivedLate(productId: string, receipt: Receipt): void {
    for (const parcel of this.parcels.values()) {
      if (parcel.product.productId !== productId || parcel.sender.outcome.phase !== 'failed') continue;
      parcel.sender.reset();
      this.settled(parcel, receipt);
    }
  }
}
