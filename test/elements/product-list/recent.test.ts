import { aTimeout, expect, html } from '@open-wc/testing';
import type { ChannelsShopProduct, ProductMessage } from '../../../src/core/index.js';
import { addresseeOf } from '../../../src/events/addressee.js';
import { recordSent, SENT_KEY, sentTo } from '../../../src/elements/shared/sends/sent-log.js';
import type { Receipt } from '../../../src/events/send-record.js';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
import '../../../src/kf-product-card.js';
import { ask } from '../../support/ask.js';
import { eventually } from '../../support/element-page.js';
import { bridgeTo, inside } from '../../support/in-touch.js';
import { forgetSent, list, ListPage, nth, shop } from './list-page.js';
import { ManualHost } from '../../support/manual-host.js';

let client: SimulatedClient;
let customers = 0;
const newCustomer = (): string => `wmRecent${++customers}`;
beforeEach(() => {
  forgetSent();
  client = simulateWeCom({ customerId: newCustomer() });
});
afterEach(() => client.restore());

const productMessage = (channelsShopProduct: ChannelsShopProduct): ProductMessage => ({
  msgtype: 'channels_shop_product',
  channelsShopProduct,
});

const RECENT = '最近发给这位客户';

describe('what was sent to the customer', () => {
  it('stays where it is as long as it is in sight: no row moves', async () => {
    const view = await list({ products: shop(4), complete: true });
    const { places } = view;
    await view.send('钛杯');
    await view.marked('钛杯', '已发送');
    expect(view.places).to.deep.equal(places);
    view.element.products = shop(4).map(product => ({ ...product, sellingPrice: '1' })); // as many pages do after a send
    await view.settled();
    expect(view.places).to.deep.equal(places);
    view.element.products = shop(5);
    await view.settled();
    expect(view.headings).to.deep.equal(['全部商品 · 5 件']);
  });

  const ways: Record<string, (view: ListPage) => Promise<unknown>> = {
    'is searched': async view => {
      await view.retype('搜索商品名或 ID', '钛');
      await view.retype('搜索商品名或 ID', '');
    },
    'comes into the page': view => view.reopen(),
    'is shown again by the page': async view => {
      const height = (): Promise<unknown> => view.scrollTo(0); // measures
      view.element.style.display = 'none';
      await height();
      view.element.style.display = '';
      await height();
    },
    'has other products': async view => {
      view.element.products = shop(6).reverse();
      await view.settled();
    },
  };
  for (const [name, way] of Object.entries(ways))
    it(`stands on top, and only there, as soon as the list ${name}`, async () => {
      const view = await list({ products: shop(6), complete: true });
      await view.send('钛杯');
      await view.marked('钛杯', '已发送');
      await way(view);
      expect(view.section(RECENT)).to.deep.equal(['钛杯 420ml']);
      expect(view.headings).to.deep.equal([RECENT, '其他商品 · 5 件']);
      expect(view.rows).to.have.length(6);
      expect(view.text('end')).to.equal('到底了，共 6 件');
    });

  it('is in sight as the list comes again, where that was near its top', async () => {
    const view = await list({ products: shop(40), complete: true });
    view.element.style.height = '300px';
    await view.scrollTo(30);
    await view.send('钛杯');
    await view.marked('钛杯', '已发送');
    expect(view.body.scrollTop).to.be.above(0);
    await view.reopen();
    expect(view.body.scrollTop).to.equal(0);
  });

  it('moves nothing that is in sight as the list comes again, where that was far from its top', async () => {
    const view = await list({ products: shop(40), complete: true });
    await view.scrollTo(1000);
    const before = view.places['商品 12'];
    await view.element.send(nth(30).productId);
    await view.reopen();
    expect(view.places['商品 12']).to.equal(before);
    await view.scrollTo(0);
    expect(view.section(RECENT)).to.deep.equal(['商品 30']);
  });

  it("stands above the page's own heading, which counts what is below it", async () => {
    const view = await list({ products: shop(6), complete: true, heading: '秋季上新' });
    await view.send('钛杯');
    await view.marked('钛杯', '已发送');
    await view.reopen();
    expect(view.headings).to.deep.equal([RECENT, '秋季上新 · 5 件']);
  });

  it('stands on top only, the next time', async () => {
    const first = await list({ products: shop(6), complete: true });
    await first.send('钛杯');
    await first.marked('钛杯', '已发送');
    first.bridge?.remove();
    const view = await list({ products: shop(6), complete: true });
    expect(view.titles.filter(title => title.startsWith('钛杯'))).to.have.length(1);
    expect(view.titles[0]).to.equal('钛杯 420ml');
    expect(view.mark('钛杯')).to.equal('刚刚发过');
    expect(view.text('end')).to.equal('到底了，共 6 件');
  });

  it("is that customer's alone", async () => {
    const view = await list({ products: shop(6), complete: true });
    await view.send('钛杯');
    await view.marked('钛杯', '已发送');
    const first = view.bridge!.context!.customerId as string;
    client.set({ customerId: newCustomer() });
    await view.bridge!.reconnect();
    await view.settled();
    expect(view.section(RECENT)).to.deep.equal([]);
    expect(view.mark('钛杯')).not.to.contain('发过').and.not.to.contain('已发送');
    client.set({ customerId: first });
    await view.bridge!.reconnect();
    await view.settled();
    expect(view.section(RECENT)).to.deep.equal(['钛杯 420ml']);
  });

  it('closes an open question when the customer changes', async () => {
    const view = await list({ products: shop(6), complete: true });
    await view.pressOn('明前龙井');
    client.set({ customerId: newCustomer() });
    await view.bridge!.reconnect();
    await view.settled();
    expect(view.text('confirm')).to.equal('');
    expect(view.focusedRow).to.equal('明前龙井');
  });

  it('says when it was', async () => {
    const now = new Date();
    const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1, 16, 20);
    const before = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 20, 12);
    const id = newCustomer();
    client.set({ customerId: id });
    const addressee = addresseeOf(id);
    recordSent(addressee, nth(0).productId, Date.now() - 200_000);
    recordSent(addressee, nth(1).productId, yesterday.getTime());
    recordSent(addressee, nth(2).productId, before.getTime());
    const view = await list({ products: shop(6), complete: true });
    expect(view.section(RECENT)).to.deep.equal(['手工黄油曲奇礼盒', '明前龙井', '钛杯 420ml']);
    expect(view.mark('曲奇')).to.equal('3 分钟前发过');
    expect(view.mark('龙井')).to.equal('昨天 16:20 发过');
    expect(view.mark('钛杯')).to.equal(`${before.getMonth() + 1} 月 ${before.getDate()} 日发过`);
  });

  it('is not stored for a customer whom nobody knows, and not shown to the next one', async () => {
    // Other tests write to the same storage meanwhile.
    const products = shop(6).map(each => ({ ...each, productId: `nobody-${each.productId}` }));
    const view = await list({ products, complete: true });
    const unknown = async (): Promise<void> => {
      client.failNext('getCurExternalContact', { err_msg: 'getCurExternalContact:fail' });
      await view.bridge!.reconnect();
      await view.settled();
    };
    await unknown();
    await view.read();
    await view.send('钛杯');
    await view.marked('钛杯', '已发送');
    expect(localStorage.getItem(SENT_KEY) ?? '').not.to.contain('nobody-');
    await view.reopen();
    expect(view.section('最近发过')).to.deep.equal(['钛杯 420ml']);
    await unknown();
    expect(view.headings).to.deep.equal(['全部商品 · 6 件']);
  });

  it('has the mark also of a send that a card has made', async () => {
    const view = await list({ products: shop(6), complete: true });
    const card = document.createElement('kf-product-card');
    card.product = nth(2);
    view.bridge!.append(card);
    await card.send();
    await view.marked('钛杯', '已发送');
  });
});

