import { expect } from '@open-wc/testing';
import { record, typesOf } from '../../support/ask.js';
import { CardPage } from '../../support/card-page.js';
import { chat } from '../../support/chat.js';
import { ComposerPage } from '../../support/composer-page.js';
import { stopClock } from '../../support/clock.js';
import { A, B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { tried } from '../../support/in-touch.js';
import { sendBehind } from '../bridge/send-behind.js';
import { cardOf, making } from '../presses/page-asking.js';

const { HEAD } = ComposerPage;

describe('发给现在这位, where the page hears of the customer before its bridge does', () => {
  it('and makes its panel anew while that connects, bridge and all: it goes to B, or somebody is told that it does not', async () => {
    const make = making(() => cardOf(`ahead${A}`));
    const old = make();
    const heard = record(old.bridge.parentElement!, ['kf-sent', 'kf-error']);
    await tried(old.bridge);
    const view = new CardPage(old.element);
    await view.settled();
    chat.customerId = B;
    await view.send();
    await view.buttonSays('发给现在这位');
    await view.read();
    heard.length = 0;
    const onOld = record(old.element, ['kf-sent', 'kf-error']);
    const go = chat.slowly();
    await view.click('发给现在这位');
    const fresh = make(); // the page's own poll says that it is B: key={customerId}
    go();
    await tried(fresh.bridge);
    const freshView = new CardPage(fresh.element);
    const isTold = (): boolean =>
      chat.sends.length > 0 || heard.length + onOld.length > 0 || /客户换了/.test(freshView.part('reason'));
    await freshView.settled();
    const { setTimeout: wait } = window;
    await new Promise(resolve => wait(resolve, 300)); // what has not come by then does not come: nothing waits any more
    expect(isTold(), `sent ${chat.sends.length}, told ${typesOf([...heard, ...onOld]).join()}`).to.be.true;
  });
});

describe('发给现在这位, where the page disables its elements while the bridge connects', () => {
  for (const frames of [1])
    it(`and enables them ${frames} frame after kf-ready: it goes to B, or the user is told that it does not`, async () => {
      const view = await chat.panel();
      const { bridge, element } = view;
      await view.type(HEAD, '给 A');
      new MutationObserver(() => {
        if (bridge.state !== 'ready') element.disabled = true;
      }).observe(bridge, { attributeFilter: ['state'] });
      bridge.addEventListener('kf-ready', () => requestAnimationFrame(() => (element.disabled = false)));
      chat.customerId = B;
      await view.click('发送');
      await eventually('the question', () => view.has('button', '发给现在这位'));
      await view.read();
      const events = record(element, ['kf-sent', 'kf-error']);
      const go = chat.slowly();
      await view.click('发给现在这位');
      go();
      await eventually('enabled', () => bridge.state === 'ready' && !element.disabled);
      const { setTimeout: wait } = window;
      await new Promise(resolve => wait(resolve, 300));
      await view.settled();
      const isTold = chat.sends.length > 0 || events.length > 0 || /没有发送|没发/.test(view.status);
      expect(isTold, `the foot says 「${view.status}」, the text is 「${element.value.head_content ?? ''}」`).to.be
        .true;
    });
});

describe('发给现在这位 on a card of a product that another card has, too', () => {
  it('and in another one beside it: once to B', async () => {
    const { view, bridge } = await chat.card(`both${A}`);
    const twin = document.createElement('kf-product-card');
    twin.product = view.element.product;
    bridge.append(twin);
    await twin.updateComplete;
    chat.customerId = B;
    await view.send();
    await view.buttonSays('发给现在这位');
    await view.read();
    const buttons = [view.element, twin].map(card => [...card.shadowRoot!.querySelectorAll('button')].pop()!);
    stopClock(5000);
    for (const button of buttons) button.click();
    await chat.reached(1);
    chat.answer();
    await view.buttonSays('已发送');
    await sendBehind(1, chat, bridge);
  });

  it('and 发送 on a fresh one while it connects: once to B', async () => {
    const { view, bridge } = await chat.card(`fresh${A}`);
    chat.customerId = B;
    await view.send();
    await view.buttonSays('发给现在这位');
    await view.read();
    const events = record(view.element);
    bridge.addEventListener('kf-ready', () => {
      const twin = document.createElement('kf-product-card');
      twin.product = view.element.product;
      bridge.append(twin);
      void twin.send().catch(() => undefined); // the page's own: "send what is on show as it is ready"
    });
    await view.click('发给现在这位');
    await chat.reached(1);
    chat.answer();
    await eventually('an end', () => events.length);
    await sendBehind(1, chat, bridge);
  });
});
