import type { ReactiveElement } from 'lit';
import type { ChannelsShopProduct } from '../../core/message.js';
import type { KfLateEvent } from '../../events/outcome.js';
import type { Receipt } from '../../events/receipt.js';
import { errorText } from '../../locales/describe.js';
import { fill } from '../../locales/words.js';
import type { BridgeWatch } from '../shared/bridge-watch.js';
import { wordsOf } from '../shared/lang.js';
import { Customer, type Change } from './customer.js';
import type { Sent } from './mark.js';
import { Sends } from './sends.js';

/** What is sent, was sent, and could not be sent to the customer whose list it is. */
export class Deliveries {
  readonly customer = new Customer();
  /** What is told to those who do not see it. */
  announcement = '';
  private readonly sends: Sends;
  /** A change of customer that was seen between two renderings. */
  private change: Change = 'none';

  constructor(
    private readonly host: ReactiveElement,
    private readonly bridge: BridgeWatch,
    /** Told when the recent ones are others. */
    private readonly changed: () => void,
  ) {
    this.sends = new Sends(host, ({ product, customer }, receipt) => this.settled(product, customer, receipt));
  }

  /** The ids of what was sent, newest first. */
  get recent(): string[] {
    return Array.from(this.customer.sent.keys());
  }

  /** What is known of this product. */
  of(productId: string): Omit<Sent, 'now'> {
    const { id, sent } = this.customer;
    return { outcome: this.sends.outcome(id, productId), at: sent.get(productId) };
  }

  /** What became of the customer since the last rendering. */
  look(): Change {
    this.follow();
    const { change } = this;
    this.change = 'none';
    return change;
  }

  send(product: ChannelsShopProduct): Promise<Receipt> {
    this.follow();
    return this.sends.send(this.customer.current, product);
  }

  /** The user has read what became of it. */
  dismiss(productId: string): void {
    this.sends.reset(this.customer.id, productId);
  }

  /** The user has seen it in the chat. */
  arrived(productId: string): void {
    this.dismiss(productId);
    this.record(this.customer.id, productId);
  }

  /** For `kf-late`: what nobody could tell is told. */
  readonly onLate = ({ detail: { message, receipt } }: KfLateEvent): void => {
    if (receipt && message.msgtype === 'channels_shop_product')
      this.sends.arrivedLate(message.channelsShopProduct.productId, receipt);
  };

  private follow(): void {
    const { customer, sends } = this;
    const change = customer.follow(this.bridge.status);
    if (change === 'found') sends.identify(customer.id);
    if (change === 'other') sends.dropUnknown();
    if (change !== 'none' && this.change !== 'other') this.change = change;
  }

  private record(customer: string, productId: string): void {
    this.customer.record(customer, productId);
    this.changed();
    this.host.requestUpdate();
  }

  private settled(product: ChannelsShopProduct, customer: string, receipt?: Receipt): void {
    if (receipt && receipt.outcome === 'sent') this.record(customer, product.productId);
    if (customer !== this.customer.id) return;
    const words = wordsOf(this.host);
    const { outcome } = this.of(product.productId);
    const told = receipt ? (receipt.outcome === 'sent' ? words.sentShort : words.dryRun) : '';
    const text = outcome.phase === 'failed' ? errorText(outcome.error, words).title : told;
    this.announcement = text && fill(words.outcome, { title: product.title, text });
    this.host.requestUpdate();
  }
}
