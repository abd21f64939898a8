import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import { invalidArgument } from '../../core/error.js';
import type { ChannelsShopProduct } from '../../core/message.js';
import { emit } from '../../events/emit.js';
import type { Receipt } from '../../events/receipt.js';
import { version } from '../../version.js';
import { baseStyles } from '../shared/base.styles.js';
import { BridgeWatch } from '../shared/bridge-watch.js';
import { define } from '../shared/define.js';
import { ThemeController, type Theme } from '../shared/theme.js';
import { CardProducts } from './card-products.js';
import './load-more.js';
import { ListControls } from './list-controls.js';
import { listView } from './list-view.js';
import { markStyles } from './mark.styles.js';
import { productListStyles } from './product-list.styles.js';
import { rowStyles } from './row.styles.js';
import { Scroller } from './scroller.js';
import type { ListError } from './states.js';
import { stripStyles } from './strip.styles.js';

/** How near the end is near, in pixels: about three rows. */
const NEAR = 3 * 88;

/** Every minute, so that 「3 分钟前」 stays true. */
const TICK = 60_000;

/**
 * Finds one of many shop products by search and arrow keys, and sends it through the nearest `<kf-bridge>` after asking once. What
 * was sent to the customer stands on top. Give it a height; its default is what it needs, at most 560 px.
 *
 * @tag kf-product-list
 * @slot - `<kf-product-card>`s, as long as `products` is not set. They are not shown; their products are.
 * @fires {CustomEvent<{ query: string }>} kf-load-more - The end is near: add more to `products`.
 * @fires {KfSendEvent} kf-send - The message is to be sent; cancelling it stops that.
 * @fires {CustomEvent<{ message: ChatMessage, receipt: Receipt }>} kf-sent - It is out.
 * @fires {CustomEvent<{ message: ChatMessage }>} kf-cancel - The user cancelled it in the client.
 * @fires {CustomEvent<{ message: ChatMessage, error: KfError }>} kf-error - It was not sent, or nobody can tell.
 */
export class KfProductList extends LitElement {
  static readonly version: string = version;
  static override styles = [baseStyles, productListStyles, rowStyles, markStyles, stripStyles];

  static override properties: PropertyDeclarations = {
    products: { attribute: false },
    loading: { type: Boolean },
    complete: { type: Boolean },
    error: { converter: text => (text === null ? null : text || true) },
    heading: {},
    theme: {},
  };

  /** Registers the class, once for each tag name; a tag of your own gets a subclass. */
  static define(tagName = 'kf-product-list', registry: CustomElementRegistry = customElements): void {
    define(this, 'kf-product-list', tagName, registry);
  }

  /** The products, in the page's order; a longer array adds a page. Null: those of the cards inside. */
  products: ChannelsShopProduct[] | null = null;
  /** Products are on their way. */
  loading = false;
  /** There are no more than these. */
  complete = false;
  /** Why products could not be had: a text for users, a `KfError`, or `true`. Null: nothing is wrong. */
  error: ListError = null;
  /** What the list is called, instead of 「全部商品」. */
  heading: string | null = null;
  /** `auto` follows the client, else the system. */
  theme: Theme = 'auto';

  private source: readonly unknown[] | null = null;
  /** Whether more was asked for since `products` changed. */
  private askedForMore = false;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly cards = new CardProducts(this);
  private readonly bridge = new BridgeWatch(this);
  private readonly colours = new ThemeController(this);
  private readonly scroller = new Scroller(this, () => this.scrolled());
  private readonly controls = new ListControls(this, this.scroller, this.bridge);

  constructor() {
    super();
    this.addEventListener('kf-late', this.controls.deliveries.onLate);
  }

  /**
   * Sends the product with this id. Rejects with a `KfError`; while a send of it is under way, it is the same promise.
   * @throws KfError `invalid-argument` when it is not in the list; as a rejection.
   */
  send(productId: string): Promise<Receipt> {
    this.readSource(); // what was set in this tick counts
    const entry = this.controls.model.entries.find(({ id }) => id === productId);
    if (entry) return this.controls.deliveries.send(entry.product);
    const response = Promise.reject<Receipt>(invalidArgument('send takes the productId of a product in the list'));
    response.catch(() => undefined);
    return response;
  }

  /** Goes to the search field, or to the row that was active where there is none. */
  override focus(options?: FocusOptions): void {
    const target = this.renderRoot.querySelector<HTMLElement>('.search input, .row[tabindex="0"]');
    if (target) target.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => this.requestUpdate(), TICK);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override willUpdate(): void {
    this.readSource();
    this.controls.willUpdate();
  }

  protected override render(): TemplateResult {
    return listView(this.controls, {
      dark: this.colours.dark,
      loading: this.loading,
      complete: this.complete,
      error: this.error,
      heading: this.heading,
      retry: this.retry,
      slot: html`<slot hidden @slotchange=${this.cards.read}></slot>`,
    });
  }

  protected override updated(): void {
    this.controls.updated();
    this.loadMore();
  }

  private readSource(): void {
    const source = this.products || this.cards.products;
    if (source === this.source) return;
    const stillEmpty = this.source && !this.source.length && source && !source.length;
    if (!stillEmpty) this.askedForMore = false; // an empty answer to an empty list would ask for ever
    this.source = source;
    this.controls.read(source);
  }

  private scrolled(): void {
    if (this.controls.windowMoved()) this.requestUpdate();
    this.loadMore();
  }

  private loadMore(): void {
    const { loading, complete, error, scroller, controls } = this;
    if (!this.hasUpdated || !this.isConnected || !this.source) return;
    if (loading || complete || error || this.askedForMore) return;
    if (scroller.top + scroller.height >= controls.model.height - NEAR) this.retry();
  }

  private readonly retry = (): void => {
    this.askedForMore = true;
    emit(this, 'kf-load-more', { query: this.controls.model.query });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kf-product-list': KfProductList;
  }
}
