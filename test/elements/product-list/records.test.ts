import { expect, fixtureSync, html } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import type { ChannelsShopProduct, ProductMessage } from '../../../src/core/index.js';
import type { KfSendEvent } from '../../../src/elements.js';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
import type { KfBridge } from '../../../src/kf-bridge.js';
import { ask, record } from '../../support/ask.js';
import { stopClock } from '../../support/clock.js';
import { centreOf, eventually } from '../../support/element-page.js';
import { callsOf, inTouch } from '../../support/in-touch.js';
import { ManualHost } from '../../support/manual-host.js';
import { rejection } from '../../support/rejection.js';
import { sendBehind } from '../bridge/send-behind.js';
import { SlowHost } from '../bridge/slow-host.js';
import { forgetSent, list, nth, shop, ListPage } from './list-page.js';

let client: SimulatedClient;
let view: ListPage;
let customers = 0;
let first = '';
const newCustomer = (): string => `wmRecords${++customers}`;
beforeEach(async () => {
  forgetSent();
  first = newCustomer();
  client = simulateWeCom({ customerId: first });
  view = await list({ products: shop(6), complete: true });
});
afterEach(() => client.restore());

const idOf = (index: number): string => nth(index).productId;
const reconnectTo = (customerId: string): Promise<unknown> => {
  client.set({ customerId });
  return view.bridge!.reconnect();
};

describe('a send from the list is for whom it was asked', () => {
  it('not for the customer that a reconnect under way finds', async () => {
    client.set({ latency: 30 });
    const done = reconnectTo(newCustomer());
    await rejection(view.element.send(idOf(1)), 'customer-changed');
    await done;
    expect(client.sent).to.deep.equal([]);
  });

  it('not by an answer to a question that was asked about another one', async () => {
    await view.pressOn('明前龙井');
    const answer = view.button('发送');
    const events = record(view.element);
    view.bridge!.addEventListener('kf-ready', () => answer.click(), { once: true });
    await reconnectTo(newCustomer());
    await eventually('ended', () => events.length === 1);
    expect(events[0]!.detail.error.code).to.equal('customer-changed');
    expect(client.sent).to.deep.equal([]);
  });

  it('and a reconnect to the same customer takes no question back', async () => {
    await view.pressOn('明前龙井');
    await reconnectTo(first);
    await view.settled();
    await view.click('发送');
    await view.marked('明前龙井', '已发送');
  });

  it('and the same send after a reconnect to the same customer', async () => {
    const host = new ManualHost();
    view = await list({ products: shop(6), complete: true }, html``, { host });
    stopClock(5000);
    const sending = view.element.send(idOf(1));
    await host.reached(1);
    await view.bridge!.reconnect();
    expect(view.element.send(idOf(1))).to.equal(sending);
    host.answer();
    await sending;
    expect(host.sends.length).to.equal(1);
  });

  it('and another send for another customer', async () => {
    client.set({ latency: 150 });
    const sending = view.element.send(idOf(1));
    await eventually('the native call', () => callsOf(client) === 1);
    client.set({ latency: 0 });
    await reconnectTo(newCustomer());
    await view.settled();
    expect(view.mark('明前龙井')).to.equal('Enter发送');
    await view.element.send(idOf(1));
    await sending;
    expect(callsOf(client)).to.equal(2);
  });
});

