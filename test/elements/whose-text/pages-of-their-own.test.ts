import { aTimeout, expect, html } from '@open-wc/testing';
import type { MsgMenu } from '../../../src/core/index.js';
import type { Chat } from '../../support/chat.js';
import { chat, given, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { tried } from '../../support/in-touch.js';

const { HEAD } = ComposerPage;

describe('a page that makes its panel anew, bridge and all, and keeps a draft for each customer itself', () => {
  const panelOf = (make: ReturnType<Chat['rebuilding']>) => async (value: MsgMenu) => {
    const { bridge, element } = make();
    element.value = value;
    const page = new ComposerPage(element);
    await tried(bridge);
    await page.settled();
    return { page, bridge };
  };

  it("A's own text is in A's chat, after a look into B's", async () => {
    const make = panelOf(chat.rebuilding());
    const { page, bridge } = await make(given.msgmenu);
    await page.type(HEAD, '王女士，您的钥匙 1212 已经配好');
    const kept = page.element.value;
    stopClock(2000);
    await chat.open(bridge, B);
    await page.settled();
    chat.customerId = A;
    const { page: again } = await make(kept);
    expect([headOf(again), again.offered]).to.deep.equal([kept.head_content, '']);
  });

  it('the customer could not be read for a moment: the same', async () => {
    const make = panelOf(chat.rebuilding());
    const { page, bridge } = await make(given.msgmenu);
    await page.type(HEAD, '王女士，您的钥匙 1313 已经配好');
    const kept = page.element.value;
    stopClock(2000);
    await chat.open(bridge, '');
    await page.settled();
    chat.customerId = A;
    const { page: again } = await make(kept);
    expect([headOf(again), again.offered]).to.deep.equal([kept.head_content, '']);
  });

  it('written while nobody could be read, and A is there as the panel is made anew: it is not said to be the last customer’s', async () => {
    chat.customerId = '';
    const make = panelOf(chat.rebuilding());
    const { page, bridge } = await make(given.msgmenu);
    await page.type(HEAD, '王女士，您的钥匙 1414 已经配好');
    const kept = page.element.value;
    stopClock(2000);
    await chat.open(bridge, A);
    await page.settled();
    const { page: again } = await make(kept);
    expect(`${headOf(again)}|${again.offered}`).to.match(/1414|没有放进来/);
  });
});

describe('the customer can not be read for a moment, and then A is there again (the client was slow)', () => {
  it('what the page’s server makes of A’s text is taken', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    await view.type(HEAD, '王女士，您的手机号是 13812341515');
    const asked = element.value;
    stopClock(1000);
    for (const id of ['', A]) {
      await chat.open(bridge, id);
      await view.settled();
      stopClock(500);
    }
    expect(headOf(view)).to.contain('1515');
    element.value = { ...asked, head_content: '王女士，您的手机号是 138****1515' };
    await view.settled();
    expect(headOf(view)).to.contain('138****1515');
  });
});

describe('a page that fetches its menu for all, which comes three seconds late: the agent has written 您好 meanwhile', () => {
  const GREETING = '您好，请问有什么可以帮您？请选择：';

  it('B’s chat begins with that, too', async () => {
    const view = await chat.panel(html`<kf-menu-composer></kf-menu-composer>`);
    const { element, bridge } = view;
    await view.type(HEAD, '您好');
    stopClock(2000);
    element.value = { ...given.msgmenu, head_content: GREETING };
    await view.settled();
    expect(headOf(view)).to.equal(GREETING);
    stopClock(60_000);
    await chat.open(bridge, B);
    await view.settled();
    expect(headOf(view)).to.equal(GREETING);
  });

  it('a draft-key: the menu is no draft of A’s', async () => {
    const key = `kept${Math.random()}`;
    const view = await chat.panel(html`<kf-menu-composer draft-key=${key}></kf-menu-composer>`);
    const { element } = view;
    await view.type(HEAD, '您好');
    stopClock(2000);
    element.value = { ...given.msgmenu, head_content: GREETING };
    await view.settled();
    await aTimeout(400);
    expect(Object.values(localStorage).join()).to.not.contain(GREETING);
  });
});
