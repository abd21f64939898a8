import { expect, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { KfBridge } from '../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
import { A, B } from '../../support/customers.js';
import { centreOf, eventually } from '../../support/element-page.js';
import { callsOf } from '../../support/in-touch.js';
import { card, PIXEL, type CardPage } from '../../support/card-page.js';
import { ManualHost } from '../../support/manual-host.js';
import { product as productMessage } from '../../support/messages.js';

const tea = productMessage({ imgUrl: PIXEL, shopImgUrl: PIXEL }).channelsShopProduct;

describe('a press on a card that began on something else', () => {
  const press = async (act: (host: ManualHost, page: CardPage) => unknown): Promise<ManualHost> => {
    const host = new ManualHost({ customerId: A });
    const page = await card(html`<kf-product-card .product=${tea}></kf-product-card>`, { host });
    await page.buttonSays('发送');
    const button = page.button('发送');
    button.scrollIntoView({ block: 'center' });
    await sendMouse({ type: 'move', position: centreOf(button) });
    await sendMouse({ type: 'down' });
    await act(host, page);
    await page.settled();
    await sendMouse({ type: 'up' });
    await page.settled();
    return host;
  };

  it('is a send where nothing has changed', async () => {
    const host = await press(() => undefined);
    await host.reached(1);
  });

  it('does not go to the next customer', async () => {
    const host = await press(async (of, { element }) => {
      of.customerId = B;
      await (element.closest('kf-bridge') as KfBridge).reconnect();
    });
    expect(host.calls.filter(api => api === 'sendChatMessage')).to.deep.equal([]);
  });

  it('does not send the next product', async () => {
    const host = await press((_, { element }) => (element.product = { ...tea, productId: '2', title: '别的' }));
    await host.reached(0);
    expect(host.calls.filter(api => api === 'sendChatMessage')).to.deep.equal([]);
  });
});

describe('a card and the customers', () => {
  let client: SimulatedClient;
  let view: CardPage;
  beforeEach(async () => {
    client = simulateWeCom({ customerId: A });
    view = await card(html`<kf-product-card .product=${tea}></kf-product-card>`);
  });
  afterEach(() => client.restore());

  const sendTo = async (customerId: string): Promise<void> => {
    client.set({ customerId });
    await (view.element.closest('kf-bridge') as HTMLElement & { reconnect(): Promise<unknown> }).reconnect();
    await view.settled();
  };

  it('has the mark of a send with the customer who got it, and with no other one', async () => {
    await view.send();
    await view.buttonSays('已发送');
    await view.buttonSays('发送');
    expect(view.part('mark')).to.match(/^\d\d:\d\d$/);
    await sendTo(B);
    expect(view.part('mark')).to.equal('');
    await sendTo(A);
    expect(view.part('mark')).to.match(/^\d\d:\d\d$/);
  });

  it('does not say 已发送 to the next customer', async () => {
    await view.send();
    await view.buttonSays('已发送');
    await sendTo(B);
    expect(view.action).to.equal('发送');
  });

  it('is another send for the next customer; the first one stays with the first', async () => {
    client.set({ latency: 250 });
    const first = view.element.send();
    await eventually('the native call', () => callsOf(client) === 1);
    client.set({ latency: 0 });
    await sendTo(B);
    expect(view.action).to.equal('发送');
    const second = view.element.send();
    expect(second).not.to.equal(first);
    await first;
    await second;
    await view.buttonSays('已发送');
    expect(client.sent.length).to.equal(2);
    await sendTo(A);
    await view.buttonSays('已发送');
  });

  it('is the same send after a reconnect to the same customer', async () => {
    const host = new ManualHost({ customerId: A });
    view = await card(html`<kf-product-card .product=${tea}></kf-product-card>`, { host });
    const first = view.element.send();
    await host.reached(1);
    await view.element.closest('kf-bridge')?.reconnect();
    await view.settled();
    expect(view.action).to.equal('发送中');
    expect(view.element.send()).to.equal(first);
    host.answer();
    await first;
    expect(host.sends.length).to.equal(1);
  });

  it('asks the agent to look when nobody can tell, and to press again only then', async () => {
    client.failNext('sendChatMessage', {});
    await view.send();
    await view.buttonSays('没有，重发');
    expect(view.part('reason')).to.include('不确定发出没有');
    await sendTo(B);
    expect(view.action).to.equal('发送');
  });

  it('offers to send to the one who is there now when the chat was switched under it', async () => {
    (view.element.closest('kf-bridge') as HTMLElement).setAttribute('check-customer', '');
    client.set({ customerId: B });
    await view.send();
    await view.buttonSays('发给现在这位');
    expect(client.sent.length).to.equal(0);
    expect(view.part('reason')).to.include('客户换了，没有发送');
    await view.send();
    await view.buttonSays('已发送');
    expect(client.sent.length).to.equal(1);
  });

  it('says 已发送 when the client answers after all', async () => {
    const host = new ManualHost({ customerId: A });
    view = await card(html`<kf-product-card .product=${tea}></kf-product-card>`, { timeout: 60, host });
    await view.send();
    await view.buttonSays('没有，重发');
    host.answer();
    await view.buttonSays('已发送');
    expect(host.sends).to.have.length(1);
  });

  it('takes a double click for one press', async () => {
    const button = view.button('发送');
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
    await view.buttonSays('已发送');
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 2 }));
    await view.settled();
    expect(client.sent.length).to.equal(1);
  });
});
