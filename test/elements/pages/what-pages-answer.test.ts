import { aTimeout, expect, html } from '@open-wc/testing';
import '../../../src/kf-product-card.js';
import '../../../src/kf-bridge.js';
import { record } from '../../support/ask.js';
import { eventually } from '../../support/element-page.js';
import { chat, given, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { A, B } from '../../support/customers.js';
import { ComposerPage } from '../../support/composer-page.js';
import { asOnNewPage, unanswered } from '../../support/in-touch.js';
import { product } from '../../support/messages.js';
import { card } from '../../support/card-page.js';

const { HEAD } = ComposerPage;
beforeEach(asOnNewPage);

describe('two products of one id of two shops, one of which is under way or in doubt', () => {
  it('the other shop’s goes', async () => {
    const { channelsShopProduct } = product({ productId: `shops${A}` });
    const view = await card(
      html`<kf-product-card .product=${channelsShopProduct}></kf-product-card
        ><kf-product-card id="other" .product=${{ ...channelsShopProduct, shopAppId: 'wx999999999999999a' }}></kf-product-card>`,
      { host: chat },
    );
    const bridge = view.element.closest('kf-bridge')!;
    await unanswered(bridge as never, () => view.element.send());
    void bridge
      .querySelector<HTMLElement & { send(): Promise<unknown> }>('#other')!
      .send()
      .catch(() => undefined);
    await chat.reached(2);
  });
});

describe('a product at two prices: in doubt, answered, and sent again', () => {
  it('没有，重发 at the new price sends the new price', async () => {
    const { view, bridge } = await chat.card(`twoprices${A}`);
    await unanswered(bridge, () => view.element.send());
    await view.settled();
    view.element.product = { ...view.element.product!, sellingPrice: '9900' };
    await view.settled();
    await view.read();
    await view.click('没有，重发');
    await chat.reached(2);
    expect(JSON.stringify(chat.sends[1])).to.contain('9900');
  });
  it('sent at the old price: goes at the new price at once, and at the old price again later', async () => {
    const { view } = await chat.card(`oldprice${A}`);
    const first = view.element.send();
    await chat.reached(1);
    chat.answer();
    await first;
    const before = view.element.product!;
    view.element.product = { ...before, sellingPrice: '9900' };
    const second = view.element.send();
    await chat.reached(2);
    chat.answer();
    await second;
    view.element.product = before;
    void view.element.send().catch(() => undefined);
    await chat.reached(3);
  });
  it('under way at the old price: send() at the new price is told with what went', async () => {
    const { view } = await chat.card(`pendingprice${A}`);
    const told = record(view.element);
    void view.element.send().catch(() => undefined);
    await chat.reached(1);
    view.element.product = { ...view.element.product!, sellingPrice: '9900' };
    await view.settled();
    void view.element.send().catch(() => undefined);
    await aTimeout(50);
    chat.answer();
    await aTimeout(50);
    expect(chat.sends.length).to.equal(1);
    expect(told).to.have.length(2);
    for (const { detail } of told) expect(detail.message.channelsShopProduct.sellingPrice).to.equal('800');
  });
});

describe('a read-only composer whose page has a button of its own: in doubt', () => {
  it('the answers are there, disabled or not they do no harm; and the page may set another menu', async () => {
    const view = await chat.panel(html`<kf-menu-composer readonly .value=${given}></kf-menu-composer>`);
    await unanswered(view.bridge, () => view.element.send());
    await view.settled();
    await view.read();
    await view.click('没有，重发');
    await chat.reached(2);
    chat.answer();
    await view.settled();
    await aTimeout(50);
    expect(view.names('button').filter(name => /重发|再发/.test(name))).to.deep.equal([]);
  });
});

describe('a composer in a form whose own button sends (submit → composer.send())', () => {
  for (const key of ['Enter', 'click'] as const)
    it(`is sent once (${key})`, async () => {
      const view = await chat.panel(
        html`<form><kf-menu-composer name="menu" .value=${given}></kf-menu-composer><input id="order" /><button>提交</button></form>`,
      );
      const form = view.element.closest('form')!;
      form.addEventListener('submit', event => {
        event.preventDefault();
        void view.element.send().then(() => form.reset());
      });
      stopClock(5000);
      if (key === 'Enter') {
        form.querySelector<HTMLInputElement>('#order')!.focus();
        await view.press('Enter');
      } else form.querySelector('button')!.click();
      await chat.reached(1);
      chat.answer();
      await aTimeout(100);
      await view.settled();
      expect(chat.sends.length).to.equal(1);
    });
});

describe('what a page answers with', () => {
  const good: Record<string, unknown> = {
    undefined,
    null: null,
    true: true,
    id: 'msg_fail2deny_8812',
    'a number of five digits': '10234',
    text: '发送成功，0 failed',
    json: '{"errcode":0,"errmsg":"ok","msgid":"x"}',
    'the message itself': { msgtype: 'text', text: { content: 'fail' } },
    axios: { status: 200, statusText: 'OK', data: { errcode: 0 } },
    wx: { errMsg: 'request:ok', statusCode: 200, data: {} },
    chinese: { errcode: 0, errmsg: '成功' },
    code: { code: 0, success: true, ok: 1 },
  };
  for (const [name, answer] of Object.entries(good))
    it(`${name}: is sent`, async () => {
      const view = await chat.panel();
      const told = record(view.element);
      view.element.addEventListener('kf-send', event => event.respondWith(Promise.resolve(answer) as never));
      void view.element.send().catch(() => undefined);
      await eventually('the outcome', () => told.length);
      expect(told.map(({ type }) => type)).to.deep.equal(['kf-sent']);
    });
});

describe("B's own menu fails in B's chat, as A's has come out there", () => {
  it('the page sets the next menu at kf-error: it is taken', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    const told = record(element);
    await view.type(HEAD, '给 A');
    void element.send().catch(() => undefined);
    await chat.reached(1);
    await chat.open(bridge, B);
    stopClock(5000);
    await view.retype(HEAD, '李先生');
    void element.send().catch(() => undefined);
    await aTimeout(50);
    element.addEventListener(
      'kf-error',
      () => (element.value = { head_content: '您好，请稍等', list: given.msgmenu.list ?? [] }),
    );
    chat.answer();
    await chat.reached(2);
    await aTimeout(60);
    chat.answer({ err_msg: 'sendChatMessage:fail no permission' });
    await eventually('both', () => told.length === 2);
    await view.settled();
    expect(headOf(view)).to.equal('您好，请稍等');
  });
});
