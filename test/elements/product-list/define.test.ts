import { expect, oneEvent } from '@open-wc/testing';
import packageFile from '../../../package.json' with { type: 'json' };
import { KfProductList, version } from '../../../src/kf-product-list.js';
import { forgetSent, list, shop } from './list-page.js';

before(forgetSent);

describe('registering the list', () => {
  it('is done by its own entry, which names the version', () => {
    expect(customElements.get('kf-product-list')).to.equal(KfProductList);
    expect(version).to.equal(packageFile.version);
    expect(KfProductList.version).to.equal(packageFile.version);
  });

  it('may be asked for twice, and takes a tag of your own', () => {
    KfProductList.define();
    KfProductList.define('x-product-list');
    KfProductList.define('x-product-list');
    expect(document.createElement('x-product-list')).to.be.instanceOf(KfProductList);
  });

  it('stays the first one when another copy is loaded, and says so once', async () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
    const path = '../../../src/elements/product-list/kf-product-list.ts?again';
    const copy = (await import(new URL(path, import.meta.url).href)) as { KfProductList: typeof KfProductList };
    expect(copy.KfProductList).not.to.equal(KfProductList);
    copy.KfProductList.define();
    copy.KfProductList.define();
    console.warn = warn;
    expect(customElements.get('kf-product-list')).to.equal(KfProductList);
    expect(warnings).to.have.length(1);
  });

  it('does not ask before there are products', async () => {
    const element = document.createElement('kf-product-list');
    let asked = 0;
    element.addEventListener('kf-load-more', () => asked++);
    document.body.append(element);
    await element.updateComplete;
    expect(asked).to.equal(0);
    const more = oneEvent(element, 'kf-load-more');
    element.products = [];
    await more;
    element.remove();
  });
});

describe('moving the list', () => {
  it('keeps its place', async () => {
    const view = await list({ products: shop(100), complete: true });
    await view.scrollTo(2000);
    document.body.append(view.element);
    await view.settled();
    expect(view.body.scrollTop).to.equal(2000);
    view.element.remove();
  });
});
