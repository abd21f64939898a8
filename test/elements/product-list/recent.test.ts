import { expect } from '@open-wc/testing';
import { addresseeOf } from '../../../src/events/addressee.js';
import { recordSent, SENT_KEY, sentTo } from '../../../src/elements/product-list/sent-log.js';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
import '../../../src/kf-product-card.js';
import { forgetSent, list, nth, shop } from './list-page.js';

let client: SimulatedClient;
let customers = 0;
const newCustomer = (): string => `wmRecent${++customers}`;
beforeEach(() => {
  forgetSent();
  client = simulateWeCom({ customerId: newCustomer() });
});
afterEach(() => client.restore());

const RECENT = '最近发给这位客户';

describe('what was sent to the customer', () => {
  it('stands on top, and for now in its old place too', async () => {
    const view = await list({ products: shop(6), complete: true });
    await view.send('钛杯');
    await view.marked('钛杯', '已发送');
    expect(view.section(RECENT)).to.deep.equal(['钛杯 420ml']);
    expect(view.section('全部商品')).to.deep.equal(shop(6).map(({ title }) => title));
    expect(view.headings).to.deep.equal([RECENT, '全部商品 · 6 件']);
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
    expect(view.section(RECENT)).to.deep.equal(['钛杯 420ml']);
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
