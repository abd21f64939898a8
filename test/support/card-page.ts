import { aTimeout, fixtureSync, html } from '@open-wc/testing';
import '../../src/kf-bridge.js';
import '../../src/kf-product-card.js';
import type { Host } from '../../src/hosts/index.js';
import type { KfBridge } from '../../src/kf-bridge.js';
import type { KfProductCard } from '../../src/kf-product-card.js';
import { ElementPage, eventually } from './element-page.js';
import { patience, tried } from './in-touch.js';

/** A picture of one pixel, as an address that a test can serve a card without a network. */
export const PIXEL = new URL('../fixtures/pixel.png', import.meta.url).href;

/** Safari 16.0 has no `checkVisibility`. */
const isVisible = (element: Element): boolean =>
  element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';

/** What the button says while it does nothing. */
const IDLE = ['发送中', '已发送', '不能发送'];

/** The card as a user meets it. */
export class CardPage extends ElementPage<KfProductCard> {
  /** When its button came to do something else. */
  private renewedAt = -Infinity;

  constructor(element: KfProductCard) {
    super(element);
    let before = '';
    const look = (): void => {
      const { action } = this;
      if (action === before) return;
      if (before && ![before, action].some(words => IDLE.includes(words))) this.renewedAt = performance.now();
      before = action;
    };
    look();
    new MutationObserver(look).observe(this.root, { subtree: true, childList: true, characterData: true });
  }

  /** What can be read in one of its parts. */
  part(name: string): string {
    const part = this.root.querySelector<HTMLElement>(`[part~="${name}"]`);
    return (part?.innerText ?? '').replace(/\s+/g, ' ').trim();
  }

  /** The price, without the space that the styles give it. */
  get price(): string {
    return this.part('price').replace(/\s/g, '');
  }

  /** The pictures that can be seen: the product's, then the shop's. */
  get pictures(): HTMLImageElement[] {
    return Array.from(this.root.querySelectorAll('img')).filter(picture => picture.src && isVisible(picture));
  }

  /** What its last button says, the one most people want; `''` where there is none. */
  get action(): string {
    return this.names('button').pop() ?? '';
  }

  /** A person reads a question before answering it, and what the button says now before pressing it. */
  async read(): Promise<void> {
    if (['没有，重发', '发给现在这位'].includes(this.action)) await aTimeout(1000);
    await eventually('a moment', () => performance.now() - this.renewedAt > 500);
  }

  async send(): Promise<void> {
    await this.read();
    await this.click(this.action);
  }

  /** Waits until the button says this. */
  async buttonSays(words: string): Promise<void> {
    await eventually(`a button 「${words}」`, () => this.action === words);
  }
}

/** A card inside a bridge that has connected, or failed to. */
export async function card(
  template = html`<kf-product-card></kf-product-card>`,
  { timeout, host = null, width = 280 }: { timeout?: number; host?: Host | null; width?: number } = {},
): Promise<CardPage> {
  const bridge = fixtureSync<KfBridge>(
    html`<kf-bridge lang="zh-CN" timeout=${patience()} .host=${host}
      ><div .style=${`width:${width}px`}>${template}</div></kf-bridge
    >`,
  );
  await tried(bridge, timeout);
  const view = new CardPage(bridge.querySelector('kf-product-card') as KfProductCard);
  await view.settled();
  return view;
}
