import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Issue } from '../../core/issue.js';
import type { ChannelsShopProduct, ProductMessage } from '../../core/message.js';
import { formatFen, isFen } from '../../core/price.js';
import { checkSupport } from '../../core/support.js';
import { validate } from '../../core/validate.js';
import type { Receipt } from '../../events/receipt.js';
import { errorText, issueText } from '../../locales/describe.js';
import { fill, type Word, type Words } from '../../locales/words.js';
import { version } from '../../version.js';
import { baseStyles } from '../base.styles.js';
import { BridgeWatch } from '../bridge-watch.js';
import { define } from '../define.js';
import { icon, spinner } from '../icons.js';
import { wordsOf } from '../lang.js';
import { Sender, type Outcome } from '../sender.js';
import { ThemeController, type Theme } from '../theme.js';
import { productCardStyles } from './product-card.styles.js';
import { imageSource, productOf } from './product-of.js';

/** How long 「已发送」 stands on the button. */
const SENT_FOR = 3000;

/** What the button says. */
const BUTTON: Record<Outcome['phase'], Word> = {
  idle: 'send',
  sending: 'sendingNow',
  sent: 'sentShort',
  failed: 'send',
};

/** `1299.00` → `1,299.00`; text, because a price may be longer than a number is exact. */
const grouped = (yuan: string): string => yuan.replace(/\B(?=(\d{3})+\.)/g, ',');

/**
 * Shows a shop product (`channelsShopProduct`) and sends it through the nearest `<kf-bridge>`.
 *
 * @tag kf-product-card
 * @fires {KfSendEvent} kf-send - The message is to be sent; cancelling it stops that.
 * @fires {CustomEvent<{ message: ChatMessage, receipt: Receipt }>} kf-sent - It is out.
 * @fires {CustomEvent<{ message: ChatMessage }>} kf-cancel - The user cancelled it in the client.
 * @fires {CustomEvent<{ message: ChatMessage, error: KfError }>} kf-error - It was not sent, or nobody can tell.
 */
export class KfProductCard extends LitElement {
  static readonly version: string = version;
  static override styles = [baseStyles, productCardStyles];

  static override properties: PropertyDeclarations = {
    product: { attribute: false },
    productId: { attribute: 'product-id' },
    shopAppId: { attribute: 'shop-app-id' },
    imgUrl: { attribute: 'img-url' },
    productTitle: { attribute: 'product-title' },
    sellingPrice: { attribute: 'selling-price' },
    shopImgUrl: { attribute: 'shop-img-url' },
    shopNickname: { attribute: 'shop-nickname' },
    enterChat: { type: Boolean, attribute: 'enter-chat' },
    disabled: { type: Boolean },
    withoutSend: { type: Boolean, attribute: 'without-send' },
    theme: {},
  };

  /** Registers the class, once for each tag name; a tag of your own gets a subclass. */
  static define(tagName = 'kf-product-card', registry: CustomElementRegistry = customElements): void {
    define(this, 'kf-product-card', tagName, registry);
  }

  /** The product; while it is not null, it wins over the attributes. */
  product: ChannelsShopProduct | null = null;
  /** 商品 ID */
  productId: string | null = null;
  /** 小店 ID */
  shopAppId: string | null = null;
  /** http(s) address of the product's picture. */
  imgUrl: string | null = null;
  /** 商品名 */
  productTitle: string | null = null;
  /** The cheapest price in fen, as digits: `800` is ¥8.00. */
  sellingPrice: string | null = null;
  /** http(s) address of the shop's avatar. */
  shopImgUrl: string | null = null;
  /** 店铺名 */
  shopNickname: string | null = null;
  /** Go into the chat after sending. Mobile clients from 3.1.10 only. */
  enterChat = false;
  /** Nothing can be done with it. */
  disabled = false;
  /** Shows the product only. */
  withoutSend = false;
  /** `auto` follows the client, else the system. */
  theme: Theme = 'auto';

  /** Addresses that could not be shown. */
  private broken = new Set<string>();
  private sentAt: Date | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly sender = new Sender(this);
  private readonly bridge = new BridgeWatch(this);
  private readonly colours = new ThemeController(this);

  /** The message as it stands, valid or not. A fresh copy. */
  get message(): ProductMessage {
    const channelsShopProduct = { ...(this.product || productOf(this)) } as ChannelsShopProduct;
    const message: ProductMessage = { msgtype: 'channels_shop_product', channelsShopProduct };
    return this.enterChat ? { ...message, enterChat: true } : message;
  }

