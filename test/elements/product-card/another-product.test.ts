import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
import { card, PIXEL } from '../../support/card-page.js';
import { product } from '../../support/messages.js';

const tea = product({ imgUrl: PIXEL, shopImgUrl: PIXEL }).channelsShopProduct;
const cup = { ...tea, productId: '10000000000001', title: '钛杯' };

describe('a card that gets another product', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  it('does not show what became of the one before', async () => {
    client.failNext('sendChatMessage', {});
    const view = await card(html`<kf-product-card .product=${tea}></kf-product-card>`);
    await view.element.send().catch(() => undefined);
    await view.element.updateComplete;
    expect(view.action).to.equal('没有，重发');
    view.element.product = cup;
    await view.element.updateComplete;
    expect(view.action).to.equal('发送');
    expect(view.status).to.equal('');
  });

  it('keeps what it says when a page hands over the same product again', async () => {
    const view = await card(html`<kf-product-card .product=${tea}></kf-product-card>`);
    await view.element.send();
    await view.element.updateComplete;
    expect(view.action).to.equal('已发送');
    view.element.product = { ...tea };
    await view.element.updateComplete;
    expect(view.action).to.equal('已发送');
  });

  it('can be sent again after it was moved within the three seconds of 已发送', async () => {
    const view = await card(html`<kf-product-card .product=${tea}></kf-product-card>`);
    await view.element.send();
    view.element.parentElement?.append(view.element);
    await view.buttonSays('发送');
  });
});
