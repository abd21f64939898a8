import { expect } from '@open-wc/testing';
import type { KfBridge } from '../../../src/kf-bridge.js';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import type { KfProductCard } from '../../../src/kf-product-card.js';
import { CardPage } from '../../support/card-page.js';
import { chat, given } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import type { ElementPage } from '../../support/element-page.js';
import { product } from '../../support/messages.js';
import { rejection } from '../../support/rejection.js';

const { HEAD } = ComposerPage;

/** B's chat is opened, and 发送 is pressed before anybody can have seen that. */
async function pressedEarly(view: ElementPage<KfProductCard | KfMenuComposer>, bridge: KfBridge): Promise<void> {
  stopClock(5000);
  await chat.open(bridge, B);
  await view.settled();
  stopClock(50);
  view.button('发送').click();
}

describe('a press that came too early, on an element that the page makes anew a moment later', () => {
  it('the new card says that it was not sent', async () => {
    const { view, bridge } = await chat.card(`outlived${A}`);
    await pressedEarly(view, bridge);
    await view.buttonSays('发给现在这位');
    const { channelsShopProduct } = product({ productId: `outlived${A}` });
    const fresh = Object.assign(document.createElement('kf-product-card'), { product: channelsShopProduct });
    view.element.replaceWith(fresh);
    const freshView = new CardPage(fresh);
    await freshView.settled();
    expect(freshView.part('reason')).to.match(/客户换了，没有发送/);
    stopClock(5000);
    freshView.button('发给现在这位').click();
    await chat.reached(1);
  });

  it('the new composer says that it was not sent', async () => {
    const view = await chat.panel();
    const { bridge, element } = view;
    await pressedEarly(view, bridge);
    await view.says(/^客户换了，没有发送/);
    const fresh = Object.assign(document.createElement('kf-menu-composer'), { value: given.msgmenu });
    element.replaceWith(fresh);
    const freshView = new ComposerPage(fresh);
    await freshView.settled();
    expect(freshView.status).to.match(/客户换了，没有发送/);
  });
});

describe("a press that came too early in B's chat, and A's again", () => {
  it("B's chat does not go on saying that it was not sent, when A has got it since", async () => {
    const { view, bridge } = await chat.card(`stale${A}`);
    await pressedEarly(view, bridge);
    await view.buttonSays('发给现在这位');
    stopClock(5000);
    await chat.open(bridge, A);
    await view.buttonSays('发送');
    stopClock(5000);
    view.button('发送').click();
    await chat.reached(1);
    chat.answer();
    await view.buttonSays('已发送');
    stopClock(5000);
    await chat.open(bridge, B);
    await view.settled();
    expect(view.part('reason')).to.equal('');
  });

  it('nor on a card that was new in that chat, and could not tell for whom it was', async () => {
    const { view, bridge } = await chat.card(`stale anew${A}`);
    stopClock(5000);
    await chat.open(bridge, B);
    const fresh = Object.assign(document.createElement('kf-product-card'), { product: view.element.product });
    view.element.replaceWith(fresh);
    const freshView = new CardPage(fresh);
    await freshView.settled();
    stopClock(50);
    freshView.button('发送').click();
    await freshView.buttonSays('发给现在这位');
    for (const customerId of [A, B]) {
      stopClock(5000);
      await chat.open(bridge, customerId);
      await freshView.settled();
    }
    expect(freshView.part('reason')).to.equal('');
  });

  it("nor in a composer, whose text was A's", async () => {
    const view = await chat.panel();
    const { bridge, element } = view;
    await view.type(HEAD, '给 A');
    await view.read();
    await pressedEarly(view, bridge);
    await view.says(/^客户换了，没有发送/);
    for (const customerId of [A, B]) {
      stopClock(5000);
      await chat.open(bridge, customerId);
      await view.settled();
    }
    expect(element.value.head_content).not.to.equal('给 A');
    expect(view.status).not.to.match(/客户换了，没有发送/);
  });
});

it("不发了 in B's chat answers nothing about what A may have got before", async () => {
  const { view, bridge } = await chat.card(`doubt${A}`);
  const other = Object.assign(document.createElement('kf-product-card'), { product: view.element.product });
  bridge.append(other);
  const sent = other.send();
  await chat.reached(1);
  await pressedEarly(view, bridge);
  await view.buttonSays('发给现在这位');
  chat.answer({}); // nobody can tell
  await rejection(sent, 'no-answer');
  stopClock(5000);
  view.button('不发了').click();
  await view.buttonSays('发送');
  await chat.open(bridge, A);
  await view.buttonSays('没有，重发');
});
