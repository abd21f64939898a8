import { expect } from '@open-wc/testing';
import type { setWords as SetWords } from '../../src/locales/index.js';
import { eventually } from '../support/element-page.js';
import { closeFrames, importInto, load, loadModule, openFrame, type Frame } from '../support/frame.js';

const CLASSIC = '/dist/kf-elements.global.js';
const SINGLE = '/dist/kf-elements.js';
const ENGLISH = '/dist/locales/en.global.js';
const TAIWAN = '/dist/locales/zh-tw.global.js';

const MENU = '<kf-menu-composer></kf-menu-composer>';
const PRODUCTS = '<kf-product-list loading></kf-product-list>';

/** Waits until an element of the page says these words, anywhere. */
const says = ({ document }: Frame, tag: string, words: string): Promise<unknown> =>
  eventually(`<${tag}> says 「${words}」`, () => {
    const { shadowRoot } = document.querySelector(tag) as Element;
    const placeholder = shadowRoot?.querySelector('input')?.placeholder ?? '';
    return `${shadowRoot?.textContent ?? ''} ${placeholder}`.includes(words);
  });

const setWordsOf = ({ window }: Frame): typeof SetWords =>
  (window as unknown as { KfElements: { setWords: typeof SetWords } }).KfElements.setWords;

describe('a further language', () => {
  let frame: Frame;
  beforeEach(async () => {
    frame = await openFrame(`<div lang="en">${MENU}${PRODUCTS}</div>`);
  });
  afterEach(() => {
    expect(frame.errors).to.deep.equal([]);
    closeFrames();
  });

  for (const [name, elements] of [
    ['the classic script', CLASSIC],
    ['the single module', SINGLE],
    ['the main entry', '/dist/index.js'],
  ] as const) {
    const ours = (): Promise<void> => (elements.endsWith('global.js') ? load : loadModule)(frame, elements);

    it(`is there when it comes before ${name}`, async () => {
      await load(frame, ENGLISH);
      await ours();
      await says(frame, 'kf-menu-composer', 'Menu');
    });

    it(`is there when it comes after ${name}`, async () => {
      await ours();
      await says(frame, 'kf-menu-composer', '菜单消息');
      await load(frame, ENGLISH);
      await says(frame, 'kf-menu-composer', 'Menu');
    });
  }

  it('is there when it comes as a module, for a classic script', async () => {
    await load(frame, CLASSIC);
    await importInto(frame, '/dist/locales/en.js');
    await says(frame, 'kf-menu-composer', 'Menu');
  });

  it('is one for all copies of the package, and shows in every element', async () => {
    await load(frame, CLASSIC);
    await loadModule(frame, SINGLE);
    await says(frame, 'kf-product-list', '搜索商品名或 ID');
    await load(frame, ENGLISH);
    await says(frame, 'kf-menu-composer', 'Menu');
    await says(frame, 'kf-product-list', 'Search by name or ID');
  });

  it('does not come over what the page has said before', async () => {
    await load(frame, CLASSIC);
    setWordsOf(frame)('en', { menu: 'My menu', 'head_content.empty': 'Above' });
    await says(frame, 'kf-menu-composer', 'My menu');
    await load(frame, ENGLISH);
    await says(frame, 'kf-menu-composer', 'Opening text');
    expect(frame.document.querySelector('kf-menu-composer')?.shadowRoot?.querySelector('h2')?.textContent).to.equal(
      'My menu',
    );
  });

  it('has the words that another copy is told', async () => {
    await load(frame, CLASSIC);
    const { setWords } = (await importInto(frame, SINGLE)) as { setWords: typeof SetWords };
    setWords('en', { search: 'Find' });
    await says(frame, 'kf-product-list', 'Find');
  });

  it('is one of several', async () => {
    for (const script of [TAIWAN, CLASSIC, ENGLISH]) await load(frame, script);
    await says(frame, 'kf-menu-composer', 'Menu');
    (frame.document.querySelector('div') as HTMLElement).lang = 'zh-HK';
    await says(frame, 'kf-menu-composer', '選單訊息');
  });

  it('comes with nothing but its words', async () => {
    const module = await importInto(frame, '/dist/locales/en.js');
    expect(Object.keys(module)).to.deep.equal(['version']);
    expect(frame.window.customElements.get('kf-menu-composer')).to.equal(undefined);
  });

  it('puts up with a page where somebody else keeps words in the same place', async () => {
    // as a later version may leave it: more of everything
    const later = { tables: { en: { menu: 'Later', 'not.ours': 'x' } }, hosts: new Set(), more: true };
    Object.assign(frame.window, { [Symbol.for('wecom-kf-elements.words')]: later });
    await load(frame, CLASSIC);
    await load(frame, ENGLISH);
    await says(frame, 'kf-menu-composer', 'Later');
    await says(frame, 'kf-menu-composer', 'Opening text');
  });
});
