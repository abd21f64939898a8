import { aTimeout, expect, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { MsgMenu } from '../../../src/core/index.js';
import { chat, given, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { centreOf, eventually } from '../../support/element-page.js';
import { unanswered } from '../../support/in-touch.js';
import { click } from '../../support/messages.js';
import { paste } from '../../support/paste.js';
import { greeted, menuOf } from './pages.js';

const { HEAD } = ComposerPage;

describe('a page that gives each customer a greeting, or the state of their order', () => {
  it("and the agent has written to A what the page says to B: B's own stands in B's chat, and not A's", async () => {
    const view = await greeted({ [A]: '王女士您好', [B]: '李先生您好，您的订单已发出，请注意查收' });
    stopClock(5000);
    await view.type(HEAD, '，您的订单已发出，请注意查收');
    void view.element.send();
    await chat.reached(1);
    chat.answer();
    await view.says(/^已发送/);
    stopClock(60_000);
    await chat.open(view.bridge, B);
    await view.settled();
    expect(headOf(view)).to.equal('李先生您好，您的订单已发出，请注意查收');
  });

  it('an hour and a customer later: the greeting of the third one stands in their chat', async () => {
    const C = `${B}c`;
    const view = await greeted({ [A]: '王女士您好', [B]: '李先生您好', [C]: '张先生您好，请问有什么可以帮您？' });
    stopClock(5000);
    await view.retype(HEAD, '您好，请问有什么可以帮您');
    stopClock(60_000);
    await chat.open(view.bridge, B);
    await view.settled();
    stopClock(3_600_000);
    await chat.open(view.bridge, C);
    await view.settled();
    expect(headOf(view)).to.equal('张先生您好，请问有什么可以帮您？');
  });

  it('and sends it a moment later by itself: nobody gets the greeting of another', async () => {
    const view = await greeted({ [A]: '王女士您好', [B]: '李先生您好，您的订单已发出，请注意查收' });
    stopClock(5000);
    await view.type(HEAD, '，您的订单已发出，请注意查收');
    stopClock(60_000);
    await chat.open(view.bridge, B);
    await aTimeout(50); // the page's animation
    void view.element.send().catch(() => undefined);
    void view.bridge.send({ msgtype: 'text', text: { content: 'behind' } });
    await chat.reached(1);
    expect(JSON.stringify(chat.sends[0])).to.not.contain('王女士');
  });
});

describe('a page that gives the next message of a series as the first one is out', () => {
  const series = async (next: string, then: (view: ComposerPage) => void): Promise<ComposerPage> => {
    const view = await chat.panel();
    const { element } = view;
    element.addEventListener(
      'kf-sent',
      () => {
        element.value = menuOf(next);
        then(view);
      },
      { once: true },
    );
    await chat.sent(view, '您的订单 1001 已发出');
    await view.settled();
    await aTimeout(0);
    await view.settled();
    return view;
  };

  it('that says more about the same: it stands there', async () => {
    const view = await series('您的订单 1001 已发出，预计明天到', () => undefined);
    expect(headOf(view)).to.equal('您的订单 1001 已发出，预计明天到');
  });

  it('and sends it 50 ms later: the first one does not go out twice', async () => {
    await series('您的订单 1001 已发出，预计明天到', ({ element }) =>
      setTimeout(() => void element.send().catch(() => undefined), 50),
    );
    await chat.reached(2);
    expect(JSON.stringify(chat.sends[1])).to.not.equal(JSON.stringify(chat.sends[0]));
  });
});

describe('a page that binds `value`, and renders anew each minute (its list of orders has come)', () => {
  it("what was written for A is not in B's chat", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    let copy = element.value;
    const render = (): void => void (element.value = copy);
    element.addEventListener('input', () => {
      copy = element.value;
      render();
    });
    bridge.addEventListener('kf-ready', render);
    stopClock(5000);
    await view.type(HEAD, '王女士，您的手机号是 13812345678');
    stopClock(5000);
    await chat.open(bridge, B);
    await view.settled();
    expect(headOf(view)).to.equal('');
    stopClock(60_000);
    render();
    await view.settled();
    expect(headOf(view)).to.not.contain('王女士');
  });
});

describe('a page that binds `value`, and renders again for the first time a minute after the chat has changed', () => {
  it("what was written for A is not in B's chat", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    stopClock(5000);
    await view.type(HEAD, '王女士，您的手机号是 13812345678');
    const copy = element.value;
    stopClock(5000);
    await chat.open(bridge, B);
    await view.settled();
    stopClock(60_000);
    element.value = copy;
    await view.settled();
    expect(headOf(view)).to.equal('');
  });
});

