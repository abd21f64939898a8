import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { ChannelsShopProduct } from 'wecom-kf-elements/core.js';
import { language, say } from '../model/languages.js';
import { theme } from './theme.js';

export interface Many {
  readonly listed: ChannelsShopProduct[];
  /** Empty until the rest of the page stands. */
  readonly cards: readonly ChannelsShopProduct[];
  /** How long the cards took, in milliseconds; null while nobody knows. */
  readonly took: number | null;
}

const number = (n: number): string => new Intl.NumberFormat(language()).format(n);

/** A long list from which one is picked. */
export const listView = ({ listed }: Many, sent: string): TemplateResult =>
  html`<section aria-labelledby="list">
    <div class="head">
      <h2 id="list"><span class="step">2</span>${say('{n} 件里挑一件：搜、方向键、Enter', { n: number(listed.length) })}</h2>
    </div>
    <kf-product-list class="card" complete theme=${theme()} .products=${listed}></kf-product-list>
    <p class="note" role="status">${sent}</p>
  </section>`;

/** As many cards as no page has. They are drawn anew only where they change. */
export const cardsView = ({ cards, took }: Many): TemplateResult =>
  html`<section aria-labelledby="cards">
    <div class="head">
      <h2 id="cards"><span class="step">3</span>${say('{n} 张卡片', { n: number(1000) })}</h2>
      <span role="status">${took === null ? '' : say('脚本用了 {n} 毫秒', { n: number(took) })}</span>
    </div>
    <div class="cards">
      ${guard([cards, theme()], () =>
        cards.map(product => html`<kf-product-card theme=${theme()} .product=${product}></kf-product-card>`),
      )}
    </div>
  </section>`;
