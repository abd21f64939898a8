import { expect } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type { run } from 'axe-core';
import { emulateMedia } from '@web/test-runner-commands';
import { KfError } from '../../../src/core/index.js';
import type { Theme } from '../../../src/elements.js';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
import { eventually } from '../../support/element-page.js';
import { forgetSent, list, nth, shop, type ListPage } from './list-page.js';

declare const axe: { run: typeof run };

before(async () => {
  forgetSent();
  await emulateMedia({ reducedMotion: 'reduce' }); // a bar that breathes has no colour to check
});
after(() => emulateMedia({ reducedMotion: 'no-preference' }));

describe('the words of a state', () => {
  it('are for nothing to list', async () => {
    const view = await list({ products: [], complete: true });
    expect(view.text('state')).to.equal('还没有商品 在微信小店上架以后，会出现在这里');
    expect(view.searchField).to.equal(null);
  });

  for (const [given, count, height] of [
    ['', 200, 560],
    ['height: 300px', 200, 300],
    ['height: 720px', 200, 720],
    ['height: 720px; display: block', 200, 720],
    ['height: 300px; display: block', 200, 300],
    ['display: block', 200, 560],
    ['max-height: 400px', 200, 400],
  ] as const)
    it(`stand in a height that is ${given || 'not given'}: ${height} px`, async () => {
      const view = await list({ products: shop(count), complete: true });
      view.element.style.cssText = given;
      await view.settled();
      const frame = view.element.getBoundingClientRect();
      const body = view.root.querySelector('[part="body"]') as Element;
      expect(frame.height).to.equal(height);
      expect(body.getBoundingClientRect().bottom, 'the rows go to its end').to.be.closeTo(frame.bottom, 1);
      expect(body.scrollHeight).to.be.greaterThan(body.clientHeight);
    });

  it('fill a tall panel around them, and are no taller than three of them need', async () => {
    const view = await list({ products: shop(200), complete: true });
    const panel = view.element.parentElement as HTMLElement;
    panel.style.cssText = 'width: 400px; height: 800px; display: flex; flex-direction: column';
    view.element.style.flex = '1';
    expect(view.element.getBoundingClientRect().height).to.equal(800);
    expect(view.root.querySelector('[part="body"]')!.getBoundingClientRect().height).to.be.greaterThan(700);
    panel.style.cssText = 'width: 400px';
    view.element.products = shop(3);
    await view.settled();
    expect(view.element.getBoundingClientRect().height).to.be.below(480);
  });

  it('are for products on their way', async () => {
    const view = await list({ loading: true });
    expect(view.text('loading')).to.equal('正在取商品…');
    expect(view.rows).to.have.length(0);
    view.element.products = shop(3);
    await view.settled();
    expect(view.text('end')).to.equal('正在取更多商品…');
    expect(view.root.querySelector('[role="feed"]')!.getAttribute('aria-busy')).to.equal('true');
  });

  it('are for products that were not to be had', async () => {
    const view = await list({ error: '网络超时，请再试一次' });
    expect(view.text('state')).to.equal('商品没取到 网络超时，请再试一次 再试一次');
    view.element.error = true;
    await view.settled();
    expect(view.text('state')).to.equal('商品没取到 请再试一次 再试一次');
    view.element.error = new KfError('no-permission', 'x');
    await view.settled();
    expect(view.text('state')).to.contain('请管理员开通「微信客服」权限');
    view.element.error = new Error('for developers');
    await view.settled();
    expect(view.text('state')).to.equal('商品没取到 请再试一次 再试一次');
    view.element.products = shop(2);
    await view.settled();
    expect(view.rows).to.have.length(2);
    expect(view.text('end')).to.contain('商品没取到：请再试一次');
  });

  it('may come as attributes', async () => {
    const view = await list();
    view.element.setAttribute('error', '');
    await view.settled();
    expect(view.text('state')).to.contain('商品没取到');
    view.element.removeAttribute('error');
    view.element.setAttribute('loading', '');
    await view.settled();
    expect(view.text('loading')).to.equal('正在取商品…');
  });

  it('are for the end, and for a list with a name', async () => {
    const view = await list({ products: shop(3), complete: true, heading: '小满食品店' });
    expect(view.text('end')).to.equal('到底了，共 3 件');
    expect(view.headings).to.deep.equal(['小满食品店 · 3 件']);
  });

  it('show prices as they are paid, and a letter for a picture that is none', async () => {
    const view = await list({ products: [nth(2, { sellingPrice: '129900', imgUrl: 'https://no.invalid/x.png' })] });
    expect(view.text('price')).to.equal('¥1,299.00 起');
    await eventually('a letter', () => view.text('image') === '钛');
  });

  it('show both lines of a long title whole, and the price below them', async () => {
    const view = await list({ products: [nth(0, { title: 'Headphones with long battery life, grey '.repeat(9) })] });
    const [title, price] = ['title', 'price'].map(part => view.root.querySelector(`[part="${part}"]`) as Element);
    const box = title!.getBoundingClientRect();
    expect(box.height).to.equal(40);
    expect(price!.getBoundingClientRect().top).to.be.at.least(box.bottom);
    expect(price!.parentElement!.getBoundingClientRect().height).to.equal(24);
  });
});

