import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
import { record, typesOf } from '../../support/ask.js';
import { callsOf } from '../../support/in-touch.js';
import { card, PIXEL } from '../../support/card-page.js';
import { clickOn } from '../../support/element-page.js';
import { ManualHost } from '../../support/manual-host.js';
import { product } from '../../support/messages.js';
import { rejection } from '../../support/rejection.js';

const tea = product({ imgUrl: PIXEL, shopImgUrl: PIXEL });
const teaCard = () => html`<kf-product-card .product=${tea.channelsShopProduct}></kf-product-card>`;

describe('sending a product', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  it('is one press: the message arrives as it is', async () => {
    const view = await card(teaCard());
    await view.send();
    await view.buttonSays('已发送');
    expect(client.sent).to.deep.equal([tea]);
  });

  it('says what is going on, also to who does not see it: 发送中, 已发送, and after three seconds the time beside the shop', async () => {
    const host = new ManualHost();
    const view = await card(teaCard(), { host });
    expect(view.action).to.equal('发送');
    await view.send();
    expect([view.action, view.status]).to.deep.equal(['发送中', '发送中']);
    await host.reached(1);
    host.answer();
    await view.buttonSays('已发送');
    expect(view.status).to.equal('已发送');
    expect(view.part('mark')).to.equal('');
    await view.buttonSays('发送');
    expect(view.part('mark')).to.match(/^\d\d:\d\d$/);
  });

  it('makes one send of two presses', async () => {
    const host = new ManualHost();
    const view = await card(teaCard(), { host });
    const sent = record(view.element);
    const button = view.button('发送');
    await clickOn(button);
    await clickOn(button);
    await host.reached(1);
    host.answer();
    await view.buttonSays('已发送');
    expect(host.sends.length).to.equal(1);
    expect(typesOf(sent)).to.deep.equal(['kf-sent']);
  });

  it('gives both calls of send() the same promise', async () => {
    const view = await card(teaCard());
    const first = view.element.send();
    expect(view.element.send()).to.equal(first);
    expect(await first).to.include({ outcome: 'sent', channel: 'wx.qy' });
  });

  it('tells why it failed, and tries again', async () => {
    client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail_no permission' });
    const view = await card(teaCard());
    await view.send();
    await view.says('没发出去：应用没有权限。请管理员开通「微信客服」权限');
    expect(view.action).to.equal('再试一次');
    await view.send();
    await view.buttonSays('已发送');
    expect(client.sent).to.deep.equal([tea]);
  });

  it('takes a cancel for what it is: no failure', async () => {
    client.failNext('sendChatMessage', 'cancel');
    const view = await card(teaCard());
    const events = record(view.element);
    await view.send();
    await view.says('已取消，没有发出');
    expect(view.action).to.equal('发送');
    expect(typesOf(events)).to.deep.equal(['kf-cancel']);
  });

  it('says that nobody can tell when the client stays silent', async () => {
    client.failNext('sendChatMessage', 'never');
    const view = await card(teaCard(), { timeout: 60 });
    await view.send();
    await view.says(/^不确定发出没有。企业微信 \d+ 秒没回应。请先看会话里有没有这条$/);
    expect(callsOf(client)).to.equal(1);
  });

  it('is stopped by a listener on the document: nothing is sent, nothing shown', async () => {
    const view = await card(teaCard());
    const events = record(view.element);
    document.addEventListener('kf-send', event => event.preventDefault(), { once: true });
    await rejection(view.element.send(), 'stopped');
    await view.settled();
    expect(view.action).to.equal('发送');
    expect(view.status).to.equal('');
    expect(typesOf(events)).to.deep.equal([]);
    expect(callsOf(client)).to.equal(0);
  });

  it('passes on what a listener made of the message', async () => {
    const view = await card(teaCard());
    const other = product({ title: '另一种茶', imgUrl: PIXEL, shopImgUrl: PIXEL });
    view.element.addEventListener('kf-send', event => (event.detail.message = other));
    await view.element.send();
    expect(client.sent).to.deep.equal([other]);
  });

  it('says the client is too old before anyone presses', async () => {
    client.set({ version: '4.1.0' });
    const view = await card(teaCard());
    await view.says('企业微信 4.1.0 太旧。商品要 4.1.6 起，请先升级');
    expect(view.action).to.equal('不能发送');
    await view.send();
    expect(callsOf(client)).to.equal(0);
  });

  it('goes into the chat afterwards when the page wants that', async () => {
    client.set({ platform: 'ios', version: '4.1.6' });
    const view = await card(html`<kf-product-card enter-chat .product=${tea.channelsShopProduct}></kf-product-card>`);
    await view.element.send();
    expect(client.sent).to.deep.equal([{ ...tea, enterChat: true }]);
  });
});