describe('a confirmation in the list', () => {
  it('is closed when its product is another one by then', async () => {
    await view.pressOn('明前龙井');
    view.element.products = shop(6).map(product => ({ ...product, sellingPrice: '1' }));
    await view.settled();
    expect(view.text('confirm')).to.equal('');
  });

  it('stays open when more products come', async () => {
    await view.pressOn('明前龙井');
    view.element.products = shop(9);
    await view.settled();
    expect(view.text('confirm')).to.contain('发给当前客户？');
  });

  it('sends what was asked about to who was found, or nothing', async () => {
    const [second, third] = [newCustomer(), newCustomer()];
    client.set({ customerId: second });
    await view.send('明前龙井');
    await view.marked('明前龙井', '客户换了');
    await view.pressOn('明前龙井');
    client.set({ latency: 20, customerId: third });
    const events = record(view.element);
    await view.read();
    view.button('发给现在这位').click();
    await eventually('ended', () => events.length === 1);
    expect(events[0]!.detail.error.code).to.equal('customer-changed');
    expect(client.sent).to.deep.equal([]);
  });

  it('is there after an unknown outcome, also in a list that is built anew', async () => {
    client.failNext('sendChatMessage', {});
    await view.send('明前龙井');
    await view.marked('明前龙井', '不确定发出没有');
    const anew = document.createElement('kf-product-list');
    anew.products = shop(6);
    view.element.replaceWith(anew);
    const copy = new ListPage(anew, view.bridge);
    await copy.settled();
    await copy.marked('明前龙井', '不确定发出没有');
    await copy.pressOn('明前龙井');
    await copy.click('没有，重发');
    await copy.marked('明前龙井', '已发送');
    expect(callsOf(client)).to.equal(2);
  });
});

describe('what a listener makes of a message', () => {
  it('is of that send alone: the next one begins with the product again', async () => {
    const rename = (event: Event): void => {
      const { message } = (event as KfSendEvent).detail;
      if (message.msgtype === 'channels_shop_product') message.channelsShopProduct.title = '改过的';
    };
    view.element.addEventListener('kf-send', rename, { once: true });
    await view.element.send(idOf(1));
    await view.element.send(idOf(1));
    const titles = client.sent.map(sent => (sent as ProductMessage).channelsShopProduct.title);
    expect(titles).to.deep.equal(['改过的', '明前龙井']);
  });
});

describe('a late answer', () => {
  it('is shown, and stands with the customer', async () => {
    const host = new ManualHost({ customerId: first });
    const slow = await list({ products: shop(3), complete: true }, undefined, { timeout: 60, host });
    await slow.send('明前龙井');
    await slow.marked('明前龙井', '不确定发出没有');
    host.answer();
    await slow.marked('明前龙井', '已发送');
    await slow.reopen();
    expect(slow.section('最近')).to.deep.equal(['明前龙井']);
  });

  it('that refuses what the user has called arrived takes it from what was sent', async () => {
    const host = new ManualHost({ customerId: first });
    const slow = await list({ products: shop(3), complete: true }, undefined, { timeout: 60, host });
    await slow.send('明前龙井');
    await slow.marked('明前龙井', '不确定发出没有');
    await slow.pressOn('明前龙井');
    await slow.click('已经有了');
    await slow.marked('明前龙井', '已发送');
    await slow.reopen();
    expect(slow.section('最近')).to.deep.equal(['明前龙井']);
    host.answer({ err_msg: 'sendChatMessage:fail_no permission' });
    await eventually('nothing was sent', () => !slow.section('最近').length);
  });
});

describe('a send from a list that turns out to be an earlier one', () => {
  it('is said as sent to those who do not see it', async () => {
    const host = new ManualHost();
    const earlier = await inTouch(html`<kf-bridge .host=${host}><p></p></kf-bridge>`);
    const first = ask(earlier.firstElementChild!, { msgtype: 'channels_shop_product', channelsShopProduct: nth(1) });
    await host.reached(1);
    const slow = new SlowHost({ customerId: host.customerId });
    const bridge = fixtureSync<KfBridge>(
      html`<kf-bridge lang="zh-CN" .host=${slow}><kf-product-list .products=${shop(3)}></kf-product-list></kf-bridge>`,
    );
    const anew = new ListPage(bridge.querySelector('kf-product-list')!, bridge);
    await anew.settled();
    const sending = anew.element.send(idOf(1));
    slow.connect();
    await sendBehind(0, slow, bridge);
    host.answerNth(1);
    expect(await sending).to.equal(await first);
    await eventually('it is said', () =>
      Array.from(anew.root.querySelectorAll('[role="status"]')).some(({ textContent }) =>
        textContent?.includes('明前龙井'),
      ),
    );
  });
});

