import { html, type TemplateResult } from 'lit';
import { say } from '../model/languages.js';
import type { Mapping } from '../model/mapping.js';
import { theme } from './theme.js';

type Answer = 'product' | 'shop' | 'shopAppId';

/** From the shop's answers to a card and what is to say about it. */
export function mappingView(mapping: Mapping, changed: () => void): TemplateResult {
  const { product, remarks } = mapping.result;
  const edit = (which: Answer) => (event: Event) => {
    mapping[which] = (event.target as HTMLInputElement).value;
    changed();
  };
  const answer = (which: Answer, label: string, rows: number): TemplateResult =>
    html`<label class="answer card"
      ><span>${label}</span
      ><textarea rows=${rows} spellcheck="false" autocomplete="off" .value=${mapping[which]} @input=${edit(which)}></textarea>
    </label>`;
  return html`<section aria-labelledby="mapping">
    <div class="head"><h2 id="mapping"><span class="step">1</span>${say('从微信小店的接口到卡片：改一改 JSON')}</h2></div>
    <div class="mapping">
      <div class="answers">
        ${answer('product', say('「获取商品」的回答'), 18)} ${answer('shop', say('「获取店铺基本信息」的回答'), 10)}
        <label class="answer line card"
          ><span>${say('小店 ID（问接口的那个 AppID，回答里没有）')}</span
          ><input spellcheck="false" autocomplete="off" .value=${mapping.shopAppId} @input=${edit('shopAppId')}
        /></label>
      </div>
      <div class="made">
        <kf-product-card theme=${theme()} ?hidden=${!product} .product=${product}></kf-product-card>
        <div role="status" aria-label=${say('提醒')}>
          <ul class="remarks">
          ${
            remarks.length
              ? remarks.map(({ text, severity }) => html`<li class=${severity}>${text}</li>`)
              : html`<li>${say('没有要提醒的，可以发送')}</li>`
          }
        </ul>
        </div>
        <pre class="card code"><code>const { product, issues } =
  <b>productFromShopApi</b>(
    ${say('回答一')}, ${say('回答二')}, { shopAppId });
card.product = product;</code></pre>
      </div>
    </div>
  </section>`;
}
