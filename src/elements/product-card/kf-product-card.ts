import { LitElement, type PropertyDeclarations } from 'lit';
import { KfError } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import type { ChannelsShopProduct, ProductMessage } from '../../core/message.js';
import { validate } from '../../core/validate.js';
import { contentOf, productIdIn } from '../../events/content.js';
import type { Receipt, SendRecord } from '../../events/send-record.js';
import { version } from '../../version.js';
import { baseStyles } from '../shared/look/base.styles.js';
import { BridgeView } from '../shared/sends/bridge-view.js';
import { define } from '../shared/define.js';
import { hintAtPage } from '../shared/hint.js';
import { followLang, leaveLang, wordsOf } from '../shared/lang.js';
import { forwardClicksOncePressed } from '../shared/page-libraries.js';
import { copyOf, isPlainlyValid, messageOf, productOf, type ProductFields } from '../shared/product.js';
import {
  Acting,
  isAnswer,
  isHasty,
  isSamePress,
  isSecondHalf,
  meantNow,
  Question,
  type Press,
} from '../shared/sends/press.js';
import { rejected, SendController, type OnScreen } from '../shared/sends/send-controller.js';
import { sendState, type SendAction } from '../shared/sends/send-state.js';
import { clientScheme, type Theme } from '../shared/look/theme.js';
import { CardFace } from './card-face.js';
import { footOf, sentFor, type CardFoot } from './card-state.js';
import { productCardStyles } from './product-card.styles.js';

/**
 * Shows a shop product (`channelsShopProduct`) and sends it through the nearest `<kf-bridge>`. What became of a send is the
 * bridge's to know: the card shows what it knows of this product's message to the customer in the chat, whoever has asked for it.
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
 * @csspart arrived - Where nobody can tell, the button that says that it has arrived (已经有了).
 * @csspart dismiss - Where the customer has changed, the button that lets the send be (不发了).
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
 * @cssprop [--kf-warn=#8a5700] - Warnings, what nobody knows, variables without a value; `#f5b95f` in dark.
 * @cssprop [--kf-ok=#0b7a46] - Done; `#4ccb88` in dark.
 * @cssprop [--kf-price=#d23b2e] - The price of a product; `#ff7f72` in dark.
 */
export class KfProductCard extends LitElement {
  static readonly version: string = version;
  static override styles = [baseStyles, productCardStyles];