describe('a page that puts its mark on the links that it has heard of, debounced', () => {
  it("the link that was pasted for A is not in B's chat", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    element.value = { list: [{ type: 'view', view: { url: 'https://a.cn/', content: '查看物流' } }] };
    await view.settled();
    let timer = 0;
    element.addEventListener('input', () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        const text = JSON.stringify(element.value);
        if (!text.includes('utm=1')) element.value = JSON.parse(text.replace('A1001', 'A1001?utm=1')) as MsgMenu;
      }, 50);
    });
    await view.click('第 1 项，链接');
    await view.retype('第 1 项，链接，网址', 'https://a.cn/A1001');
    await aTimeout(100);
    await view.settled();
    expect(JSON.stringify(element.value)).to.contain('A1001?utm=1');
    await chat.open(bridge, B);
    await view.settled();
    expect(JSON.stringify(element.value)).to.not.contain('A1001');
  });
});

describe('a page that signs what it has heard, debounced', () => {
  it("a short text: it is not in B's chat", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    let timer = 0;
    element.addEventListener('input', () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        const { head_content = '', ...menu } = element.value;
        element.value = { ...menu, head_content: `${head_content}\n——小李` };
      }, 50);
    });
    await view.type(HEAD, '王女士');
    await aTimeout(100);
    await view.settled();
    expect(headOf(view)).to.contain('——小李');
    await chat.open(bridge, B);
    await view.settled();
    expect(headOf(view)).to.not.contain('王女士');
  });
});

describe('a page that allows three items, as it hears of a fourth', () => {
  it('right after the third was typed: there are three', async () => {
    const view = await chat.panel();
    const { element } = view;
    element.addEventListener('input', () => {
      const { list = [], ...menu } = element.value;
      if (list.length > 3) element.value = { ...menu, list: list.slice(0, 3) };
    });
    element.value = { list: [click('一', '1'), click('二', '2')] };
    await view.settled();
    stopClock(5000);
    await view.add('回复');
    await view.write('三');
    await view.add('回复');
    await view.settled();
    expect(element.value.list).to.have.length(3);
  });
});

describe('two surveys of the same words, whose replies have the ids of two orders', () => {
  const survey = (order: string): MsgMenu => ({
    head_content: '您对这次服务满意吗？',
    list: [click('满意', `${order}-1`), click('不满意', `${order}-2`)],
  });

  it('the first is out: the second is ready to be sent', async () => {
    const view = await chat.panel();
    stopClock(5000);
    view.element.value = survey('1001');
    await view.settled();
    void view.element.send();
    await chat.reached(1);
    chat.answer();
    await view.says(/^已发送/);
    stopClock(60_000);
    view.element.value = survey('1002');
    await view.settled();
    expect(view.status).to.match(/^可以发送/);
  });

  it('nobody knows of the first: what 没有，重发 sends is what the composer has', async () => {
    const view = await chat.panel();
    view.element.value = survey('1001');
    await view.settled();
    await unanswered(view.bridge, () => view.element.send());
    await view.says(/^不确定/);
    view.element.value = survey('1002');
    await view.settled();
    await view.read();
    const [last] = view.names('button').filter(name => /重发|发送/.test(name));
    await view.click(last ?? '');
    await chat.reached(2);
    expect(JSON.stringify(chat.sends[1])).to.contain('1002-1');
  });
});

