import { aTimeout, fixtureSync, html } from '@open-wc/testing';
import '../../../src/kf-bridge.js';
import '../../../src/kf-product-list.js';
import type { ChannelsShopProduct } from '../../../src/core/index.js';
import { SENT_KEY } from '../../../src/elements/shared/sends/sent-log.js';
import type { Host } from '../../../src/hosts/index.js';
import type { KfBridge } from '../../../src/kf-bridge.js';
import type { KfProductList } from '../../../src/kf-product-list.js';
import { clickOn, ElementPage, eventually, type Role } from '../../support/element-page.js';
import { patience, tried } from '../../support/in-touch.js';
import { product } from '../../support/messages.js';

const squeeze = (text: string | null | undefined): string => (text || '').replace(/\s+/g, ' ').trim();

/** A list measures with the next frame, or after so many milliseconds where there are no frames. */
const LATEST_MEASURE = 100;

/** A picture without a network. */
export const PIXEL = new URL('../../../demo/images/shop.svg', import.meta.url).href;

const TITLES = ['手工黄油曲奇礼盒', '明前龙井', '钛杯 420ml', '深烘咖啡豆', '帆布托特包', '棉袜三双装', '薰衣草手工皂'];

/** One product of a shop; each number has its own. */
export const nth = (index: number, changes: Partial<ChannelsShopProduct> = {}): ChannelsShopProduct => ({
  ...product().channelsShopProduct,
  productId: `${10000226806000 + index}`,
  title: index < TITLES.length ? (TITLES[index] as string) : `商品 ${index}`,
  imgUrl: PIXEL,
  ...changes,
});

export const shop = (count: number): ChannelsShopProduct[] => Array.from({ length: count }, (_, index) => nth(index));

/** The list as an agent meets it. */
export class ListPage extends ElementPage<KfProductList> {
  constructor(
    element: KfProductList,
    readonly bridge: KfBridge | null,
  ) {
    super(element);
  }

  /** The rows that are in the page, from top to bottom. */
  get rows(): HTMLElement[] {
    return Array.from(this.root.querySelectorAll<HTMLElement>('[role="feed"] > [role="article"]'));
  }

  get titles(): string[] {
    return this.rows.map(row => squeeze(row.querySelector('[part="title"]')?.textContent));
  }

  get headings(): string[] {
    return Array.from(this.root.querySelectorAll('[part="heading"]'), ({ children }) =>
      Array.from(children, child => squeeze(child.textContent)).join(' · '),
    );
  }

  /** The products of one section. */
  section(name: string): string[] {
    const titles: string[] = [];
    let inside = false;
    for (const child of this.root.querySelectorAll('[role="feed"] > *'))
      if (child.getAttribute('part') === 'heading') inside = squeeze(child.textContent).startsWith(name);
      else if (inside) titles.push(squeeze(child.querySelector('[part="title"]')?.textContent));
    return titles;
  }

  get body(): HTMLElement {
    return this.root.querySelector('[part="body"]') as HTMLElement;
  }

  get searchField(): HTMLInputElement {
    return this.root.querySelector('input') as HTMLInputElement;
  }

  /** What stands where there are no rows, or below them. */
  text(part: string): string {
    return squeeze(this.root.querySelector(`[part~="${part}"]`)?.textContent);
  }

  /** The row of this product. */
  row(title: string): HTMLElement {
    const found = this.rows.filter(row => squeeze(row.querySelector('[part="title"]')?.textContent).includes(title));
    const row = found.pop();
    if (!row) throw new Error(`no row 「${title}」 among ${this.titles.join(' | ')}`);
    return row;
  }

  mark(title: string): string {
    return squeeze(this.row(title).querySelector('[part="mark"]')?.textContent);
  }

  marked(title: string, words: string | RegExp): Promise<unknown> {
    return eventually(`${title}: ${String(words)}`, () => this.mark(title).search(words) >= 0);
  }

  /** The title of the row that has the focus, or that holds it. */
  get focusedRow(): string {
    return squeeze(this.root.activeElement?.closest('article')?.querySelector('[part="title"]')?.textContent);
  }

  async pressOn(title: string): Promise<void> {
    await clickOn(this.row(title).querySelector('[part="title"]') as Element);
    await this.settled();
  }

  /** A person reads a question before answering it. */
  read(): Promise<void> {
    return aTimeout(1000);
  }

  override async click(name: string, role: Role = 'button'): Promise<void> {
    if (['已经有了', '没有，重发', '发给现在这位', '不发了'].includes(name)) await this.read();
    return super.click(name, role);
  }

  /** Asks, and answers yes. */
  async send(title: string): Promise<void> {
    await this.pressOn(title);
    await this.click('发送');
  }

  /** Out of the page and back. */
  async reopen(): Promise<void> {
    const { element } = this;
    const place = element.parentElement as Element;
    element.remove();
    place.append(element);
    await this.settled();
  }

  /** Where in the list's window the rows are, by their titles. */
  get places(): Record<string, number> {
    const { top } = this.body.getBoundingClientRect();
    return Object.fromEntries(
      this.rows.map((row, index) => [this.titles[index], row.getBoundingClientRect().top - top]),
    );
  }

  async scrollTo(top: number): Promise<void> {
    this.body.scrollTop = top;
    this.body.dispatchEvent(new Event('scroll')); // a test page behind another one gets neither this nor frames
    await aTimeout(LATEST_MEASURE + 50); // timers end in the order of their times, however busy the machine is
    await this.settled();
  }
}

/** Nothing was ever sent from this browser. */
export const forgetSent = (): void => localStorage.removeItem(SENT_KEY);

/** A list inside a bridge that has connected, or failed to. */
export async function list(
  properties: Partial<KfProductList> = {},
  content = html``,
  { timeout, host = null }: { timeout?: number; host?: Host | null } = {},
): Promise<ListPage> {
  const bridge = fixtureSync<KfBridge>(
    html`<kf-bridge lang="zh-CN" timeout=${patience()} .host=${host}
      ><div .style=${'width:400px'}><kf-product-list>${content}</kf-product-list></div></kf-bridge
    >`,
  );
  const element = bridge.querySelector('kf-product-list') as KfProductList;
  Object.assign(element, properties);
  await tried(bridge, timeout);
  const view = new ListPage(element, bridge);
  await view.settled();
  return view;
}
