import { expect } from '@open-wc/testing';
import { workOf } from '../../support/work-counter.js';
import { forgetSent, list, shop } from '../product-list/list-page.js';

before(forgetSent);

/** Scrolls a list of so many products by half its window; what was written. */
async function scrolled(count: number): Promise<string[]> {
  const view = await list({ products: shop(count), complete: true });
  await view.scrollTo(4000);
  const { writes } = await workOf(view.root, () => view.scrollTo(4280));
  return writes.sort();
}

describe('the work of a list', () => {
  it('is as much for a step of scrolling through 5,000 products as through 100: the rows that come and go', async () => {
    const writes = await scrolled(5000);
    expect(writes).to.deep.equal(await scrolled(100));
    expect(writes.filter(write => write === 'rows childList')).to.have.length.within(3, 20);
    expect(writes).to.have.length.below(40);
  });

  it('is a text for each row in sight when all of 5,000 have another price', async () => {
    const products = shop(5000);
    const view = await list({ products, complete: true });
    const { writes } = await workOf(view.root, async () => {
      view.element.products = products.map(product => ({ ...product, sellingPrice: '123' }));
      await view.settled();
    });
    expect(writes).to.deep.equal(view.rows.map(() => 'price characterData'));
  });
});
