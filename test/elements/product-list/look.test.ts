import { expect, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { ChannelsShopProduct } from '../../../src/core/index.js';
import { READING } from '../../../src/elements/shared/sends/press.js';
import { SETTLING } from '../../../src/elements/shared/sends/stays.js';
import type { KfBridge } from '../../../src/kf-bridge.js';
import { chat } from '../../support/chat.js';
import { startClock, stopClock } from '../../support/clock.js';
import { A, B } from '../../support/customers.js';
import { centreOf, eventually, press } from '../../support/element-page.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { sendBehind } from '../bridge/send-behind.js';
import { list, nth, type ListPage } from './list-page.js';
import {
  DOUBTED,
  inDoubt,
  line,
  lineSays,
  look,
  many,
  OTHER,
  REFUSAL,
  REFUSED,
  refused,
  searchFor,
  THAT,
  timedOut,
} from './unseen-page.js';

beforeEach(asOnNewPage);
afterEach(startClock);

describe('the question that 查看 opens', () => {
  for (const [what, changes, answer] of [
    ['再试一次', {}, '再试一次'],
    ['发送, at another price by now', { sellingPrice: '1280' }, '发送'],
  ] as const)
    it(`is to be read before ${what}: Enter by habit once more sends nothing`, async () => {
      const view = await refused();
      view.element.products = many(changes);
      await view.settled();
      view.button('查看').focus();
      stopClock();
      await view.press('Enter');
      expect(view.focusedRow).to.equal(THAT);
      expect(view.focused).to.equal(answer);
      stopClock(READING - 1);
      await view.press('Enter');
      stopClock(READING - 1); // who goes on pressing has not read it
      await view.press('Enter');
      await view.click(answer);
      expect(view.focused).to.equal(answer);
      await sendBehind(1, chat, view.bridge as KfBridge);
      stopClock(READING);
      await view.press('Enter');
      chat.answer();
      await chat.reached(3);
    });

  it('can be taken back at once', async () => {
    const view = await refused();
    view.button('查看').focus();
    stopClock();
    await view.press('Enter');
    await press('Escape');
    await view.settled();
    expect(view.has('button', '再试一次')).to.be.false;
    expect(view.focusedRow).to.equal(THAT);
  });
});

describe('a question that a change of customer takes back', () => {
  for (const [how, open] of [
    ['that 查看 has opened', look],
    [
      'that has come by itself',
      async (view: ListPage) => {
        await searchFor(view, THAT);
        await eventually('the question', () => view.has('button', '已经有了'));
      },
    ],
  ] as const)
    it(`was not read: the line says it as the first customer is back (one ${how})`, async () => {
      const view = await inDoubt();
      const bridge = view.bridge as KfBridge;
      await open(view);
      expect(line(view)).to.equal('');
      await chat.open(bridge, B);
      await view.settled();
      await searchFor(view, OTHER);
      expect(line(view)).to.equal('');
      await chat.open(bridge, A);
      await lineSays(view, DOUBTED);
    });

  it('is read where it was closed before', async () => {
    const view = await inDoubt();
    const bridge = view.bridge as KfBridge;
    await look(view);
    await view.press('Escape');
    await chat.open(bridge, B);
    await chat.open(bridge, A);
    await view.settled();
    expect(line(view)).to.equal('');
    expect(view.mark(THAT)).to.contain('核对');
  });
});

describe('the focus, as the line goes', () => {
  it('goes from its button to the search, and an Enter on its way asks for nothing', async () => {
    const view = await timedOut();
    view.button('查看').focus();
    stopClock();
    chat.answer();
    await lineSays(view, '');
    expect(view.root.activeElement === view.searchField).to.be.true;
    await view.press('Enter');
    expect(view.has('button', '发送')).to.be.false;
    stopClock(SETTLING);
    await view.press('Enter');
    expect(view.has('button', '发送')).to.be.true;
    expect(view.focusedRow).to.equal(OTHER);
  });

  for (const [how, act] of [
    ['by key', (view: ListPage) => view.press('Enter')],
    ['by mouse', (view: ListPage) => view.click('知道了')],
  ] as const)
    it(`goes there with 知道了 ${how}, by pointer to the rows: no keyboard comes up on a phone`, async () => {
      const view = await refused();
      view.element.products = many().slice(0, 20);
      await eventually('the other button', () => view.has('button', '知道了'));
      stopClock(SETTLING);
      view.button('知道了').focus();
      await act(view);
      await lineSays(view, '');
      expect(view.root.activeElement === view.searchField).to.equal(how === 'by key');
      expect(view.focusedRow).to.equal(how === 'by key' ? '' : OTHER);
    });
});

describe('查看 in a page that polls', () => {
  for (const [what, changes] of [
    ['the same products', {}],
    ['another price', { sellingPrice: '1280' }],
  ] as const)
    it(`leads to the row also where ${what} came between down and up`, async () => {
      const view = await refused();
      stopClock(SETTLING);
      await sendMouse({ type: 'move', position: centreOf(view.button('查看')) });
      await sendMouse({ type: 'down' });
      view.element.products = many(changes);
      await view.settled();
      await sendMouse({ type: 'up' });
      await eventually('the row', () => view.focusedRow === THAT);
      await lineSays(view, '');
      expect(view.text('confirm')).to.contain('没发出去：应用没有权限');
    });

  it('puts nothing away where the product has gone between down and up', async () => {
    const view = await refused();
    stopClock(SETTLING);
    await sendMouse({ type: 'move', position: centreOf(view.button('查看')) });
    await sendMouse({ type: 'down' });
    view.element.products = many().slice(0, 20);
    await view.settled();
    await sendMouse({ type: 'up' });
    await eventually('the other button', () => view.has('button', '知道了'));
    expect(line(view)).to.equal(REFUSED);
  });
});

describe('two shops with one product id', () => {
  const SHOPS = ['甲店的茶', '乙店的茶'] as const;
  const products = (): ChannelsShopProduct[] => [
    ...SHOPS.map((title, index) => nth(index, { productId: `same ${A}`, shopAppId: `wxshop${index}`, title })),
    nth(3, { productId: `third ${A}`, title: OTHER }),
  ];
  /** The second shop's is under way. */
  async function pending(): Promise<ListPage> {
    const view = await list({ products: products(), complete: true }, html``, { host: chat });
    await view.send(SHOPS[1]);
    await chat.reached(1);
    return view;
  }

  it('have a row each: where its own is in sight, no line tells of it', async () => {
    const view = await pending();
    await view.pressOn(OTHER);
    await view.press('Escape');
    chat.answer(REFUSAL);
    await view.marked(SHOPS[1], '没发出去');
    await view.settled();
    expect(line(view)).to.equal('');
  });

  it('have a row each: 查看 leads to its own', async () => {
    const view = await pending();
    await searchFor(view, OTHER);
    chat.answer(REFUSAL);
    await lineSays(view, `没发出去：${SHOPS[1]}`);
    await look(view);
    expect(view.focusedRow).to.equal(SHOPS[1]);
    expect(view.focused).to.equal('再试一次');
  });
});
