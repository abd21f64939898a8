import { ReactiveElement, type PropertyDeclarations } from 'lit';
import type { Issue } from '../../core/issue.js';
import type { ChannelsShopProduct, ProductMessage } from '../../core/message.js';
import { graphemes } from '../../core/bytes.js';
import { validate } from '../../core/validate.js';
import type { KfLateEvent } from '../../events/outcome.js';
import type { Receipt } from '../../events/receipt.js';
import { clientInfo } from '../../hosts/client-info.js';
import type { Words } from '../../locales/words.js';
import { version } from '../../version.js';
import { baseStyles } from '../shared/base.styles.js';
import { BridgeWatch } from '../shared/bridge-watch.js';
import { define } from '../shared/define.js';
import { followLang, leaveLang, wordsOf } from '../shared/lang.js';
import { Sender } from '../shared/sender.js';
import type { Theme } from '../shared/theme.js';
import { newFace, picture, write } from './card-face.js';
import { cardState, isDry, isUnknown, type CardAction } from './card-state.js';
import { productCardStyles } from './product-card.styles.js';
import { copyOf, imageSource, priceText, productOf, textOf } from './product-of.js';

/** How long 「已发送」 stands on the button. */
const SENT_FOR = 3000;

/**
 * Shows a shop product (`channelsShopProduct`) and sends it through the nearest `<kf-bridge>`.
 *
 * @tag kf-product-card
 * @fires {KfSendEvent} kf-send - The message is to be sent; cancelling it stops that.
 * @fires {KfSentEvent} kf-sent - It is out.
 * @fires {KfCancelEvent} kf-cancel - The user cancelled it in the client.
 * @fires {KfErrorEvent} kf-error - It was not sent, or nobody can tell.
 * @fires {KfLateEvent} kf-late - The client's answer, after the timeout.
 * @csspart card - All of it.
 * @csspart image - The picture's square.
 * @csspart title - The title.
 * @csspart price - The price.
 * @csspart shop - The shop's line.
 * @csspart mark - In the shop's line, the time at which it was sent.
 * @csspart reason - Why it can't be sent, or was not.
 * @csspart send - The button, and how its send went.
 * @csspart idle - A state of `send`.
 * @csspart sending - A state of `send`.
 * @csspart sent - A state of `send`.
 * @csspart failed - A state of `send`.
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
 * @cssprop [--kf-danger=#c8342b] - Errors, 删除; `#ff857a` in dark.
 * @cssprop [--kf-ok=#0b7a46] - Done; `#4ccb88` in dark.
 * @cssprop [--kf-price=#d23b2e] - The price of a product; `#ff7f72` in dark.
 */
export class KfProductCard extends ReactiveElement {
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
  declare productId?: string | null;
  /** 小店 ID */
  declare shopAppId?: string | null;
  /** http(s) address of the product's picture. */
  declare imgUrl?: string | null;
  /** 商品名 */
  declare productTitle?: string | null;
  /** The cheapest price in fen, as digits: `800` is ¥8.00. */
  declare sellingPrice?: string | null;
  /** http(s) address of the shop's avatar. */
  declare shopImgUrl?: string | null;
  /** 店铺名 */
  declare shopNickname?: string | null;
  /** Go into the chat after sending. Mobile clients from 3.1.10 only. */
  enterChat = false;
  /** Nothing can be done with it. */
  disabled = false;
  /** Shows the product only. */
  withoutSend = false;
  /** `auto` follows the client, else the system. */
  theme: Theme = 'auto';

  /** Addresses that could not be shown. */
  private readonly broken: string[] = [];
  /** When it was sent last, by product and customer. */
  private readonly sent: Record<string, Date> = {};
  /** The customer in the chat; while the bridge connects, still the same. */
  private customer = '';
  /** Whose the outcome is: a product, and a customer as soon as one is known. */
  private about = '';
  private action: CardAction = '';
  private sender = new Sender(this);
  private readonly bridge = new BridgeWatch(this);

