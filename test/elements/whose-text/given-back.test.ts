import { aTimeout, expect } from '@open-wc/testing';
import type { MsgMenu } from '../../../src/core/index.js';
import { chat, given, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { eventually, press } from '../../support/element-page.js';
import { click } from '../../support/messages.js';
import { paste } from '../../support/paste.js';
import { sendBehind } from '../bridge/send-behind.js';

const { HEAD } = ComposerPage;

const headSent = (n: number): unknown =>
  (chat.sends[n] as { msgmenu?: { head_content?: string } }).msgmenu?.head_content;

describe('a page that sends a second menu as it hears that the first is out', () => {
  it("and B's chat is open by then, with a text half written: that text is not sent", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    element.addEventListener(
      'kf-sent',
      () => {
        element.value = { head_content: '第二条', list: [click('好', '1')] };
        element.send().catch(() => undefined);
      },
      { once: true },
    );
    await view.read();
    await view.click('发送');
    await chat.reached(1);
    await chat.open(bridge, B);
    await view.type(HEAD, '给 B 还没写完');
    chat.answer();
    await aTimeout(100);
    await view.settled();
    expect(chat.sends.slice(1).map((_, n) => headSent(n + 1))).to.not.include('给 B 还没写完');
  });
});

describe('a page that gives what it has heard, and then what it means to send', () => {
  it('in one task: the last one is sent', async () => {
    const view = await chat.panel();
    const { element } = view;
    stopClock(5000);
    await view.type(HEAD, '您好');
    const heard = element.value;
    await view.write('，王女士');
    element.value = heard; // its own state, a little behind
    element.value = { head_content: '本店今天休息', list: [click('好', '1')] };
    void element.send();
    await chat.reached(1);
    expect(headSent(0)).to.equal('本店今天休息');
  });
});

describe('a page that filters in its `input` listener', () => {
  it('no more than ten characters: the field keeps to it', async () => {
    const view = await chat.panel();
    const { element } = view;
    element.addEventListener('input', () => {
      const { head_content = '', ...menu } = element.value;
      if (head_content.length > 10) element.value = { ...menu, head_content: head_content.slice(0, 10) };
    });
    await view.type(HEAD, '123456789012345');
    await view.settled();
    expect(headOf(view)).to.equal('1234567890');
  });

  it('no digits: the field keeps to it', async () => {
    const view = await chat.panel();
    const { element } = view;
    element.addEventListener('input', () => {
      const { head_content = '', ...menu } = element.value;
      if (/\d/.test(head_content)) element.value = { ...menu, head_content: head_content.replace(/\d/g, '') };
    });
    await view.type(HEAD, 'call 138');
    await view.settled();
    expect(headOf(view)).to.equal('call ');
  });
});

describe('a page that changes a word in the middle of what it has heard, debounced or by its server', () => {
  const change = async (before: string, after: string): Promise<ComposerPage> => {
    const view = await chat.panel();
    const { element } = view;
    let timer = 0;
    element.addEventListener('input', () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        const { head_content = '', ...menu } = element.value;
        if (head_content.includes(before))
          element.value = { ...menu, head_content: head_content.replace(before, after) };
      }, 50);
    });
    await view.type(HEAD, '王女士您好，您的手机号是 13812345678，地址是青城山');
    await eventually('the page’s word', () => headOf(view).includes(after));
    return view;
  };

  it("a number masked: what was written for A is not in B's chat", async () => {
    const view = await change('13812345678', '138****5678');
    await chat.open(view.bridge, B);
    await view.settled();
    expect(headOf(view)).to.not.contain('王女士');
  });

  it("a number masked: it comes back in A's chat", async () => {
    const view = await change('13812345678', '138****5678');
    for (const customerId of [B, A]) {
      await chat.open(view.bridge, customerId);
      await view.settled();
    }
    expect(headOf(view)).to.contain('138****5678');
  });
});

describe("a page's own 快捷回复 that it has kept from what was written for A", () => {
  it("pressed in B's chat, where the page has given nothing since: it may be A's, and is offered", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    stopClock(5000);
    await view.type(HEAD, '我们九点开门');
    const kept = element.value; // 「存为快捷回复」 of the page
    stopClock(60_000);
    await chat.open(bridge, B);
    await view.settled();
    stopClock(60_000);
    const button = document.createElement('button');
    button.textContent = '用快捷回复';
    button.onclick = () => (element.value = kept);
    document.body.append(button);
    button.focus();
    await press('Enter');
    button.remove();
    await view.settled();
    expect([headOf(view), view.offered]).to.deep.equal(['', '页面给的内容很像写给上一位客户的，没有放进来']);
    await view.click('载入');
    expect(headOf(view)).to.equal('我们九点开门');
  });
});

