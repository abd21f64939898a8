import { expect } from '@open-wc/testing';
import { record } from '../../support/ask.js';
import { CardPage } from '../../support/card-page.js';
import { ComposerPage } from '../../support/composer-page.js';
import { chat } from '../../support/chat.js';
import { startClock, stopClock } from '../../support/clock.js';
import { A, B } from '../../support/customers.js';
import { eventually, press } from '../../support/element-page.js';
import { tried } from '../../support/in-touch.js';
import { sendBehind } from '../bridge/send-behind.js';
import { cardOf, making } from './page-asking.js';

/** A panel that the page has made anew, bridge and all, for this customer, and that still connects. */
async function rebuilt(productId: string, customerId: string) {
  const build = making(() => cardOf(productId));
  await tried(build().bridge);
  chat.customerId = customerId;
  stopClock(5000);
  const go = chat.slowly();
  const { bridge, element: card } = build();
  const view = new CardPage(card);
  await view.settled();
  return { place: bridge.parentElement!, bridge, card, view, go };
}

describe('a press that waits for a bridge that is made anew', () => {
  for (const [who, customer] of [
    ['B', () => B],
    ['A', () => A],
  ] as const)
    it(`and the page puts a new card into it meanwhile (its data has come), ${who} is there: it is sent, or told where somebody sees or hears it`, async () => {
      const { place, bridge, card, view, go } = await rebuilt(`wait ${who}${A}`, customer());
      const told = record(place, ['kf-error', 'kf-sent']);
      stopClock(50);
      view.button('发送').click();
      stopClock(2000);
      const fresh = cardOf(`wait ${who}${A}`);
      card.replaceWith(fresh);
      const next = new CardPage(fresh);
      await next.settled();
      go();
      await tried(bridge);
      await next.settled();
      expect([chat.sends.length, told.length, next.part('reason')].join()).to.not.equal('0,0,');
    });

  it('that the page lets connect again and again: it is told in a while', async () => {
    const { bridge, view, card } = await rebuilt(`wait ever${A}`, A);
    const told = record(card, ['kf-error']);
    bridge.timeout = 60;
    stopClock(50);
    view.button('发送').click();
    startClock();
    const timer = setInterval(() => void bridge.reconnect().catch(() => undefined), 30);
    try {
      const end = Date.now() + 3000;
      await eventually('the end', () => told.length || Date.now() > end);
      expect(told).to.have.length(1);
    } finally {
      clearInterval(timer);
    }
  });
});

describe('不发了 to a press that came too early', () => {
  it('in a composer whose menu B has got before: Ctrl+Enter a while later does not send it again, as before', async () => {
    chat.customerId = B;
    const view = await chat.panel();
    const { bridge } = view;
    await view.read();
    await view.click('发送');
    await chat.reached(1);
    chat.answer();
    await view.says(/^已发送/);
    stopClock(5000);
    await chat.open(bridge, A);
    await view.says(/^可以发送/);
    stopClock(5000);
    await chat.open(bridge, B);
    await view.says(/^已发送/);
    stopClock(50);
    view.button('再发一次').click(); // 发送, in A's chat
    await view.says(/^客户换了，没有发送/);
    stopClock(5000);
    view.button('不发了').click();
    await view.settled();
    stopClock(5000);
    view.textbox('起始文本').focus();
    await press('Control', 'Enter');
    await sendBehind(1, chat, bridge);
  });
});

describe("B's message that has arrived, and a send for A that found B", () => {
  it('不发了, where the page has connected again as it heard that: Ctrl+Enter a while later does not send it again, as before', async () => {
    chat.customerId = B;
    const view = await chat.panel();
    const { bridge, element } = view;
    await view.read();
    await view.click('发送');
    await chat.reached(1);
    chat.answer();
    await view.says(/^已发送/);
    stopClock(5000);
    await chat.open(bridge, A);
    await view.says(/^可以发送/);
    stopClock(5000);
    element.addEventListener('kf-error', () => void bridge.reconnect());
    chat.customerId = B; // the page has not noticed
    view.button('发送').click();
    await view.says(/^客户换了，没有发送/);
    await eventually('B', () => bridge.context?.customerId === B);
    await view.settled();
    stopClock(5000);
    view.button('不发了').click();
    await view.settled();
    stopClock(5000);
    view.textbox('起始文本').focus();
    await press('Control', 'Enter');
    await sendBehind(1, chat, bridge);
  });
});

describe('a press whose customer can not be read any more, and a page that connects again as it hears that', () => {
  it('on a card: it goes on saying that nothing was sent', async () => {
    const { view, bridge } = await chat.card(`unread${A}`);
    let connected: Promise<unknown> | undefined;
    view.element.addEventListener('kf-error', () => (connected = bridge.reconnect()));
    chat.customerId = '';
    view.button('发送').click();
    await eventually('connected', () => connected);
    await connected;
    await view.settled();
    expect(view.part('reason')).to.match(/没有发送/);
  });

  it("in a composer with the page's menu: it goes on saying that nothing was sent", async () => {
    const view = await chat.panel();
    const { bridge, element } = view;
    let connected: Promise<unknown> | undefined;
    element.addEventListener('kf-error', () => (connected = bridge.reconnect()));
    await view.read();
    chat.customerId = '';
    await view.click('发送');
    await eventually('connected', () => connected);
    await connected;
    await view.settled();
    expect(view.status).to.match(/没有发送/);
  });
});

describe('a press in a composer that waits for a bridge that is made anew, of which the foot says nothing', () => {
  it('and the agent takes it for lost, changes the text and presses again: one message goes out', async () => {
    const build = chat.rebuilding();
    await tried(build().bridge);
    stopClock(5000);
    const go = chat.slowly();
    const { bridge, element } = build(); // the profile of the same customer has come
    const view = new ComposerPage(element);
    await view.settled();
    stopClock(50);
    view.button('发送').click();
    await view.settled();
    stopClock(2000);
    await view.type('起始文本', '王女士您好');
    stopClock(2000);
    view.button('发送').click();
    await view.settled();
    go();
    await chat.reached(1);
    chat.answer();
    await sendBehind(1, chat, bridge);
  });
});
