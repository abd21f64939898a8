import { expect, fixtureSync, html } from '@open-wc/testing';
import '../../src/kf-menu-composer.js';
import '../../src/kf-product-card.js';
import '../../src/kf-product-list.js';
import '../../src/locales/en.js';
import { setWords } from '../../src/locales/index.js';
import { hosts } from '../../src/locales/registry.js';
import { composer, ComposerPage, loneComposer } from '../support/composer-page.js';
import { eventually, type } from '../support/element-page.js';
import { product } from '../support/messages.js';

type Tag = 'kf-menu-composer' | 'kf-product-card' | 'kf-product-list';

const text = (root: ShadowRoot, selector: string): string => (root.querySelector(selector)?.textContent ?? '').trim();

/** A word that each element has on show, and how it is said. */
const SHOWN: Record<Tag, { read: (root: ShadowRoot) => string; zh: string; en: string }> = {
  'kf-menu-composer': { read: root => text(root, 'h2'), zh: '菜单消息', en: 'Menu' },
  'kf-product-card': { read: root => text(root, '[part~="send"]'), zh: '发送', en: 'Send' },
  'kf-product-list': {
    read: root => root.querySelector('input')?.placeholder ?? '',
    zh: '搜索商品名或 ID',
    en: 'Search by name or ID',
  },
};

function make(tag: Tag): HTMLElement {
  const element = document.createElement(tag);
  const { channelsShopProduct } = product();
  return Object.assign(element, { product: channelsShopProduct, products: [channelsShopProduct] });
}

const says = (element: HTMLElement, words: string): Promise<unknown> => {
  const read = (): string => SHOWN[element.localName as Tag].read(element.shadowRoot as ShadowRoot);
  return eventually(`${element.localName} says 「${words}」, not 「${read()}」`, () => read() === words);
};

const place = (lang?: string): HTMLElement => {
  const div = fixtureSync<HTMLElement>(html`<div></div>`);
  if (lang !== undefined) div.lang = lang;
  return div;
};

for (const tag of Object.keys(SHOWN) as Tag[])
  describe(`the language of <${tag}>`, () => {
    const { zh, en } = SHOWN[tag];
    let element: HTMLElement;
    beforeEach(() => (element = make(tag)));

    it('is the nearest one, and follows it', async () => {
      const outer = place('zh-CN');
      const inner = document.createElement('div');
      outer.append(inner);
      inner.append(element);
      await says(element, zh);

      outer.lang = 'en';
      await says(element, en);
      inner.lang = 'zh-Hans';
      await says(element, zh);
      element.lang = 'en-GB';
      await says(element, en);
      element.removeAttribute('lang');
      await says(element, zh);
    });

    it("is the page's, and follows it", async () => {
      const { lang } = document.documentElement;
      try {
        document.documentElement.lang = 'zh-CN';
        place().append(element);
        await says(element, zh);
        document.documentElement.lang = 'en';
        await says(element, en);
      } finally {
        document.documentElement.lang = lang;
      }
    });

    it("is the reader's where nobody says one, or says that it is not known", async () => {
      expect(navigator.language).to.match(/^en/);
      const near = place('zh-CN');
      near.append(element);
      await says(element, zh);
      near.lang = '';
      await says(element, en);
    });

    it('is followed through shadow trees', async () => {
      const [outer, middle] = [place('zh-CN'), document.createElement('div')];
      const [outerRoot, middleRoot] = [outer, middle].map(host => host.attachShadow({ mode: 'open' }));
      outerRoot?.append(middle);
      middleRoot?.append(element);
      await says(element, zh);

      outer.lang = 'en';
      await says(element, en);
      middle.lang = 'zh-CN';
      await says(element, zh);
      element.lang = 'en';
      await says(element, en);
    });

    it('is that of the part that it is moved to', async () => {
      const [here, there] = [place('zh-CN'), place('en')];
      here.append(element);
      await says(element, zh);
      there.append(element);
      await says(element, en);
      there.removeAttribute('lang');
      here.append(there);
      await says(element, zh);
    });

    it('has the words that a page gives it while it is on show', async () => {
      const key = { 'kf-menu-composer': 'menu', 'kf-product-card': 'send', 'kf-product-list': 'search' }[tag];
      const near = place('x-test');
      near.append(element);
      await says(element, zh);
      setWords('x-test', { [key]: 'Mine' });
      await says(element, 'Mine');
      near.lang = 'en';
      await says(element, en);
    });

    it('is nobody’s business once it is gone', async () => {
      const before = hosts.size;
      const near = place('zh-CN');
      near.append(element);
      await says(element, zh);
      expect(hosts.size).to.equal(before + 1);
      element.remove();
      expect(hosts.size).to.equal(before);
      near.lang = 'en';
      near.append(element);
      await says(element, en);
    });
  });

describe('a price from which on others are', () => {
  for (const tag of ['kf-product-card', 'kf-product-list'] as const)
    it(`is said in the order of the language: <${tag}>`, async () => {
      const outer = place('zh-CN');
      const element = make(tag);
      element.style.cssText = 'width: 320px; height: 400px';
      outer.append(element);
      const price = (): string => text(element.shadowRoot as ShadowRoot, '[part~="price"]').replace(/\s/g, '');
      await eventually('the Chinese price', () => price() === '¥8.00起');
      outer.lang = 'en';
      await eventually('the English price', () => price() === 'from¥8.00');
      outer.dir = 'rtl';
      const parts = Array.from((element.shadowRoot as ShadowRoot).querySelectorAll('[part~="price"] small'));
      const [from, currency] = parts.filter(part => part.textContent).map(part => part.getBoundingClientRect());
      expect(currency?.left).to.be.at.least((from?.right ?? NaN) + 3);
    });
});

describe('a change of the language', () => {
  it('leaves focus, selection and text where they are', async () => {
    const view = await composer();
    await view.add('回复');
    await type('满意');
    const box = view.root.activeElement as HTMLInputElement;
    box.setSelectionRange(1, 2);

    view.bridge.lang = 'en';
    await says(view.element, 'Menu');
    expect(view.focused).to.equal('Item 1, Reply, Text');
    expect(view.root.activeElement).to.equal(box);
    expect([box.value, box.selectionStart, box.selectionEnd]).to.deep.equal(['满意', 1, 2]);
    await view.press('Backspace');
    expect(view.element.value.list).to.deep.equal([{ type: 'click', click: { content: '满', id: '1' } }]);
  });

  it('leaves a word that is being composed alone', async () => {
    const view = await composer();
    const box = view.textbox(ComposerPage.HEAD);
    const writes: string[] = [];
    const native = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value') as PropertyDescriptor;
    box.focus();
    box.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true }));
    box.value = 'ni hao';
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true, data: 'ni hao' }));
    Object.defineProperty(box, 'value', {
      get: () => native.get?.call(box),
      set: (value: string) => writes.push(value),
    });

    view.bridge.lang = 'en';
    await says(view.element, 'Menu');
    expect(view.root.activeElement).to.equal(box);
    expect([native.get?.call(box), ...writes]).to.deep.equal(['ni hao']);
  });

  it('keeps a problem on show, in the other language', async () => {
    const view = await loneComposer();
    await view.add('链接');
    await view.press('Tab');
    await view.element.send().catch(() => undefined);
    await view.says(/^\d 处要改/);
    (view.element.parentElement as HTMLElement).lang = 'en';
    await view.says(/^Fix \d problems? Next: .+ is missing$/);
  });
});