describe('a text that the page puts in order after it was sent, and sends again by itself', () => {
  it('with enterChat, in the same task: that counts, too', async () => {
    const view = await chat.panel();
    const { element } = view;
    await view.type(HEAD, '您好 ');
    void element.send();
    await chat.reached(1);
    chat.answer();
    await view.says(/^已发送/);
    element.value = { msgtype: 'msgmenu', enterChat: true, msgmenu: { ...given.msgmenu, head_content: '您好' } };
    void element.send();
    await chat.reached(2);
    expect(chat.sends[1]).to.include({ enterChat: true });
  });
});

describe('a page that adds a full stop to what it has heard, debounced, as that has been asked for already', () => {
  const stopped = ({ head_content = '', ...menu }: MsgMenu): MsgMenu => ({
    head_content: `${head_content}。`,
    ...menu,
  });

  it('and is out: the foot goes on saying that it is sent', async () => {
    const view = await chat.panel();
    await view.type(HEAD, '您好，您的订单已发出');
    const heard = view.element.value;
    await view.press('Control', 'Enter');
    await chat.reached(1);
    chat.answer();
    await view.says(/^已发送/);
    await aTimeout(20); // it is no answer to kf-sent
    view.element.value = stopped(heard);
    await view.settled();
    expect(view.status).to.match(/^已发送/);
  });

  it('and nobody knows of it: Ctrl+Enter does not send the same words again', async () => {
    const view = await chat.panel();
    await view.type(HEAD, '您好，您的订单已发出');
    const heard = view.element.value;
    view.bridge.timeout = 60;
    await view.press('Control', 'Enter');
    await eventually('the question', () => view.has('button', '没有，重发'));
    view.bridge.timeout = 30_000;
    await view.read();
    view.element.value = stopped(heard);
    await view.settled();
    stopClock(5000);
    view.textbox(HEAD).focus();
    await view.press('Control', 'Enter');
    await sendBehind(1, chat, view.bridge);
  });
});

describe('a page that binds `message` instead of `value`, debounced', () => {
  const text = '{{称呼}}您好，您的快递已发出';
  for (const pause of [6, 9, 12, text.length])
    it(`A's name is not in B's chat (the user pauses after ${pause} characters)`, async () => {
      const view = await chat.panel();
      const { element, bridge } = view;
      element.variables = { 称呼: '王女士' };
      let timer = 0;
      element.addEventListener('input', () => {
        clearTimeout(timer);
        timer = window.setTimeout(() => (element.value = element.message), 50);
      });
      const given = (): Promise<unknown> => eventually('the page’s', () => headOf(view).startsWith('王女士'));
      await view.type(HEAD, text.slice(0, pause));
      await given();
      await view.type(HEAD, text.slice(pause));
      await given();
      bridge.addEventListener('kf-ready', () => (element.variables = { 称呼: '李先生' }));
      await chat.open(bridge, B);
      await view.settled();
      expect(headOf(view)).to.not.contain('王女士');
    });
});

describe("a page that changes what it has heard a little, debounced, when B's chat is there already", () => {
  for (const [what, change] of [
    ['a full stop more', (text: string) => `${text}。`],
    ['a signature', (text: string) => `${text}\n——客服小李`],
    ['a number masked', (text: string) => text.replace('13812345678', '138****5678')],
    ['cut', (text: string) => text.slice(0, 20)],
  ] as const)
    it(`${what}: what was written for A is not in B's chat`, async () => {
      const view = await chat.panel();
      let give = (): void => undefined;
      view.element.addEventListener('input', () => {
        const { head_content = '', ...menu } = view.element.value;
        give = () => (view.element.value = { ...menu, head_content: change(head_content) });
      });
      view.textbox(HEAD).focus();
      await paste('王女士您好，您的手机号是 13812345678，地址是青城山');
      await view.settled();
      await chat.open(view.bridge, B);
      give();
      await view.settled();
      expect(headOf(view)).to.not.contain('王女士');
    });
});

describe("a page's own button that sends again what it has kept from A's chat", () => {
  it('a moment after it has set that: B gets it, or nothing', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    stopClock(5000);
    await view.type(HEAD, '我们九点开门');
    const kept = element.value;
    stopClock(60_000);
    await chat.open(bridge, B);
    await view.settled();
    stopClock(60_000);
    const button = document.createElement('button');
    button.onclick = () => {
      element.value = kept;
      setTimeout(() => void element.send().catch(() => undefined));
    };
    document.body.append(button);
    button.focus();
    await press('Enter');
    button.remove();
    await aTimeout(50);
    void bridge.send({ msgtype: 'text', text: { content: 'behind' } });
    await chat.reached(1);
    expect(JSON.stringify(chat.sends[0])).to.match(/我们九点开门|behind/);
  });
});
