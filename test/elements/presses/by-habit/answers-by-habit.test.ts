import { expect, html } from '@open-wc/testing';
import type { ChannelsShopProduct } from '../../../../src/core/index.js';
import { record } from '../../../support/ask.js';
import { chat } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { A } from '../../../support/customers.js';
import { centreOf, eventually, press } from '../../../support/element-page.js';
import { click, product } from '../../../support/messages.js';
import { sendMouse } from '@web/test-runner-commands';
import { sendBehind } from '../../bridge/send-behind.js';

const { HEAD } = ComposerPage;
/** The client answers the second message, and says nothing of the first. */
let answerSecond: () => void;
beforeEach(() => {
  const { invoke } = chat;
  let sends = 0;
  chat.invoke = (api, params) => {
    const answer = invoke.call(chat, api, params);
    if (api !== 'sendChatMessage' || ++sends !== 2) return answer;
    return new Promise(resolve => {
      answerSecond = () => resolve({ err_msg: `${api}:ok` });
      void answer.then(resolve);
    });
  };
});

describe('two messages of which nobody knows, and a third one being written', () => {
  /** 甲 and 乙 were sent without an answer; 丙 is on show, beside the question about 乙. */
  const twoDoubts = async (): Promise<ComposerPage> => {
    const view = await chat.inDoubt('甲', '乙');
    await view.retype(HEAD, '丙');
    await eventually('the question', () => view.has('button', '已经有了'));
    await view.read();
    return view;
  };
  const stateOf = (view: ComposerPage, text: string): string | undefined => {
    const { msgmenu } = view.element.message;
    return view.bridge.recordOf({ msgtype: 'msgmenu', msgmenu: { ...msgmenu, head_content: text } })?.isConfirmed
      ? 'sent'
      : 'unknown';
  };

  it('a double click on 已经有了 answers for one of them: the other one stays a question', async () => {
    const view = await twoDoubts();
    stopClock(5000);
    const position = centreOf(view.button('已经有了'));
    await sendMouse({ type: 'click', position });
    await view.settled();
    stopClock(120);
    await sendMouse({ type: 'click', position });
    await view.settled();
    expect([stateOf(view, '甲'), stateOf(view, '乙')]).to.deep.equal(['unknown', 'sent']);
  });

  it('the client says late that 乙 is out, and 已经有了 is pressed 100 ms later: 甲 is not said to have arrived', async () => {
    const view = await twoDoubts();
    const position = centreOf(view.button('已经有了'));
    stopClock(5000);
    const late = record(view.element, ['kf-late']);
    answerSecond();
    await eventually('乙 is out', () => late.length);
    await view.settled();
    stopClock(100);
    await sendMouse({ type: 'click', position });
    await view.settled();
    expect(stateOf(view, '甲')).to.equal('unknown');
  });

  it('Enter, Enter on 已经有了 answers for one of them', async () => {
    const view = await twoDoubts();
    stopClock(5000);
    view.button('已经有了').focus();
    await press('Enter');
    await view.settled();
    stopClock(120);
    await press('Enter');
    await view.settled();
    expect([stateOf(view, '甲'), stateOf(view, '乙')]).to.deep.equal(['unknown', 'sent']);
  });
});

