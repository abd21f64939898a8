import { aTimeout, expect } from '@open-wc/testing';
import type { MsgMenu } from '../../../src/core/index.js';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { click } from '../../support/messages.js';

const { HEAD } = ComposerPage;

let off: (() => void)[] = [];
afterEach(() => {
  off.forEach(end => end());
  off = [];
});

const menuOf = (head_content: string): MsgMenu => ({ head_content, list: [click('满意', '1')] });

/** A page whose quick replies have keys: Alt+1. */
function hotkey(onPress: () => void): void {
  const onKey = (event: KeyboardEvent): void => {
    if (!event.altKey || event.key !== '1') return;
    event.preventDefault();
    onPress();
  };
  document.addEventListener('keydown', onKey);
  off.push(() => document.removeEventListener('keydown', onKey));
}

describe('a page whose quick replies have keys of their own, pressed in a field of the composer', () => {
  it('the next order, three seconds after the first was typed and sent: it stands there', async () => {
    const view = await chat.panel();
    const { element } = view;
    hotkey(() => setTimeout(() => (element.value = menuOf('您的订单 1002 已发出，请注意查收')), 20));
    await chat.sent(view, '您的订单 1001 已发出，请注意查收');
    await view.says(/^已发送/);
    stopClock(3000);
    await view.press('Alt', '1');
    await aTimeout(60);
    await view.settled();
    expect(headOf(view)).to.contain('1002');
  });

  it('what is like a text that was written for A, refused once in B’s chat: a minute later it stands there', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    const REPLY = '您好，请问有什么可以帮您？';
    hotkey(() => (element.value = menuOf(REPLY)));
    await view.type(HEAD, '您好，请问有什么可以帮您');
    stopClock(1000);
    await chat.open(bridge, B);
    await view.settled();
    view.textbox(HEAD).focus();
    stopClock(1000);
    await view.press('Alt', '1');
    stopClock(60_000);
    await view.press('Alt', '1');
    expect(headOf(view)).to.equal(REPLY);
  });
});

describe('a page that empties its composer at kf-sent, and whose server hides phone numbers two seconds late', () => {
  it("the agent has begun the next text and opens B's chat: what was sent to A does not stand there", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    element.addEventListener('kf-sent', () => (element.value = {}));
    await chat.sent(view, '王女士，您的手机号是 13812345678');
    await eventually('the empty composer', () => headOf(view) === '');
    stopClock(1000);
    await view.type(HEAD, '请');
    stopClock(1000);
    await chat.open(bridge, B);
    await view.settled();
    stopClock(500);
    element.value = menuOf('王女士，您的手机号是 138****5678');
    await view.settled();
    expect(headOf(view)).to.not.contain('王女士');
  });

  it("and without a next text: what was sent to A does not stand in B's", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    element.addEventListener('kf-sent', () => (element.value = {}));
    await chat.sent(view, '王女士，您的手机号是 13812345678');
    await eventually('the empty composer', () => headOf(view) === '');
    stopClock(1000);
    await chat.open(bridge, B);
    await view.settled();
    stopClock(500);
    element.value = menuOf('王女士，您的手机号是 138****5678');
    await view.settled();
    expect(headOf(view)).to.not.contain('王女士');
  });
});

describe('a page with server-side moderation, and an agent who writes on', () => {
  it('the answer, a second and a half late, does not take away what was written since', async () => {
    const view = await chat.panel();
    const { element } = view;
    await view.type(HEAD, '您好，这款茶全网最低价');
    const asked = element.value;
    stopClock(1500);
    await view.press('End');
    await view.write('，欢迎选购，今天下单明天送到');
    element.value = { ...asked, head_content: '您好，这款茶****价' };
    await view.settled();
    expect(headOf(view)).to.contain('明天送到');
  });
});
