import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../../../src/kf-product-card.js';
import '../../../../src/kf-bridge.js';
import type { KfProductCard } from '../../../../src/kf-product-card.js';
import { record } from '../../../support/ask.js';
import { skipIn } from '../../../support/engine.js';
import { centreOf, eventually } from '../../../support/element-page.js';
import { product } from '../../../support/messages.js';
import { chat, given, headOf } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { A, B } from '../../../support/customers.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';

const { HEAD } = ComposerPage;
beforeEach(asOnNewPage);

/** A button of the page's. */
function button(onClick: () => unknown): HTMLButtonElement {
  const made = fixtureSync<HTMLButtonElement>(html`<button style="position: fixed; top: 0; left: 0">发送</button>`);
  made.addEventListener('click', () => void onClick());
  return made;
}

describe("a page's button that makes a panel with a bridge of its own and sends at once; the chat is A's all the time", () => {
  for (const inMicrotask of [false, true])
    it(`goes to A (${inMicrotask ? 'a framework renders in a microtask' : 'at once'})`, async () => {
      await chat.card(`shown${A}`);
      stopClock(5000);
      let error: unknown;
      const place = fixtureSync<HTMLElement>(html`<div></div>`);
      const made = button(async () => {
        if (inMicrotask) await Promise.resolve();
        const bridge = Object.assign(document.createElement('kf-bridge'), { host: chat });
        const one = document.createElement('kf-product-card') as KfProductCard;
        one.product = product({ productId: `panel${A}` }).channelsShopProduct;
        bridge.append(one);
        place.append(bridge);
        one.send().catch((reason: unknown) => (error = reason));
      });
      await sendMouse({ type: 'click', position: centreOf(made) });
      await aTimeout(200);
      expect(String(error ?? '')).to.equal('');
      expect(chat.sends.length).to.equal(1);
    });

  it('a panel that was made anew, with its bridge, pressed while that connects: goes to A', async () => {
    const make = chat.rebuilding();
    const { bridge } = make();
    await bridge.ready;
    stopClock(5000);
    const go = chat.slowly();
    const second = make();
    let error: unknown;
    const made = button(() => second.element.send().catch((reason: unknown) => (error = reason)));
    await sendMouse({ type: 'click', position: centreOf(made) });
    await aTimeout(50);
    go();
    await aTimeout(200);
    expect(String(error ?? '')).to.equal('');
    expect(chat.sends.length).to.equal(1);
  });
});

describe("the page's menu is in the attribute; form.reset() in B's chat", () => {
  const text = JSON.stringify({
    head_content: '您好，请对本次服务作出评价，谢谢您的支持',
    list: given.msgmenu.list ?? [],
  });
  for (const key of ['', 'reset-draft'])
    skipIn({ 'webkit-wpe': 'Safari 16.0 has no ElementInternals' }).it(
      `gives the page's menu (${key || 'no draft-key'})`,
      async () => {
        const make = (): Promise<ComposerPage> =>
          chat.panel(
            html`<form><kf-menu-composer name="menu" draft-key=${key ? key + A : ''} value=${text}></kf-menu-composer></form>`,
          );
        let view = await make();
        await view.type(HEAD, '，王女士');
        if (key) {
          await aTimeout(700);
          view.bridge.remove();
          view = await make();
          expect(headOf(view)).to.contain('王女士');
        }
        await chat.open(view.bridge, B);
        stopClock(5000);
        await view.type(HEAD, '，李先生');
        view.element.closest('form')!.reset();
        await view.settled();
        expect(headOf(view)).to.equal('您好，请对本次服务作出评价，谢谢您的支持');
      },
    );
});

describe("a page that tries again each 300 ms until it is sent; A's product has come out in B's chat", () => {
  it('is through after a while (a card)', async () => {
    const { view, bridge } = await chat.card(`retry${A}`);
    void view.element.send().catch(() => undefined);
    await chat.reached(1);
    await chat.open(bridge, B);
    stopClock(5000);
    chat.answer();
    await aTimeout(50);
    for (let tries = 0; tries < 8 && chat.sends.length < 2; tries++) {
      view.element.send().catch(() => undefined);
      await aTimeout(50);
      stopClock(300);
    }
    expect(chat.sends.length).to.equal(2);
  });
});

describe("a page that listens to events alone (void composer.send()), half a second after A's product has come out in B's chat", () => {
  it('hears that its menu was not sent', async () => {
    const { element, bridge, card } = await chat.panelWithCard(`heard${A}`);
    void card.send().catch(() => undefined);
    await chat.reached(1);
    await chat.open(bridge, B);
    stopClock(5000);
    chat.answer();
    await aTimeout(50);
    const told = record(element);
    const asked = element.message;
    void element.send().catch(() => undefined);
    element.value = { head_content: '下一份' };
    await aTimeout(100);
    expect(told[0]?.detail.message).to.deep.equal(asked); // the one that was asked for
    expect(told.map(({ type }) => type).join() || `${chat.sends.length} sends`).to.equal('kf-error');
  });
});

describe('two products of one id in one go (Promise.all), and bridge.send() of the other price while one is under way', () => {
  it('bridge.send() of the new price is a send of its own', async () => {
    const { view, bridge } = await chat.card(`ownword${A}`);
    void view.element.send().catch(() => undefined);
    await chat.reached(1);
    const { channelsShopProduct } = product({ productId: `ownword${A}`, sellingPrice: '9900' });
    void bridge.send({ msgtype: 'channels_shop_product', channelsShopProduct });
    chat.answer();
    await chat.reached(2);
    chat.answer();
    expect(JSON.stringify(chat.sends[1])).to.contain('9900');
  });
});

describe('a panel that the page makes anew for B, bridge and all, and whose bridge is blocked at first (getContext fails once)', () => {
  it("the page's button sends and connects again at once (send(); bridge.reconnect()), 100 ms later: nothing goes to B", async () => {
    const make = chat.rebuilding();
    await make().bridge.ready;
    stopClock(5000);
    chat.customerId = B;
    const { invoke } = chat;
    chat.invoke = () => Promise.resolve({ err_msg: 'getContext:fail' });
    const { bridge, element } = make();
    await bridge.ready.catch(() => undefined);
    chat.invoke = invoke;
    stopClock(100);
    let error: unknown;
    const made = button(() => {
      element.send().catch((reason: unknown) => (error = reason));
      void bridge.reconnect();
    });
    await sendMouse({ type: 'click', position: centreOf(made) });
    await eventually('an end', () => error || chat.sends.length);
    expect(chat.sends.length).to.equal(0);
  });
});
