import { expect, html } from '@open-wc/testing';
import type { KfBridge } from '../../../src/kf-bridge.js';
import { READING } from '../../../src/elements/shared/sends/press.js';
import { Chat } from '../../support/chat.js';
import { startClock, stopClock } from '../../support/clock.js';
import { A, B } from '../../support/customers.js';
import { sendBehind } from '../bridge/send-behind.js';
import { list, nth, type ListPage } from './list-page.js';

let chat: Chat;
beforeEach(() => {
  chat = new Chat();
});
afterEach(startClock);

const productOf = (name: string) => nth(1, { productId: `${name}${A}` });

/** A row whose send nobody knows of, with its question open. */
async function inDoubt(tea: ReturnType<typeof nth>, ...others: ReturnType<typeof nth>[]): Promise<ListPage> {
  const view = await list({ products: [tea, ...others], complete: true }, html``, { host: chat, timeout: 60 });
  await view.send(tea.title);
  await view.marked(tea.title, '不确定发出没有');
  await view.pressOn(tea.title);
  expect(view.names('button')).to.deep.equal(['已经有了', '没有，重发']);
  await view.read(); // the agent looks into the chat
  return view;
}

describe('the question 已经有了 · 没有，重发 is open in a list, and then the client says that it was sent', () => {
  it('nothing offers to send again, where 没有，重发 stood a moment before', async () => {
    const tea = productOf('late');
    const view = await inDoubt(tea);
    chat.answer();
    await view.marked(tea.title, '已发送');
    expect(view.names('button').join()).to.equal('');
  });

  it('Enter on 没有，重发 right then sends nothing for the second time', async () => {
    const tea = productOf('key');
    const view = await inDoubt(tea);
    view.button('没有，重发').focus();
    chat.answer();
    await view.marked(tea.title, '已发送');
    await view.press('Enter');
    await sendBehind(1, chat, view.bridge as KfBridge);
  });
});

describe('the question about one row is open, and the agent presses on the next one', () => {
  it('that one is asked about; no row moves between down and up', async () => {
    const [tea, milk] = [productOf('first'), nth(2, { productId: `second${A}` })];
    const view = await inDoubt(tea, milk);
    const { root } = view;
    const moved: string[] = [];
    root.addEventListener('mouseup', () => moved.push(`${root.querySelector('.strip')?.textContent}`), { once: true });
    await view.pressOn(milk.title);
    expect(view.focusedRow).to.equal(milk.title);
    expect(view.names('button')).to.deep.equal(['取消', '发送']);
    expect(moved.join()).to.contain('没有，重发');
  });
});

describe('an answer that takes no press yet', () => {
  it('looks like it for as long', async () => {
    const view = await inDoubt(productOf('unread'));
    const { animationName, animationDuration } = getComputedStyle(view.button('没有，重发'));
    expect([animationName, animationDuration]).to.deep.equal(['reading', `${READING / 1000}s`]);
  });
});

describe('a question that was taken back', () => {
  it("takes no answer any more: a script's click on the button that was there", async () => {
    const tea = productOf('gone');
    const view = await list({ products: [tea], complete: true }, html``, { host: chat });
    await view.pressOn(tea.title);
    const button = view.button('发送');
    await view.click('取消');
    button.click();
    await sendBehind(0, chat, view.bridge as KfBridge);
  });
});

describe('重新连接 is offered in a list, and becomes 发送 as the client is there by itself', () => {
  it('Enter on 重新连接 right then sends nothing', async () => {
    const tea = productOf('again');
    const view = await list({ products: [tea], complete: true }, html``, { host: chat });
    const bridge = view.bridge as KfBridge;
    const invoke = chat.invoke.bind(chat);
    chat.invoke = api => Promise.resolve({ err_msg: `${api}:fail` });
    await bridge.reconnect().catch(() => undefined);
    await view.pressOn(tea.title);
    expect(view.focused).to.equal('重新连接');
    chat.invoke = invoke;
    await bridge.reconnect(); // the page tries again every few seconds
    await view.settled();
    await view.press('Enter');
    await sendBehind(0, chat, bridge);
  });
});

describe("Enter, Enter for A, as the chat becomes B's", () => {
  it('sends nothing to B, who is there for 50 ms', async () => {
    const tea = productOf('enter');
    const view = await list({ products: [tea], complete: true }, html``, { host: chat });
    const bridge = view.bridge as KfBridge;
    (view.rows[0] as HTMLElement).focus();
    stopClock();
    await chat.open(bridge, B);
    await view.settled();
    stopClock(50);
    await view.press('Enter');
    await view.press('Enter');
    await sendBehind(0, chat, bridge);
  });
});