  /** What is wrong with the message, now. */
  get issues(): Issue[] {
    return validate(this.message).issues;
  }

  /** Sends the message. Rejects with a `KfError`; while a send is under way, it is the same promise. */
  send(): Promise<Receipt> {
    const response = this.sender.send();
    response.then(
      () => this.markSent(),
      () => undefined,
    );
    return response;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override render(): TemplateResult {
    const words = wordsOf(this);
    const { channelsShopProduct: product } = this.message;
    const title = typeof product.title === 'string' ? product.title : '';
    return html`<article
      class="root ${this.colours.dark ? 'dark' : ''} ${this.disabled ? 'disabled' : ''}"
      part="card"
      aria-label=${title || words.channels_shop_product}
    >
      <div class="picture" part="image">${this.image(product.imgUrl, title)}</div>
      <div class="facts">
        <h3 class="title" part="title">${title}</h3>
        ${this.price(product.sellingPrice, words)}
        <div class="shop" part="shop">
          <span class="avatar">${this.image(product.shopImgUrl, '')}</span>
          <span class="name">${product.shopNickname}</span>
          ${
            this.sentAt && this.sender.outcome.phase === 'idle'
              ? html`<span class="mark" part="mark">${icon('check')}${this.sentAt.toTimeString().slice(0, 5)}</span>`
              : nothing
          }
        </div>
      </div>
      ${this.withoutSend ? nothing : this.action(words)}
    </article>`;
  }

  private image(url: unknown, title: string): TemplateResult | typeof nothing {
    const source = imageSource(url);
    if (source && !this.broken.has(source))
      return html`<img
        src=${source}
        alt=""
        loading="lazy"
        decoding="async"
        referrerpolicy="no-referrer"
        @error=${() => {
          this.broken.add(source);
          this.requestUpdate();
        }}
      />`;
    return title ? html`<span class="tile" aria-hidden="true">${Array.from(title)[0]}</span>` : nothing;
  }

  private price(fen: unknown, words: Words): TemplateResult {
    if (!isFen(fen)) return html`<p class="price none" part="price">—</p>`;
    return html`<p class="price" part="price">
      <small>¥</small>${grouped(formatFen(fen))} <small class="from">${words.priceFrom}</small>
    </p>`;
  }

  private action(words: Words): TemplateResult {
    const { outcome } = this.sender;
    const { phase } = outcome;
    const failure = phase === 'failed' ? outcome.error : this.unreachable();
    const reason = this.incomplete(words) || (failure && Object.values(errorText(failure, words)).filter(Boolean));
    const stuck = reason && phase !== 'failed';
    const failed = phase === 'failed' && outcome.error.code !== 'cancelled';
    const word: Word = stuck ? 'cannotSend' : failed ? 'retry' : BUTTON[phase];
    const sign = phase === 'sending' ? spinner : phase === 'sent' ? icon('check') : nothing;
    return html`<div class="end">
      <div role="status">
        ${
          reason
            ? html`<div class="reason ${failed ? 'danger' : ''}" part="reason">
                ${icon(failed ? 'error' : 'info')}<span>${reason.join('。')}</span>
              </div>`
            : nothing
        }
      </div>
      <button
        class="send ${phase}"
        part="send ${phase}"
        ?disabled=${this.disabled}
        aria-disabled=${!!stuck || phase === 'sending'}
        @click=${() => stuck || this.send()}
      >
        ${sign}${words[word]}
      </button>
    </div>`;
  }

  private incomplete(words: Words): string[] | null {
    const errors = this.issues.filter(({ severity }) => severity === 'error');
    if (!errors.length) return null;
    const missing = errors.filter(({ code }) => code === 'required');
    if (!missing.length) return [issueText(errors[0] as Issue, words)];
    const names = missing.map(({ path }) => words[path[path.length - 1] as Word] || '');
    return [fill(words.missing, { text: names.join(words.and) })];
  }

  private unreachable() {
    const { error = null, context = null } = this.bridge.status || {};
    return error || (context && checkSupport('channels_shop_product', context));
  }

  private markSent(): void {
    this.sentAt = new Date();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.sender.reset(), SENT_FOR);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kf-product-card': KfProductCard;
  }
}
