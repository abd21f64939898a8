import type { Issue } from '../../core/issue.js';
import type { ChannelsShopProduct, ProductMessage } from '../../core/message.js';
import { validate } from '../../core/validate.js';
import { copyOf, textOf } from '../product-card/product-of.js';

/** A product of the list, read once. */
export interface Entry {
  readonly product: ChannelsShopProduct;
  readonly id: string;
  readonly title: string;
  /** Title and id as the search compares them. */
  readonly folded: string;
  /** Why it can't be sent; empty when it can. */
  readonly errors: readonly Issue[];
}

/** A piece of a title, and whether the search found it. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** Full width and case make no difference to a search. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The words of a search: a product has to have all of them. */
export const termsOf = (query: string): string[] => fold(query).split(/\s+/).filter(Boolean);

/** The message of a product. A fresh copy. */
export const messageOf = (product: ChannelsShopProduct): ProductMessage => ({
  msgtype: 'channels_shop_product',
  channelsShopProduct: { ...product },
});

function entryOf(given: unknown): Entry {
  const product = copyOf(given) as ChannelsShopProduct;
  const id = textOf(product.productId);
  const title = textOf(product.title);
  const { issues } = validate(messageOf(product));
  return {
    product,
    id,
    title,
    folded: fold(`${title}\n${id}`),
    errors: issues.filter(({ severity }) => severity === 'error'),
  };
}

/** Reads what the page gave; what is no product is one that can't be sent. */
export const catalogOf = (products: unknown): Entry[] => (Array.isArray(products) ? products.map(entryOf) : []);

/** Whether the search finds it, by title or by id. */
export const matches = ({ folded }: Entry, terms: readonly string[]): boolean =>
  terms.every(term => folded.includes(term));

/** The title, cut where the search found something. Where folding changes the length, the places are not known: one piece. */
export function piecesOf(title: string, terms: readonly string[]): Piece[] {
  const folded = fold(title);
  const marked = new Array<boolean>(title.length).fill(false);
  if (folded.length === title.length)
    for (const term of terms)
      for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length))
        marked.fill(true, at, at + term.length);
  const pieces: Piece[] = [];
  for (const [at, hit] of marked.entries()) {
    const last = pieces[pieces.length - 1];
    if (last && last.hit === hit) last.text += title[at];
    else pieces.push({ text: title[at] as string, hit });
  }
  return pieces;
}