describe('what was sent where no list has seen it', () => {
  const TITLE = nth(2).title;
  const REFUSED = { err_msg: 'sendChatMessage:fail_no permission' };
  let host: ManualHost;
  beforeEach(() => (host = new ManualHost({ customerId: newCustomer() })));

  const panel = (timeout?: number): Promise<ListPage> =>
    list({ products: shop(6), complete: true }, html``, timeout ? { host, timeout } : { host });

  /** A list in the place of another one. */
  const builtAnew = async ({ element, bridge }: ListPage): Promise<ListPage> => {
    const anew = document.createElement('kf-product-list');
    anew.products = shop(6);
    element.replaceWith(anew);
    const view = new ListPage(anew, bridge);
    await view.settled();
    return view;
  };

  it('is there when the list comes back: its send ended while it was out of the page', async () => {
    const view = await panel();
    const sent = view.element.send(nth(2).productId);
    await host.reached(1);
    view.element.remove();
    host.answerNth(1);
    await sent;
    view.bridge!.append(view.element);
    await view.settled();
    expect(view.section(RECENT)).to.deep.equal([TITLE]);
  });

  it('is there when the whole panel is built anew meanwhile', async () => {
    const view = await panel();
    const sent = view.element.send(nth(2).productId);
    await host.reached(1);
    view.bridge!.remove();
    await aTimeout(0);
    host.answerNth(1);
    await sent;
    expect((await panel()).section(RECENT)).to.deep.equal([TITLE]);
  });

  it('is there when a card or the page has sent it before', async () => {
    const bridge = await bridgeTo(host);
    const card = document.createElement('kf-product-card');
    card.product = nth(2);
    bridge.append(card);
    const sends = [card.send(), bridge.send(productMessage(nth(4)))];
    for (const nr of [1, 2]) {
      await host.reached(nr);
      host.answerNth(nr);
    }
    await Promise.all(sends);
    expect((await panel()).section(RECENT)).to.have.members([TITLE, nth(4).title]);
  });

  it('is there when the page has sent it by itself, for a card', async () => {
    const bridge = await bridgeTo(host);
    const card = document.createElement('kf-product-card');
    card.product = nth(2);
    card.addEventListener('kf-send', event => event.respondWith(Promise.resolve({} as Receipt)));
    bridge.append(card);
    await card.send();
    await aTimeout(0);
    expect((await panel()).section(RECENT)).to.deep.equal([TITLE]);
  });

  it('goes when the client refuses what the user has called arrived, in a list that was built anew since', async () => {
    const view = await panel(60);
    await view.send(TITLE);
    await view.marked(TITLE, '不确定发出没有');
    await view.pressOn(TITLE);
    await view.click('已经有了');
    await view.marked(TITLE, '已发送');
    const anew = await builtAnew(view);
    expect(anew.section(RECENT)).to.deep.equal([TITLE]);
    host.answerNth(1, REFUSED);
    await eventually('nothing was sent', () => !anew.section(RECENT).length);
  });

  it('stays when only the second send of it is refused', async () => {
    const bridge = await bridgeTo(host);
    const first = bridge.send(productMessage(nth(2)));
    await host.reached(1);
    host.answerNth(1);
    await first;
    bridge.timeout = 60;
    const asker = inside(bridge);
    await ask(asker, productMessage(nth(2))).catch(() => undefined);
    bridge.recordOf(productMessage(nth(2)))!.confirm();
    host.answerNth(2, REFUSED);
    await eventually('refused', () => bridge.recordOf(productMessage(nth(2)))?.phase === 'not-sent');
    expect((await panel()).section(RECENT)).to.deep.equal([TITLE]);
  });
});

