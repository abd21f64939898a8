import type { ReactiveController, ReactiveElement } from 'lit';
import { productIdIn } from '../../events/content.js';
import { copyOf, productOf, type ProductFields, type ProductProperties } from '../shared/product.js';

const CARD = 'kf-product-card';

const ATTRIBUTES: Record<keyof ProductProperties, string> = {
  productId: 'product-id',
  shopAppId: 'shop-app-id',
  imgUrl: 'img-url',
  productTitle: 'product-title',
  sellingPrice: 'selling-price',
  shopImgUrl: 'shop-img-url',
  shopNickname: 'shop-nickname',
};

/** A card, or what will be one; under a tag of the page's own it is known by its message. */
type Card = Element & { message?: { channelsShopProduct?: unknown }; addController?: ReactiveElement['addController'] };

/** The product of a card. Before it is defined, its attributes say it. */
function cardProduct(card: Card): ProductFields {
  if (card.message) return copyOf(card.message.channelsShopProduct);
  const read = Object.entries(ATTRIBUTES).map(([name, attribute]) => [name, card.getAttribute(attribute)] as const);
  return productOf(Object.fromEntries(read));
}

const isCard = (child: Card): boolean => child.localName === CARD || productIdIn(child.message) !== '';

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The products of the cards inside the list, in their order; null where there are none. */
export class CardProducts implements ReactiveController {
  products: ProductFields[] | null = null;
  private readonly observer = new MutationObserver(() => this.read());
  /** The cards that tell of each of their updates: a property leaves no trace in the DOM. */
  private readonly followed = new WeakSet<Card>();
  private isToBeRead = false;

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.observer.observe(this.host, { childList: true, subtree: true, attributeFilter: Object.values(ATTRIBUTES) });
    this.read();
    void customElements.whenDefined(CARD).then(() => this.read());
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }

  /** Reads them again. */
  readonly read = (): void => {
    const cards = Array.from(this.host.children).filter(isCard);
    for (const card of cards) this.follow(card);
    const products = cards.length ? cards.map(cardProduct) : null;
    if (isSame(products, this.products)) return;
    this.products = products;
    this.host.requestUpdate();
  };

  private follow(card: Card): void {
    if (!card.addController || this.followed.has(card)) return;
    this.followed.add(card);
    card.addController({ hostUpdated: this.readSoon });
  }

  /** Once for all cards that update together. */
  private readonly readSoon = (): void => {
    if (this.isToBeRead) return;
    this.isToBeRead = true;
    void Promise.resolve().then(() => {
      this.isToBeRead = false;
      this.read();
    });
  };
}
