import { html, render } from 'lit';
import type { KfProductCard, KfSentEvent } from 'wecom-kf-elements';
import { simulateWeCom } from 'wecom-kf-elements/simulator.js';
import { language, say, speak, type Language } from './model/languages.js';
import { madeUp } from './model/made-up.js';
import { Mapping } from './model/mapping.js';
import { cardsView, listView, type Many } from './view/many.js';
import { mappingView } from './view/mapping.js';
import { pageTools } from './view/page.js';
import { onThemeChange } from './view/theme.js';
import 'wecom-kf-elements';
import 'wecom-kf-elements/kf-product-list.js';

simulateWeCom({ latency: 300 });
speak(language());

const root = document.createElement('div');
document.body.append(root);

const mapping = new Mapping();
let many: Many = { listed: madeUp(5000), cards: [], took: null, sent: '' };

function mount(): void {
  const start = performance.now();
  many = { ...many, cards: madeUp(1000) };
  draw();
  const last = [...root.querySelectorAll<KfProductCard>('.cards kf-product-card')].pop();
  void last?.updateComplete.then(() => {
    many = { ...many, took: Math.round(performance.now() - start) };
    draw();
  });
}

function told({ detail: { message } }: KfSentEvent): void {
  if (message.msgtype !== 'channels_shop_product') return;
  many = { ...many, sent: say('客户端收到：{title}', { title: message.channelsShopProduct.title }) };
  draw();
}

/** The products are made up anew in that language. */
function choose(chosen: Language): void {
  speak(chosen);
  many = { ...many, listed: madeUp(5000), cards: many.cards.length ? madeUp(1000) : [] };
  draw();
}

function draw(): void {
  document.title = say('很多商品 · 客服工具栏元素');
  render(
    html`<header class="top">
        <h1>${say('很多商品')}</h1>
        <p>${say('商品从微信小店来，卡片一张一张，列表一长串。这里的客户端是模拟的，商品是编的，什么都不会真的发出。')}</p>
        <a class="plain other" href="./">${say('回到演示')}</a>
        ${pageTools(choose)}
      </header>
      <main>
        <kf-bridge @kf-sent=${told}>
          ${mappingView(mapping, draw)}
          <div class="many">${listView(many)} ${cardsView(many)}</div>
        </kf-bridge>
      </main>`,
    root,
  );
}

onThemeChange(draw);
draw();
requestAnimationFrame(() => setTimeout(mount));
