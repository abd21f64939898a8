import { expect } from '@open-wc/testing';
import { record } from '../../support/ask.js';
import { eventually } from '../../support/element-page.js';
import { forgetSent, list, shop } from './list-page.js';

before(forgetSent);

describe('5,000 products', () => {
  it('are few rows in the page, and the right ones at the end', async () => {
    const view = await list({ products: shop(5000), complete: true });
    expect(view.rows.length).to.be.lessThan(40);
    expect(view.headings).to.deep.equal(['全部商品 · 5,000 件']);
    expect(view.text('end')).to.equal('到底了，共 5,000 件');
    await view.scrollTo(1e9);
    expect(view.rows.length).to.be.lessThan(40);
    expect(view.titles.pop()).to.equal('商品 4999');
    expect(view.rows.pop()!.getAttribute('aria-posinset')).to.equal('5000');
    const last = view.rows.pop()!.getBoundingClientRect();
    const body = view.body.getBoundingClientRect();
    expect(last.bottom).to.be.lessThan(body.bottom);
    expect(last.top).to.be.greaterThan(body.top);
    expect(last.height).to.equal(88);
  });

  it('stay where they belong when a browser makes only the text larger', async () => {
    const view = await list({ products: shop(5000), complete: true });
    const larger = document.createElement('style');
    larger.textContent = '.root, .main, .strip { font-size: 28px; line-height: 40px; } .head { font-size: 24px; }';
    view.root.append(larger);
    await view.scrollTo(500);
    await view.scrollTo(0);
    const boxes = view.rows.map(row => row.getBoundingClientRect());
    expect(boxes.slice(1, 4).map((box, index) => [box.height, box.top - boxes[index]!.top])).to.deep.equal([
      [176, 176],
      [176, 176],
      [176, 176],
    ]);
    await view.scrollTo(1e9);
    expect(view.titles.pop()).to.equal('商品 4999');
  });

  it('fill the window wherever it is', async () => {
    const view = await list({ products: shop(5000), complete: true });
    for (const top of [100, 4321, 200_000, 3000]) {
      await view.scrollTo(top);
      const body = view.body.getBoundingClientRect();
      const boxes = view.rows.map(row => row.getBoundingClientRect()).filter(box => box.bottom > body.top);
      expect(boxes[0]!.top).to.be.at.most(body.top);
      expect(Math.max(...boxes.map(box => box.bottom))).to.be.at.least(body.bottom);
    }
  });

  it('are searched: what is found, and no more rows than are seen', async () => {
    const view = await list({ products: shop(5000), complete: true });
    view.element.focus();
    await view.write('商品 49');
    await eventually('found', () => view.titles[0] === '商品 49');
    expect(Number(view.rows[0]!.getAttribute('aria-setsize'))).to.be.within(111, 1000);
    expect(view.rows.length).to.be.lessThan(40);
  });

  it('keep the focus while they are scrolled, and when more come', async () => {
    const view = await list({ products: shop(100), complete: true });
    view.element.focus();
    await view.press('ArrowDown');
    await view.press('ArrowDown');
    const row = view.root.activeElement;
    for (const top of [3000, 8000, 500]) {
      await view.scrollTo(top);
      expect(view.root.activeElement).to.equal(row);
    }
    await view.scrollTo(4000);
    view.element.products = shop(200);
    await view.settled();
    expect(view.root.activeElement).to.equal(row);
    expect(view.body.scrollTop).to.equal(4000);
    await view.press('ArrowDown');
    expect(view.focusedRow).to.equal('钛杯 420ml');
    expect(view.body.scrollTop).to.be.lessThan(300);
  });

  it('leave the focus in the list when its row is gone', async () => {
    const view = await list({ products: shop(5), complete: true });
    view.element.focus();
    await view.press('ArrowDown');
    await view.press('End');
    view.element.products = shop(3);
    await view.settled();
    expect(view.focusedRow).to.equal('钛杯 420ml');
  });
});

describe('asking for more', () => {
  it('is done once when the end comes near, until products change', async () => {
    const view = await list({ products: shop(40) });
    const asked = record(view.element, ['kf-load-more']);
    await view.scrollTo(500);
    expect(asked).to.have.length(0);
    await view.scrollTo(1e6);
    expect(asked).to.have.length(1);
    await view.scrollTo(0);
    await view.scrollTo(1e6);
    expect(asked).to.have.length(1);
    view.element.products = shop(60);
    await view.settled();
    expect(asked).to.have.length(1);
    await view.scrollTo(1e6);
    expect(asked).to.have.length(2);
  });

  for (const state of ['loading', 'complete', 'error'] as const)
    it(`is not done while it is ${state}`, async () => {
      const view = await list({ products: shop(40), [state]: true });
      const asked = record(view.element, ['kf-load-more']);
      await view.scrollTo(1e6);
      expect(asked).to.have.length(0);
      view.element[state] = false;
      await view.settled();
      expect(asked).to.have.length(1);
    });

  it('is done at once where the first page does not fill the list, and not for ever where there is none', async () => {
    const view = await list();
    const asked = record(view.element, ['kf-load-more']);
    view.element.addEventListener('kf-load-more', () => (view.element.products = []));
    view.element.products = shop(2);
    for (let updates = 0; updates < 20; updates++) await view.settled();
    expect(asked.length).to.be.within(1, 2);
  });

  it('is done by the button after an error', async () => {
    const view = await list({ products: shop(2), error: '网络超时' });
    const asked = record(view.element, ['kf-load-more']);
    await view.click('再试一次');
    expect(asked).to.have.length(1);
    expect(asked[0]!.detail).to.deep.equal({ query: '' });
    expect(asked[0]).to.include({ bubbles: true, composed: true });
  });

  it('goes on while a search has found too little', async () => {
    const view = await list({ products: shop(40) });
    view.element.addEventListener('kf-load-more', ({ detail }) => {
      expect('商品 119').to.contain(detail.query);
      view.element.products = shop((view.element.products as unknown[]).length + 40);
      view.element.complete = view.element.products.length >= 120;
    });
    view.element.focus();
    await view.write('商品 119');
    await eventually('found', () => view.titles[0] === '商品 119');
  });
});
