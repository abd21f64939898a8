import { aTimeout, expect } from '@open-wc/testing';
import '../../../src/kf-product-card.js';
import { record } from '../../support/ask.js';
import { CardPage } from '../../support/card-page.js';
import { chat } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { sendBehind } from '../bridge/send-behind.js';
import { anew, cardOf, composerOf, pressCard, told } from './page-asking.js';

beforeEach(asOnNewPage);

describe('a press that waits for a bridge that is made anew, and the page locks its composer meanwhile', () => {
  it('nothing goes out of a disabled composer', async () => {
    const rebuild = chat.rebuilding();
    const first = rebuild();
    await first.bridge.ready;
    const connect = chat.slowly();
    const { bridge, element } = rebuild();
    const view = new ComposerPage(element);
    await view.settled();
    const told = record(element, ['kf-error']);
    view.button('发送').click();
    await aTimeout(50);
    element.disabled = true; // the conversation was closed by somebody else
    await view.settled();
    stopClock(5000);
    connect();
    await bridge.ready;
    await aTimeout(100);
    expect(chat.sends.length).to.equal(0);
    expect(told.map(({ detail }) => detail.error?.code)).to.deep.equal(['stopped']);
  });
});

describe('发送 is pressed 300 ms after a panel was made anew, bridge and all, the page disables its element, and then the bridge is in touch', () => {
  it('a card: it is not sent, and the card does not go on saying 发送中', async () => {
    const { bridge, element, go } = await anew(() => cardOf(`disabled${A}`));
    const view = new CardPage(element);
    const events = record(element, ['kf-error']);
    stopClock(300);
    await pressCard(element);
    await told();
    element.disabled = true;
    await told();
    stopClock(200);
    go();
    await bridge.ready;
    await eventually('it is told', () => events.length);
    expect(events[0]?.detail.error?.code).to.equal('stopped');
    await view.buttonSays('发送');
    await sendBehind(0, chat, bridge);
  });

  it('a composer: the same', async () => {
    const { bridge, element, go } = await anew(composerOf);
    const view = new ComposerPage(element);
    await view.settled();
    const events = record(element, ['kf-error']);
    stopClock(300);
    await view.click('发送');
    await view.settled();
    element.disabled = true;
    await view.settled();
    stopClock(200);
    go();
    await bridge.ready;
    await eventually('it is told', () => events.length);
    expect(events[0]?.detail.error?.code).to.equal('stopped');
    await view.says(/^可以发送/);
    await sendBehind(0, chat, bridge);
  });
});

describe("the same customer's panel is made anew, bridge and all, and the page disables its composer at kf-ready until it has loaded the profile", () => {
  it('发送 is pressed 700 ms after it came, as it connects: it goes', async () => {
    const { bridge, element, go } = await anew(composerOf);
    bridge.addEventListener('kf-ready', () => (element.disabled = true));
    const view = new ComposerPage(element);
    await view.settled();
    stopClock(700);
    await view.click('发送');
    await view.settled();
    stopClock(200);
    go();
    await bridge.ready;
    await told();
    stopClock(200);
    element.disabled = false;
    await chat.reached(1);
    chat.answer();
    await sendBehind(1, chat, bridge);
  });
});
