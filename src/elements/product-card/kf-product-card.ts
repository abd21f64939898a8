import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Issue } from '../../core/issue.js';
import type { ChannelsShopProduct, ProductMessage } from '../../core/message.js';
import { formatFen, isFen } from '../../core/price.js';
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

/** A key that is held down is one press. */
const noRepeat = (event: KeyboardEvent): void => {
  if (event.repeat) event.preventDefault();
};

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
 * @fires {CustomEvent<{ message: ChatMessage, receipt?: Receipt, error?: KfError }>} kf-late - The client's answer, after the timeout.
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
  private broken: Set<string> | null = null;
  /** When it was sent last, by customer. */
  private sent: Map<string, Date> | null = null;
  /** A press would do nothing, or the same again. */
  private stuck = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sender = new Sender(this);
  private readonly bridge = new BridgeWatch(this);
  private readonly colours = new ThemeController(this);

  /** The message as it stands, valid or not. A fresh copy. */
  get message(): ProductMessage {
    const channelsShopProduct = { ...(this.product || productOf(this)) } as ChannelsShopProduct;
    const message: ProductMessage = { msgtype: 'channels_shop_product', channelsShopProduct };
    if (this.enterChat) message.enterChat = true;
    return message;
  }

  /** What is wrong with the message, now. */
  get issues(): Issue[] {
    return validate(this.message).issues;
  }

  /** Sends the message. Rejects with a `KfError`; while a send is under way, it is the same promise. */
  send(): Promise<Receipt> {
    const { customer, sender } = this;
    const response = sender.send();
    response.then(
      () => sender === this.sender && this.markSent(customer),
      () => undefined,
    );
    return response;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.renderRoot.addEventListener('error', this.onImageError, true); // it does not bubble
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.renderRoot.removeEventListener('error', this.onImageError, true);
  }

  /** What was said was said of the product that it was before. */
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!this.hasUpdated || !(changed.has('product') || changed.has('productId'))) return;
    this.sent = null;
    this.sender = new Sender(this);
  }

  /** One flat template: a page has hundreds of cards, and each nested one costs a part and a comment. */
  protected override render(): TemplateResult {
    const words = wordsOf(this);
    const { product = null, colours, disabled, withoutSend } = this;
    const { title, sellingPrice, shopNickname, imgUrl, shopImgUrl } = product || productOf(this);
    const name = typeof title === 'string' ? title : '';
    const picture = this.source(imgUrl);
    const avatar = this.source(shopImgUrl);
    const priced = isFen(sellingPrice);
    const sentAt = this.sender.outcome.phase === 'idle' && this.sent && this.sent.get(this.customer);
    return html`<article
      class="root ${colours.dark ? 'dark' : ''} ${disabled ? 'disabled' : ''}"
      part="card"
      aria-label=${name || words.channels_shop_product}
    >
      <div class="picture" part="image">
        <span class="tile" aria-hidden="true">${picture ? '' : Array.from(name)[0]}</span>
        <img
          src=${picture || nothing}
          ?hidden=${!picture}
          alt=""
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
        />
      </div>
      <div class="facts">
        <h3 class="title" part="title">${name}</h3>
        <p class=${priced ? 'price' : 'price none'} part="price"
          ><small>¥</small>${priced ? grouped(formatFen(sellingPrice)) : '—'}<small class="from">${words.priceFrom}</small
        ></p>
        <div class="shop" part="shop">
          <img
            class="avatar"
            src=${avatar || nothing}
            alt=""
            loading="lazy"
            decoding="async"
            referrerpolicy="no-referrer"
          /><span class="name">${typeof shopNickname === 'string' ? shopNickname : ''}</span>${
            sentAt
              ? html`<span class="mark" part="mark">${icon('check')}${sentAt.toTimeString().slice(0, 5)}</span>`
              : nothing
          }
        </div>
      </div>
      ${withoutSend ? nothing : this.action(words)}
    </article>`;
  }

  /** Where a picture comes from, unless it could not be shown. */
  private source(url: unknown): string | null {
    const source = imageSource(url);
    return source && this.broken && this.broken.has(source) ? null : source;
  }

  private action(words: Words): TemplateResult {
    const { outcome } = this.sender;
    const { phase } = outcome;
    const failure = phase === 'failed' ? outcome.error : this.bridge.whyNot('channels_shop_product');
    const reason = this.incomplete(words) || (failure && Object.values(errorText(failure, words)).filter(Boolean));
    const cannot = reason && phase !== 'failed';
    this.stuck = !!cannot || phase === 'sending' || phase === 'sent';
    const failed = phase === 'failed' && outcome.error.code !== 'cancelled';
    const word: Word = cannot ? 'cannotSend' : failed ? 'retry' : BUTTON[phase];
    const sign = phase === 'sending' ? spinner : phase === 'sent' ? icon('check') : nothing;
    return html`<div class="end" role="status">
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
        aria-disabled=${this.stuck}
        @keydown=${noRepeat}
        @click=${this.press}
      >
        ${sign}${words[word]}
      </button>`;
  }

  private readonly onImageError = ({ target }: Event): void => {
    this.broken = (this.broken || new Set<string>()).add((target as HTMLImageElement).src);
    this.requestUpdate();
  };

  private readonly press = (): void => {
    if (!this.stuck) void this.send();
  };

  private incomplete(words: Words): string[] | null {
    const errors = this.issues.filter(({ severity }) => severity === 'error');
    if (!errors.length) return null;
    const missing = errors.filter(({ code }) => code === 'required');
    if (!missing.length) return [issueText(errors[0] as Issue, words)];
    const names = missing.map(({ path }) => words[path[path.length - 1] as Word] || '');
    return [fill(words.missing, { text: names.join(words.and) })];
  }

  /** The customer in the chat; `''` where the bridge knows none. */
  private get customer(): string {
    const { status } = this.bridge;
    return (status && status.context && status.context.customerId) || '';
  }

  private markSent(customer: string): void {
    this.sent = (this.sent || new Map<string, Date>()).set(customer, new Date());
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.sender.reset(), SENT_FOR);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kf-product-card': KfProductCard;
  }
}
