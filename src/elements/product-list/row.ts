import { html, noChange, nothing, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { graphemes } from '../../core/bytes.js';
import type { Issue } from '../../core/issue.js';
import { isFen } from '../../core/price.js';
import { fill, type Words } from '../../locales/words.js';
import { icon, spinner } from '../shared/look/icons.js';
import { aroundPrice, imageSource, lackText, priceText } from '../shared/product.js';
import type { OnScreen } from '../shared/sends/send-controller.js';
import { piecesOf } from './catalog.js';
import type { Row } from './list-model.js';
import type { EntrySends } from './list-sends.js';
import { strip, type Strip, type StripListener } from './strip.js';

/** For how long a send of just now stands in green, in milliseconds. */
const FRESH = 60_000;
const MINUTE = 60_000;

type Style = Partial<Record<'height' | 'transform', string>>;

/** Writes through the CSSOM: a `style` attribute would not pass the page's content security policy. */
class StyledDirective extends Directive {
  private written: Style = {};

  render(style: Style): unknown {
    return style && noChange;
  }

  override update({ element }: ElementPart, [style]: [Style]): unknown {
    const { height, transform } = this.written;
    if (style.height !== height || style.transform !== transform) Object.assign((element as HTMLElement).style, style);
    this.written = style;
    return noChange;
  }
}

/** Places an element, or gives it a height: `<div ${styled({ height: '88px' })}>`. */
export const styled = directive(StyledDirective);

/** All that a row shows. */
interface RowFacts {
  readonly row: Row;
  /** Its place, of so many. */
  readonly index: number;
  readonly total: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly isActive: boolean;
  readonly sends: EntrySends;
  /** The question below it, if it is asked about. */
  readonly strip: Strip | null;
  /** Whose chat it is. */
  readonly addressee: string;
}

/** What all rows share. */
export interface RowView extends StripListener {
  readonly words: Words;
  readonly terms: readonly string[];
  /** Addresses that could not be shown. */
  readonly broken: ReadonlySet<string>;
  readonly onBroken: (source: string) => void;
  /** `isKey`: by a key or a screen reader, which has no pointer that goes down first. */
  readonly onPress: (key: string, isKey: boolean) => void;
}

/** When it was sent, as people say it: 「3 分钟前发过」, 「昨天 16:20 发过」. */
function whenText(at: number, now: number, words: Words): string {
  const minutes = Math.floor((now - at) / MINUTE);
  if (minutes < 1) return words.justNow;
  if (minutes < 60) return fill(words.minutesAgo, { n: minutes });
  const then = new Date(at);
  const today = new Date(now);
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  const time = then.toTimeString().slice(0, 5);
  if (then.toDateString() === today.toDateString()) return fill(words.today, { time });
  if (then.toDateString() === yesterday.toDateString()) return fill(words.yesterday, { time });
  return fill(words.onDay, { month: then.getMonth() + 1, day: then.getDate() });
}

const isJustSent = ({ record, state }: EntrySends): boolean =>
  state.name === 'sent' && performance.now() - (record?.endedAt ?? 0) < FRESH;

/** What stands at the right of a row. */
function mark(errors: readonly Issue[], sends: EntrySends, words: Words): TemplateResult {
  const { state, at } = sends;
  const say = (look: string, sign: unknown, text: string, more: unknown = nothing): TemplateResult =>
    html`<span class="mark ${look}" part="mark">${sign}<span class="cut">${text}</span>${more}</span>`;
  const next = (text: string): TemplateResult => html`<b class="next">${text}</b>`; // what a press on the row leads to
  if (errors.length) return say('', nothing, lackText(errors, words, { missing: 'lacking', wrong: 'because' }));
  switch (state.name) {
    case 'sending':
      return say('', spinner, words.sendingNow);
    case 'failed':
      return say('danger', icon('error'), state.title, next(words.retry));
    case 'unknown':
      return say('warn', icon('question'), words.unsure, next(words.review));
    case 'customer-changed':
      return say('danger', icon('error'), state.title, next(words.review));
    case 'stopped':
    case 'dry-run':
      return say('', icon('info'), state.title);
  }
  if (isJustSent(sends)) return say('ok', icon('check'), words.sentShort);
  if (at !== undefined) return say('', icon('check'), whenText(at, Date.now(), words));
  return html`<span class="mark go" part="mark"><kbd>${words.key}</kbd><b>${words.send}</b></span>`;
}

function price(fen: unknown, words: Words): TemplateResult {
  if (!isFen(fen)) return html`—`;
  const { before, after } = aroundPrice(words);
  const word = (text: string): unknown => (text ? html`<small class="from">${text}</small>` : nothing);
  return html`${word(before)} <small>¥</small>${priceText(fen)} ${word(after)}`;
}

function picture(url: unknown, title: string, { broken, onBroken }: RowView): TemplateResult | typeof nothing {
  const source = imageSource(url);
  if (source !== null && !broken.has(source))
    return html`<img
      src=${source}
      alt=""
      decoding="async"
      draggable="false"
      referrerpolicy="no-referrer"
      @error=${() => onBroken(source)}
    />`;
  return title ? html`<span class="tile" aria-hidden="true">${graphemes(title.slice(0, 50))[0]}</span>` : nothing;
}

/** How its send went, as a part of the row. */
function partOf({ record }: EntrySends): string {
  if (!record) return 'idle';
  if (record.phase === 'sent' || record.isConfirmed) return 'sent';
  return record.error ? 'failed' : 'sending';
}

/** One product, 88 px high, and the question below it while it is asked about. */
export function productRow(facts: RowFacts, view: RowView): TemplateResult {
  const { row, index, sends, addressee } = facts;
  const { message, title, id, errors } = row.entry;
  const { channelsShopProduct: product } = message;
  const { words } = view;
  const onScreen: OnScreen = { message, issues: errors, record: sends.record, addressee };
  return html`<article
    class="row ${facts.strip ? 'asked' : ''} ${errors.length ? 'stuck' : ''}"
    part="row ${partOf(sends)}"
    role="article"
    tabindex=${facts.isActive ? 0 : -1}
    aria-posinset=${index + 1}
    aria-setsize=${facts.total}
    aria-labelledby="t${index}"
    aria-describedby="p${index} m${index}"
    data-index=${index}
    ${styled({ transform: `translateY(${facts.top}px)` })}
  >
    <div class="main" @click=${({ detail }: MouseEvent) => view.onPress(row.key, !detail)}>
      <div class="thumb" part="image">${picture(product.imgUrl, title, view)}</div>
      <div class="facts">
        <p class="title" part="title" id="t${index}">
          ${
            title
              ? piecesOf(title, view.terms).map(({ text, isFound }) => (isFound ? html`<mark>${text}</mark>` : text))
              : id || words.channels_shop_product
          }
        </p>
        <div class="line">
          <p class="price ${isFen(product.sellingPrice) ? '' : 'none'}" part="price" id="p${index}">
            ${price(product.sellingPrice, words)}
          </p>
          <div class="right" id="m${index}">${mark(errors, sends, words)}</div>
        </div>
      </div>
    </div>
    ${facts.strip ? strip(facts.strip, onScreen, view) : nothing}
  </article>`;
}
