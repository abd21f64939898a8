import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { invalidArgument } from '../../core/error.js';
import type { ChannelsShopProduct } from '../../core/message.js';
import { isKnown } from '../../events/addressee.js';
import { emit } from '../../events/emit.js';
import type {} from '../../events/kf-load-more.js';
import type { Receipt } from '../../events/send-record.js';
import { twoLines, type Words } from '../../locales/words.js';
import { version } from '../../version.js';
import { baseStyles } from '../shared/look/base.styles.js';
import { define } from '../shared/define.js';
import type { EventFrom } from '../shared/listeners.js';
import { focusFirst } from '../shared/focus-first.js';
import { hintAtPage } from '../shared/hint.js';
import { icon } from '../shared/look/icons.js';
import { Language } from '../shared/lang.js';
import { getOnWithLibraries } from '../shared/page-libraries.js';
import { textOf } from '../shared/product.js';
import { rejected } from '../shared/sends/send-controller.js';
import { isDark, type Theme } from '../shared/look/theme.js';
import { CardProducts } from './card-products.js';
import { termsOf } from './catalog.js';
import { ListControls } from './list-controls.js';
import { HEAD, type SectionPlace } from './list-model.js';
import { productRow, styled, type RowView } from './row.js';
import { Scroller } from './scroller.js';
import { counted, failure, message, newsLine, retryButton, skeleton, tail, type ListError } from './states.js';
import { productListStyles } from './styles/product-list.styles.js';
import { rowStyles } from './styles/row.styles.js';
import { stripStyles } from './styles/strip.styles.js';

/** How near the end is near, in pixels: about three rows. */
const NEAR = 3 * 88;

/** Every minute, so that 「3 分钟前」 stays true. */
const TICK = 60_000;

/** Safari before 16.4 does not say `isComposing` of an `input`. */
type SearchEvent = EventFrom<HTMLInputElement, Event & { readonly isComposing?: boolean }>;

/** Something at its place in the list: a section's name, or a row. */
interface Item {
  readonly key: string;
  readonly content: TemplateResult;
}

/**
 * Finds one of many shop products by search and arrow keys, and sends it through the nearest `<kf-bridge>` after asking once. What
 * was sent to the customer stands on top. Give it a height; its default is what it needs, at most 560 px.
 *
 * @tag kf-product-list
 * @slot - `<kf-product-card>`s, as long as `products` is not set. They are not shown; their products are.
 * @fires {KfLoadMoreEvent} kf-load-more - The end is near: add more to `products`.
 * @fires {KfSendEvent} kf-send - The message is to be sent; cancelling it stops that.
 * @fires {KfSentEvent} kf-sent - It is out.
 * @fires {KfCancelEvent} kf-cancel - The user cancelled it in the client.
 * @fires {KfErrorEvent} kf-error - It was not sent, or nobody can tell.
 * @fires {KfLateEvent} kf-late - The client's answer, after the timeout.
 * @csspart root - All of it.
 * @csspart search - The line of the search.
 * @csspart clear - The button that empties the search field.
 * @csspart news - The line about a send whose row is not in sight.
 * @csspart look - The button in it that leads to the row (查看), or puts it away (知道了).
 * @csspart body - What scrolls.
 * @csspart rows - All headings and rows.
 * @csspart heading - The heading of a group.
 * @csspart row - One product, and how its send went.
 * @csspart idle - A state of `row`.
 * @csspart sending - A state of `row`.
 * @csspart sent - A state of `row`.
 * @csspart failed - A state of `row`.
 * @csspart image - A product's picture.
 * @csspart title - A product's title.
 * @csspart price - A product's price.
 * @csspart mark - What is known of a product's sends, or why it can't be sent.
 * @csspart confirm - The question below a row.
 * @csspart send - The button in the question that sends.
 * @csspart close - The button in the question that takes it back.
 * @csspart dismiss - The button in the question that lets the last send be (不发了).
 * @csspart arrived - The button in the question that says that it has arrived (已经有了).
 * @csspart repeat - The button in the question that sends once more (没有，重发).
 * @csspart reconnect - The button in the question that connects again.
 * @csspart send-to-found - The button in the question that sends to the one who is there now (发给现在这位).
 * @csspart fill - A state of the buttons in the question: what most people want.
 * @csspart plain - A state of the buttons in the question: anything else.
 * @csspart loading - The rows to be.
 * @csspart state - What stands where there are no rows.
 * @csspart retry - 再试一次 where there are no rows, or at the end.
 * @csspart end - What stands below the last row.
 * @csspart toggle - The button that shows products that can't be sent.
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
 * @cssprop [--kf-fill=#1a5fd6] - The send button; `#2c6bdc` in dark.
 * @cssprop [--kf-on-fill=#fff] - The text on the send button.
 * @cssprop [--kf-danger=#c8342b] - Errors, 删除; `#ff857a` in dark.
 * @cssprop [--kf-warn=#8a5700] - Warnings, what nobody knows, variables without a value; `#f5b95f` in dark.
 * @cssprop [--kf-ok=#0b7a46] - Done; `#4ccb88` in dark.
 */
