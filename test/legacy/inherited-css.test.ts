import { expect, fixtureSync, html } from '@open-wc/testing';
import '../../src/index.js';
import { product } from '../support/messages.js';

/** What pages set on their body, or around us, and every element below inherits. */
const INHERITED: Readonly<Record<string, string>> = {
  '-webkit-text-fill-color': 'rgb(255, 0, 0)',
  cursor: 'wait',
  'font-family': 'monospace',
  'font-size': '30px',
  'font-stretch': 'condensed',
  'font-style': 'italic',
  'font-weight': '700',
  hyphens: 'none',
  'letter-spacing': '3px',
  'line-break': 'anywhere',
  'line-height': '2.5',
  'overflow-wrap': 'anywhere',
  'text-align': 'center',
  'text-indent': '20px',
  'text-shadow': 'rgb(0, 0, 0) 1px 1px 2px',
  'text-transform': 'uppercase',
  'text-wrap': 'balance',
  'white-space': 'pre',
  'word-break': 'break-all',
  'word-spacing': '12px',
  color: 'rgb(0, 128, 0)',
};

/** The host itself is the page's: what it passes on to its own box shows nowhere. */
const ELEMENTS = {
  'kf-menu-composer': html`<kf-menu-composer
    preview="side"
    value='{"head_content":"Hello  there","list":[{"type":"click","click":{"id":"1","content":"Yes please"}}]}'
  ></kf-menu-composer>`,
  'kf-product-card': html`<kf-product-card .product=${product().channelsShopProduct}></kf-product-card>`,
  'kf-product-list': html`<kf-product-list .products=${[product().channelsShopProduct]} complete></kf-product-list>`,
};

/** All that the engine has computed for each thing inside of an element, by its place. */
async function looksInside(tag: keyof typeof ELEMENTS, around: Readonly<Record<string, string>>): Promise<string[]> {
  const page = fixtureSync<HTMLElement>(html`<div lang="zh-CN">${ELEMENTS[tag]}</div>`);
  page.style.width = '700px';
  for (const [name, value] of Object.entries(around)) page.style.setProperty(name, value);
  const element = page.querySelector(tag)!;
  for (let frames = 0; frames < 4; frames++) {
    await element.updateComplete;
    await new Promise(requestAnimationFrame);
  } // its width, and what is in view, are known by now
  const looks = Array.from(element.shadowRoot!.querySelectorAll(':not(style)')).flatMap((inner, at) =>
    ['', '::before', '::after', '::placeholder'].flatMap(pseudo => {
      const style = getComputedStyle(inner, pseudo || null);
      if (pseudo && style.content === 'none' && pseudo !== '::placeholder') return [];
      return Array.from(
        style,
        name =>
          `${at} ${inner.localName}.${inner.getAttribute('class') ?? ''}${pseudo} ${name}: ${style.getPropertyValue(name)}`,
      );
    }),
  );
  page.remove();
  return looks;
}

describe('CSS that a page sets around an element', () => {
  for (const tag of Object.keys(ELEMENTS) as (keyof typeof ELEMENTS)[])
    it(`changes nothing inside of <${tag}>`, async () => {
      let changed = ['nothing was looked at'];
      // Pictures come, or fail to, when they do: a look may fall between.
      for (let looks = 0; looks < 10 && changed.length; looks++) {
        const plain = await looksInside(tag, {});
        const inherited = new Set(await looksInside(tag, INHERITED));
        expect(plain.length).to.be.above(1000);
        changed = plain.filter(line => !inherited.has(line));
      }
      expect(changed).to.deep.equal([]);
    });

  it('would: each of these is inherited by an ordinary element', () => {
    for (const [name, value] of Object.entries(INHERITED)) {
      if (!CSS.supports(name, value)) continue;
      const page = fixtureSync<HTMLElement>(html`<div><p></p></div>`);
      page.style.setProperty(name, value);
      const inner = getComputedStyle(page.querySelector('p')!).getPropertyValue(name);
      const own = getComputedStyle(fixtureSync<HTMLElement>(html`<p></p>`)).getPropertyValue(name);
      expect(inner, name).not.to.equal(own);
    }
  });
});
