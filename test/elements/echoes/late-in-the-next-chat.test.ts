import { aTimeout, expect, html } from '@open-wc/testing';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { menuOf } from '../whose-text/pages.js';

const { HEAD } = ComposerPage;

const TO_ALL = '请问您要办理什么？';

describe('with draft-key: B’s own words are there, A’s text comes late, and the agent says 忽略', () => {
  it('the words are B’s draft after a reload', async () => {
    const key = `kept${Math.random()}`;
    const view = await chat.panel(
      html`<kf-menu-composer draft-key=${key} .value=${menuOf(TO_ALL)}></kf-menu-composer>`,
    );
    const { element, bridge } = view;
    stopClock(60_000);
    await view.retype(HEAD, '王女士，您的套餐 1111 已经换好');
    const asked = element.value;
    stopClock(1000);
    await chat.open(bridge, B);
    await view.settled();
    await view.retype(HEAD, '李先生，请稍等');
    stopClock(500);
    element.value = { ...asked, head_content: `${asked.head_content ?? ''}。` };
    await view.settled();
    await view.click('忽略');
    await aTimeout(400);
    const place = element.parentElement as HTMLElement;
    element.remove();
    await aTimeout(20);
    const next: KfMenuComposer = document.createElement('kf-menu-composer');
    next.draftKey = key;
    next.value = menuOf(TO_ALL);
    place.append(next);
    const page = new ComposerPage(next);
    await page.settled();
    expect(headOf(page)).to.equal('李先生，请稍等');
  });
});

describe('a page that gives each customer a menu at kf-ready, and A’s text comes late in B’s chat', () => {
  it("B's own menu is not taken away: it is known not to be A's", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    bridge.addEventListener(
      'kf-ready',
      () => (element.value = menuOf(chat.customerId === B ? '李先生，请选择套餐' : TO_ALL)),
    );
    element.value = menuOf(TO_ALL);
    await view.settled();
    stopClock(60_000);
    await view.retype(HEAD, '王女士，您的账单 2222 已经寄出');
    const asked = element.value;
    stopClock(1000);
    await chat.open(bridge, B);
    await view.settled();
    expect(headOf(view)).to.equal('李先生，请选择套餐');
    stopClock(1000);
    element.value = { ...asked, head_content: `${asked.head_content ?? ''}。` };
    await view.settled();
    stopClock(60_000);
    await view.type(HEAD, '，谢谢');
    expect(headOf(view)).to.equal('李先生，请选择套餐，谢谢');
  });
});

describe('the agent presses 发送 in B’s chat as A’s text comes late', () => {
  it('what was on show a moment before goes, or it is said that nothing did', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    element.value = menuOf(TO_ALL);
    await view.settled();
    stopClock(60_000);
    await view.retype(HEAD, '王女士，您的账单 3333 已经寄出');
    const asked = element.value;
    stopClock(1000);
    await chat.open(bridge, B);
    await view.settled();
    stopClock(2000);
    element.value = { ...asked, head_content: `${asked.head_content ?? ''}。` };
    view.button('发送').click(); // before the strip is on screen
    await aTimeout(100);
    await view.settled();
    const sent = JSON.stringify(chat.sends);
    expect(sent).to.not.contain('3333');
    expect(chat.sends.length > 0 ? 'sent' : view.status).to.not.equal('');
  });
});

describe("a page's own 发送 in B's chat: `send()` of B's own words, while A's text is asked about", () => {
  it('rejects, and the strip says why (as the docs do)', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    await view.type(HEAD, '王女士，您的账单 4444 已经寄出');
    const asked = element.value;
    stopClock(1000);
    await chat.open(bridge, B);
    await view.settled();
    await view.type(HEAD, '李先生，请稍等');
    stopClock(1000);
    element.value = { ...asked, head_content: `${asked.head_content ?? ''}。` };
    await view.settled();
    await aTimeout(20);
    const error = await element.send().catch((reason: unknown) => reason);
    expect(String((error as { code?: string }).code)).to.equal('customer-changed');
    await view.click('忽略');
    void element.send().catch(() => undefined);
    await chat.reached(1);
    expect(JSON.stringify(chat.sends[0])).to.contain('李先生');
  });
});
void [A, eventually];
