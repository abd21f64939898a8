import { expect, html } from '@open-wc/testing';
import type { KfSendEvent } from '../../../src/elements.js';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
import { record, typesOf } from '../../support/ask.js';
import { eventually } from '../../support/element-page.js';
import { callsOf } from '../../support/in-touch.js';
import { ManualHost } from '../../support/manual-host.js';
import { rejection } from '../../support/rejection.js';
import { forgetSent, list, nth, shop, type ListPage } from './list-page.js';

let client: SimulatedClient;
let view: ListPage;
let customers = 0;
beforeEach(async () => {
  forgetSent();
  client = simulateWeCom({ customerId: `wmSending${++customers}` });
  view = await list({ products: shop(10), complete: true });
});
afterEach(() => client.restore());

const idOf = (index: number): string => nth(index).productId;

describe('a send from the list', () => {
  it('asks by kf-send on the list, with a fresh copy that listeners may change', async () => {
    view.element.addEventListener('kf-send', event => {
      const { message } = (event as KfSendEvent).detail;
      if (message.msgtype === 'channels_shop_product') message.channelsShopProduct.title = '改过的';
    });
    await view.element.send(idOf(0));
    expect(client.sent[0]).to.have.nested.property('channelsShopProduct.title', '改过的');
    expect(view.element.products![0]!.title).to.equal('手工黄油曲奇礼盒');
  });

  it('gives the same promise while it is under way', async () => {
    client.set({ latency: 50 });
    const first = view.element.send(idOf(0));
    expect(view.element.send(idOf(0))).to.equal(first);
    const other = view.element.send(idOf(1));
    expect(other).not.to.equal(first);
    expect(await first).to.include({ outcome: 'sent' });
    await other;
    expect(callsOf(client)).to.equal(2);
    expect(view.element.send(idOf(0))).not.to.equal(first);
    await eventually('third', () => callsOf(client) === 3);
  });

  it('says that it is on its way, then that it is out', async () => {
    const host = new ManualHost({ customerId: `wmSending${customers}` });
    view = await list({ products: shop(10), complete: true }, html``, { host });
    await view.send('明前龙井');
    await view.marked('明前龙井', '发送中');
    await host.reached(1);
    host.answer();
    await view.marked('明前龙井', '已发送');
  });

  it('says at once, below the row, why it failed, and tries again', async () => {
    const events = record(view.element);
    client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail_no permission' });
    await view.send('明前龙井');
    await view.marked('明前龙井', /没发出去：应用没有权限\s*再试一次/);
    expect(view.text('confirm')).to.contain('请管理员开通「微信客服」权限');
    await view.read();
    await view.click('再试一次');
    await view.marked('明前龙井', '已发送');
    expect(typesOf(events)).to.deep.equal(['kf-error', 'kf-sent']);
  });

  it('lets the agent say what nobody knows, and does not send twice by habit', async () => {
    const slow = await list({ products: shop(3), complete: true }, undefined, { timeout: 40 });
    client.failNext('sendChatMessage', 'never');
    await slow.send('明前龙井');
    await slow.marked('明前龙井', /^不确定发出没有\s*核对$/); // with the way to its answers
    const calls = callsOf(client);
    slow.row('明前龙井').focus();
    await slow.press('Enter');
    expect(slow.focused).to.equal('已经有了');
    await slow.press('Enter'); // by habit: nobody has read the question yet
    expect(slow.mark('明前龙井')).to.match(/^不确定发出没有/);
    await slow.read();
    await slow.press('Enter');
    await slow.marked('明前龙井', /^(已发送|刚刚发过)$/);
    expect(callsOf(client)).to.equal(calls);
  });

  it('asks by itself what nobody knows, below the row, and takes the focus from nobody', async () => {
    const slow = await list({ products: shop(3), complete: true }, undefined, { timeout: 40 });
    client.failNext('sendChatMessage', 'never');
    await slow.send('明前龙井');
    slow.element.focus();
    const { focused } = slow;
    await eventually('the question', () => slow.has('button', '没有，重发'));
    expect(slow.text('confirm')).to.contain('不确定发出没有');
    expect(slow.focused).to.equal(focused);
    await slow.read();
    await slow.click('已经有了');
    await slow.marked('明前龙井', /^(已发送|刚刚发过)$/);
  });

  it('asks by itself once: who has closed the question finds it behind a press', async () => {
    const slow = await list({ products: shop(3), complete: true }, undefined, { timeout: 40 });
    client.failNext('sendChatMessage', 'never');
    await slow.send('明前龙井');
    await eventually('the question', () => slow.has('button', '没有，重发'));
    slow.row('明前龙井').focus();
    await slow.press('Enter');
    await slow.press('Escape');
    slow.element.heading = '别的名字';
    await slow.settled();
    expect(slow.has('button', '没有，重发')).to.be.false;
    await slow.read();
    await slow.pressOn('明前龙井');
    expect(slow.has('button', '没有，重发')).to.be.true;
  });

  it('ends in kf-cancel when the user cancels in the client', async () => {
    const events = record(view.element);
    client.failNext('sendChatMessage', 'cancel');
    await view.send('明前龙井');
    await view.marked('明前龙井', '已取消，没有发出');
    expect(typesOf(events)).to.deep.equal(['kf-cancel']);
  });

  it('ends where a listener cancels kf-send', async () => {
    view.element.addEventListener('kf-send', event => event.preventDefault());
    await rejection(view.element.send(idOf(0)), 'stopped');
    await view.settled();
    expect(callsOf(client)).to.equal(0);
    expect(view.mark('手工黄油曲奇礼盒')).to.equal('Enter发送');
  });

  it('is no send for a product that is incomplete', async () => {
    const events = record(view.element, ['kf-send', 'kf-error']);
    view.element.products = [nth(0, { sellingPrice: '' })];
    await rejection(view.element.send(idOf(0)), 'invalid-message');
    expect(typesOf(events)).to.deep.equal(['kf-error']);
    await rejection(view.element.send('no such id'), 'invalid-argument');
  });

  it('says before it is tried that this client is too old', async () => {
    client.set({ version: '4.1.0' });
    await view.bridge!.reconnect();
    await view.pressOn('明前龙井');
    expect(view.text('confirm')).to.contain('商品要 4.1.6 起');
    expect(view.names('button')).to.deep.equal(['取消']);
  });

  it('marks a rehearsal as what it is', async () => {
    view.bridge!.dryRun = true;
    await view.send('明前龙井');
    await view.marked('明前龙井', '演练完成');
    expect(view.section('最近')).to.deep.equal([]);
  });
});
