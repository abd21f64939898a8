import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import type { KfMenuComposer } from '../../src/index.js';
import type { simulateWeCom, SimulatedClient } from '../../src/simulator/index.js';
import { CardPage } from '../support/card-page.js';
import { centreOf, clickOn, ElementPage, eventually } from '../support/element-page.js';
import { skipIn } from '../support/engine.js';
import { closeFrames, load, openFrame, type Frame } from '../support/frame.js';
import { product } from '../support/messages.js';
import { inFront, tap, touchScreen } from '../support/touch.js';

const BODY = `<div id="wrapper" style="height: 540px; overflow: hidden"><div>
  <kf-bridge>
    <kf-product-card style="width: 160px"></kf-product-card>
    <kf-menu-composer preview="none" value='{"head_content":"您好"}'></kf-menu-composer>
  </kf-bridge>
</div></div>`;

/** As much of each library as a page of its time uses here. */
interface OldPage {
  FastClick: { attach(layer: Element): void; notNeeded(layer: Element): boolean };
  IScroll: new (wrapper: Element, options: object) => unknown;
  BScroll: new (wrapper: Element, options: object) => unknown;
  Vue: {
    createApp(options: object): { mount(place: Element): void };
    h(type: unknown, properties: object, children?: () => unknown): unknown;
  };
  vant: { Popup: unknown };
  KfSimulator: { simulateWeCom: typeof simulateWeCom };
}

let frame: Frame;
let page: OldPage;
let client: SimulatedClient;
let composer: ElementPage<KfMenuComposer>;
let card: CardPage;

async function openOld(libraries: readonly string[] = [], body = BODY): Promise<void> {
  frame = await openFrame(body);
  page = frame.window as unknown as OldPage;
  await load(frame, '/dist/kf-simulator.global.js');
  client = page.KfSimulator.simulateWeCom({ platform: 'ios' }); // FastClick does nothing in Chrome
  for (const path of [...libraries, '/dist/kf-elements.global.js']) await load(frame, path);
  composer = new ElementPage(frame.document.querySelector('kf-menu-composer') as KfMenuComposer);
  await frame.document.querySelector('kf-bridge')?.ready;
  await composer.settled();
  const found = frame.document.querySelector('kf-product-card');
  if (!found) return;
  card = new CardPage(found);
  card.element.product = product().channelsShopProduct;
  await card.settled();
}
afterEach(() => {
  expect(frame.errors).to.deep.equal([]);
  closeFrames();
});

const wrapper = (): Element => frame.document.querySelector('#wrapper')!;

/** What a person does in a toolbar: sends the card, adds an item, writes into it, sends the menu. Each counts once. */
async function isUsable(press: (element: Element) => Promise<unknown>): Promise<void> {
  await press(card.button('发送'));
  await card.buttonSays('已发送');
  expect(client.sent.length).to.equal(1);
  await press(composer.button('添加回复'));
  await composer.settled();
  await press(composer.textbox('第 1 项，回复，文字'));
  await eventually('the focus in the text', () => composer.focused === '第 1 项，回复，文字');
  await sendKeys({ type: '好' });
  expect(composer.element.value.list?.map(item => item.type === 'click' && item.click.content)).to.deep.equal(['好']);
  await composer.says(/^可以发送/);
  await press(composer.button('发送'));
  await composer.says(/^已发送/);
  expect(client.sent.length).to.equal(2);
}

const openFastClick = async (): Promise<void> => {
  await openOld(['/node_modules/fastclick/lib/fastclick.js']);
  expect(page.FastClick.notNeeded(frame.document.body)).to.equal(false);
  page.FastClick.attach(frame.document.body);
};
const openBetterScroll = async (): Promise<void> => {
  await openOld(['/node_modules/@better-scroll/core/dist/core.js']);
  new page.BScroll(wrapper(), { click: true });
};
const openIScroll = async (): Promise<void> => {
  await openOld(['/node_modules/iscroll/build/iscroll.js']);
  new page.IScroll(wrapper(), { click: true });
};