describe('a page whose menu for the customer comes from its server as the agent has begun to type', () => {
  it('it stands there, with what was typed one step away, as any menu that comes late', async () => {
    const view = await chat.panel();
    const { element } = view;
    await view.type(HEAD, '李先生您好，我帮您查一下');
    element.value = menuOf('李先生您好，请问有什么可以帮您？');
    await view.settled();
    expect(JSON.stringify(element.value)).to.contain('查订单');
  });
});

describe('a page that gives another draft-key and its menu in one task', () => {
  it('and the menu says more about what was written under the old key: it stands there', async () => {
    const view = await chat.panel(html`<kf-menu-composer draft-key="order" .value=${given}></kf-menu-composer>`);
    const { element } = view;
    stopClock(5000);
    await view.type(HEAD, '您的订单 1001 已发出');
    stopClock(60_000);
    element.draftKey = 'survey';
    element.value = menuOf('您的订单 1001 已发出，您满意吗？');
    await view.settled();
    expect(headOf(view)).to.equal('您的订单 1001 已发出，您满意吗？');
  });

  it('the key first, and the menu once that is taken', async () => {
    const view = await chat.panel(html`<kf-menu-composer draft-key="order2" .value=${given}></kf-menu-composer>`);
    const { element } = view;
    stopClock(5000);
    await view.type(HEAD, '您的订单 1001 已发出');
    stopClock(60_000);
    element.draftKey = 'survey2';
    await view.settled();
    element.value = menuOf('您的订单 1001 已发出，您满意吗？');
    await view.settled();
    expect(headOf(view)).to.equal('您的订单 1001 已发出，您满意吗？');
  });
});

describe('a page that sends two surveys of the same words, with the ids of two orders, one after the other', () => {
  it('both go out', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    const survey = (order: string): MsgMenu => ({ head_content: '您满意吗？', list: [click('满意', order)] });
    element.value = survey('1001');
    void element.send();
    element.value = survey('1002');
    void element.send();
    await chat.reached(1);
    chat.answer();
    await aTimeout(50);
    void bridge.send({ msgtype: 'text', text: { content: 'behind' } });
    await chat.reached(2);
    expect(JSON.stringify(chat.sends)).to.contain('1002');
  });
});

describe("a menu that the user's own template has put in for A", () => {
  it("and the page's own for B begins alike, with B's name: it stands in B's chat", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    element.templates = [{ name: '问候', value: menuOf('您好，我是客服小李，请问有什么可以帮您？') }];
    element.value = {};
    await view.settled();
    stopClock(5000);
    await view.click('问候 1 项 您好，我是客服小李，请问有什么可以帮您？');
    await view.settled();
    bridge.addEventListener('kf-ready', () => {
      element.value = menuOf('陈女士您好，我是客服小李，请问有什么可以帮您？');
    });
    expect(headOf(view)).to.contain('小李');
    stopClock(60_000);
    await chat.open(bridge, B);
    await view.settled();
    expect(headOf(view)).to.equal('陈女士您好，我是客服小李，请问有什么可以帮您？');
  });
});

describe("a page's own button, a minute after what is like its text was sent", () => {
  it('pressed with the mouse, which leaves the field: its text stands there', async () => {
    const view = await chat.panel();
    const { element } = view;
    stopClock(5000);
    await chat.sent(view, '您的订单 1001 已发出');
    await view.says(/^已发送/);
    stopClock(60_000);
    const button = document.createElement('button');
    button.textContent = '催收货';
    button.onclick = () => setTimeout(() => (element.value = menuOf('您的订单 1001 已发出，收到了吗？')), 20); // as an app renders
    element.closest('kf-bridge')!.append(button);
    button.scrollIntoView({ block: 'nearest' });
    await sendMouse({ type: 'click', position: centreOf(button) });
    await aTimeout(60);
    await view.settled();
    button.remove();
    expect(headOf(view)).to.equal('您的订单 1001 已发出，收到了吗？');
  });
});

