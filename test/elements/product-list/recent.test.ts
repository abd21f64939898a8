import { expect } from '@open-wc/testing';
import { recordSent, SENT_KEY, sentTo } from '../../../src/elements/product-list/sent-log.js';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
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
    const id = newCustomer();
    client.set({ customerId: id });
    const times: [string, number][] = [
      [nth(0).productId, Date.now() - 200_000],
      [nth(1).productId, yesterday.getTime()],
      [nth(2).productId, new Date(2024, 5, 3).getTime()],
    ];
    localStorage.setItem(SENT_KEY, JSON.stringify([[id, times]]));
    const view = await list({ products: shop(6), complete: true });
    expect(view.section(RECENT)).to.deep.equal(['手工黄油曲奇礼盒', '明前龙井', '钛杯 420ml']);
    expect(view.mark('曲奇')).to.equal('3 分钟前发过');
    expect(view.mark('龙井')).to.equal('昨天 16:20 发过');
    expect(view.mark('钛杯')).to.equal('6 月 3 日发过');
  });

  it('is not stored for a customer whom nobody knows, and not shown to the next one', async () => {
    client.failNext('getCurExternalContact', { err_msg: 'getCurExternalContact:fail' });
    const view = await list({ products: shop(6), complete: true });
    await view.send('钛杯');
    await view.marked('钛杯', '已发送');
    expect(localStorage.getItem(SENT_KEY)).to.equal(null);
    expect(view.section('最近发过')).to.deep.equal(['钛杯 420ml']);
    client.failNext('getCurExternalContact', { err_msg: 'getCurExternalContact:fail' });
    await view.bridge!.reconnect();
    await view.settled();
    expect(view.headings).to.deep.equal(['全部商品 · 6 件']);
  });
});

describe('the record of what was sent', () => {
  it('keeps 20 products of 50 customers', () => {
    const ids = Array.from({ length: 60 }, newCustomer);
    for (const id of ids) recordSent(id, 'p', 1);
    for (let index = 0; index < 30; index++) recordSent(ids[0] as string, `p${index}`, 100 + index);
    const book = JSON.parse(localStorage.getItem(SENT_KEY) as string) as [string, unknown[]][];
    expect(book).to.have.length(50);
    expect(book[0]![0]).to.equal(ids[0]);
    expect(book[0]![1]).to.have.length(20);
    expect(Array.from(sentTo(ids[0] as string).keys())[0]).to.equal('p29');
  });

  for (const text of ['{', '{"a":1}', '[1,[2],["x",3],["y",[["p","t"],null]]]', 'null'])
    it(`starts anew over ${text}`, () => {
      localStorage.setItem(SENT_KEY, text);
      const id = newCustomer();
      expect(sentTo(id).size).to.equal(0);
      recordSent(id, 'p', 1);
      expect(sentTo(id).get('p')).to.equal(1);
    });

  it('lives without a storage', () => {
    const { setItem, getItem } = Storage.prototype;
    Storage.prototype.setItem = Storage.prototype.getItem = () => {
      throw new DOMException('closed', 'SecurityError');
    };
    try {
      const id = newCustomer();
      recordSent(id, 'p', 1);
      expect(sentTo(id).get('p')).to.equal(1);
    } finally {
      Object.assign(Storage.prototype, { setItem, getItem });
    }
  });
});
