import { aTimeout, expect } from '@open-wc/testing';
import type { MsgMenu } from '../../../src/core/index.js';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { B } from '../../support/customers.js';

const { HEAD } = ComposerPage;

const SECRET = '王女士，您的手机号是 13812345678';

describe('a page whose composer stands in one of two tabs, with its copy of what it has heard; another tab and back in B’s chat', () => {
  const back = async (): Promise<{ page: ComposerPage; menu: MsgMenu }> => {
    const view = await chat.panel();
    const { bridge } = view;
    let menu = view.element.value;
    view.element.addEventListener('input', () => (menu = view.element.value));
    stopClock(5000);
    await view.type(HEAD, SECRET);
    stopClock(5000);
    await chat.open(bridge, B);
    await view.settled();
    const place = view.element.parentElement as HTMLElement;
    view.element.remove();
    await aTimeout(20);
    const element: KfMenuComposer = Object.assign(document.createElement('kf-menu-composer'), { value: menu });
    place.append(element);
    const page = new ComposerPage(element);
    await page.settled();
    return { page, menu };
  };

  it("忽略: A's text does not stand in B's chat", async () => {
    const { page } = await back();
    await page.click('忽略');
    expect(headOf(page)).to.equal('');
  });

  it("the page renders again: A's text does not stand in B's chat", async () => {
    const { page, menu } = await back();
    page.element.value = menu;
    await page.settled();
    expect(headOf(page)).to.equal('');
  });

  it("the page renders again a minute later: A's text does not stand in B's chat", async () => {
    const { page, menu } = await back();
    stopClock(60_000);
    page.element.value = menu;
    await page.settled();
    expect(headOf(page)).to.equal('');
  });
});

describe('the same notice, pasted for A, sent, and pasted for B at once', () => {
  const NOTICE = '本店今天盘点，下午三点后发货，咨询请打 13812345678';
  const twice = async (): Promise<{ view: ComposerPage; element: KfMenuComposer }> => {
    const view = await chat.panel();
    const { element, bridge } = view;
    stopClock(5000);
    await view.type(HEAD, NOTICE);
    stopClock(1000);
    await view.press('Control', 'Enter');
    await chat.reached(1);
    chat.answer();
    await view.says(/^已发送/);
    stopClock(1000);
    await chat.open(bridge, B);
    await view.settled();
    await view.type(HEAD, NOTICE);
    stopClock(1000);
    return { view, element };
  };

  it("the page's server puts a full stop: nobody is asked about another customer", async () => {
    const { view, element } = await twice();
    element.value = { ...element.value, head_content: `${headOf(view)}。` };
    await view.settled();
    expect([headOf(view), view.offered]).to.deep.equal([`${NOTICE}。`, '']);
  });

  it("the page's server hides the number: it is hidden", async () => {
    const { view, element } = await twice();
    element.value = { ...element.value, head_content: NOTICE.replace('1234', '****') };
    await view.settled();
    expect(headOf(view)).to.equal(NOTICE.replace('1234', '****'));
  });
});

describe('what is much like A’s text is asked about, and B has a text of their own', () => {
  it('the agent sends that: it goes', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    await view.type(HEAD, '您的订单 1001 已发出');
    const asked = element.value;
    stopClock(1000);
    await chat.open(bridge, B);
    await view.settled();
    await view.type(HEAD, '请稍等');
    stopClock(1000);
    element.value = { ...asked, head_content: `${asked.head_content ?? ''}。` };
    await view.settled();
    expect(headOf(view)).to.equal('请稍等');
    stopClock(2000);
    await view.press('Control', 'Enter');
    await chat.reached(1);
    expect(JSON.stringify(chat.sends[0])).to.contain('请稍等');
  });
});
