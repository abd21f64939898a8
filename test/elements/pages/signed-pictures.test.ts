import { expect, html } from '@open-wc/testing';
import type { ChannelsShopProduct } from '../../../src/core/index.js';
import type { KfBridge } from '../../../src/kf-bridge.js';
import { chat } from '../../support/chat.js';
import { A } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { list, nth, PIXEL } from '../product-list/list-page.js';

describe('a product whose picture has another address after each look at the shop (a signed one)', () => {
  const tea = (productId: string, sign: number): ChannelsShopProduct =>
    nth(1, { productId, imgUrl: `https://shop.example.com/tea.png?sign=${sign}` });

  for (const outcome of ['under way', 'unknown'])
    it(`in a list: a send of it that is ${outcome} is not offered again`, async () => {
      const id = `signed-${outcome}-${A}`;
      const view = await list({ products: [tea(id, 1)] }, html``, { host: chat });
      const bridge = view.bridge as KfBridge;
      if (outcome === 'unknown') bridge.timeout = 60;
      const { title } = tea(id, 1);
      await view.send(title);
      await view.marked(title, outcome === 'unknown' ? /不确定/ : /发送中/);
      const before = view.mark(title);
      view.element.products = [tea(id, 2)];
      await view.settled();
      expect(view.mark(title)).to.equal(before);
    });

  it('in a list: the question before a send stays open', async () => {
    const tea = nth(1, { productId: `signed${A}` });
    const view = await list({ products: [tea], complete: true }, html``, { host: chat });
    await view.pressOn(tea.title);
    expect(view.has('button', '发送')).to.be.true;
    view.element.products = [{ ...tea, imgUrl: `${PIXEL}?sign=2` }];
    await view.settled();
    expect(view.has('button', '发送')).to.be.true;
  });

  it('in a list: so does the question about a send of which nobody knows', async () => {
    const tea = nth(1, { productId: `signed2${A}` });
    const view = await list({ products: [tea], complete: true }, html``, { host: chat });
    const bridge = view.bridge as KfBridge;
    bridge.timeout = 60;
    await view.send(tea.title);
    await eventually('the question', () => view.has('button', '没有，重发'));
    bridge.timeout = 30_000;
    view.element.products = [{ ...tea, imgUrl: `${PIXEL}?sign=2` }];
    await view.settled();
    expect(view.has('button', '没有，重发')).to.be.true;
  });

  it('on a card: a send of it of which nobody knows is still asked about', async () => {
    const { view, bridge } = await chat.card(`signed${A}`);
    bridge.timeout = 60;
    view.element.send().catch(() => undefined);
    await view.buttonSays('没有，重发');
    const { product } = view.element;
    view.element.product = product && { ...product, imgUrl: 'https://shop.example.com/tea.png?sign=2' };
    await view.settled();
    expect(view.action).to.equal('没有，重发');
  });
});