  /** The message as it stands, valid or not. A fresh copy. */
  get message(): ProductMessage {
    const channelsShopProduct = copyOf(this.product || productOf(this)) as ChannelsShopProduct;
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
    this.look();
    this.addEventListener('kf-late', this);
    return this.sender.send();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    followLang(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    leaveLang(this);
  }

  /**
   * What happens inside, and the client's answer after the timeout.
   * @internal
   */
  handleEvent(event: Event): void {
    const { type, key, repeat, detail } = event as KeyboardEvent & KfLateEvent;
    const target = event.target as Element;
    const { sender, action, bridge } = this;
    if (type === 'keydown') {
      if (repeat && key === 'Enter') event.preventDefault(); // a key that is held down is one press
    } else if (type === 'click') {
      if (detail > 1 || !target.closest('button')) return; // a double click is one press
      if (action === 'send') void this.send();
      else if (action && bridge.status)
        bridge.status.reconnect().then(
          () => this.send(),
          () => undefined, // the bridge tells it
        );
    } else {
      if (type === 'error') this.broken.push(target.getAttribute('src') as string);
      else if (detail.receipt && isUnknown(sender.outcome))
        sender.outcome = { phase: 'sent', at: new Date(), receipt: detail.receipt };
      this.requestUpdate();
    }
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    const words = wordsOf(this);
    const { renderRoot, theme } = this;
    const scheme = /^(light|dark)$/.test(theme) ? theme : clientInfo().theme || 'auto';
    const shown = renderRoot.querySelector('article'); // engines without adopted stylesheets have styles before it
    if (shown) return this.show(shown, words, scheme);
    const face = newFace(words, scheme);
    this.show(face, words, scheme, true);
    renderRoot.append(face);
    for (const type of ['click', 'keydown', 'error']) renderRoot.addEventListener(type, this, true);
  }

  private show(face: Element, words: Words, scheme: string, isNew?: boolean): void {
    const product = this.look();
    const { disabled, sender, sent, about } = this;
    const { outcome } = sender;
    const { phase } = outcome;
    const title = textOf(product.title);
    const id = textOf(product.productId);
    const name = textOf(product.shopNickname);
    const price = priceText(product.sellingPrice);
    const photo = this.source(product.imgUrl);
    const avatar = this.source(product.shopImgUrl);
    write(face, 'title', title || id || words.channels_shop_product);
    write(face, 'yuan', price || '—');
    write(face, 'name', name);
    picture(face, 'photo', photo);
    picture(face, 'avatar', avatar);

    const whole = title && id && name && price && photo && avatar && textOf(product.shopAppId);
    const errors = whole ? [] : this.issues.filter(({ severity }) => severity === 'error');
    const [word, action, reason] = cardState(outcome, errors, this.bridge.whyNot('channels_shop_product'), words);
    const look = `root ${scheme} ${phase} ${word}${price ? '' : ' priceless'}${this.withoutSend ? ' still' : ''}`;
    this.action = action;
    if (isNew && look === face.className && !disabled) return;

    if (phase === 'sent') setTimeout(() => sender.outcome === outcome && sender.reset(), SENT_FOR);
    const sentAt = phase === 'idle' && sent[about];
    const label = words[word];
    face.className = look;
    write(face, 'tile', photo ? '' : graphemes(title.slice(0, 50))[0] || '');
    write(face, 'from', words.priceFrom);
    write(face, 'mark', sentAt ? sentAt.toTimeString().slice(0, 5) : '');
    write(face, 'reason', reason || (action ? '' : label));
    write(face, 'label', label);
    const button = face.lastElementChild as HTMLButtonElement;
    button.setAttribute('part', `send ${phase}`);
    button.setAttribute('aria-disabled', String(!action));
    button.disabled = disabled;
  }

  /**
   * Reads product and customer. What became of another product, or of a message to another customer, is history; while its answer is
   * awaited, a press is still the same send.
   */
  private look(): Partial<ChannelsShopProduct> {
    const { context = null } = this.bridge.status || {};
    const product = this.message.channelsShopProduct;
    if (context) this.customer = `${context.customerId || '?'} `;
    const id = `${textOf(product.productId)} `;
    const about = id + this.customer;
    const { sending, outcome } = this.sender;
    if (outcome.phase === 'sent' && !isDry(outcome)) this.sent[this.about] = outcome.at;
    if (sending && this.about.startsWith(id)) return product;
    if (!about.startsWith(this.about)) this.sender = new Sender(this);
    this.about = about;
    return product;
  }

  /** Where a picture comes from, unless it could not be shown. */
  private source(url: unknown): string | null {
    const source = imageSource(url);
    return source && this.broken.includes(source) ? null : source;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kf-product-card': KfProductCard;
  }
}