describe('a way back in the list', () => {
  it('is 重新连接 as long as there is no client, whatever was tried', async () => {
    client.failNext('getContext', { err_msg: 'getContext:fail' });
    await view.bridge!.reconnect().catch(() => undefined);
    await view.element.send(idOf(1)).catch(() => undefined);
    await view.pressOn('明前龙井');
    expect(view.names('button')).to.deep.equal(['取消', '重新连接']);
    await view.click('重新连接');
    await eventually('ready', () => view.bridge!.state === 'ready');
    await view.send('明前龙井');
    await view.marked('明前龙井', '已发送');
  });
});

describe('a press on an answer that has become another one under the finger', () => {
  const pressOn = async (meanwhile: () => unknown): Promise<void> => {
    client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail' });
    await view.element.send(idOf(1)).catch(() => undefined);
    client.failNext('getContext', { err_msg: 'getContext:fail' });
    await view.bridge!.reconnect().catch(() => undefined);
    await view.pressOn('明前龙井');
    const position = centreOf(view.get('button', '重新连接'));
    await sendMouse({ type: 'move', position });
    await sendMouse({ type: 'down' });
    await meanwhile();
    await view.settled();
    await sendMouse({ type: 'up' });
    await view.settled();
  };
  afterEach(() => resetMouse());

  it('sends nothing', async () => {
    await pressOn(() => view.bridge!.reconnect());
    expect(view.names('button')).to.deep.equal([]);
    expect(callsOf(client)).to.equal(1);
  });

  it('does what it says where nothing has changed', async () => {
    await pressOn(() => undefined);
    await eventually('ready', () => view.bridge!.state === 'ready');
  });
});

describe('a list and a clock that jumps', () => {
  const { now } = Date;
  afterEach(() => (Date.now = now));

  it('says 已发送 of a send of just now', async () => {
    await view.send('明前龙井');
    Date.now = () => now() + 3_600_000;
    view.element.requestUpdate();
    await view.marked('明前龙井', '已发送');
  });
});

describe('products that are none', () => {
  const revoked = (): unknown[] => {
    const { proxy, revoke } = Proxy.revocable<unknown[]>([], {});
    revoke();
    return proxy;
  };
  const throwing = (): unknown =>
    new Proxy([nth(0)], {
      get: () => {
        throw new Error('not for you');
      },
    });
  const sparse = (): unknown[] => new Array(2 ** 32 - 1);

  const broken: Record<string, () => unknown> = { revoked, throwing, text: () => 'x', number: () => 5 };

  for (const [name, make] of Object.entries(broken))
    it(`do not break the list: ${name}`, async () => {
      view.element.products = make() as ChannelsShopProduct[];
      await view.settled();
      expect(view.rows).to.have.length(0);
      await rejection(view.element.send(idOf(0)), 'invalid-argument');
      view.element.products = shop(3);
      await view.settled();
      expect(view.rows).to.have.length(3);
      await view.element.send(idOf(0));
    });

  it('are left out where one of them throws', async () => {
    const bad = Object.defineProperty({}, 'title', {
      enumerable: true,
      get: () => {
        throw new Error('not for you');
      },
    });
    view.element.products = [nth(0), bad, revoked(), 1n, nth(1)] as ChannelsShopProduct[];
    await view.settled();
    expect(view.titles).to.deep.equal([nth(0).title, nth(1).title]);
  });

  it('have an end', async function () {
    this.timeout(20_000);
    view.element.products = sparse() as ChannelsShopProduct[];
    await view.settled();
    view.element.products = shop(3);
    await view.settled();
    expect(view.rows).to.have.length(3);
  });
});