  static override properties: PropertyDeclarations = {
    product: { attribute: false, noAccessor: true },
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

  /** 商品 ID */
  declare productId?: string | null;
  /** 小店 ID */
  declare shopAppId?: string | null;
  /** http(s) address of the product's picture. */
  declare imgUrl?: string | null;
  /** 商品名: `title` in the message. */
  declare productTitle?: string | null;
  /** The cheapest price in fen, as digits: `800` is ¥8.00. */
  declare sellingPrice?: string | null;
  /** http(s) address of the shop's avatar. */
  declare shopImgUrl?: string | null;
  /** 店铺名 */
  declare shopNickname?: string | null;
  /** Go into the chat after sending. Mobile clients from 3.1.10 only. Default: false. */
  enterChat = false;
  /** Nothing can be sent: `send()` rejects with `stopped`. Default: false. */
  disabled = false;
  /** No button: shows the product only; `send()` still sends. Default: false. */
  withoutSend = false;
  /** `auto` (default) follows the client, else the system. */
  theme: Theme = 'auto';

  private given: ProductFields | null = null;
  /** Addresses that could not be shown. */
  private broken: Set<string> | null = null;
  private face: CardFace | null = null;
  /** What the last rendering showed: a press is about this. */
  private onScreen: OnScreen | null = null;
  /** What was on screen when the chat became another customer's. */
  private shownBefore: OnScreen | null = null;
  /** What was there when the pointer went down. */
  private pressed: Press | null = null;
  /** The same of the key that clicks as it comes up. */
  private spaced: Press | null = null;
  private readonly acting = new Acting();
  /** What is asked about. */
  private asked: SendRecord | null = null;
  private readonly question = new Question();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly bridge = new BridgeView(this, {
    onAddressee: () => (this.shownBefore = this.onScreen),
    isConcerned: ({ message }) => productIdIn(message) === productIdIn(this.onScreen?.message),
  });
  private readonly sends = new SendController(this, this.bridge);

  /**
   * The product; while it is not null, it wins over the attributes. A deep copy in and out: what is changed in the object afterwards
   * is neither shown nor sent.
   *
   * @default null
   */
  get product(): ChannelsShopProduct | null {
    return this.given && (copyOf(this.given) as ChannelsShopProduct);
  }
  set product(product: ChannelsShopProduct | null) {
    const before = this.given;
    this.given = product == null ? null : copyOf(product);
    this.requestUpdate('product', before, undefined, true, this.given); // does not read the property: that is a copy
  }

  /** The message as it stands, valid or not. A fresh copy. */
  get message(): ProductMessage {
    return this.messageOf(copyOf(this.given ?? productOf(this)));
  }

  /** What is wrong with the message, now. */
  get issues(): Issue[] {
    return validate(this.message).issues;
  }

  /**
   * Sends the message to the customer in the chat. While a send of it is under way, it is the same promise. Rejects with a `KfError`:
   * `stopped` while the card is disabled, `invalid-message`, `bridge-absent`, or what the bridge says.
   */
  send(): Promise<Receipt> {
    if (this.disabled) return rejected(new KfError('stopped', 'disabled'));
    const { message } = this;
    return this.sends.send({ message, issues: validate(message).issues });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    hintAtPage(this);
    forwardClicksOncePressed(this);
    followLang(this, this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    leaveLang(this);
    clearTimeout(this.timer);
  }

  protected override render(): unknown {
    const { bridge, given } = this;
    const product = given ?? copyOf(productOf(this));
    const message = this.messageOf(product);
    const words = wordsOf(this);
    const { theme } = this;
    const scheme = theme === 'light' || theme === 'dark' ? theme : (clientScheme() ?? 'auto');
    const issues = isPlainlyValid(product) ? [] : validate(message).issues;
    const record = this.sends.recordOf(message);
    const foot = footOf(sendState({ record, bridge, message, issues, words, isFixed: true }), record, issues, words);
    this.remember({ message, issues, record, addressee: bridge.addressee }, foot);
    this.updateAfter(sentFor(record));
    const { broken, onPress, onClick, onKeydown, onError, disabled: isDisabled, withoutSend: isWithoutSend } = this;
    this.face ??= new CardFace(words, scheme, { onPress, onClick, onKeydown, onError });
    this.face.show({ product, foot, words, scheme, broken, isDisabled: !!isDisabled, isWithoutSend: !!isWithoutSend });
    return this.face.element;
  }

  /** What a press is about from now on. */
  private remember(onScreen: OnScreen, { action, other }: CardFoot): void {
    this.onScreen = onScreen;
    const asked = isAnswer(other ? other.action : action) ? onScreen.record : null;
    if (this.acting.show(action ?? '') || asked !== this.asked) this.question.open();
    this.asked = asked;
  }

  private messageOf(product: ProductFields): ProductMessage {
    const message = messageOf(product);
    if (this.enterChat) message.enterChat = true;
    return message;
  }

  /** Renders again when 「已发送」 has stood long enough. */
  private updateAfter(milliseconds: number): void {
    if (this.timer) clearTimeout(this.timer);
    if (milliseconds > 0) this.timer = setTimeout(() => this.requestUpdate(), milliseconds);
  }

  private actionOf(button: EventTarget | null): SendAction | null {
    return this.face?.actionOf(button) ?? null;
  }

  private pressOf(button: EventTarget | null): Press {
    return { action: this.actionOf(button), onScreen: this.onScreen };
  }

  private readonly onPress = ({ currentTarget }: PointerEvent): void => {
    this.pressed = this.pressOf(currentTarget);
  };

  private readonly onClick = (event: MouseEvent): void => {
    const { currentTarget, detail } = event;
    const { onScreen, pressed, spaced } = this;
    const action = this.actionOf(currentTarget);
    const began = detail ? pressed : spaced;
    this.pressed = this.spaced = null;
    if (detail > 1 || !action || !onScreen) return; // a double click is one press
    // A press that began on something else was not meant for this.
    if (began && !isSamePress(began, { action, onScreen })) return;
    if (action !== 'reconnect' && this.acting.isNew) return;
    if (action === 'send' && isHasty(this.sends.lastHere(!detail), onScreen.message)) return; // the page may show another product by now
    if (isAnswer(action) && this.question.isPressedTooEarly()) return;
    if (action === 'send' && isSecondHalf(this, event, contentOf(onScreen.message))) return;
    this.sends.perform(action, action === 'send' ? meantNow(this.bridge, onScreen, this.shownBefore) : onScreen);
  };

  private readonly onKeydown = (event: KeyboardEvent): void => {
    const { key, repeat, currentTarget } = event;
    if (repeat && key === 'Enter') event.preventDefault(); // a key that is held down is one press
    if (!repeat) this.spaced = key === ' ' ? this.pressOf(currentTarget) : null;
  };

  private readonly onError = ({ target }: Event): void => {
    this.broken ??= new Set();
    this.broken.add((target as Element).getAttribute('src') ?? '');
    this.requestUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kf-product-card': KfProductCard;
  }
}
