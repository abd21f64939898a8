import type { ReactiveElement } from 'lit';
import type { BridgeWatch } from '../shared/bridge-watch.js';
import { wordsOf } from '../shared/lang.js';
import { Deliveries } from './deliveries.js';
import { commandOf, placeOf } from './keys.js';
import { ListFocus } from './list-focus.js';
import { ListModel } from './list-model.js';
import { rangeOf, ROW } from './plan.js';
import type { Scroller } from './scroller.js';
import { STRIP, stripOf, TALL_STRIP, type Strip, type StripAction } from './strip.js';

/** With the last row, what is said below it comes into sight. */
const TAIL = 52;

/** What the user does with the list, and what follows from it. */
export class ListControls {
  readonly model = new ListModel();
  /** Addresses that could not be shown. */
  readonly broken = new Set<string>();
  readonly focus: ListFocus;
  readonly deliveries: Deliveries;
  /** The rows that are in the page. */
  range = { from: 0, to: 0 };
  /** Whether it has to be listed anew: because of a send, or altogether. */
  private stale: '' | 'sent' | 'all' = 'all';

  constructor(
    readonly host: ReactiveElement,
    readonly scroller: Scroller,
    readonly bridge: BridgeWatch,
  ) {
    this.focus = new ListFocus(host);
    this.deliveries = new Deliveries(host, bridge, () => (this.stale = this.stale || 'sent'));
  }

  /** The question below the asked row. */
  get strip(): Strip {
    const { row } = this.model;
    const { outcome } = this.deliveries.of(row ? row.entry.id : '');
    const { status } = this.bridge;
    const here = { whyNot: this.bridge.whyNot('channels_shop_product'), lost: !!(status && status.error) };
    return stripOf(outcome, here, wordsOf(this.host));
  }

  read(products: readonly unknown[] | null): void {
    this.model.read(products);
    this.stale = 'all';
  }

  /** Before rendering: whose list it is, what is listed, what of it is seen. */
  willUpdate(): void {
    const { model, scroller } = this;
    const change = this.deliveries.look();
    if (change === 'unsure' || change === 'other') model.close();
    if (change === 'other') scroller.jump(0);
    if (change !== 'none') this.stale = 'all';
    if (this.stale) this.list(change !== 'other');
    if (model.open.at >= 0) model.stripHeight = this.strip.tall ? TALL_STRIP : STRIP;
    this.focus.remember();
    this.range = this.window();
  }

  /** After rendering: the focus goes where it belongs. */
  updated(): void {
    this.focus.restore();
  }

  /** Whether scrolling has brought rows into sight that are not in the page. */
  windowMoved(): boolean {
    const { from, to } = this.window();
    return from !== this.range.from || to !== this.range.to;
  }

  readonly search = (query: string): void => {
    this.model.search(query);
    this.scroller.jump(0);
    this.stale = 'all';
    if (!query) this.focus.wish('search');
    this.host.requestUpdate();
  };

  readonly toggle = (): void => {
    this.model.showAll = !this.model.showAll;
    this.stale = 'all';
    this.host.requestUpdate();
  };

  readonly breaks = (source: string): void => {
    this.broken.add(source);
    this.host.requestUpdate();
  };

  /** A press on a row asks about it. */
  readonly press = (index: number): void => {
    if (index !== this.model.open.at) this.ask(index);
  };

  readonly act = (action: StripAction): void => {
    const { model, deliveries, bridge } = this;
    const { row } = model;
    if (!row) return;
    const { product, id } = row.entry;
    model.close();
    this.focus.wish('row');
    if (action === 'send') void deliveries.send(product);
    else if (action === 'dismiss') deliveries.dismiss(id);
    else if (action === 'arrived') deliveries.arrived(id);
    const { status } = bridge;
    if (status && (action === 'reconnect' || action === 'reconnectAndSend'))
      status.reconnect().then(
        () => {
          if (action === 'reconnectAndSend') void deliveries.send(product);
        },
        () => undefined, // the bridge tells it
      );
    this.host.requestUpdate();
  };

  readonly onFocusin = (event: Event): void => {
    const row = (event.target as Element).closest('article');
    const place = row ? Number(row.dataset.index) : -1;
    if (place < 0 || place === this.model.at) return;
    this.model.go(place);
    this.host.requestUpdate();
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(this.scroller.height / ROW) - 1);
    const command = commandOf(event, placeOf(event.target), page);
    if (command === null) return;
    if (command === 'type') return this.focus.toSearch();
    event.preventDefault();
    if (typeof command === 'number') this.move(command);
    else if (command === 'ask') this.ask(this.model.at);
    else if (command === 'close') this.act('close');
    else if (command === 'clear') this.search('');
    else if (command === 'rows') this.goTo(this.model.at);
    else if (command === 'search') this.focus.toSearch();
  };

  private move(step: number): void {
    const { at, plan } = this.model;
    if (step === -1 && at === 0) return this.focus.toSearch();
    this.model.close();
    this.goTo(Math.max(0, Math.min(at + step, plan.rows.length - 1)));
  }

  private goTo(place: number): void {
    if (place < 0) return;
    this.model.go(place);
    this.show();
    this.focus.wish('row');
    this.host.requestUpdate();
  }

  private ask(place: number): void {
    const { model } = this;
    model.go(place);
    const { row } = model;
    if (!row) return;
    const { errors, id } = row.entry;
    const sending = this.deliveries.of(id).outcome.phase === 'sending';
    model.close();
    if (!errors.length && !sending) {
      model.ask(this.strip.tall ? TALL_STRIP : STRIP);
      this.focus.wish('strip');
    } else this.focus.wish('row');
    this.show();
    this.host.requestUpdate();
  }

  /** Scrolls to the active row; its section's head comes with the first one. */
  private show(): void {
    const { model, scroller } = this;
    const { at, open, plan } = model;
    const top = at ? model.top(at) : 0;
    const below = at === plan.rows.length - 1 ? TAIL : 0;
    scroller.reveal(top, model.top(at) + ROW + below + (open.at === at ? open.height : 0));
  }

  /** Lists anew; what is seen stays where it is. */
  private list(keep: boolean): void {
    const { model, scroller } = this;
    const before = keep && scroller.top > 0 ? model.plan.rows[Math.floor(scroller.top / ROW)] : undefined;
    const top = before ? model.top(model.placeOf(before.key)) : 0;
    model.list(this.deliveries.recent, this.stale === 'all');
    this.stale = '';
    scroller.remeasure();
    const place = before ? model.placeOf(before.key) : -1;
    if (place >= 0 && model.top(place) !== top) scroller.jump(scroller.top + model.top(place) - top);
  }

  private window(): { from: number; to: number } {
    const { model, scroller } = this;
    return rangeOf(model.plan, model.open, scroller.top, scroller.height);
  }
}
