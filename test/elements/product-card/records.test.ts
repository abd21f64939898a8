import { aTimeout, expect, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { ChannelsShopProduct } from '../../../src/core/index.js';
import type { KfBridge } from '../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
import { A, B } from '../../support/customers.js';
import { ask, record, typesOf } from '../../support/ask.js';
import { card, PIXEL, type CardPage } from '../../support/card-page.js';
import { centreOf, eventually } from '../../support/element-page.js';
import { callsOf } from '../../support/in-touch.js';
import { ManualHost } from '../../support/manual-host.js';
import { product } from '../../support/messages.js';
import { rejection } from '../../support/rejection.js';

const tea = product({ imgUrl: PIXEL, shopImgUrl: PIXEL }).channelsShopProduct;
const cup: ChannelsShopProduct = { ...tea, productId: '10000000000001', title: '钛杯' };

let client: SimulatedClient;
let view: CardPage;
let bridge: KfBridge;
const show = async (template = html`<kf-product-card .product=${tea}></kf-product-card>`): Promise<void> => {
  view = await card(template);
  bridge = view.element.closest('kf-bridge')!;
};
beforeEach(async () => {
  client = simulateWeCom({ customerId: A });
  await show();
});
afterEach(() => client.restore());

/** The chat is switched; the bridge has not noticed that yet when this is over, but is about to. */
const reconnectTo = (customerId: string): Promise<unknown> => {
  client.set({ customerId });
  return bridge.reconnect();
};

const setProduct = async (value: ChannelsShopProduct | null): Promise<void> => {
  view.element.product = value;
  await view.settled();
};

describe('a doubt of the bridge', () => {
  it('is not hidden by a later press that no bridge answered', async () => {
    const { element } = view;
    client.failNext('sendChatMessage', {}); // nobody can tell
    await rejection(element.send(), 'no-answer');
    document.body.append(element);
    await rejection(element.send(), 'bridge-absent');
    bridge.append(element);
    await view.buttonSays('没有，重发');
    expect(client.sent.length).to.equal(0);
    element.remove();
  });
});

describe('an answer to the question of a card', () => {
  it('is none to the next question, though the button says the same', async () => {
    const { element } = view;
    client.failNext('sendChatMessage', {});
    await rejection(element.send(), 'no-answer');
    await view.buttonSays('没有，重发');
    await sendMouse({ type: 'move', position: centreOf(view.button('没有，重发')) });
    await sendMouse({ type: 'down' });
    client.failNext('sendChatMessage', {});
    const other = document.createElement('p');
    bridge.append(other);
    await rejection(ask(other, element.message, { repeats: bridge.recordOf(element.message)! }), 'no-answer');
    await view.buttonSays('没有，重发');
    const calls = callsOf(client);
    let isUp = false; // a click comes at once, but WebKit makes none of a press whose button has changed
    element.addEventListener('mouseup', () => (isUp = true));
    await sendMouse({ type: 'up' });
    await eventually('the end of the press', () => isUp);
    await view.settled();
    expect([calls, callsOf(client)]).to.deep.equal([2, 2]);
  });
});

describe('a press on a card is for whom it was made', () => {
  it('does not go to the customer that a reconnect under way finds', async () => {
    client.set({ latency: 30 });
    const done = reconnectTo(B);
    const events = record(view.element);
    view.button('发送').click();
    await rejection(view.element.send(), 'customer-changed');
    await done;
    await view.buttonSays('发给现在这位');
    expect(client.sent).to.deep.equal([]);
    expect(typesOf(events)).to.deep.equal(['kf-error']);
  });

  it('goes to the same customer after a reconnect', async () => {
    client.set({ latency: 30 });
    const done = reconnectTo(A);
    view.button('发送').click();
    await done;
    await view.buttonSays('已发送');
    expect(client.sent.length).to.equal(1);
  });

  it('ends with customer-changed when it comes before the next customer is on screen', async () => {
    const failed = new Promise<CustomEvent>(resolve =>
      view.element.addEventListener('kf-error', resolve, { once: true }),
    );
    const button = view.button('发送');
    bridge.addEventListener('kf-ready', () => button.click(), { once: true });
    await reconnectTo(B);
    expect((await failed).detail.error.code).to.equal('customer-changed');
    expect(client.sent).to.deep.equal([]);
  });
});

describe('a confirmation on a card', () => {
  const change = async (): Promise<void> => {
    client.set({ customerId: B });
    await view.send();
    await view.buttonSays('发给现在这位');
    await view.read();
  };

  it('sends what was asked about, though the page has changed the card meanwhile', async () => {
    await change();
    client.set({ latency: 20 });
    view.button('发给现在这位').click();
    view.element.product = cup;
    await eventually('sent', () => client.sent.length === 1);
    expect(client.sent[0]).to.deep.equal(product({ imgUrl: PIXEL, shopImgUrl: PIXEL }));
  });

  it('is not asked for again when the first customer is back', async () => {
    await change();
    await view.send();
    await view.buttonSays('已发送');
    await reconnectTo(A);
    await view.settled();
    expect(view.action).to.equal('发送');
    expect(client.sent.length).to.equal(1);
  });

  it('sends nothing when yet another customer is there', async () => {
    await change();
    client.set({ customerId: 'wmC' });
    const events = record(view.element);
    await view.send();
    await eventually('ended', () => events.length === 1);
    expect(events[0]!.detail.error.code).to.equal('customer-changed');
    expect(client.sent).to.deep.equal([]);
  });

  it('pressed twice is one send', async () => {
    await change();
    client.set({ latency: 20 });
    const button = view.button('发给现在这位');
    button.click();
    button.click();
    await view.buttonSays('已发送');
    expect(client.sent.length).to.equal(1);
  });
});

describe('what became of a send is the bridge’s to know', () => {
  it('so a card that is recycled while it is under way makes no second call', async () => {
    const host = new ManualHost({ customerId: A });
    view = await card(html`<kf-product-card .product=${tea}></kf-product-card>`, { host });
    await view.send();
    for (const value of [null, tea, cup, tea]) await setProduct(value);
    expect(view.action).to.equal('发送中');
    void view.element.send();
    await host.reached(1);
    host.answer();
    await view.buttonSays('已发送');
    expect(host.sends.length).to.equal(1);
  });

  it('so an unknown outcome is not forgotten by recycling', async () => {
    client.failNext('sendChatMessage', {});
    await view.send();
    await view.buttonSays('没有，重发');
    for (const value of [null, cup]) await setProduct(value);
    expect(view.action).to.equal('发送');
    await setProduct(tea);
    expect(view.action).to.equal('没有，重发');
    await rejection(view.element.send(), 'no-answer');
    expect(callsOf(client)).to.equal(1);
    await view.send();
    await view.buttonSays('已发送');
    expect(callsOf(client)).to.equal(2);
  });

  it('so a card that is built anew shows it', async () => {
    client.failNext('sendChatMessage', {});
    await view.send();
    await view.buttonSays('没有，重发');
    const anew = document.createElement('kf-product-card');
    anew.product = tea;
    view.element.replaceWith(anew);
    expect(new (view.constructor as typeof CardPage)(anew).action).to.equal('');
    await anew.updateComplete;
    expect(anew.shadowRoot!.querySelector('[part~="send"]')!.textContent).to.equal('没有，重发');
  });

  it('so a late refusal is shown, too', async () => {
    const host = new ManualHost({ customerId: A });
    view = await card(html`<kf-product-card .product=${tea}></kf-product-card>`, { timeout: 60, host });
    await view.send();
    await view.buttonSays('没有，重发');
    host.answer({ err_msg: 'sendChatMessage:fail_no permission' });
    await view.buttonSays('再试一次');
    expect(view.status).to.include('应用没有权限');
  });
});

describe('a way back', () => {
  it('is 重新连接 as long as there is no client, whatever was tried', async () => {
    client.restore();
    client = simulateWeCom({ customerId: A });
    client.failNext('getContext', { err_msg: 'getContext:fail' });
    await show();
    expect(view.action).to.equal('重新连接');
    await rejection(view.element.send());
    await view.settled();
    expect(view.action).to.equal('重新连接');
    await view.send();
    await view.buttonSays('发送');
    await view.send();
    await view.buttonSays('已发送');
  });

  it('is the same in a panel beside another one that is connected', async () => {
    await aTimeout(50); // the page has heard of the first one
    client.failNext('getContext', { err_msg: 'getContext:fail' });
    await show();
    await aTimeout(50);
    await rejection(view.element.send(), 'refused');
    await view.send();
    await eventually('ready', () => bridge.state === 'ready');
    await view.settled();
    expect(view.action).to.equal('发送');
  });
});

describe('a card and a clock that jumps', () => {
  const { now } = Date;
  afterEach(() => (Date.now = now));

  for (const hours of [-1, 1000])
    it(`by ${hours} hours: the press counts, 已发送 stands its three seconds`, async () => {
      Date.now = () => now() + hours * 3_600_000;
      await view.send();
      await view.buttonSays('已发送');
      const began = performance.now();
      await view.buttonSays('发送');
      expect(performance.now() - began).to.be.above(2000);
      await view.send();
      await eventually('sent again', () => client.sent.length === 2);
    });
});

describe('the product of a card', () => {
  it('is a copy: what the page changes in its object is neither shown nor sent', async () => {
    const mine = { ...tea };
    await show(html`<kf-product-card .product=${mine}></kf-product-card>`);
    mine.sellingPrice = '999';
    view.element.product!.sellingPrice = '999';
    view.element.requestUpdate();
    await view.settled();
    expect(view.price).to.equal('¥8.00起');
    await view.element.send();
    expect(client.sent[0]).to.have.nested.property('channelsShopProduct.sellingPrice', '800');
  });

  it('may be anything at all: the next good one works', async () => {
    const cycle: Record<string, unknown> = { ...tea };
    cycle.title = cycle;
    let deep: unknown = {};
    for (let level = 0; level < 100_000; level++) deep = { deep };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const throwing = Object.defineProperty({ ...tea }, 'imgUrl', {
      enumerable: true,
      get: () => {
        throw new Error('not for you');
      },
    });
    const values = [
      cycle,
      deep,
      proxy,
      throwing,
      { ...tea, title: 1n },
      { ...tea, more: deep },
      Symbol('x'),
      () => tea,
      NaN,
    ];
    for (const value of values) {
      await setProduct(value as unknown as ChannelsShopProduct);
      expect(view.element.message.msgtype).to.equal('channels_shop_product');
      await view.element.send().catch(() => undefined);
      await setProduct(tea);
      expect(view.part('title')).to.equal(tea.title);
    }
    const sent = client.sent.length;
    await setProduct(cup);
    await view.element.send();
    expect(client.sent.length).to.equal(sent + 1);
  });
});

describe('a subclass of the card', () => {
  it('has the whole life of a LitElement', async () => {
    const { KfProductCard } = await import('../../../src/elements.js');
    const seen: string[] = [];
    class Mine extends KfProductCard {
      protected override createRenderRoot(): HTMLElement {
        return this;
      }
      protected override willUpdate(): void {
        seen.push('willUpdate');
      }
      protected override firstUpdated(): void {
        seen.push('firstUpdated');
      }
    }
    Mine.define('x-own-card');
    const element = document.createElement('x-own-card') as InstanceType<typeof KfProductCard>;
    element.addController({ hostUpdated: () => seen.push('hostUpdated') });
    element.product = tea;
    bridge.append(element);
    await element.updateComplete;
    expect(seen).to.deep.equal(['willUpdate', 'hostUpdated', 'firstUpdated']);
    expect(element.querySelector('h3')!.textContent).to.equal(tea.title);
    element.querySelector('button')!.click();
    await eventually('sent', () => client.sent.length === 1);
  });
});
