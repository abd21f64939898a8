import type { ReactiveController, ReactiveElement } from 'lit';
import type { ChannelsShopProduct } from '../../core/message.js';
import { copyOf, productOf } from '../product-card/product-of.js';

const CARD = 'kf-product-card';

const ATTRIBUTES = {
  productId: 'product-id',
  shopAppId: 'shop-app-id',
  imgUrl: 'img-url',
  productTitle: 'product-title',
  sellingPrice: 'selling-price',
  shopImgUrl: 'shop-img-url',
  shopNickname: 'shop-nickname',
} as const;

/** A card, or what will be one; under a tag of the page's own it is known by its message. */
type Card = Element & { message?: { channelsShopProduct?: ChannelsShopProduct } };

/** The product of a card. Before it is defined, its attributes say it. */
function cardProduct(card: Card): Fields {
  if (card.message) return copyOf(card.message.channelsShopProduct) as Fields;
  const read = Object.entries(ATTRIBUTES).map(([name, attribute]) => [name, card.getAttribute(attribute)]);
  return productOf(Object.fromEntries(read) as Parameters<typeof productOf>[0]) as Fields;
}

const isCard = (child: Card): boolean =>
  child.localName === CARD || !!(child.message && child.message.channelsShopProduct);

type Fields = Readonly<Record<string, unknown>>;

const sameFields = (a: Fields, b: Fields): boolean => Object.keys({ ...a, ...b }).every(key => a[key] === b[key]);

const same = (a: Fields[] | null, b: Fields[] | null): boolean =>
  a && b ? a.length === b.length && a.every((product, index) => sameFields(product, b[index] as Fields)) : a === b;

/** The products of the cards inside the list, in their order; null where there are none. */
export class CardProducts implements ReactiveController {
  products: Fields[] | null = null;
  private readonly observer = new MutationObserver(() => this.read());

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
    const cards = (Array.from(this.host.children) as Card[]).filter(isCard);
    const products = cards.length ? cards.map(cardProduct) : null;
    if (same(products, this.products)) return;
    this.products = products;
    this.host.requestUpdate();
  };
}
