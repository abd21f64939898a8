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
import { Sender } from '../sender.js';
import { ThemeController, type Theme } from '../theme.js';
import { productCardStyles } from './product-card.styles.js';
import { imageSource, PRODUCT_PROPERTIES, productOf } from './product-of.js';

/** How long 「已发送」 stands on the button. */
const SENT_FOR = 3000;

/** A key that is held down is one press. */
const noRepeat = (event: KeyboardEvent): void => {
  if (event.repeat) event.preventDefault();
};

/** An image that can't be shown; lit writes `src` again when the address is another one. */
const dropImage = ({ target }: Event): void => (target as HTMLImageElement).removeAttribute('src');

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
    ...PRODUCT_PROPERTIES,
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
  /**
   * 商品 ID
   * @attr product-id
   */
  productId: string | null = null;
  /**
   * 小店 ID
   * @attr shop-app-id
   */
  shopAppId: string | null = null;
  /**
   * http(s) address of the product's picture.
   * @attr img-url
   */
  imgUrl: string | null = null;
  /**
   * 商品名
   * @attr product-title
   */
  productTitle: string | null = null;
  /**
   * The cheapest price in fen, as digits: `800` is ¥8.00.
   * @attr selling-price
   */
  sellingPrice: string | null = null;
  /**
   * http(s) address of the shop's avatar.
   * @attr shop-img-url
   */
  shopImgUrl: string | null = null;
  /**
   * 店铺名
   * @attr shop-nickname
   */
  shopNickname: string | null = null;
  /** Go into the chat after sending. Mobile clients from 3.1.10 only. */
  enterChat = false;
  /** Nothing can be done with it. */
  disabled = false;
  /** Shows the product only. */
  withoutSend = false;
  /** `auto` follows the client, else the system. */
  theme: Theme = 'auto';

  /** When it was sent last, by customer. */
  private sent = new Map<string, Date>();
  /** The id of the product on show. */
  private shown: unknown;
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
    const { customer, sender, sent } = this;
    const response = sender.send();
    response.then(
      () => {
        const { outcome } = sender;
        sent.set(customer, new Date());
        setTimeout(() => outcome === sender.outcome && sender.reset(), SENT_FOR);
      },
      () => undefined,
    );
    return response;
  }

  protected override firstUpdated(): void {
    this.renderRoot.addEventListener('error', dropImage, true); // it does not bubble
  }

  /** What was said was said of the product that it was before. */
  protected override willUpdate(): void {
    const { productId } = this.message.channelsShopProduct;
    if (this.hasUpdated && productId !== this.shown) {
      this.sent = new Map();
      this.sender = new Sender(this);
    }
    this.shown = productId;
  }

  /** One flat template: a page has hundreds of cards, and each nested one costs a part and a comment. */
  protected override render(): TemplateResult {
    const words = wordsOf(this);
    const { title, sellingPrice, shopNickname, imgUrl, shopImgUrl } = this.message.channelsShopProduct;
    const name = typeof title === 'string' ? title : '';
    const priced = isFen(sellingPrice);
    const sentAt = this.sender.outcome.phase === 'idle' && this.sent.get(this.customer);
    return html`<article
      class="root ${this.colours.dark ? 'dark' : ''} ${this.disabled ? 'disabled' : ''}"
      part="card"
      aria-label=${name || words.channels_shop_product}
    >
      <div class="picture" part="image">
        <img
          src=${imageSource(imgUrl) || nothing}
          alt=""
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
        />
        <span class="tile" aria-hidden="true">${[...name][0]}</span>
      </div>
      <div class="facts">
        <h3 part="title">${name}</h3>
        <p class="price ${priced ? '' : 'none'}" part="price"
          ><small>¥</small>${priced ? formatFen(sellingPrice).replace(/\B(?=(\d{3})+\.)/g, ',') : '—'}<small class="from">${words.priceFrom}</small
        ></p>
        <div class="shop" part="shop">
          <img
            class="avatar"
            src=${imageSource(shopImgUrl) || nothing}
            alt=""
            loading="lazy"
            decoding="async"
            referrerpolicy="no-referrer"
          /><span>${typeof shopNickname === 'string' ? shopNickname : ''}</span>${
            sentAt
              ? html`<span class="mark" part="mark">${icon('check')}${sentAt.toTimeString().slice(0, 5)}</span>`
              : nothing
          }
        </div>
      </div>
      ${this.withoutSend ? nothing : this.action(words)}
    </article>`;
  }

  private action(words: Words): TemplateResult {
    const { outcome } = this.sender;
    const { phase } = outcome;
    const error = phase === 'failed' && outcome.error;
    const failed = error && error.code !== 'cancelled' ? 'error' : '';
    const failure = error || this.bridge.whyNot('channels_shop_product');
    const reason =
      this.incomplete(words) || (failure && Object.values(errorText(failure, words)).filter(Boolean).join('。'));
    const cannot = reason && !error;
    const sign = phase === 'sending' ? spinner : phase === 'sent' ? icon('check') : null;
    const word = cannot
      ? 'cannotSend'
      : failed
        ? 'retry'
        : phase === 'sending'
          ? 'sendingNow'
          : phase === 'sent'
            ? 'sentShort'
            : 'send';
    const stuck = cannot || sign; // a press would do nothing, or the same again
    return html`<div class="end" role="status">
        ${
          reason
            ? html`<div class="reason ${failed}" part="reason">${icon(failed || 'info')}<span>${reason}</span></div>`
            : nothing
        }
      </div>
      <button
        class="send ${phase}"
        part="send ${phase}"
        ?disabled=${this.disabled}
        aria-disabled=${!!stuck}
        @keydown=${noRepeat}
        @click=${stuck ? nothing : this.send}
      >
        ${sign}${words[word]}
      </button>`;
  }

  private incomplete(words: Words): string | undefined {
    const errors = this.issues.filter(({ severity }) => severity === 'error');
    const missing = errors.filter(({ code }) => code === 'required');
    const names = missing.map(({ path: [, key] }) => words[key as Word]).join(words.and);
    return names ? fill(words.missing, { text: names }) : errors.map(issue => issueText(issue, words))[0];
  }

  /** The customer in the chat; `''` where the bridge knows none. */
  private get customer(): string {
    const { context = null } = this.bridge.status || {};
    return (context && context.customerId) || '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kf-product-card': KfProductCard;
  }
}
