import { aTimeout, expect } from '@open-wc/testing';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { menuOf } from './pages.js';

const { HEAD } = ComposerPage;

describe('a page that puts a full stop as it hears `input` (in the listener), and an agent who writes the same to A and B', () => {
  it('no strip, and its text is in order', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    const text = '今天晚上八点直播，欢迎来看';
    element.addEventListener('change', () => {
      const { head_content = '', ...menu } = element.value;
      if (head_content && !head_content.endsWith('。')) element.value = { ...menu, head_content: `${head_content}。` };
    });
    const write = async (): Promise<void> => {
      await view.type(HEAD, text);
      await view.press('Tab');
      await view.settled();
    };
    await write();
    expect(headOf(view)).to.equal(`${text}。`);
    stopClock(2000);
    await chat.open(bridge, B);
    await view.settled();
    await write();
    expect([headOf(view), view.offered]).to.deep.equal([`${text}。`, '']);
  });
});

describe("the page's own menu for each customer differs in one word (the order), and the agent has added a word to A's", () => {
  it("B's own is there", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    const order: Record<string, string> = { [A]: '5001', [B]: '5002' };
    const greet = (): void =>
      void (element.value = menuOf(`您好，您的订单 ${order[bridge.context?.customerId ?? ''] ?? ''} 已发出`));
    bridge.addEventListener('kf-ready', greet);
    greet();
    await view.settled();
    stopClock(60_000);
    await view.type(HEAD, '，请注意查收');
    stopClock(1000);
    await chat.open(bridge, B);
    await view.settled();
    expect([headOf(view), view.offered]).to.deep.equal(['您好，您的订单 5002 已发出', '']);
  });

  it("B's own is there, given by the page's server with a second's delay and by kf-ready empty first", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    bridge.addEventListener('kf-ready', () => (element.value = {}));
    element.value = {};
    await view.settled();
    stopClock(60_000);
    element.value = menuOf('您好，您的订单 5001 已发出'); // its server's suggestion
    await view.settled();
    stopClock(60_000);
    await view.type(HEAD, '，请注意查收');
    stopClock(1000);
    await chat.open(bridge, B);
    await view.settled();
    stopClock(1000);
    element.value = menuOf('您好，您的订单 5002 已发出');
    await view.settled();
    expect([headOf(view), view.offered]).to.deep.equal(['您好，您的订单 5002 已发出', '']);
  });

  it('the agent has cleared it in between and written it again by hand (undo): the same', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    bridge.addEventListener('kf-ready', () => (element.value = menuOf('您好，您的订单 5002 已发出')));
    element.value = menuOf('您好，您的订单 5001 已发出');
    await view.settled();
    stopClock(60_000);
    view.textbox(HEAD).focus();
    await view.press('Control', 'a');
    await view.press('Delete');
    await view.press('Control', 'z');
    expect(headOf(view)).to.equal('您好，您的订单 5001 已发出');
    stopClock(1000);
    await chat.open(bridge, B);
    await view.settled();
    expect([headOf(view), view.offered]).to.deep.equal(['您好，您的订单 5002 已发出', '']);
  });
});

describe('a page that gives its menu again after each send (kf-sent), and an agent who writes the same once more', () => {
  it('what the agent has taken away of the menu is there again in the next chat at once', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    const start = menuOf('您好，请问您是要退货还是换货？请选择');
    element.value = start;
    element.addEventListener('kf-sent', () => (element.value = start));
    bridge.addEventListener('kf-ready', () => (element.value = start));
    await view.settled();
    stopClock(60_000);
    await view.retype(HEAD, '您是要退货还是换货？请选择');
    await view.press('Control', 'Enter');
    await chat.reached(1);
    chat.answer();
    await aTimeout(50);
    await view.settled();
    expect([headOf(view), view.offered]).to.deep.equal([start.head_content, '']);
    stopClock(1000);
    await chat.open(bridge, B);
    await view.settled();
    expect([headOf(view), view.offered]).to.deep.equal([start.head_content, '']);
  });
});

describe('a composer that is read-only in B’s chat: what the page gives it is much like A’s text', () => {
  it('its send() is not refused for ever without a strip that says why', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    await view.type(HEAD, '王女士，您的合同 7007 已经寄出');
    const asked = element.value;
    stopClock(1000);
    await chat.open(bridge, B);
    await view.settled();
    element.readOnly = true; // the page's rights of this chat: only its own menus
    stopClock(1000);
    element.value = { ...asked, head_content: `${asked.head_content ?? ''}。` };
    await view.settled();
    expect(headOf(view) === '' ? view.offered : 'shown').to.not.equal('');
  });
});
