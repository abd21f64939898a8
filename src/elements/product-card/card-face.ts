import { html, render, type TemplateResult } from 'lit';
import { graphemes } from '../../core/bytes.js';
import { isFen } from '../../core/price.js';
import type { Words } from '../../locales/words.js';
import { aroundPrice, imageSource, priceText, textOf, type ProductFields } from '../shared/product.js';
import type { SendAction } from '../shared/sends/send-state.js';
import type { CardButton, CardFoot } from './card-state.js';

/** What the user does with a card. */
interface CardHandlers {
  readonly onPress: (event: PointerEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
  /** A picture could not be shown. */
  readonly onError: (event: Event) => void;
}

/** All that a card shows. */
interface CardView {
  readonly product: ProductFields;
  readonly foot: CardFoot;
  readonly words: Words;
  readonly scheme: string;
  /** Addresses that could not be shown. */
  readonly broken: ReadonlySet<string> | null;
  readonly isDisabled: boolean;
  readonly isWithoutSend: boolean;
}

/** A card that can be sent, without its product. */
function blank(words: Words, scheme: string): TemplateResult {
  const { before, after } = aroundPrice(words);
  return html`<article class="root ${scheme} plain" part="card" aria-labelledby="title">
    <div class="picture" part="image">
      <span class="tile" aria-hidden="true"></span>
      <img class="photo" alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" />
    </div>
    <div class="facts">
      <h3 class="title" part="title" id="title"></h3>
      <p class="price" part="price"
        ><small class="before" .textContent=${before}></small><small>¥</small><span class="yuan"></span
        ><small class="from" .textContent=${after}></small
      ></p>
      <div class="shop" part="shop">
        <img class="avatar" alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" /><span class="name"></span
        ><span class="mark" part="mark"></span>
      </div>
    </div>
    <div class="end">
      <div class="reason" part="reason" role="status" tabindex="-1"></div>
      <button part="send idle" aria-disabled="false" aria-describedby="title"
        ><span class="spinner"></span><span class="label" .textContent=${words.send}></span
      ></button>
    </div>
  </article>`;
}

let template: DocumentFragment | undefined;
let drawn: readonly unknown[] = [];

/**
 * What every card begins as, in these words and colours: drawn by lit once, then cloned. A page has hundreds of cards, and parts of
 * its own for each of them would take longer than all the rest. A clone stands in a template's document until it is filled: no
 * address begins to load there.
 */
function cloneBlank(words: Words, scheme: string): HTMLElement {
  template ??= document.createElement('template').content;
  if (drawn[0] !== words || drawn[1] !== scheme) render(blank(words, scheme), template);
  drawn = [words, scheme];
  return template.lastElementChild?.cloneNode(true) as HTMLElement;
}

/** What has a text of its own. */
type TextName = 'tile' | 'title' | 'before' | 'yuan' | 'from' | 'name' | 'mark' | 'reason' | 'label';

/**
 * The inside of one card. It writes only what is another text or address than before: nothing flickers, selections stay, and a new
 * card, which is mostly as its template is, has little to write.
 */
export class CardFace {
  readonly element: HTMLElement;
  private readonly button: HTMLButtonElement;
  /** The other answer to a question; most cards never need it. */
  private other: HTMLButtonElement | null = null;
  /** What the buttons stand for. */
  private foot: CardFoot | null = null;
  /** What stands there now. */
  private readonly texts: Record<TextName, string>;
  private photo: string | null = null;
  private avatar: string | null = null;
  /** What is written of card and button. */
  private look: string;

  constructor(
    words: Words,
    scheme: string,
    private readonly handlers: CardHandlers,
  ) {
    this.element = cloneBlank(words, scheme);
    const { before, after: from } = aroundPrice(words);
    this.look = [`root ${scheme} plain`, 'send idle', 'send', false].join();
    this.texts = { tile: '', title: '', before, yuan: '', from, name: '', mark: '', reason: '', label: words.send };
    this.button = this.listenTo(this.element.querySelector('button') as HTMLButtonElement);
    this.element.addEventListener('error', handlers.onError, true); // pictures' errors do not bubble
  }

