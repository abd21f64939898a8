import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import type { KfBridge } from '../../../src/kf-bridge.js';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import { record } from '../../support/ask.js';
import { chat, given } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { tried, unanswered } from '../../support/in-touch.js';

const { HEAD } = ComposerPage;

describe('a page that connects again as it hears customer-changed; the customer could not be read once', () => {
  for (const [name, customerId] of [
    ['A is there again', A],
    ['B is there', B],
  ] as const)
    it(`and ${name} by then: that nothing was sent stays on show`, async () => {
      const view = await chat.panel();
      const { element, bridge } = view;
      await view.type(HEAD, '给 A');
      await view.read();
      element.addEventListener('kf-error', () => {
        chat.customerId = customerId;
        void bridge.reconnect();
      });
      const told = record(element, ['kf-error']);
      chat.customerId = '';
      await view.press('Control', 'Enter');
      await eventually('the refusal', () => told.length);
      await aTimeout(50);
      await view.settled();
      expect(view.status).to.match(/没有发送|没发/);
    });
});

describe('two composers of one page, and a third that is gone while nobody knows of its text', () => {
  it('a late no is told once', async () => {
    const place = fixtureSync<HTMLElement>(html`<div lang="zh-CN" style="width:400px"></div>`);
    const bridge: KfBridge = Object.assign(document.createElement('kf-bridge'), { host: chat });
    place.replaceChildren(bridge);
    await tried(bridge);
    const add = async (): Promise<ComposerPage> => {
      const element: KfMenuComposer = Object.assign(document.createElement('kf-menu-composer'), { value: given });
      bridge.append(element);
      const page = new ComposerPage(element);
      await page.settled();
      return page;
    };
    const first = await add();
    const second = await add();
    const third = await add();
    await third.type(HEAD, '给 A');
    await unanswered(bridge, () => third.element.send());
    await eventually('the question', () => third.has('button', '已经有了'));
    third.element.remove();
    await first.settled();
    await second.settled();
    expect(first.status).to.match(/^之前的「给 A」不确定/);
    await first.read();
    await first.click('已经有了');
    await second.settled();
    expect(second.status).to.not.match(/不确定/);
    chat.answer({ err_msg: 'sendChatMessage:fail' });
    await aTimeout(50);
    stopClock(5000);
    await first.settled();
    expect(first.status).to.match(/「给 A」没有发出去/);
  });
});
