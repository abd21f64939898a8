import { expect, html } from '@open-wc/testing';
import type { ChannelsShopProduct } from '../../../src/core/index.js';
import { chat } from '../../support/chat.js';
import { A } from '../../support/customers.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { list, nth } from '../product-list/list-page.js';

beforeEach(asOnNewPage);

const products = (name: string): ChannelsShopProduct[] =>
  [0, 1, 2].map(i => nth(i, { productId: `${name}${i}${A}`, title: `货品 ${i} 号` }));
const atOtherPrice = (product: ChannelsShopProduct): ChannelsShopProduct => ({ ...product, sellingPrice: '1280' });

describe('a product whose price is another one by now', () => {
  it('is asked about in its row while nobody knows of it', async () => {
    const given = products('price');
    const view = await list({ products: given, complete: true }, html``, { host: chat, timeout: 60 });
    await view.send('货品 1 号');
    await view.marked('货品 1 号', '不确定');
    view.element.products = given.map(atOtherPrice);
    await view.settled();
    expect(view.mark('货品 1 号')).to.match(/不确定/);
  });

  it('is the same send while it is under way', async () => {
    const given = products('price-under-way');
    const view = await list({ products: given, complete: true }, html``, { host: chat });
    await view.send('货品 1 号');
    await chat.reached(1);
    view.element.products = given.map(atOtherPrice);
    await view.settled();
    expect(view.mark('货品 1 号')).to.match(/发送中/);
  });

  it('is asked about in its card, and sent again as it is on show', async () => {
    const { view, bridge } = await chat.card(`card-price${A}`);
    const { element } = view;
    bridge.timeout = 60;
    await element.send().catch(() => undefined);
    bridge.timeout = 30_000;
    element.product = atOtherPrice(element.product as ChannelsShopProduct);
    await view.settled();
    expect(view.names('button')).to.include('没有，重发');
    await view.read();
    await view.click('没有，重发');
    await chat.reached(2);
    expect(JSON.stringify(chat.sends[1])).to.contain('"1280"');
  });

  it('is another one once it is there', async () => {
    const { view } = await chat.card(`card-price-later${A}`);
    const { element } = view;
    const sent = element.send();
    await chat.reached(1);
    chat.answer();
    await sent;
    element.product = atOtherPrice(element.product as ChannelsShopProduct);
    await view.settled();
    expect(view.action).to.equal('发送');
  });
});
