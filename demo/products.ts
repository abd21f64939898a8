import { html, render } from 'lit';
import type { KfProductCard, KfSentEvent } from 'wecom-kf-elements';
import { simulateWeCom } from 'wecom-kf-elements/simulator.js';
import { madeUp } from './model/made-up.js';
import { Mapping } from './model/mapping.js';
import { cardsView, listView, type Many } from './view/many.js';
import { mappingView } from './view/mapping.js';
import { icon } from './view/icons.js';
import { onThemeChange, switchTheme, theme } from './view/theme.js';
import 'wecom-kf-elements';
import 'wecom-kf-elements/kf-product-list.js';

simulateWeCom({ latency: 300 });

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
  many = { ...many, sent: `客户端收到：${message.channelsShopProduct.title}` };
  draw();
}

function draw(): void {
  render(
    html`<header class="top">
        <h1>很多商品</h1>
        <p>商品从微信小店来，卡片一张一张，列表一长串。这里的客户端是模拟的，商品是编的，什么都不会真的发出。</p>
        <a class="plain" href="./">回到演示</a>
        <button class="plain square" aria-label=${theme() === 'dark' ? '浅色' : '深色'} @click=${switchTheme}>
          ${icon(theme() === 'dark' ? 'sun' : 'moon')}
        </button>
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