export class KfProductList extends LitElement {
  static readonly version: string = version;
  static override styles = [baseStyles, productListStyles, rowStyles, stripStyles];

  static override properties: PropertyDeclarations = {
    products: { attribute: false },
    loading: { type: Boolean },
    complete: { type: Boolean },
    error: { converter: text => (text === null ? null : text || true) },
    heading: {},
    theme: {},
  };

  /** Registers the class, once for each tag name; a tag of your own gets a subclass. */
  static define(tagName = 'kf-product-list', registry: CustomElementRegistry = customElements): void {
    define(this, 'kf-product-list', tagName, registry);
  }

  /**
   * The products, in the page's order, read when another array is set; a longer one adds a page. Null (the default): those of the
   * cards inside.
   */
  products: ChannelsShopProduct[] | null = null;
  /** Products are on their way. Default: false. */
  loading = false;
  /** There are no more than these. Default: false. */
  complete = false;
  /** Why products could not be had: a text for users, a `KfError`, or `true`. Null (the default): nothing is wrong. */
  error: ListError = null;
  /** What the list is called, instead of 「全部商品」. */
  heading: string | null = null;
  /** `auto` (default) follows the client, else the system. */
  theme: Theme = 'auto';

  private source: unknown = null;
  /** Whether more was asked for since `products` changed. */
  private hasAskedForMore = false;
  private isComposing = false;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly cards = new CardProducts(this);
  private readonly language = new Language(this);
  private readonly scroller = new Scroller(this, () => this.onScroll());
  private readonly controls = new ListControls(this, this.scroller, this.language);

  constructor() {
    super();
    getOnWithLibraries(this);
  }

  /**
   * Sends the product with this id to the customer in the chat. While a send of it is under way, it is the same promise. Rejects with
   * a `KfError`: `invalid-argument` when it is not in the list, `invalid-message`, `bridge-absent`, or what the bridge says.
   */
  send(productId: string): Promise<Receipt> {
    this.readSource(); // what was set in this tick counts
    const { model, sends } = this.controls;
    const entry = model.entries.find(({ id }) => id === productId);
    if (!entry) return rejected(invalidArgument('send takes the productId of a product in the list'));
    return sends.controller.send({ message: entry.message, issues: entry.errors });
  }