const STATES: Record<string, () => Promise<ListPage>> = {
  'with rows': () => list({ products: [...shop(20), nth(20, { sellingPrice: '' })], complete: true }),
  'loading at first': () => list({ loading: true }),
  'loading more': () => list({ products: shop(3), loading: true }),
  empty: () => list({ products: [], complete: true }),
  failed: () => list({ error: '网络超时' }),
  'failed later': () => list({ products: shop(2), error: '网络超时' }),
  async searching() {
    const view = await list({ products: shop(20), complete: true });
    view.element.focus();
    await view.write('杯');
    return view;
  },
  async 'with nothing found'() {
    const view = await list({ products: shop(20), complete: true });
    view.element.focus();
    await view.write('曲其');
    return view;
  },
  async asking() {
    const view = await list({ products: shop(20), complete: true });
    await view.pressOn('龙井');
    return view;
  },
  async 'sent and failed'() {
    const view = await list({ products: [...shop(4), nth(9, { sellingPrice: '' })], complete: true });
    await view.send('龙井');
    await view.marked('龙井', '已发送');
    view.bridge!.beforeSend = () => Promise.reject(new Error());
    await view.element.send(nth(0).productId).catch(() => undefined);
    await view.click('显示');
    return view;
  },
};

describe('axe has nothing to say', () => {
  let client: SimulatedClient;
  afterEach(() => client.restore());

  for (const [name, show] of Object.entries(STATES))
    for (const theme of ['light', 'dark'] as Theme[])
      it(`${name}, ${theme}`, async () => {
        client = simulateWeCom({ customerId: `wmAxe ${name} ${theme}` });
        const view = await show();
        view.element.theme = theme;
        await view.settled();
        const { violations } = await axe.run(view.element);
        expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).to.deep.equal([]);
      });
});

describe('what a screen reader is told', () => {
  it('is a feed of articles with their places', async () => {
    const view = await list({ products: shop(8), complete: true });
    const [first, second] = view.rows;
    expect(second!.getAttribute('aria-posinset')).to.equal('2');
    expect(second!.getAttribute('aria-setsize')).to.equal('8');
    expect(view.root.getElementById(first!.getAttribute('aria-labelledby')!)!.textContent!.trim()).to.equal(
      '手工黄油曲奇礼盒',
    );
  });

  it('is what became of a send', async () => {
    const client = simulateWeCom({ customerId: 'wmSpoken' });
    const view = await list({ products: shop(3), complete: true });
    await view.send('龙井');
    const said = (): string => Array.from(view.root.querySelectorAll('.sr'), node => node.textContent).join();
    await eventually('told', () => said().includes('明前龙井：已发送'));
    client.restore();
  });
});
