import { html, render } from 'lit';
import type { KfProductCard } from 'wecom-kf-elements';
import { language, say, speak, type Language } from './model/languages.js';
import { madeUp } from './model/made-up.js';
import { Mapping } from './model/mapping.js';
import type { OutcomeEvent } from './model/report.js';
import { Sends } from './model/sends.js';
import { cardsView, listView, type Many } from './view/many.js';
import { mappingView } from './view/mapping.js';
import { pageTools } from './view/page.js';
import { outcomeSelect } from './view/scenarios.js';
import { onThemeChange } from './view/theme.js';
import 'wecom-kf-elements';
import 'wecom-kf-elements/kf-product-list.js';

speak(language());

const root = document.createElement('div');
document.body.append(root);

const sends = new Sends(draw);
const mapping = new Mapping();
let many: Many = { listed: madeUp(5000), cards: [], took: null };

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

/** The products are made up anew in that language. */
function choose(chosen: Language): void {
  speak(chosen);
  mapping.translate();
  many = { ...many, listed: madeUp(5000), cards: many.cards.length ? madeUp(1000) : [] };
  draw();
}

function draw(): void {
  const tell = (event: OutcomeEvent): void => sends.tell(event);
  document.title = say('很多商品 · 客服工具栏元素');
  render(
    html`<header class="top">
        <h1>${say('很多商品')}</h1>
        <p>${say('商品从微信小店来，卡片一张一张，列表一长串。这里的客户端是模拟的，商品是编的，什么都不会真的发出。')}</p>
        <a class="plain other" href="./">${say('回到演示')}</a>
        ${pageTools(choose)}
      </header>
      <main>
        <kf-bridge @kf-sent=${tell} @kf-cancel=${tell} @kf-error=${tell} @kf-late=${tell}>
          ${mappingView(mapping, draw)} ${outcomeSelect(sends)}
          <div class="many">${listView(many, sends.got)} ${cardsView(many)}</div>
        </kf-bridge>
      </main>`,
    root,
  );
}

onThemeChange(draw);
draw();
requestAnimationFrame(() => setTimeout(mount));