  /** Focuses the search field, or the active row where there is none. */
  override focus(options?: FocusOptions): void {
    focusFirst(this, '.search input, .row[tabindex="0"]', options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    hintAtPage(this);
    this.controls.open();
    this.timer = setInterval(() => this.requestUpdate(), TICK);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
    this.controls.leave();
  }

  protected override willUpdate(): void {
    this.readSource();
    this.controls.willUpdate();
  }

  protected override updated(): void {
    this.controls.updated();
    this.loadMore();
  }

  protected override render(): TemplateResult {
    const { words } = this.language;
    const { model, sends, isNarrow, news, pointer, onKeydown, onNews } = this.controls;
    const { entries, query, plan } = model;
    const isSearchable = entries.length > 0 || query !== '' || this.loading;
    const isFound = plan.sections.some(({ name }) => name === 'found');
    return html`<div
      class="root ${isDark(this.theme) ? 'dark' : ''} ${isNarrow ? 'narrow' : ''}"
      part="root"
      @keydown=${onKeydown}
    >
      ${isSearchable ? this.renderSearch(words) : nothing}
      ${news ? newsLine(news, words, { onNews, onNewsDown: pointer.onPointerDown }) : nothing}
      <div class="body ${entries.length ? '' : 'still'}" part="body" @scroll=${this.scroller.onScroll}>
        ${entries.length ? [this.renderRows(words), this.renderTail(words)] : this.renderEmpty(words)}
      </div>
      <div class="sr" role="status">${isFound ? counted(words.found, plan.total) : ''}</div>
      <div class="sr" role="status">${sends.announce()}</div>
      <slot hidden @slotchange=${this.cards.read}></slot>
    </div>`;
  }

  private renderSearch(words: Words): TemplateResult {
    const { model, search } = this.controls;
    return html`<div class="search" part="search" role="search">
      ${icon('search')}
      <input
        type="search"
        .value=${model.query}
        placeholder=${words.search}
        aria-label=${words.search}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="search"
        @input=${this.onSearch}
        @compositionstart=${this.onSearch}
        @compositionend=${this.onSearch}
        @blur=${this.onSearch}
      />
      ${
        model.query
          ? html`<button class="clear" part="clear" aria-label=${words.clearSearch} @click=${() => search('')}>
              ${icon('close')}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** Where there is no product at all. */
  private renderEmpty(words: Words): TemplateResult {
    if (this.loading) return skeleton(words);
    if (this.error) return message(failure(this.error, words), retryButton(words, this.askForMore));
    return message(twoLines(words.noProducts, {}));
  }

  private renderRows(words: Words): TemplateResult | typeof nothing {
    const { model, onFocusin, pointer } = this.controls;
    const { scroller } = this;
    const query = model.query.trim();
    if (!model.plan.total) return query ? message(twoLines(words.notFound, { text: query })) : nothing;
    return html`<div
      class="rows"
      part="rows"
      role="feed"
      aria-busy=${this.loading}
      aria-label=${textOf(this.heading) || words.all}
      ${styled({ height: `${model.height * scroller.textScale}px` })}
      @focusin=${onFocusin}
      @pointerdown=${pointer.onPointerDown}
    >
      ${repeat(
        this.items(words),
        ({ key }) => key,
        ({ content }) => content,
      )}
    </div>`;
  }

  /** The rows that are seen with their sections' names, and the active row wherever it is: it has the focus, or will get it. */
  private items(words: Words): Item[] {
    const { model, sends, range, broken, onBroken, onPress, onAnswer, onAnswerDown, strip } = this.controls;
    const { rows, sections } = model.plan;
    const view: RowView = { words, broken, onBroken, onPress, onAnswer, onAnswerDown, terms: termsOf(model.query) };
    const places = Array.from({ length: Math.max(0, range.to - range.from) }, (_, index) => range.from + index);
    if (model.at >= 0 && !places.includes(model.at)) places.push(model.at);
    const items: Item[] = [];
    const { textScale } = this.scroller;
    for (const index of places.sort((a, b) => a - b)) {
      const row = rows[index];
      if (!row) continue;
      for (const section of sections)
        if (section.start === index)
          items.push({
            key: section.name,
            content: this.renderHead(section, (model.top(index) - HEAD) * textScale, words),
          });
      const facts = {
        row,
        index,
        total: rows.length,
        top: model.top(index) * textScale,
        isActive: index === model.at,
        sends: sends.of(row.entry, words),
        strip: index === model.open.at ? strip : null,
        addressee: sends.bridge.addressee,
      };
      items.push({ key: row.key, content: productRow(facts, view) });
    }
    return items;
  }

  private renderHead({ name, size }: SectionPlace, top: number, words: Words): TemplateResult {
    const { sends } = this.controls;
    const isCounted = name === 'all' || name === 'others';
    const titles = {
      recent: isKnown(sends.bridge.addressee) ? words.recent : words.recentUnknown,
      all: textOf(this.heading) || words.all,
      others: textOf(this.heading) || words.others,
      found: counted(words.found, size),
    };
    return html`<div class="head" part="heading" ${styled({ transform: `translateY(${top}px)` })}>
      <span>${titles[name]}</span>${isCounted ? html`<span>${counted(words.count, size)}</span>` : nothing}
    </div>`;
  }

  private renderTail(words: Words): TemplateResult {
    const { loading, complete, error } = this;
    const { model, toggle } = this.controls;
    const { plan, query, showAll } = model;
    const facts = {
      loading,
      complete,
      error,
      showAll,
      total: plan.total,
      incomplete: plan.incomplete,
      isSearching: !!query,
    };
    return tail(facts, words, { onRetry: this.askForMore, onToggle: toggle });
  }

  private readSource(): void {
    const source = this.products ?? this.cards.products;
    if (source === this.source) return;
    const { controls } = this;
    const wasEmpty = this.source !== null && !controls.model.entries.length;
    this.source = source;
    controls.read(source);
    // An empty answer to an empty list would ask for ever.
    if (!wasEmpty || controls.model.entries.length || source === null) this.hasAskedForMore = false;
  }

  private onScroll(): void {
    this.controls.onMeasured();
    this.loadMore();
  }

  /** While a word is being composed, nothing is searched: half a syllable finds nothing. */
  private readonly onSearch = (event: SearchEvent): void => {
    const { type, isComposing, target } = event;
    const { value } = target;
    const { controls } = this;
    this.isComposing = type === 'compositionstart' || (type === 'input' && (isComposing ?? this.isComposing));
    if (!this.isComposing && value !== controls.model.query) controls.search(value);
  };

  private loadMore(): void {
    const { loading, complete, error, scroller, controls } = this;
    if (!this.hasUpdated || !this.isConnected || this.source === null) return;
    if (loading || complete || error || this.hasAskedForMore) return;
    if (scroller.top + scroller.height >= controls.model.height - NEAR) this.askForMore();
  }

  private readonly askForMore = (): void => {
    this.hasAskedForMore = true;
    emit(this, 'kf-load-more', { query: this.controls.model.query });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kf-product-list': KfProductList;
  }
}
