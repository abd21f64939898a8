import { expect, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../../../src/kf-product-card.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { composerThatIs } from '../../../support/composer-states.js';
import { skipIn } from '../../../support/engine.js';
import { click, menu } from '../../../support/messages.js';
import { list, shop } from '../../product-list/list-page.js';

const ENGINES = { firefox: 'its driver forces no colours', webkit: 'it knows no forced colours' };

const force = (value: 'active' | 'none'): Promise<unknown> =>
  executeServerCommand('media', [{ features: [{ name: 'forced-colors', value }] }]);

const shown = (root: ShadowRoot, selector: string): HTMLElement[] =>
  Array.from(root.querySelectorAll<HTMLElement>(selector)).filter(({ offsetParent }) => offsetParent !== null);

/** Icons that keep the colour that they would have without: an engine does not force what is drawn unless it is told to. */
const strangers = (root: ShadowRoot): string[] =>
  Array.from(root.querySelectorAll('.icon'))
    .filter(icon => {
      const { color, forcedColorAdjust } = getComputedStyle(icon) as CSSStyleDeclaration & {
        forcedColorAdjust: string;
      };
      return forcedColorAdjust !== 'auto' || color !== getComputedStyle(icon.parentElement as Element).color;
    })
    .map(icon => icon.outerHTML.slice(0, 60));

skipIn(ENGINES).describe('in forced colours', () => {
  let client: SimulatedClient;
  before(() => force('active'));
  after(() => force('none'));
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  it('are forced here', () => expect(matchMedia('(forced-colors: active)').matches).to.be.true);

  for (const state of ['written', 'with problems', 'sent', 'unknown', 'with a menu open'])
    it(`no icon keeps a colour of its own: ${state}`, async () => {
      const view = await composerThatIs(state, client);
      expect(view.root.querySelectorAll('.icon').length).to.be.above(8);
      expect(strangers(view.root)).to.deep.equal([]);
    });

  it('no icon of the list does', async () => {
    const view = await list({ products: shop(3), complete: true });
    await view.pressOn(view.titles[0] as string);
    expect(strangers(view.root)).to.deep.equal([]);
  });

  it('buttons of the foot, menus and bubbles have an edge', async () => {
    const view = await composerThatIs('with a menu open', client);
    for (const part of ['send', 'popover', 'bubble']) {
      const [box] = shown(view.root, `[part~="${part}"]`).length
        ? shown(view.root, `[part~="${part}"]`)
        : Array.from(view.root.querySelectorAll(`[part~="${part}"]`));
      const { borderTopWidth, borderTopStyle } = getComputedStyle(box as Element);
      expect(`${part} ${borderTopWidth} ${borderTopStyle}`).to.equal(`${part} 1px solid`);
    }
  });

  it('what has the focus has an outline', async () => {
    const view = await composerThatIs('written', client);
    const outline = (element: Element, pseudo?: string): string => getComputedStyle(element, pseudo).outlineStyle;
    await view.click('第 1 项，回复，文字', 'textbox');
    expect(outline(view.textbox('第 1 项，回复，文字').closest('.cell') as Element, '::after')).to.equal('solid');
    await view.press('Tab');
    expect(outline(view.root.activeElement as Element)).to.equal('solid');
  });
});

describe('for translation tools', () => {
  /** Texts that a tool would translate: those without a `translate="no"` around them. */
  const translated = (view: ComposerPage, text: string): string[] => {
    const walker = document.createTreeWalker(view.root, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode as Text;
      if (data.includes(text) && !parentElement?.closest('[translate="no"]')) found.push(data.trim());
    }
    return found;
  };

  it('the message stands as it is sent: fields and preview', async () => {
    const value = { head_content: 'hello', ...menu(click('yes indeed', '1')).msgmenu, tail_content: 'goodbye' };
    const view = await composer(html`<kf-menu-composer .value=${value}></kf-menu-composer>`);
    for (const text of ['hello', 'yes indeed', 'goodbye']) expect(translated(view, text), text).to.deep.equal([]);
    for (const field of view.root.querySelectorAll('[part="input"]'))
      expect(field.getAttribute('translate')).to.equal('no');
    expect(view.lines).to.deep.equal(['hello', 'yes indeed', 'goodbye']);
  });
});
