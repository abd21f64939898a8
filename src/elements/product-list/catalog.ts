import type { Issue } from '../../core/issue.js';
import type { ProductMessage } from '../../core/message.js';
import { validate } from '../../core/validate.js';
import { copyOf, errorsOf, isPlainlyValid, messageOf, textOf } from '../shared/product.js';

/** More products than anybody finds one among; an array may be sparse and endless. */
const MAX_PRODUCTS = 100_000;

/** A product of the list, read once: a deep copy. */
export interface Entry {
  readonly message: ProductMessage;
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
  isFound: boolean;
}

/** Full width and case make no difference to a search. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The words of a search: a product has to have all of them. */
export const termsOf = (query: string): string[] => fold(query).split(/\s+/).filter(Boolean);

function entryOf(given: unknown): Entry {
  const product = copyOf(given);
  const message = messageOf(product);
  const id = textOf(product.productId);
  const title = textOf(product.title);
  return {
    message,
    id,
    title,
    folded: fold(`${title}\n${id}`),
    errors: isPlainlyValid(product) ? [] : errorsOf(validate(message).issues),
  };
}

/** An item of an array that may throw when it is read. */
function itemOf(list: readonly unknown[], index: number): unknown {
  try {
    return list[index];
  } catch {
    return null;
  }
}

/** Reads what the page gave, whatever it is; what is no product is one that can't be sent. */
export function catalogOf(products: unknown): Entry[] {
  try {
    if (!Array.isArray(products)) return [];
    const list: readonly unknown[] = products;
    return Array.from({ length: Math.min(list.length, MAX_PRODUCTS) }, (_, index) => entryOf(itemOf(list, index)));
  } catch {
    return []; // a revoked proxy
  }
}

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
  for (const [at, isFound] of marked.entries()) {
    const last = pieces[pieces.length - 1];
    if (last && last.isFound === isFound) last.text += title.charAt(at);
    else pieces.push({ text: title.charAt(at), isFound });
  }
  return pieces;
}
