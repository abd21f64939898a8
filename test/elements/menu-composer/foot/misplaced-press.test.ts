import { expect, html, oneEvent } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { Chat } from '../../../support/chat.js';
import { compose } from '../../../support/compose.js';
import { A, B } from '../../../support/customers.js';
import { record } from '../../../support/ask.js';
import { startClock, stopClock } from '../../../support/clock.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { centreOf, eventually, press } from '../../../support/element-page.js';
import { callsOf } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { click, menu } from '../../../support/messages.js';
import { clearPage } from '../../../support/page.js';

const message = menu(click('满意', '1'));
const filled = () => composer(html`<kf-menu-composer .value=${message}></kf-menu-composer>`);

/** A press that counts asks for a send at once. */
const asksOf = ({ element }: ComposerPage): unknown[] => record(element, ['kf-send']);

describe('a press that was meant for another button', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => {
    client.restore();
    clearPage();
  });

  const untilConnected = async (view: ComposerPage): Promise<void> => {
    client = simulateWeCom();
    await view.says('可以发送');
  };

  it('sends nothing: 重新连接 became 发送 just before', async () => {
    client.restore();
    const view = await filled();
    await view.says(/^没有连上企业微信/);
    const asked = asksOf(view);
    stopClock();
    await untilConnected(view);
    view.button('发送').click();
    expect(asked).to.deep.equal([]);
  });

  it('sends nothing: it became 发送 while the mouse was down, however long', async () => {
    client.restore();
    const view = await filled();
    await view.says(/^没有连上企业微信/);
    await sendMouse({ type: 'move', position: centreOf(view.button('重新连接')) });
    const asked = asksOf(view);
    const pressed = oneEvent(view.button('重新连接'), 'pointerdown');
    await sendMouse({ type: 'down' });
    await pressed;
    await untilConnected(view);
    await view.read();
    const released = oneEvent(view.button('发送'), 'click');
    await sendMouse({ type: 'up' });
    await released;
    expect(asked).to.deep.equal([]);
  });

  it('sends nothing twice: a double click on 发送 whose answer says nothing', async () => {
    client.failNext('sendChatMessage', {});
    const view = await filled();
    stopClock();
    const asked = asksOf(view);
    await sendMouse({ type: 'click', position: centreOf(view.button('发送')) });
    await view.says(/^不确定发出没有/);
    view.button('没有，重发').click();
    expect(asked).to.have.length(1);
    expect(callsOf(client)).to.equal(1);
  });

  it('sends nothing to another customer: a double click on 发送', async () => {
    const view = await filled();
    view.bridge.checkCustomer = true;
    client.set({ customerId: 'wmSomebodyElse' });
    stopClock();
    const asked = asksOf(view);
    await sendMouse({ type: 'click', position: centreOf(view.button('发送')) });
    await view.says(/^客户换了/);
    view.button('发给现在这位').click();
    expect(view.bridge.state, 'it does not look for them').to.equal('ready');
    await press('Control', 'Enter');
    expect(asked).to.have.length(1);
    expect(callsOf(client)).to.equal(0);
  });

  it('counts again a moment later', async () => {
    client.restore();
    const view = await filled();
    await view.says(/^没有连上企业微信/);
    await untilConnected(view);
    await eventually('a send', () => {
      if (view.has('button', '发送')) view.button('发送').click();
      return callsOf(client);
    });
    await view.says(/^已发送/);
    expect(callsOf(client)).to.equal(1);
  });

  it('counts at once where the words did not change', async () => {
    const view = await filled();
    await view.click('发送');
    await view.says(/^已发送/);
    expect(callsOf(client)).to.equal(1);
  });
});

