import { html, nothing, type TemplateResult } from 'lit';
import { graphemes } from '../../core/bytes.js';
import { isFen } from '../../core/price.js';
import type { Words } from '../../locales/words.js';
import { imageSource, priceText } from '../product-card/product-of.js';
import { piecesOf } from './catalog.js';
import { mark, type Sent } from './mark.js';
import type { Row } from './plan.js';
import { strip, type Strip, type StripAction } from './strip.js';
import { styled } from './styled.js';

/** All that a row shows. */
export interface RowFacts {
  row: Row;
  /** Its place, of so many. */
  index: number;
  total: number;
  top: number;
  active: boolean;
  /** The question below it, if it is asked about. */
  asked: Strip | null;
  sent: Sent;
}

/** What all rows share. */
export interface RowView {
  words: Words;
  terms: readonly string[];
  /** Addresses that could not be shown. */
  broken: ReadonlySet<string>;
  breaks: (source: string) => void;
  press: (index: number) => void;
  act: (action: StripAction) => void;
}

const price = (fen: unknown, { words }: RowView): TemplateResult =>
  isFen(fen) ? html`<small>¥</small>${priceText(fen)} <small class="from">${words.priceFrom}</small>` : html`—`;

function picture(url: unknown, title: string, { broken, breaks }: RowView): TemplateResult | typeof nothing {
  const source = imageSource(url);
  if (source && !broken.has(source))
    return html`<img
      src=${source}
      alt=""
      decoding="async"
      draggable="false"
      referrerpolicy="no-referrer"
      @error=${() => breaks(source)}
    />`;
  return title ? html`<span class="tile" aria-hidden="true">${graphemes(title.slice(0, 50))[0]}</span>` : nothing;
}

/** One product, 88 px high, and the question below it while it is asked about. */
export function productRow(facts: RowFacts, view: RowView): TemplateResult {
  const { row, index, asked, sent } = facts;
  const { product, title, id, errors } = row.entry;
  return html`<article
    class="row ${asked ? 'asked' : ''} ${errors.length ? 'stuck' : ''}"
    part="row ${sent.outcome.phase}"
    role="article"
    tabindex=${facts.active ? 0 : -1}
    aria-posinset=${index + 1}
    aria-setsize=${facts.total}
    aria-labelledby="t${index}"
    aria-describedby="p${index} m${index}"
    data-index=${index}
    ${styled({ transform: `translateY(${facts.top}px)` })}
  >
    <div class="main" @click=${() => view.press(index)}>
      <div class="thumb" part="image">${picture(product.imgUrl, title, view)}</div>
      <div class="facts">
        <p class="title" part="title" id="t${index}">
          ${
            title
              ? piecesOf(title, view.terms).map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text))
              : id || view.words.channels_shop_product
          }
        </p>
        <div class="line">
          <p class="price ${isFen(product.sellingPrice) ? '' : 'none'}" part="price" id="p${index}">
            ${price(product.sellingPrice, view)}
          </p>
          <div class="right" id="m${index}">${mark(errors, sent, view.words)}</div>
        </div>
      </div>
    </div>
    ${asked ? strip(asked, view.act) : nothing}
  </article>`;
}
