import { aTimeout, expect } from '@open-wc/testing';
import type { MsgMenu } from '../../../src/core/index.js';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { click } from '../../support/messages.js';
import { sendBehind } from '../bridge/send-behind.js';

const { HEAD } = ComposerPage;

let ids = 0;
const made = (): MsgMenu => ({ head_content: '请选择', list: [click('查订单', `t${++ids}`)] });

/** A page that makes its composer anew, with ids made anew, as it hears kf-send: a state of its own is 'sending'. */
async function rebuiltAtSend(): Promise<{ first: ComposerPage; now: () => ComposerPage }> {
  const view = await chat.panel();
  const place = view.element.parentElement as HTMLElement;
  let current = view;
  const make = (): void => {
    const element: KfMenuComposer = document.createElement('kf-menu-composer');
    element.value = made();
    element.addEventListener('kf-send', () => setTimeout(make));
    place.replaceChildren(element);
    current = new ComposerPage(element);
  };
  make();
  const first = current;
  await current.settled();
  return { first, now: () => current };
}

describe('a page that makes its composer anew, ids too, as it is asked to send', () => {
  it("a double click on the page's own button is one message", async () => {
    const { first, now } = await rebuiltAtSend();
    void first.element.send().catch(() => undefined);
    await chat.reached(1);
    await aTimeout(20);
    await now().settled();
    expect(now().status).to.match(/正在发送/);
    void now()
      .element.send()
      .catch(() => undefined);
    await aTimeout(30);
    chat.answer();
    await sendBehind(1, chat, now().bridge);
  });

  it('Ctrl+Enter, and again two seconds later while the client is slow: the same', async () => {
    const { first, now } = await rebuiltAtSend();
    stopClock(5000);
    first.textbox(HEAD).focus();
    await first.press('Control', 'Enter');
    await chat.reached(1);
    await aTimeout(20);
    await now().settled();
    stopClock(2000);
    now().textbox(HEAD).focus();
    await now().press('Control', 'Enter');
    chat.answer();
    await sendBehind(1, chat, now().bridge);
  });

  it('the client says no: that is told', async () => {
    const { first, now } = await rebuiltAtSend();
    stopClock(5000);
    first.textbox(HEAD).focus();
    await first.press('Control', 'Enter');
    await chat.reached(1);
    await aTimeout(20);
    await now().settled();
    chat.answer({ err_msg: 'sendChatMessage:fail_no permission' });
    await aTimeout(50);
    await now().settled();
    expect(now().status).to.match(/没有发出去|没发出去/);
  });
});

describe('a page that makes its composer anew after each outcome', () => {
  const rebuiltAtOutcome = async (): Promise<() => ComposerPage> => {
    const view = await chat.panel();
    const place = view.element.parentElement as HTMLElement;
    let current = view;
    const make = (): void => {
      const element: KfMenuComposer = document.createElement('kf-menu-composer');
      element.value = { list: [click('满意', '1')] };
      for (const type of ['kf-sent', 'kf-error', 'kf-cancel'] as const)
        element.addEventListener(type, () => setTimeout(make));
      place.replaceChildren(element);
      current = new ComposerPage(element);
    };
    make();
    await current.settled();
    return () => current;
  };

  it('refused once, then the next text is sent: the refusal is not told for ever', async () => {
    const now = await rebuiltAtOutcome();
    await now().type(HEAD, '给 A');
    stopClock(5000);
    await now().press('Control', 'Enter');
    await chat.reached(1);
    chat.answer({ err_msg: 'sendChatMessage:fail_no permission' });
    await aTimeout(50);
    await now().settled();
    const told: string[] = [now().status];
    for (const n of [2, 3]) {
      stopClock(10_000);
      await now().settled();
      await now().type(HEAD, `第 ${n} 条`);
      stopClock(5000);
      await now().press('Control', 'Enter');
      await chat.reached(n);
      chat.answer();
      await aTimeout(50);
      await now().settled();
      told.push(now().status);
    }
    expect(told.slice(1).join()).to.not.contain('给 A');
  });
});

describe('bridge.send() of the page, refused', () => {
  it('a composer beside it does not tell of it', async () => {
    const view = await chat.panel();
    const asked = view.bridge.send({ msgtype: 'text', text: { content: '页面自己的' } }).catch(() => undefined);
    await chat.reached(1);
    chat.answer({ err_msg: 'sendChatMessage:fail_no permission' });
    await asked;
    await view.settled();
    expect(view.status).to.not.contain('页面自己的');
  });
});

describe('two composers of one page in tabs, each for one menu; the one that has asked is taken out for a moment', () => {
  it('moved to another place while pending: its refusal is told there alone', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    const other: KfMenuComposer = document.createElement('kf-menu-composer');
    other.value = { head_content: '另一条', list: [click('满意', '1')] };
    bridge.append(other);
    const page = new ComposerPage(other);
    await page.settled();
    await view.type(HEAD, '给 A');
    stopClock(5000);
    await view.press('Control', 'Enter');
    await chat.reached(1);
    element.remove();
    chat.answer({ err_msg: 'sendChatMessage:fail_no permission' });
    await aTimeout(30);
    bridge.append(element);
    await view.settled();
    await page.settled();
    expect(view.status).to.match(/没发出去|没有发出去/);
    stopClock(10_000);
    await page.type(HEAD, '！');
    await page.settled();
    expect(page.status).to.not.contain('给 A');
  });
});

void [B, headOf, eventually, A];
