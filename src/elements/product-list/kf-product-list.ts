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
 * @fires {KfLoadMoreEvent} kf-load-more - The end is near: add more to `products`.
 * @fires {KfSendEvent} kf-send - The message is to be sent; cancelling it stops that.
 * @fires {KfSentEvent} kf-sent - It is out.
 * @fires {KfCancelEvent} kf-cancel - The user cancelled it in the client.
 * @fires {KfErrorEvent} kf-error - It was not sent, or nobody can tell.
 * @fires {KfLateEvent} kf-late - The client's answer, after the timeout.
 * @csspart root - All of it.
 * @csspart search - The line of the search.
 * @csspart clear - The button that empties the search field.
 * @csspart body - What scrolls.
 * @csspart rows - All headings and rows.
 * @csspart heading - The heading of a group.
 * @csspart row - One product, and how its send went.
 * @csspart idle - A state of `row`.
 * @csspart sending - A state of `row`.
 * @csspart sent - A state of `row`.
 * @csspart failed - A state of `row`.
 * @csspart image - A product's picture.
 * @csspart title - A product's title.
 * @csspart price - A product's price.
 * @csspart mark - What is known of a product's sends, or why it can't be sent.
 * @csspart confirm - The question below a row.
 * @csspart send - The button in the question that sends.
 * @csspart close - The button in the question that takes it back.
 * @csspart dismiss - The button in the question that lets the last send be (不发了).
 * @csspart arrived - The button in the question that says that it has arrived (已经有了).
 * @csspart reconnect - The button in the question that connects again.
 * @csspart reconnectAndSend - The button in the question that sends to the one who is there now.
 * @csspart fill - A state of the buttons in the question: what most people want.
 * @csspart plain - A state of the buttons in the question: anything else.
 * @csspart loading - The rows to be.
 * @csspart state - What stands where there are no rows.
 * @csspart retry - 再试一次 where there are no rows, or at the end.
 * @csspart end - What stands below the last row.
 * @csspart toggle - The button that shows products that can't be sent.
 * @cssprop --kf-font - The font family; the system's by default.
 * @cssprop [--kf-surface=#fff] - The ground, also of menus; `#1c1d21` in dark.
 * @cssprop [--kf-subtle=#f4f5f7] - Behind pictures that are missing or on their way; the row that is asked about; `#232529` in dark.
 * @cssprop [--kf-hover=#f0f1f4] - Under the pointer, the chosen entry of a menu, the rehearsed line; `#2a2c31` in dark.
 * @cssprop [--kf-line=#e6e8eb] - Hairlines; `#303238` in dark.
 * @cssprop [--kf-line-2=#c9ced6] - Borders of plain buttons and of 示意, the spinner; `#4b4f58` in dark.
 * @cssprop [--kf-text=#1b1f26] - Text; `#e9ebee` in dark.
 * @cssprop [--kf-text-2=#4d5563] - Labels, plain icons, what is less important; `#b3b9c3` in dark.
 * @cssprop [--kf-text-3=#646b78] - Counters, placeholders, hints, grips; `#939aa6` in dark.
 * @cssprop [--kf-accent=#1a5fd6] - Text and icons to press, the focus ring, variables with a value; `#7dadff` in dark.
 * @cssprop [--kf-fill=#1a5fd6] - The send button; `#2c6bdc` in dark.
 * @cssprop [--kf-on-fill=#fff] - The text on the send button.
 * @cssprop [--kf-danger=#c8342b] - Errors, 删除; `#ff857a` in dark.
 * @cssprop [--kf-ok=#0b7a46] - Done; `#4ccb88` in dark.
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
