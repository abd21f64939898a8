import { aTimeout, expect, fixtureCleanup, html } from '@open-wc/testing';
import { readFile } from '@web/test-runner-commands';
import manifest from '../../custom-elements.json' with { type: 'json' };
import { KfProductList } from '../../src/elements/product-list/kf-product-list.js';
import { KfMenuComposer, KfProductCard } from '../../src/index.js';
import { simulateWeCom, type SimulatedClient } from '../../src/simulator/index.js';
import { forgetSent, list, nth, shop } from '../elements/product-list/list-page.js';
import { card, type CardPage } from '../support/card-page.js';
import { composerThatIs, STATES } from '../support/composer-states.js';
import { eventually } from '../support/element-page.js';
import { asOnNewPage } from '../support/in-touch.js';
import { product } from '../support/messages.js';
import { touchScreen } from '../support/touch.js';

const ELEMENTS = [KfMenuComposer, KfProductCard, KfProductList];

/** The rows of the table under a heading, cell by cell. */
const rowsUnder = (page: string, heading: string): string[][] =>
  (page.split(`\n${heading}\n`)[1] ?? '')
    .split(/\n#/)[0]!
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );

const codesIn = (cell = ''): string[] => Array.from(cell.matchAll(/`([^`]+)`/g), ([, code = '']) => code);

const sorted = (names: Iterable<string>): string[] => Array.from(new Set(names)).sort();

/** The names of all parts in a shadow tree, states included. */
const partsIn = (root: ShadowRoot): string[] =>
  Array.from(root.querySelectorAll('[part]')).flatMap(({ part }) => Array.from(part));

/** The same, from now on, however briefly it shows. */
function whatShows(root: ShadowRoot): Set<string> {
  const shown = new Set(partsIn(root));
  const look = (): void => partsIn(root).forEach(part => shown.add(part));
  new MutationObserver(look).observe(root, { childList: true, subtree: true, attributeFilter: ['part'] });
  return shown;
}

interface Declaration {
  tagName: string;
  cssParts: { name: string }[];
}

const declaredParts = (tag: string): string[] =>
  manifest.modules
    .flatMap(({ declarations = [] }) => declarations as Declaration[])
    .filter(({ tagName }) => tagName === tag)
    .flatMap(({ cssParts }) => cssParts.map(({ name }) => name));

describe('docs/theming.md', () => {
  let page: string;
  let client: SimulatedClient;
  before(async () => {
    page = (await readFile({ path: '../../docs/theming.md' })) ?? '';
  });
  beforeEach(() => {
    forgetSent();
    client = simulateWeCom();
  });
  afterEach(() => client.restore());

  /** Documentation and manifest name the same parts: those that were on show, all of them and no others. */
  function areTheParts(shown: Iterable<string>, tag: string): void {
    expect(sorted(shown)).to.deep.equal(sorted(rowsUnder(page, `### \`<${tag}>\``).flatMap(([cell]) => codesIn(cell))));
    expect(sorted(shown)).to.deep.equal(sorted(declaredParts(tag)));
  }

  it('names the parts of the composer, all of them and no others', async function () {
    const shown: string[] = [];
    for (const name of Object.keys(STATES)) {
      client.restore();
      fixtureCleanup();
      await asOnNewPage();
      client = simulateWeCom();
      shown.push(...partsIn((await composerThatIs(name, client)).root));
    }
    const { root } = await composerThatIs('written', client, 'light', 700);
    await eventually('the keys that send', () => partsIn(root).includes('keys'));
    shown.push(...partsIn(root));
    await touchScreen(true);
    try {
      shown.push(...partsIn((await composerThatIs("with the header's menu open", client)).root));
    } finally {
      await touchScreen(false);
    }
    areTheParts(shown, 'kf-menu-composer');
  });

  it('names the parts of the card, all of them and no others', async () => {
    const show = (changes = {}): Promise<CardPage> =>
      card(html`<kf-product-card .product=${product(changes).channelsShopProduct}></kf-product-card>`);
    const incomplete = partsIn((await show({ title: '' })).root);
    const view = await show();
    const shown = whatShows(view.root);
    client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail_no permission' });
    await view.send();
    await view.buttonSays('再试一次');
    await view.send();
    await view.buttonSays('已发送');
    await eventually('the time at which it was sent', () => view.part('mark'));
    client.failNext('sendChatMessage', {});
    await view.send();
    await view.buttonSays('没有，重发');
    await view.read();
    await view.click('已经有了');
    await view.buttonSays('发送');
    view.element.closest('kf-bridge')!.checkCustomer = true;
    client.set({ customerId: 'wmAnother' });
    await view.send();
    await view.buttonSays('发给现在这位');
    areTheParts([...incomplete, ...shown], 'kf-product-card');
  });

  it('names the parts of the list, all of them and no others', async () => {
    const view = await list({ loading: true });
    const shown = whatShows(view.root);
    Object.assign(view.element, { loading: false, error: true });
    await view.settled();
    Object.assign(view.element, { error: null, products: [...shop(20), nth(20, { sellingPrice: '' })] });
    await view.settled();
    view.element.focus();
    await view.write('龙井');
    await view.send('龙井');
    await view.marked('龙井', '已发送');
    client.failNext('sendChatMessage', {});
    await aTimeout(1000); // it is no double press
    await view.send('龙井');
    await view.marked('龙井', '不确定');
    await view.pressOn('龙井'); // 已经有了, or once more
    await view.click('已经有了');
    client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail_no permission' });
    await view.element.send(nth(0).productId).catch(() => undefined); // the search has not found it
    await eventually('the line about it', () => shown.has('look'));
    await aTimeout(1000);
    const bridge = view.bridge!;
    bridge.checkCustomer = true;
    client.set({ customerId: 'wmAnother' });
    await view.send('龙井');
    await view.marked('龙井', '客户换了');
    await view.pressOn('龙井'); // 不发了, or to the one who is there now
    await view.click('不发了');
    client.failNext('getContext', { err_msg: 'getContext:fail' });
    await bridge.reconnect().catch(() => undefined);
    await view.read(); // the line has gone with its customer
    await view.pressOn('龙井');
    areTheParts(shown, 'kf-product-list');
  });

  describe('says of the custom properties', () => {
    const css = ELEMENTS.flatMap(({ elementStyles }) => elementStyles.map(String)).join('\n');
    const OWN = /(--_[\w-]+):\s*var\((--kf-[\w-]+)/g;
    const values = new Map<string, Set<string>>();
    for (const [, name = '', value = ''] of css.matchAll(/var\((--kf-[\w-]+),\s*(#\w+)\)/g))
      values.set(name, (values.get(name) ?? new Set()).add(value));
    const documented = (): string[][] => rowsUnder(page, '## Custom properties');

    it('which there are: each has an effect, and there are no others', () => {
      const passedOn = Array.from(css.matchAll(OWN)).filter(([, own]) => css.includes(`var(${own})`));
      const used = Array.from(css.replace(OWN, '').matchAll(/var\((--kf-[\w-]+)/g), ([, name = '']) => name);
      const names = sorted([...used, ...passedOn.map(([, , name = '']) => name)]);
      expect(sorted(documented().flatMap(([cell]) => codesIn(cell)))).to.deep.equal(names);
    });

    it('what they are in light and in dark', () => {
      const said = documented().flatMap(([name, , ...both]) => {
        const colours = both.flatMap(codesIn);
        return colours.length ? [[codesIn(name)[0], sorted(colours)]] : [];
      });
      const found = Array.from(values, ([name, colours]) => [name, sorted(colours)]);
      expect(said.sort()).to.deep.equal(found.sort());
    });
  });
});