describe('a page that takes the forbidden word out as it hears that the client has refused the message', () => {
  it('its text stands there', async () => {
    const view = await chat.panel();
    const { element } = view;
    element.addEventListener('kf-error', () => {
      const { head_content = '', ...menu } = element.value;
      element.value = { ...menu, head_content: head_content.replace('全网最低价', '优惠价') };
    });
    await view.type(HEAD, '您好，这款茶今天全网最低价，只要八元');
    await view.press('Control', 'Enter');
    await chat.reached(1);
    chat.answer({ err_msg: 'sendChatMessage:fail, sensitive words' });
    await view.settled();
    await aTimeout(20);
    await view.settled();
    expect(headOf(view)).to.contain('优惠价');
  });
});

describe('a page that allows twenty characters, debounced', () => {
  it("and sixty were pasted for A: what it has left of them is not in B's chat", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    let timer = 0;
    element.addEventListener('input', () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        const { head_content = '', ...menu } = element.value;
        if (head_content.length > 20) element.value = { ...menu, head_content: head_content.slice(0, 20) };
      }, 50);
    });
    view.textbox(HEAD).focus();
    await paste('王女士您好，您的手机号是 13812345678，收货地址是四川省成都市都江堰市青城山镇某某路一号，请您核对一下');
    await eventually('the page’s', () => headOf(view).length === 20);
    await chat.open(bridge, B);
    await view.settled();
    expect(headOf(view)).to.not.contain('王女士');
  });
});

describe('a page that filters what is typed, and an agent who writes the same to two customers', () => {
  it('in its `input` listener, no digits: the field keeps to it in the second chat, too', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    element.addEventListener('input', () => {
      const { head_content = '', ...menu } = element.value;
      if (/\d/.test(head_content)) element.value = { ...menu, head_content: head_content.replace(/\d/g, '') };
    });
    await view.type(HEAD, 'please call 138');
    expect(headOf(view)).to.equal('please call ');
    stopClock(5000);
    await chat.open(bridge, B);
    await view.settled();
    stopClock(2000);
    await view.type(HEAD, 'please call 138');
    expect(headOf(view)).to.equal('please call ');
  });

  it('debounced, a number masked: it is masked in the second chat, too', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    let timer = 0;
    element.addEventListener('input', () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        const { head_content = '', ...menu } = element.value;
        if (head_content.includes('13812345678'))
          element.value = { ...menu, head_content: head_content.replace('13812345678', '138****5678') };
      }, 50);
    });
    const text = '请打我们的电话 13812345678，谢谢';
    view.textbox(HEAD).focus();
    await paste(text);
    await eventually('masked', () => headOf(view).includes('138****5678'));
    stopClock(5000);
    await chat.open(bridge, B);
    await view.settled();
    stopClock(2000);
    view.textbox(HEAD).focus();
    await paste(text);
    await aTimeout(150);
    await view.settled();
    expect(headOf(view)).to.contain('138****5678');
  });
});

describe('a reply whose 菜单 ID alone the agent changes after it was sent', () => {
  it('it can be sent', async () => {
    const view = await chat.panel();
    stopClock(5000);
    void view.element.send();
    await chat.reached(1);
    chat.answer();
    await view.says(/^已发送/);
    stopClock(5000);
    await view.click('第 1 项，回复');
    await view.retype('第 1 项，回复，菜单 ID', '2');
    stopClock(5000);
    await view.press('Control', 'Enter');
    void view.bridge.send({ msgtype: 'text', text: { content: 'behind' } });
    chat.answer();
    await chat.reached(2);
    expect(JSON.stringify(chat.sends[1])).to.contain('"id":"2"');
  });
});

it("jQuery: .val(a).trigger('change').val(b): b is the page's, and B has it, too", async () => {
  const view = await chat.panel();
  const { element } = view;
  element.value = { head_content: 'a', list: [click('好', '1')] };
  element.dispatchEvent(new Event('change', { bubbles: true })); // for the page's own listeners
  element.value = { head_content: '本店今天休息', list: [click('好', '1')] };
  await chat.open(view.bridge, B);
  expect(headOf(view)).to.equal('本店今天休息');
});
