import { expect } from '@open-wc/testing';
import { chat, given } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { A } from '../../../support/customers.js';
import { clickOn } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { sendBehind } from '../../bridge/send-behind.js';
import { anew, cardOf, composerOf, pressCard, told } from '../page-asking.js';

beforeEach(asOnNewPage);

describe('a panel made anew, bridge and all, whose client takes 2 s to connect; 发送 of its card is pressed after 700 ms', () => {
  /** The same panel with a composer below its card. */
  async function pressed(name: string) {
    const { bridge, element, go } = await anew(() => cardOf(`${name}${A}`));
    const composer = composerOf();
    bridge.append(composer);
    const view = new ComposerPage(composer);
    await view.settled();
    stopClock(700);
    await pressCard(element);
    await told();
    return { bridge, composer, view, go };
  }

  /** Both go out: the product, and after it the menu. */
  async function inOrder(go: () => void): Promise<void> {
    stopClock(500);
    go();
    await chat.reached(1);
    chat.answer();
    await chat.reached(2);
    expect(chat.sends.map(({ msgtype }) => msgtype)).to.deep.equal(['channels_shop_product', 'msgmenu']);
  }

  it('and 发送 of the composer 800 ms after that: they go in this order', async () => {
    const { view, go } = await pressed('pressed');
    stopClock(800);
    await view.click('发送');
    await told();
    await inOrder(go);
  });

  it('and the page greets at kf-ready: they go in this order', async () => {
    const { bridge, composer, go } = await pressed('greeted');
    bridge.addEventListener('kf-ready', () => void composer.send().catch(() => undefined));
    await inOrder(go);
  });
});

describe("a composer with the page's quick reply, made anew, bridge and all, which connects slowly; 发送 is pressed after 700 ms", () => {
  it('the page shows its second one, and 发送 is pressed a second later: the first goes out, and is named', async () => {
    const reply = (nth: number) => ({ ...given.msgmenu, head_content: `第 ${nth} 条${A}` });
    const { bridge, element, go } = await anew(() => composerOf(reply(1)));
    const view = new ComposerPage(element);
    await view.settled();
    stopClock(700);
    await view.click('发送');
    await view.says(/^正在发送/);
    stopClock(500);
    element.value = reply(2);
    await view.says(/^正在发送/);
    stopClock(1000);
    await clickOn(element.renderRoot.querySelector('[part~="send"]')!); // it says 发送中
    await told();
    stopClock(500);
    go();
    await chat.reached(1);
    expect(chat.sends[0]).to.deep.include({ msgmenu: reply(1) });
    chat.answer();
    await view.says(/^「第 1 条.*已发送/);
    await sendBehind(1, chat, bridge);
  });
});
