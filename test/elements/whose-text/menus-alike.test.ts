import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MsgMenu } from '../../../src/core/index.js';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { click } from '../../support/messages.js';
import { button, greeted, leaveField, menuOf } from './pages.js';

const { HEAD } = ComposerPage;

let own: HTMLElement[] = [];
afterEach(() => {
  own.forEach(element => element.remove());
  own = [];
});

describe('two customers to whom the agent writes alike, and a page that renders `value = copy` at kf-ready', () => {
  it("B's own text is back in B's chat, and not A's", async () => {
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
    await chat.open(bridge, B);
    await view.settled();
    stopClock(5000);
    await view.type(HEAD, '您好，您的订单 2002 已发出，请注意查收');
    stopClock(60_000);
    await chat.open(bridge, A);
    await view.settled();
    expect(headOf(view)).to.equal('');
    stopClock(5000);
    await view.type(HEAD, '您好，您的订单 1001 已发出，请注意查收');
    stopClock(60_000);
    await chat.open(bridge, B);
    await view.settled();
    expect(headOf(view)).to.equal('您好，您的订单 2002 已发出，请注意查收');
  });
});

describe('a page that gives each customer a greeting; 「您好」 was written for A a minute ago, and not sent', () => {
  const inB = async (written: string): Promise<ComposerPage> => {
    const view = await greeted({ [A]: '王女士您好', [B]: '李先生您好，请问有什么可以帮您？' });
    stopClock(5000);
    await view.retype(HEAD, written);
    stopClock(60_000);
    leaveField(view); // the agent presses B in the client's list of chats
    stopClock(1000);
    await chat.open(view.bridge, B);
    await view.settled();
    return view;
  };

  it("A's greeting does not stand in B's chat", async () => {
    expect(headOf(await inB('您好'))).to.not.contain('王女士');
  });

  it("B's own does", async () => {
    expect(headOf(await inB('您好'))).to.equal('李先生您好，请问有什么可以帮您？');
  });

  it('nor after a habitual phrase added to the greeting', async () => {
    expect(headOf(await inB('王女士您好，请问有什么可以帮您'))).to.not.contain('王女士');
  });

  it("and B's comes again as the page renders, minutes later", async () => {
    const view = await inB('您好');
    stopClock(600_000);
    view.element.value = menuOf('李先生您好，请问有什么可以帮您？');
    await view.settled();
    expect(headOf(view)).to.equal('李先生您好，请问有什么可以帮您？');
  });
});

describe("the page's quick replies in B's chat; 「您好」 was written for A, and not sent", () => {
  const REPLY = '您好，请问有什么可以帮您？';
  const inB = async (): Promise<ComposerPage> => {
    const view = await chat.panel();
    stopClock(5000);
    await view.type(HEAD, '您好');
    stopClock(1000);
    await chat.open(view.bridge, B);
    await view.settled();
    return view;
  };

  it('pressed ten seconds later: it stands there', async () => {
    const view = await inB();
    const press = button(view, () => (view.element.value = menuOf(REPLY)));
    stopClock(10_000);
    await press();
    expect(headOf(view)).to.equal(REPLY);
  });

  it('pressed in vain, and pressed again a minute later: it stands there', async () => {
    const view = await inB();
    const press = button(view, () => (view.element.value = menuOf(REPLY)));
    stopClock(10_000);
    await press();
    stopClock(60_000);
    await press();
    expect(headOf(view)).to.equal(REPLY);
  });

  it('a minute later, its text comes from the server of the page: it stands there', async () => {
    const view = await inB();
    const press = button(view, () => void setTimeout(() => (view.element.value = menuOf(REPLY)), 20));
    stopClock(60_000);
    await press();
    expect(headOf(view)).to.equal(REPLY);
  });

  it('chosen from a <select> a minute later: it stands there', async () => {
    const view = await inB();
    const select = document.createElement('select');
    select.append(new Option('—'), new Option(REPLY));
    select.onchange = () => (view.element.value = menuOf(select.value));
    view.bridge.append(select);
    own.push(select);
    stopClock(60_000);
    select.focus();
    await sendKeys({ press: 'ArrowDown' });
    await aTimeout(20);
    await view.settled();
    expect(select.value).to.equal(REPLY);
    expect(headOf(view)).to.equal(REPLY);
  });
});

describe("a page's button for each order, a minute after the agent has sent what is like its text", () => {
  it('its text differs in the number of the order alone: it stands there', async () => {
    const view = await chat.panel();
    const { element } = view;
    stopClock(5000);
    await chat.sent(view, '您的订单 1001 已发出，请注意查收');
    await view.says(/^已发送/);
    stopClock(60_000);
    const press = button(
      view,
      () => void setTimeout(() => (element.value = menuOf('您的订单 1002 已发出，请注意查收')), 20),
    );
    await press();
    expect(headOf(view)).to.contain('1002');
  });
});

describe('a page that asks its server for the forbidden words as it hears that the client has refused the message', () => {
  it('what it has masked stands there', async () => {
    const view = await chat.panel();
    const { element } = view;
    element.addEventListener('kf-error', () =>
      setTimeout(() => {
        const { head_content = '', ...menu } = element.value;
        element.value = { ...menu, head_content: head_content.replace('全网最低', '***') };
      }, 50),
    );
    await view.type(HEAD, '您好，这款茶今天全网最低价，只要八元');
    await view.press('Control', 'Enter');
    await chat.reached(1);
    chat.answer({ err_msg: 'sendChatMessage:fail, sensitive words' });
    await aTimeout(150);
    await view.settled();
    expect(headOf(view)).to.contain('***');
  });
});

describe("a survey from the page's template, which is out, and a minute later the page gives the one of the next order", () => {
  it('of the same words, with the ids of that order: that is what the composer has', async () => {
    const survey = (order: string): MsgMenu => ({
      head_content: '您对这次服务满意吗？',
      list: [click('满意', `${order}-1`)],
    });
    const view = await chat.panel();
    const { element } = view;
    element.value = {};
    element.templates = [{ name: '满意度', value: survey('1001') }];
    await view.settled();
    stopClock(5000);
    const name = view.names('button').find(text => text.startsWith('满意度'));
    await view.click(name ?? '满意度');
    stopClock(5000);
    void element.send();
    await chat.reached(1);
    chat.answer();
    await view.says(/^已发送/);
    stopClock(60_000);
    element.value = survey('1002');
    await view.settled();
    expect(JSON.stringify(element.value)).to.contain('1002-1');
  });
});
