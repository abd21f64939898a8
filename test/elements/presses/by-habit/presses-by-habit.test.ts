import { aTimeout, expect, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { record } from '../../../support/ask.js';
import type { CardPage } from '../../../support/card-page.js';
import { chat, given } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { composer } from '../../../support/composer-page.js';
import { A, B } from '../../../support/customers.js';
import { centreOf, press } from '../../../support/element-page.js';
import { unanswered } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { click, product } from '../../../support/messages.js';
import { sendBehind } from '../../bridge/send-behind.js';
import { list, nth } from '../../product-list/list-page.js';

const bridgeOf = ({ element }: CardPage): KfBridge => element.closest('kf-bridge')!;

/** A card whose send nobody knows of, and whose question has been read. */
async function inDoubt(productId: string): Promise<CardPage> {
  const { view, bridge } = await chat.card(productId);
  await unanswered(bridge, () => view.element.send());
  await view.buttonSays('没有，重发');
  await aTimeout(1100);
  return view;
}

/** The client could not be reached, as the card says; by now it can. */
async function cutOff(view: CardPage): Promise<void> {
  const { invoke } = chat;
  chat.invoke = (api, params) =>
    api === 'getContext' ? Promise.resolve({ err_msg: 'getContext:fail' }) : invoke.call(chat, api, params);
  await bridgeOf(view)
    .reconnect()
    .catch(() => undefined);
  await view.buttonSays('重新连接');
  await aTimeout(1100);
  chat.invoke = invoke;
}

describe('已经有了 on a card', () => {
  it('and the mouse once more at the same place, 600 ms later: it is not sent again (a row of cards of one height)', async () => {
    const view = await inDoubt(`habit1${A}`);
    view.element.style.height = '460px'; // as in a grid, beside a card that is higher
    view.button('已经有了').scrollIntoView({ block: 'center' });
    const position = centreOf(view.button('已经有了'));
    stopClock();
    await sendMouse({ type: 'click', position });
    await view.buttonSays('已发送');
    stopClock(600);
    await sendMouse({ type: 'click', position });
    await sendBehind(1, chat, bridgeOf(view));
  });

  it('by Enter, and Enter once more 100 ms later: it is not sent again', async () => {
    const view = await inDoubt(`habit2${A}`);
    view.button('已经有了').focus();
    stopClock();
    await press('Enter');
    stopClock(100);
    await press('Enter');
    await sendBehind(1, chat, bridgeOf(view));
  });
});

describe('已经有了 in a composer', () => {
  it('and Ctrl+Enter right after it: it is not sent again, as after a send', async () => {
    const view = await chat.panel();
    await unanswered(view.bridge, () => view.element.send());
    await view.says(/^不确定/);
    await view.read();
    stopClock();
    await view.click('已经有了');
    await view.says(/^已发送/);
    await press('Control', 'Enter');
    await sendBehind(1, chat, view.bridge);
  });
});

describe('不发了 on a card, as another customer is there', () => {
  it('by Enter, and Enter once more 100 ms later: nothing goes to B', async () => {
    const { view, bridge } = await chat.card(`habit11${A}`);
    stopClock();
    await chat.open(bridge, B);
    await view.settled();
    stopClock(50);
    view.button('发送').click(); // for A
    await view.buttonSays('发给现在这位');
    stopClock(1100);
    view.button('不发了').focus();
    await press('Enter');
    await view.buttonSays('发送');
    stopClock(100);
    await press('Enter');
    await sendBehind(0, chat, bridge);
  });
});

describe('重新连接 on a card', () => {
  it('pressed twice, 600 ms between: the second press is not 没有，重发', async () => {
    const view = await inDoubt(`habit3${A}`);
    const bridge = bridgeOf(view);
    await cutOff(view);
    const position = centreOf(view.button('重新连接'));
    stopClock();
    await sendMouse({ type: 'click', position });
    await view.buttonSays('没有，重发');
    stopClock(600);
    await sendMouse({ type: 'click', position });
    await sendBehind(1, chat, bridge);
  });

  it('became 没有，重发 just before, as the page has connected again: a press right then is no answer', async () => {
    const view = await inDoubt(`habit4${A}`);
    const bridge = bridgeOf(view);
    await cutOff(view);
    stopClock();
    await bridge.reconnect();
    await view.buttonSays('没有，重发');
    view.button('没有，重发').click();
    await sendBehind(1, chat, bridge);
  });

  it('became 发送 just before: a press right then sends nothing, as in the composer', async () => {
    const { view } = await chat.card(`habit5${A}`);
    await cutOff(view);
    const asked = record(view.element, ['kf-send']);
    view.button('重新连接').focus();
    stopClock();
    await press('Enter');
    await view.buttonSays('发送');
    stopClock(100);
    await press('Enter');
    expect(asked).to.have.length(0);
  });
});

describe('a text in place of a menu, which has not been in view', () => {
  const panel = async () => {
    const host = new ManualHost({ platform: 'mac' });
    const items = Array.from({ length: 9 }, (_, n) => click(`第 ${n} 条`, String(n)));
    const value = { ...given.msgmenu, list: items };
    const view = await composer(html`<kf-menu-composer .value=${value}></kf-menu-composer>`, { host });
    view.element.scrollIntoView({ block: 'start' });
    await view.read();
    return view;
  };

  it('a double click shows it, and does not send it', async () => {
    const view = await panel();
    const asked = record(view.element, ['kf-send']);
    stopClock();
    await sendMouse({ type: 'click', position: centreOf(view.button('发文字')) });
    await view.says(/再按一次就发$/);
    stopClock(120);
    await sendMouse({ type: 'click', position: centreOf(view.button('发文字')) });
    expect(asked).to.have.length(0);
    stopClock(500);
    await sendMouse({ type: 'click', position: centreOf(view.button('发文字')) });
    expect(asked).to.have.length(1);
  });
});

describe('Space goes down on 发送, the page gives something else, Space goes up', () => {
  it('on a card: neither is sent', async () => {
    const { view } = await chat.card(`habit6${A}`);
    const asked = record(view.element, ['kf-send']);
    view.button('发送').focus();
    await sendKeys({ down: 'Space' });
    view.element.product = product({ productId: `habit7${A}` }).channelsShopProduct;
    await view.settled();
    await sendKeys({ up: 'Space' });
    expect(asked).to.have.length(0);
  });

  it('on a card, up 700 ms after a change of customer: nothing goes to the next one', async () => {
    const { view, bridge } = await chat.card(`habit12${A}`);
    view.button('发送').focus();
    await sendKeys({ down: 'Space' });
    stopClock();
    await chat.open(bridge, B);
    await view.settled();
    stopClock(700);
    await sendKeys({ up: 'Space' });
    await sendBehind(0, chat, bridge);
  });

  it('in a composer: neither is sent', async () => {
    const view = await chat.panel();
    const asked = record(view.element, ['kf-send']);
    view.button('发送').focus();
    await sendKeys({ down: 'Space' });
    view.element.value = { head_content: '另一条', list: [click('好', '2')] };
    await view.settled();
    await sendKeys({ up: 'Space' });
    expect(asked).to.have.length(0);
  });

  it('in a list: neither is sent', async () => {
    const tea = nth(1, { productId: `habit8${A}` });
    const view = await list({ products: [tea], complete: true }, html``, { host: chat });
    await view.pressOn(tea.title);
    view.button('发送').focus();
    await sendKeys({ down: 'Space' });
    view.element.products = [{ ...tea, sellingPrice: '99900' }];
    await view.settled();
    await sendKeys({ up: 'Space' });
    await sendBehind(0, chat, view.bridge as KfBridge);
  });
});

describe('in a list', () => {
  it('a double click that the list has scrolled under asks, and sends nothing', async () => {
    const tea = nth(1, { productId: `habit9${A}` });
    const view = await list({ products: [tea], complete: true }, html``, { host: chat });
    await view.pressOn(tea.title);
    view.button('发送').dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true, composed: true }));
    await sendBehind(0, chat, view.bridge as KfBridge);
  });

  it('Enter, Enter, and both once more as it is out: it is sent once, and again a while later', async () => {
    const tea = nth(1, { productId: `habit10${A}` });
    const view = await list({ products: [tea], complete: true }, html``, { host: chat });
    view.rows[0]!.focus();
    await press('Enter');
    await press('Enter');
    await chat.reached(1);
    stopClock();
    chat.answer();
    await view.marked(tea.title, '已发送');
    await press('Enter');
    await press('Enter');
    await sendBehind(1, chat, view.bridge as KfBridge);
    chat.answer();
    stopClock(1000);
    await press('Enter');
    await chat.reached(3);
  });
});
