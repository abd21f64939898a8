import { expect, html } from '@open-wc/testing';
import '../../../src/kf-product-card.js';
import { eventually } from '../../support/element-page.js';
import { nth, list, shop, forgetSent } from './list-page.js';

before(forgetSent);

describe('searching', () => {
  it('finds by a part of the title, and shows which', async () => {
    const view = await list({ products: shop(30), complete: true });
    view.element.focus();
    await view.write('咖啡');
    expect(view.titles).to.deep.equal(['深烘咖啡豆']);
    expect(view.row('深烘').querySelector('mark')!.textContent).to.equal('咖啡');
    expect(view.headings).to.deep.equal(['找到 1 件']);
  });

  it('has a magnifier to look at', async () => {
    const { root } = await list({ products: shop(3), complete: true });
    const drawing = root.querySelector('[part="search"] path') as Element;
    const { width, height } = drawing.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(11);
    expect(getComputedStyle(drawing.parentElement as Element).borderBottomWidth).to.equal('0px');
  });

  it('finds by id', async () => {
    const view = await list({ products: shop(30), complete: true });
    view.element.focus();
    await view.write(nth(3).productId);
    expect(view.titles).to.deep.equal(['深烘咖啡豆']);
  });

  it('takes several words, any case, and full width', async () => {
    const products = [nth(0, { title: 'ABC 杯 420ml' }), nth(1, { title: 'abc 壶' })];
    const view = await list({ products, complete: true });
    view.element.focus();
    await view.write('ＡＢＣ 420');
    expect(view.titles).to.deep.equal(['ABC 杯 420ml']);
    expect(Array.from(view.root.querySelectorAll('mark'), ({ textContent }) => textContent)).to.deep.equal([
      'ABC',
      '420',
    ]);
  });

  it('says what was not found, and clears by its button', async () => {
    const view = await list({ products: shop(3), complete: true });
    view.element.focus();
    await view.write('曲其');
    expect(view.text('state')).to.equal('没有找到「曲其」 换个说法，或用商品 ID 搜');
    await view.click('清除');
    expect(view.titles).to.have.length(3);
    expect(view.root.activeElement).to.equal(view.searchField);
  });

  it('waits for the end of a composition', async () => {
    const view = await list({ products: shop(3), complete: true });
    const { searchField: field } = view;
    field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    field.value = 'l';
    field.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
    await view.settled();
    expect(view.titles).to.have.length(3);
    field.value = '龙井';
    field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await view.settled();
    expect(view.titles).to.deep.equal(['明前龙井']);
  });
});

describe('products that can not be sent', () => {
  const products = [nth(0), nth(1, { sellingPrice: '' }), nth(2, { imgUrl: '', shopNickname: '' }), nth(3)];

  it('are left out, and that is said', async () => {
    const view = await list({ products, complete: true });
    expect(view.titles).to.deep.equal(['手工黄油曲奇礼盒', '深烘咖啡豆']);
    expect(view.text('end')).to.contain('另有 2 件资料不全，没有列出 显示');
    expect(view.headings).to.deep.equal(['全部商品 · 2 件']);
  });

  it('can be listed, with what they lack; a press asks nothing', async () => {
    const view = await list({ products, complete: true });
    await view.click('显示');
    expect(view.titles).to.have.length(4);
    expect(view.mark('龙井')).to.equal('缺价格，不能发送');
    expect(view.mark('钛杯')).to.equal('缺商品图、店铺名，不能发送');
    await view.pressOn('龙井');
    expect(view.text('confirm')).to.equal('');
    await view.click('收起');
    expect(view.titles).to.have.length(2);
  });

  it('may be anything', async () => {
    const view = await list({ products: [null, 1, 'x', {}, nth(0)] as never, complete: true });
    expect(view.titles).to.deep.equal(['手工黄油曲奇礼盒']);
    await view.click('显示');
    expect(view.rows).to.have.length(5);
  });
});

describe('cards inside', () => {
  const card = (index: number) => {
    const { productId, shopAppId, imgUrl, title, sellingPrice, shopImgUrl, shopNickname } = nth(index);
    return html`<kf-product-card
      product-id=${productId}
      shop-app-id=${shopAppId}
      img-url=${imgUrl}
      product-title=${title}
      selling-price=${sellingPrice}
      shop-img-url=${shopImgUrl}
      shop-nickname=${shopNickname}
    ></kf-product-card>`;
  };

  it('are the products, and are not shown', async () => {
    const view = await list({ complete: true }, html`${card(0)}${card(1)}`);
    expect(view.titles).to.deep.equal(['手工黄油曲奇礼盒', '明前龙井']);
    expect(view.element.querySelector('kf-product-card')!.getClientRects()).to.have.length(0);
  });

  it('are followed when they change, come and go', async () => {
    const view = await list({ complete: true }, html`${card(0)}${card(1)}`);
    view.element.querySelector('kf-product-card')!.setAttribute('product-title', '改名了');
    await view.settled();
    expect(view.titles).to.deep.equal(['改名了', '明前龙井']);
    view.element.querySelector('kf-product-card')!.remove();
    await view.settled();
    expect(view.titles).to.deep.equal(['明前龙井']);
  });

  it('are followed when the page gives one another product as a property', async () => {
    const view = await list({ complete: true }, html`${card(0)}${card(1)}`);
    view.element.querySelector('kf-product-card')!.product = nth(2);
    await eventually('the other one', () => view.titles[0] === nth(2).title);
    expect(view.titles).to.have.length(2);
  });

  it('are left alone while products are set', async () => {
    const view = await list({ complete: true, products: [nth(2)] }, html`${card(0)}`);
    expect(view.titles).to.deep.equal(['钛杯 420ml']);
    view.element.products = null;
    await view.settled();
    expect(view.titles).to.deep.equal(['手工黄油曲奇礼盒']);
  });
});