describe('the record of what was sent', () => {
  const now = Date.now();
  const newAddressee = (): string => addresseeOf(newCustomer());

  it('keeps 20 products of 50 customers', () => {
    const addressees = Array.from({ length: 60 }, newAddressee);
    for (const addressee of addressees) recordSent(addressee, 'p', now - 1000);
    for (let index = 0; index < 30; index++) recordSent(addressees[0]!, `p${index}`, now - 100 + index);
    const { customers } = JSON.parse(localStorage.getItem(SENT_KEY)!) as { customers: [string, unknown[]][] };
    expect(customers).to.have.length(50);
    expect(customers[0]![1]).to.have.length(20);
    expect(Array.from(sentTo(addressees[0]!).keys())[0]).to.equal('p29');
  });

  it('has no id of a customer in clear, and removes the one that had', () => {
    localStorage.setItem('wecom-kf-elements:sent', '[["wmOld",[["p",1]]]]');
    const customer = newCustomer();
    recordSent(addresseeOf(customer), 'p', now);
    const stored = Object.entries({ ...localStorage }).join();
    expect(stored).not.to.include(customer).and.not.to.include('wmOld');
    expect(sentTo(addresseeOf(customer)).get('p')).to.equal(now);
  });

  it('forgets after 30 days', () => {
    const addressee = newAddressee();
    const day = 24 * 60 * 60 * 1000;
    recordSent(addressee, 'old', now - 31 * day);
    recordSent(addressee, 'recent', now - 29 * day);
    expect([...sentTo(addressee).keys()]).to.deep.equal(['recent']);
  });

  for (const text of ['{', '[]', 'null', '{"salt":1,"customers":[1,[2],["x",3],["y",[["p","t"],null]]]}'])
    it(`starts anew over ${text}`, () => {
      localStorage.setItem(SENT_KEY, text);
      const addressee = newAddressee();
      expect(sentTo(addressee).size).to.equal(0);
      recordSent(addressee, 'p', now);
      expect(sentTo(addressee).get('p')).to.equal(now);
    });

  it('lives without a storage', () => {
    const { setItem, getItem } = Storage.prototype;
    Storage.prototype.setItem = Storage.prototype.getItem = () => {
      throw new DOMException('closed', 'SecurityError');
    };
    try {
      const addressee = newAddressee();
      recordSent(addressee, 'p', now);
      expect(sentTo(addressee).get('p')).to.equal(now);
    } finally {
      Object.assign(Storage.prototype, { setItem, getItem });
    }
  });
});
