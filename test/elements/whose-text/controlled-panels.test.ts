import { aTimeout, expect } from '@open-wc/testing';
import type { MsgMenu } from '../../../src/core/index.js';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { B } from '../../support/customers.js';
import { button, controlled } from './pages.js';

const { HEAD } = ComposerPage;

describe('the panel of docs/frameworks, with a button that sets a state of its own, pressed in B’s chat', () => {
  const pressed = async (
    text: string,
  ): Promise<{ view: ComposerPage; press: () => Promise<void>; render: () => void }> => {
    const view = await chat.panel();
    const { render } = controlled(view);
    const press = button(view, render);
    stopClock(5000);
    await view.type(HEAD, text);
    stopClock(5000);
    await chat.open(view.bridge, B);
    await view.settled();
    stopClock(31_000);
    await press();
    return { view, press, render };
  };

  it('忽略, and the button again: A’s text is not in B’s chat', async () => {
    const { view, press } = await pressed('王女士，您的保单 8001 已经生效');
    await view.click('忽略');
    expect(headOf(view)).to.equal('');
    stopClock(10_000);
    await press();
    expect(headOf(view)).to.equal('');
  });

  it('忽略, and the page renders by itself: A’s text is not in B’s chat', async () => {
    const { view, render } = await pressed('王女士，您的体检 8002 已经约好');
    await view.click('忽略');
    stopClock(10_000);
    render();
    await view.settled();
    expect(headOf(view)).to.equal('');
  });

  it('the strip unanswered, and the button again: A’s text is not in B’s chat', async () => {
    const { view, press } = await pressed('王女士，您的课程 8003 已经开通');
    stopClock(10_000);
    await press();
    expect(headOf(view)).to.equal('');
  });

  it('载入, as it is for B, too; and then C’s chat: it does not stand there', async () => {
    const { view } = await pressed('请把身份证照片发到 8005@example.com');
    await view.click('载入');
    expect(headOf(view)).to.contain('8005');
    stopClock(60_000);
    await chat.open(view.bridge, `${B}c`);
    await view.settled();
    expect(headOf(view)).to.equal('');
  });

  it('载入, and a word added for B: undo and the draft are B’s; C’s chat begins with what the page gave', async () => {
    const { view } = await pressed('请把驾驶证照片发到 8006@example.com');
    await view.click('载入');
    await view.type(HEAD, '，李先生');
    stopClock(60_000);
    await chat.open(view.bridge, `${B}c`);
    await view.settled();
    expect(headOf(view)).to.equal('');
  });

  it('忽略, and C’s chat: A’s text is not there as the page renders', async () => {
    const { view, render } = await pressed('王女士，您的机票 8004 已经出票');
    await view.click('忽略');
    stopClock(40_000);
    await chat.open(view.bridge, `${B}c`);
    await view.settled();
    stopClock(40_000);
    render();
    await view.settled();
    expect(headOf(view)).to.equal('');
  });
});

describe('a composer that comes anew in B’s chat with the page’s copy (two tabs), a strip, and then', () => {
  const again = async (
    text: string,
  ): Promise<{ page: ComposerPage; menu: MsgMenu; remount: () => Promise<ComposerPage> }> => {
    const view = await chat.panel();
    const { bridge } = view;
    const place = view.element.parentElement as HTMLElement;
    let menu = view.element.value;
    view.element.addEventListener('input', () => (menu = view.element.value));
    stopClock(5000);
    await view.type(HEAD, text);
    stopClock(5000);
    await chat.open(bridge, B);
    await view.settled();
    const remount = async (): Promise<ComposerPage> => {
      place.replaceChildren();
      await aTimeout(20);
      const element: KfMenuComposer = Object.assign(document.createElement('kf-menu-composer'), { value: menu });
      place.append(element);
      const page = new ComposerPage(element);
      await page.settled();
      return page;
    };
    return { page: await remount(), menu, remount };
  };

  it('the page renders half a minute later: A’s text is not in B’s chat', async () => {
    const { page, menu } = await again('王女士，您的车票 9001 已经改签');
    stopClock(31_000);
    page.element.value = menu;
    await page.settled();
    expect(headOf(page)).to.equal('');
  });

  it('another tab and back: A’s text is not in B’s chat', async () => {
    const { remount } = await again('王女士，您的酒店 9002 已经订好');
    stopClock(60_000);
    const page = await remount();
    expect(headOf(page)).to.equal('');
  });

  it('the agent types one letter, takes it back (撤销), and presses 发送: nothing of A’s goes', async () => {
    const { page } = await again('王女士，您的门票 9003 已经订好');
    await page.type(HEAD, 'x');
    await page.press('Control', 'z');
    expect(headOf(page)).to.equal('');
  });
});