  /** What a press on this button does. */
  actionOf(button: EventTarget | null): SendAction | null {
    const pressed = button === this.button ? this.foot : button === this.other ? this.foot?.other : null;
    return pressed?.action ?? null;
  }

  show({ product, foot, words, scheme, broken, isDisabled, isWithoutSend }: CardView): void {
    const { element, button } = this;
    this.showProduct(product, words, broken);
    this.write('mark', foot.mark);
    this.write('reason', foot.reason);
    this.write('label', foot.label);
    this.foot = foot;
    const isNews = !this.other && !!foot.other;
    this.answer(foot.other, isDisabled);
    if (isNews && button.matches(':focus')) this.reason.focus({ preventScroll: true }); // a key by habit sends nothing again

    const price = isFen(product.sellingPrice) ? '' : ' priceless';
    const className = `root ${scheme} ${foot.tone}${price}${foot.other ? ' asks' : ''}${isWithoutSend ? ' still' : ''}`;
    const part = `send ${foot.part}`;
    const look = [className, part, foot.action, isDisabled].join();
    if (look !== this.look) {
      element.className = className;
      button.className = foot.other ? 'answer' : '';
      button.setAttribute('part', part);
      button.setAttribute('aria-disabled', String(foot.action === null));
      button.disabled = isDisabled;
    }
    this.look = look;
    // Who works here shall see all of the question.
    if (isNews && element.querySelector(':focus')) this.find('end').scrollIntoView({ block: 'nearest' });
  }

  private showProduct(product: ProductFields, words: Words, broken: CardView['broken']): void {
    const shown = (url: unknown): string | null => {
      const source = imageSource(url);
      return source !== null && broken?.has(source) ? null : source;
    };
    const title = textOf(product.title);
    const photo = shown(product.imgUrl);
    const { before, after } = aroundPrice(words);
    this.picture('photo', photo);
    this.picture('avatar', shown(product.shopImgUrl));
    this.write('tile', photo || !title ? '' : (graphemes(title.slice(0, 50))[0] ?? ''));
    this.write('title', title || textOf(product.productId) || words.channels_shop_product);
    this.write('yuan', priceText(product.sellingPrice) || '—');
    this.write('before', before);
    this.write('from', after);
    this.write('name', textOf(product.shopNickname));
  }

  /** Shows the other answer, or none. */
  private answer(answer: CardButton | null, isDisabled: boolean): void {
    const { button } = this;
    if (answer) {
      this.other ??= this.madeOther();
      this.other.setAttribute('part', `${answer.action}`);
      this.other.textContent = answer.label;
      this.other.disabled = isDisabled;
    } else if (this.other) {
      if (this.other.matches(':focus') || this.reason.matches(':focus')) button.focus({ preventScroll: true });
      this.other.remove();
      this.other = null;
    }
  }

  private get reason(): HTMLElement {
    return this.find('reason') as HTMLElement;
  }

  private madeOther(): HTMLButtonElement {
    const other = this.listenTo(document.createElement('button'));
    other.className = 'other answer';
    other.setAttribute('aria-describedby', 'title');
    this.button.before(other);
    return other;
  }

  private listenTo(button: HTMLButtonElement): HTMLButtonElement {
    const { onPress, onClick, onKeydown } = this.handlers;
    button.addEventListener('pointerdown', onPress);
    button.addEventListener('click', onClick);
    button.addEventListener('keydown', onKeydown);
    return button;
  }

  private find(name: string): Element {
    return this.element.querySelector(`.${name}`) as Element;
  }

  private write(name: TextName, text: string): void {
    if (this.texts[name] === text) return;
    this.texts[name] = text;
    this.find(name).textContent = text;
  }

  /** Shows the picture at this address, or none. The same address again would be loaded again. */
  private picture(name: 'photo' | 'avatar', source: string | null): void {
    if (this[name] === source) return;
    this[name] = source;
    const image = this.find(name);
    if (source === null) image.removeAttribute('src');
    else image.setAttribute('src', source);
  }
}
