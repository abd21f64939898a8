import { expect, html } from '@open-wc/testing';
import { record } from '../../support/ask.js';
import { card, PIXEL } from '../../support/card-page.js';
import { product } from '../../support/messages.js';
import { rejection } from '../../support/rejection.js';

const tea = product({ imgUrl: PIXEL, shopImgUrl: PIXEL }).channelsShopProduct;
const of = (value: unknown) => card(html`<kf-product-card .product=${value as typeof tea}></kf-product-card>`);

describe('the product card', () => {
  it('names itself after the product', async () => {
    const view = await of(tea);
    const id = view.root.querySelector('article')?.getAttribute('aria-labelledby') ?? '';
    expect(view.root.getElementById(id)?.textContent).to.equal('青城山茶');
  });

  it('says what is missing, in the order of the table', async () => {
    const view = await of({ ...tea, imgUrl: undefined, sellingPrice: '' });
    expect(view.status).to.equal('缺少商品图、价格');
    expect(view.action).to.equal('不能发送');
  });

  it('says what is wrong', async () => {
    expect((await of({ ...tea, sellingPrice: '8.00' })).status).to.equal('价格要用「分」的整数');
    expect((await of({ ...tea, imgUrl: 'tea.png' })).status).to.equal('商品图的网址不能用');
    expect((await of({ ...tea, shopImgUrl: 'shop.png' })).status).to.equal('店铺头像的网址不能用');
  });

  it('asks for nothing to be sent while it is incomplete', async () => {
    const view = await of({ ...tea, title: '' });
    const events = record(view.element, ['kf-send', 'kf-sent', 'kf-error']);
    await view.send();
    expect(events.length).to.equal(0);
  });

  it('tells no agent that a picture is not https', async () => {
    const view = await of({ ...tea, imgUrl: 'http://localhost/a.png' });
    expect(view.element.issues.map(({ code }) => code)).to.include('http-image');
    expect(view.root.textContent).not.to.include('https');
  });

  it('has no button with without-send, and still sends when the page asks', async () => {
    const view = await card(html`<kf-product-card without-send .product=${tea}></kf-product-card>`);
    expect(view.names('button')).to.deep.equal([]);
    const asked = record(view.element, ['kf-send']);
    await view.element.send().catch(() => undefined);
    expect(asked.length).to.equal(1);
  });

  it('can not be pressed while it is disabled', async () => {
    const view = await card(html`<kf-product-card disabled .product=${tea}></kf-product-card>`);
    const asked = record(view.element, ['kf-send', 'kf-error']);
    expect((view.all('button')[0] as HTMLButtonElement).disabled).to.be.true;
    await rejection(view.element.send(), 'stopped');
    expect(asked.length).to.equal(0);
  });

  it('has message and issues in the same tick, as copies', async () => {
    const view = await of(tea);
    view.element.product = { ...tea, title: '' };
    expect(view.element.issues.map(({ code }) => code)).to.include('required');
    view.element.message.channelsShopProduct.title = '改了';
    expect(view.element.message.channelsShopProduct.title).to.equal('');
  });

  it('fires no event when something is set', async () => {
    const view = await of(tea);
    const events = record(view.element, ['input', 'change', 'kf-send', 'kf-error', 'kf-sent']);
    Object.assign(view.element, { product: null, title: 'x', sellingPrice: '1', disabled: true, enterChat: true });
    await view.settled();
    expect(events.length).to.equal(0);
  });

  it('is light or dark as its theme says', async () => {
    const surface = async (theme: string): Promise<string> => {
      const view = await card(html`<kf-product-card theme=${theme} .product=${tea}></kf-product-card>`);
      return getComputedStyle(view.root.querySelector('article') as Element).backgroundColor;
    };
    expect(await surface('light')).to.equal('rgb(255, 255, 255)');
    expect(await surface('dark')).to.equal('rgb(28, 29, 33)');
  });

  it('keeps room for two lines of title, so that cards in a row agree', async () => {
    const height = async (title: string): Promise<number> =>
      ((await of({ ...tea, title })).root.querySelector('[part="title"]') as Element).getBoundingClientRect().height;
    const one = await height('茶');
    expect(one).to.equal(await height('很长的商品名'.repeat(20)));
  });

  it('shows a square picture at any width', async () => {
    const view = await card(html`<kf-product-card .product=${tea}></kf-product-card>`, { width: 160 });
    const { width, height } = (view.root.querySelector('[part="image"]') as Element).getBoundingClientRect();
    expect(width).to.be.within(130, 160);
    expect(height).to.equal(width);
  });
});