describe('a page that shows the next one as it hears that one is out', () => {
  it('on a card: Enter, and Enter once more 150 ms later: the product that the agent has not seen is not sent', async () => {
    const { view, bridge } = await chat.card(`next1${A}`);
    const next: ChannelsShopProduct = product({ productId: `next2${A}` }).channelsShopProduct;
    view.element.addEventListener('kf-sent', () => (view.element.product = next)); // :key="index", and the sent one goes
    view.button('发送').focus();
    stopClock(5000);
    await press('Enter');
    await chat.reached(1);
    chat.answer();
    await eventually('the next one', () => view.element.product?.productId === next.productId);
    await view.settled();
    stopClock(150);
    await press('Enter');
    await sendBehind(1, chat, bridge);
  });

  it('on a card: a second tap at the same place 150 ms later', async () => {
    const { view, bridge } = await chat.card(`next3${A}`);
    const next: ChannelsShopProduct = product({ productId: `next4${A}` }).channelsShopProduct;
    view.element.addEventListener('kf-sent', () => (view.element.product = next));
    stopClock(5000);
    const tap = (): void => {
      const button = view.all('button')[0]!;
      button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true, pointerType: 'touch' }));
      button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }));
    };
    tap();
    await chat.reached(1);
    chat.answer();
    await eventually('the next one', () => view.element.product?.productId === next.productId);
    await view.settled();
    stopClock(150);
    tap();
    await sendBehind(1, chat, bridge);
  });

  it('in a composer: Ctrl+Enter, and once more 150 ms later: the text that the agent has not seen is not sent', async () => {
    const view = await chat.panel();
    view.element.addEventListener(
      'kf-sent',
      () => (view.element.value = { head_content: '第二步：请选择门店', list: [click('门店一', '1')] }),
    );
    await view.type(HEAD, '第一步');
    await view.read();
    stopClock(5000);
    await press('Control', 'Enter');
    await chat.reached(1);
    chat.answer();
    await eventually('the next one', () => /第二步/.test(view.element.value.head_content ?? ''));
    await view.settled();
    stopClock(150);
    await press('Control', 'Enter');
    await sendBehind(1, chat, view.bridge);
  });
});

describe('a page that shows the same one a little changed as it hears that it is out', () => {
  it('on a card whose price the page reads again: Enter, and Enter once more 150 ms later: it is not sent twice', async () => {
    const { view, bridge } = await chat.card(`price${A}`);
    view.element.addEventListener('kf-sent', () => {
      view.element.product = product({ productId: `price${A}`, sellingPrice: '900' }).channelsShopProduct;
    });
    view.button('发送').focus();
    stopClock(5000);
    await press('Enter');
    await chat.reached(1);
    chat.answer();
    await eventually('the new price', () => view.price.includes('9'));
    await view.settled();
    stopClock(150);
    await press('Enter');
    await sendBehind(1, chat, bridge);
  });

  it('in a composer in whose text the page counts up a number: Ctrl+Enter, and once more 150 ms later: one message', async () => {
    const view = await chat.panel(
      html`<kf-menu-composer
        .value=${{ head_content: '第 {{n}} 次提醒', list: [click('好', '1')] }}
        .variables=${{ n: '1' }}
      ></kf-menu-composer>`,
    );
    view.element.addEventListener('kf-sent', () => (view.element.variables = { n: '2' }));
    view.element.focus();
    stopClock(5000);
    await press('Control', 'Enter');
    await chat.reached(1);
    chat.answer();
    await eventually('the next one', () => view.element.variables.n === '2');
    await view.settled();
    stopClock(150);
    await press('Control', 'Enter');
    await sendBehind(1, chat, view.bridge);
  });
});

describe('Ctrl+Enter', () => {
  it('on what has just been sent, and is as it was: it is not sent again', async () => {
    const view = await chat.panel();
    await view.type(HEAD, '在吗');
    await view.read();
    await press('Control', 'Enter');
    await chat.reached(1);
    chat.answer();
    await view.says(/^已发送/);
    stopClock(60_000);
    await press('Control', 'Enter');
    await sendBehind(1, chat, view.bridge);
  });

  it('with a question on show answers nothing, and leads to it', async () => {
    const view = await chat.panel();
    view.bridge.timeout = 60;
    await view.type(HEAD, '在吗');
    await view.read();
    await press('Control', 'Enter');
    await eventually('the question', () => view.has('button', '没有，重发'));
    view.textbox(HEAD).focus();
    await press('Control', 'Enter');
    expect(view.root.activeElement?.getAttribute('role')).to.equal('status');
    await press('Tab');
    expect(view.focused).to.equal('已经有了');
  });
});

describe('已发送 over another menu, in which something is missing', () => {
  it('has a quiet button, and a press on it says what is missing instead', async () => {
    const view = await chat.panel();
    const { bridge } = view;
    await view.type(HEAD, '在吗');
    await view.read();
    await view.click('发送');
    await chat.reached(1);
    view.element.value = { list: [] };
    chat.answer();
    await view.says(/^「在吗」已发送/);
    await view.settled();
    expect(view.button('发送').part.contains('quiet')).to.be.true;
    stopClock(60_000);
    await view.click('发送');
    expect(view.status).not.to.match(/已发送/);
    await sendBehind(1, chat, bridge);
  });
});