skipIn({ webkit: 'its driver has no touch screen' }).describe('a page on a touch screen', () => {
  inFront();
  beforeEach(() => touchScreen(true));
  afterEach(() => touchScreen(false));

  for (const [name, open] of Object.entries({
    FastClick: openFastClick,
    'better-scroll': openBetterScroll,
    iScroll: openIScroll,
  }))
    skipIn(name === 'FastClick' ? { firefox: 'FastClick does nothing there' } : {}).it(
      `can be used with ${name}, which makes clicks of its own`,
      async () => {
        await open();
        await isUsable(tap);
      },
    );

  skipIn({ firefox: "its driver's finger scrolls nothing" }).it(
    'can be scrolled in a composer with a height inside of a popup of Vant',
    async () => {
      await openOld(
        ['/node_modules/vue/dist/vue.global.prod.js', '/node_modules/vant/lib/vant.min.js'],
        '<div id="app"></div><kf-menu-composer></kf-menu-composer>',
      );
      const { createApp, h } = page.Vue;
      const list = Array.from({ length: 9 }, (_, n) => ({ type: 'click', click: { content: `${n}` } }));
      const inner = (): unknown => h('kf-menu-composer', { id: 'inner', value: { list }, style: 'height: 100%' });
      const popup = { show: true, position: 'bottom', style: 'height: 300px' };
      createApp({ render: () => h(page.vant.Popup, popup, inner) }).mount(frame.document.querySelector('#app')!);
      const view = new ElementPage(
        await eventually('the popup', () => frame.document.querySelector<KfMenuComposer>('#inner')),
      );
      await view.settled();
      const [scroller] = Array.from(view.root.querySelectorAll('*')).filter(
        inside => inside.scrollHeight > inside.clientHeight && getComputedStyle(inside).overflowY === 'auto',
      );
      await eventually('the end of its way in', () => view.element.getBoundingClientRect().bottom <= 560);
      const [x, y] = centreOf(scroller!);
      const move = (type: string, by: number): object => ({ type, touchPoints: [{ x, y: y + by }] });
      await executeServerCommand('finger', [
        move('touchStart', 0),
        ...[-10, -20, -40, -60, -80].map(by => move('touchMove', by)),
        { type: 'touchEnd', touchPoints: [] },
      ]);
      await eventually('a scroll', () => scroller!.scrollTop > 0);
    },
  );
});

describe('a page with a mouse', () => {
  for (const [name, open] of Object.entries({ 'better-scroll': openBetterScroll, iScroll: openIScroll }))
    skipIn({ 'webkit-wpe': 'it is a touch screen: these libraries do not listen to a mouse' }).it(
      `can be used with ${name}, which makes clicks of its own`,
      async () => {
        await open();
        await isUsable(clickOn);
      },
    );

  it('does nothing for a click() of the page on the element itself', async () => {
    await openOld();
    card.element.click();
    composer.element.click();
    await composer.settled();
    expect(client.calls.filter(({ api }) => api === 'sendChatMessage')).to.deep.equal([]);
    expect(composer.focused).to.equal('');
  });
});

describe('a page with keys of its own, which asks event.target.tagName whether somebody writes', () => {
  const heard: string[] = [];
  beforeEach(async () => {
    await openOld();
    heard.length = 0;
    frame.document.addEventListener('keydown', event => {
      if (/^(INPUT|TEXTAREA)$/.test((event.target as Element).tagName)) return;
      heard.push(event.key);
      if (event.key.length === 1 || event.key === 'Backspace') event.preventDefault();
    });
  });

  it('does not take what is typed into a text of the composer', async () => {
    await composer.type('起始文本', 'j?');
    expect(composer.element.value).to.deep.equal({ head_content: '您好j?' });
    await composer.press('Backspace');
    expect(composer.element.value).to.deep.equal({ head_content: '您好j' });
    expect(heard).to.deep.equal([]);
  });

  it('hears the keys that write nothing, and all of them elsewhere', async () => {
    await composer.type('起始文本', 'j');
    for (const keys of [['Escape'], ['Control', 'k'], ['Tab'], ['j']] as const) await composer.press(...keys);
    expect(composer.focused).not.to.equal('起始文本');
    expect(heard).to.deep.equal(['Escape', 'Control', 'k', 'Tab', 'j']);
  });

  it('hears each of them where it listens on the element itself', async () => {
    const own: string[] = [];
    composer.element.addEventListener('keydown', ({ key }) => own.push(key));
    await composer.type('起始文本', 'j');
    expect(own).to.deep.equal(['j']);
  });
});