describe('a press during which the page gives another menu', () => {
  let host: ManualHost;
  beforeEach(() => (host = new ManualHost()));

  const first = { ...message.msgmenu, head_content: '第一条' };
  const panel = (): Promise<ComposerPage> =>
    composer(html`<kf-menu-composer .value=${first}></kf-menu-composer>`, { host });

  /** What was asked for by a press of this button, while something happens. */
  const pressedWhile = async (view: ComposerPage, name: string, act: () => unknown): Promise<unknown[]> => {
    await view.read();
    const asked = asksOf(view);
    const button = view.button(name);
    await sendMouse({ type: 'move', position: centreOf(button) });
    await sendMouse({ type: 'down' });
    await act();
    await view.settled();
    const released = oneEvent(button, 'click');
    await sendMouse({ type: 'up' });
    await released;
    return asked;
  };
  const give = ({ element }: ComposerPage, text: string): void => {
    element.value = { ...first, head_content: text };
  };

  it('sends neither', async () => {
    const view = await panel();
    expect(await pressedWhile(view, '发送', () => give(view, '另一条'))).to.deep.equal([]);
  });

  it('sends it where that is the same', async () => {
    const view = await panel();
    expect(await pressedWhile(view, '发送', () => give(view, '第一条'))).to.have.length(1);
  });

  it('sends no text in its place, where only text can go', async () => {
    host = new ManualHost({ platform: 'mac' });
    const view = await panel();
    expect(await pressedWhile(view, '发文字', () => give(view, '另一条'))).to.deep.equal([]);
  });

  it('does not send the other one where the first one is out', async () => {
    const view = await panel();
    for (const text of ['第一条', '另一条']) {
      give(view, text);
      await view.settled();
      const sent = view.element.send();
      await host.reached(host.sends.length + 1);
      host.answer();
      await sent;
    }
    stopClock(60_000);
    await view.settled();
    const asked = await pressedWhile(view, '再发一次', () => give(view, '第一条'));
    startClock();
    expect(asked).to.deep.equal([]);
  });

  it('is no answer to a question about the other one', async () => {
    const view = await panel();
    view.bridge.timeout = 60;
    for (const text of ['第一条', '另一条']) {
      give(view, text);
      await view.settled();
      await view.element.send().catch(() => undefined);
    }
    await eventually('the question', () => view.has('button', '没有，重发'));
    expect(await pressedWhile(view, '没有，重发', () => give(view, '第一条'))).to.deep.equal([]);
  });

  it('sends what the user writes meanwhile: an input method puts in something else as it is left', async () => {
    const view = await panel();
    const box = view.textbox(ComposerPage.HEAD);
    await compose(view, ComposerPage.HEAD, 'ni hao');
    box.addEventListener('blur', () => {
      box.value = '你好';
      box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    });
    const [asked] = (await pressedWhile(view, '发送', () => undefined)) as { detail: { message: unknown } }[];
    expect(JSON.stringify(asked?.detail.message)).to.contain('你好');
  });
});

describe('another customer, in the panel as it is', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom({ customerId: A })));
  afterEach(() => client.restore());

  const goTo = async (view: ComposerPage, customerId: string): Promise<void> => {
    client.set({ customerId });
    await view.bridge.reconnect();
    await view.settled();
  };

  it('has got nothing yet: 已发送 was about the last one', async () => {
    const view = await filled();
    await view.click('发送');
    await view.says(/^已发送/);
    await goTo(view, A);
    expect(view.status).to.match(/^已发送/);
    await goTo(view, B);
    expect(view.status).to.equal('可以发送');
  });

  it('is not asked whether the message of the last one is there', async () => {
    client.failNext('sendChatMessage', {});
    const view = await filled();
    await view.click('发送');
    await view.says(/^不确定发出没有/);
    await goTo(view, B);
    expect(view.status).to.equal('可以发送');
  });

  it('gets nothing by a press that was on its way when they came', async () => {
    const view = await filled();
    const errors = record(view.element, ['kf-error']);
    stopClock();
    await goTo(view, B);
    view.button('发送').click();
    startClock();
    await eventually('an end', () => errors.length === 1);
    expect(errors[0]?.detail.error.code).to.equal('customer-changed');
    expect(callsOf(client)).to.equal(0);
  });
});

describe('a page that trims the text as its field is left', () => {
  it('a click on 发送 right from the field says why it sends nothing, and the next one sends what stands there', async () => {
    const view = await new Chat().panel();
    view.element.addEventListener('change', () => {
      const { value } = view.element;
      view.element.value = { ...value, head_content: (value.head_content ?? '').trim() };
    });
    await view.type(ComposerPage.HEAD, '您好 ');
    await view.read();
    const asked = record(view.element, ['kf-send']);
    await view.click('发送');
    await view.says(/^内容刚刚变了/);
    expect(asked).to.have.length(0);
    await view.click('发送');
    await eventually('sent', () => asked.length > 0);
  });
});
