import { expect, html } from '@open-wc/testing';
import type { KfBridge } from '../../../src/kf-bridge.js';
import { READING } from '../../../src/elements/shared/sends/press.js';
import { SETTLING } from '../../../src/elements/shared/sends/stays.js';
import { chat } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { A, B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { sendBehind } from '../bridge/send-behind.js';
import { list, nth, type ListPage } from './list-page.js';

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

/** A finger goes down on a row: nothing gets the focus before the tap is over. */
function touch(view: ListPage, title: string): { up: () => void; cancel: () => void } {
  const target = view.row(title).querySelector('[part="title"]') as Element;
  const tell = (type: string): unknown =>
    target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerType: 'touch' }));
  tell('pointerdown');
  const up = (): void => {
    tell('pointerup');
    target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
  };
  return { up, cancel: () => void tell('pointercancel') };
}

const REFUSAL = { err_msg: 'sendChatMessage:fail_no permission' };

/** How a row's send can end so that what stands below the row comes or goes by itself. */
const ENDS: Record<
  string,
  { begin: (...two: ReturnType<typeof nth>[]) => Promise<ListPage>; reply?: unknown; says: string }
> = {
  'why a send was refused comes': {
    begin: async (...products) => {
      const view = await list({ products, complete: true }, html``, { host: chat });
      await view.send((products[0] as (typeof products)[0]).title);
      await chat.reached(1);
      return view;
    },
    reply: REFUSAL,
    says: '没发出去',
  },
  'a question about a send goes, as it is answered': {
    begin: (tea, ...others) => inDoubt(tea as NonNullable<typeof tea>, ...others),
    says: '已发送',
  },
};

for (const [name, { begin, reply, says }] of Object.entries(ENDS))
  describe(`${name} while the agent is about to press on the next row`, () => {
    it('no row moves while the finger is down, and that row is asked about', async () => {
      const [tea, milk] = [productOf(`held ${says}`), nth(2, { productId: `milk ${says}${A}` })];
      const view = await begin(tea, milk);
      const { places } = view;
      const finger = touch(view, milk.title);
      chat.answer(reply);
      await view.marked(tea.title, says);
      await view.settled();
      expect(view.places).to.deep.equal(places);
      finger.up();
      await view.settled();
      expect(view.focusedRow).to.equal(milk.title);
      expect(view.names('button')).to.deep.equal(['取消', '发送']);
    });

    it('a press right after that does nothing', async () => {
      const [tea, milk] = [productOf(`hasty ${says}`), nth(2, { productId: `cup ${says}${A}` })];
      const view = await begin(tea, milk);
      stopClock();
      chat.answer(reply);
      await view.marked(tea.title, says);
      await view.settled();
      const shown = view.names('button');
      for (const label of shown) await view.click(label);
      await view.pressOn(milk.title);
      expect(view.names('button')).to.deep.equal(shown);
      stopClock(SETTLING);
      await view.pressOn(milk.title);
      expect(view.names('button')).to.deep.equal(['取消', '发送']);
      await sendBehind(1, chat, view.bridge as KfBridge);
    });
  });

describe('a finger that is down on a row', () => {
  it('has that row under it also where the page lists others meanwhile, until it is up', async () => {
    const [tea, milk] = [productOf('page'), nth(2, { productId: `page2${A}` })];
    const view = await list({ products: [tea, milk], complete: true }, html``, { host: chat });
    const { places } = view;
    const finger = touch(view, milk.title);
    view.element.products = [milk];
    await view.settled();
    expect(view.places).to.deep.equal(places);
    finger.cancel();
    await eventually('the other ones', () => view.titles.join() === milk.title);
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
