import { aTimeout, expect } from '@open-wc/testing';
import type { MenuItem, MsgMenu } from '../../../../src/core/index.js';
import { chat, given, headOf } from '../../../support/chat.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { stopClock } from '../../../support/clock.js';
import { A, B } from '../../../support/customers.js';
import { click } from '../../../support/messages.js';

const { HEAD } = ComposerPage;

it('a page that gives each customer a menu of their own as the bridge says who it is: what was written for A is there when A is back', async () => {
  const view = await chat.panel();
  const suggestions = new Map([
    [A, { list: [click('查订单', '1')] }],
    [B, { list: [click('退换货', '2')] }],
  ]);
  view.bridge.addEventListener('kf-ready', ({ detail }) => {
    view.element.value = suggestions.get(detail.customerId ?? '');
  });
  await view.bridge.reconnect();
  await view.settled();
  await view.type(HEAD, '写给 A 的话');
  await chat.open(view.bridge, B);
  await view.settled();
  await chat.open(view.bridge, A);
  await view.settled();
  view.element.undo();
  expect(headOf(view)).to.equal('写给 A 的话');
});

it('a page that gives the same menu again as the bridge says who it is: a reconnect to the same customer takes nothing of what is typed', async () => {
  const view = await chat.panel();
  view.bridge.addEventListener('kf-ready', () => (view.element.value = given));
  await view.type(HEAD, '正在写');
  await chat.open(view.bridge, A);
  await view.settled();
  view.element.undo();
  expect(headOf(view)).to.equal('正在写');
});

describe('a page that binds value, and has it a little other than it heard it', () => {
  type Change = (menu: MsgMenu) => MsgMenu;
  const numbered = (item: MenuItem, n: number): MenuItem =>
    item.type === 'click' ? click(item.click.content, `k${n + 1}`) : item;
  const withIds: Change = ({ list = [], ...texts }) => ({ ...texts, list: list.map(numbered) });
  const trimmed: Change = ({ head_content = '', ...menu }) => ({ head_content: head_content.trim(), ...menu });
  const signed: Change = menu => ({ ...menu, tail_content: '客服小王' });

  const TIMES = [
    ['at once', (give: () => void) => give()],
    ['in a microtask', (give: () => void) => queueMicrotask(give)],
    ['in a task', (give: () => void) => setTimeout(give)],
    ['in a frame', (give: () => void) => requestAnimationFrame(give)],
    ['a while later', (give: () => void) => setTimeout(give, 40)],
  ] as const;

  /** Gives back what it has heard; resolves when it has for the first time. */
  const bind = ({ element }: ComposerPage, change: Change, later: (give: () => void) => void): Promise<void> =>
    new Promise(resolve =>
      element.addEventListener('input', () => {
        const heard = element.value;
        later(() => {
          element.value = change(heard);
          resolve();
        });
      }),
    );
  /** Puts it in with one event, as a paste does. */
  const paste = (view: ComposerPage, text: string): void => {
    const box = view.textbox(HEAD);
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));
  };

  for (const [when, later] of TIMES) {
    const changes: (readonly [string, Change])[] = [
      ['ids of its own', withIds],
      ['blanks taken away', trimmed],
    ];
    if (!/frame|while/.test(when)) changes.push(['a signature', signed]);
    for (const [what, change] of changes)
      it(`${what}, ${when}: what was written for A is not in B's chat, and back with A`, async () => {
        const view = await chat.panel();
        const isGiven = bind(view, change, later);
        paste(view, '给A ');
        await isGiven;
        const written = view.element.value;
        expect(written).to.deep.equal(change({ head_content: '给A ', ...given.msgmenu }));
        await chat.open(view.bridge, B);
        expect(view.element.value).to.deep.equal(given.msgmenu);
        await chat.open(view.bridge, A);
        expect(view.element.value).to.deep.equal(written);
      });
  }

  for (const change of [withIds, trimmed])
    it(`and gives it when B's chat is there: B has what the page gave to everybody (${change === trimmed ? 'blanks' : 'ids'})`, async () => {
      const view = await chat.panel();
      let give: () => void = () => undefined;
      void bind(view, change, later => (give = later));
      await view.type(HEAD, ' 给 A');
      await chat.open(view.bridge, B);
      give();
      expect(view.element.value).to.deep.equal(given.msgmenu);
    });

  it("a little behind the user, when B's chat is there: what was half written for A is not in it", async () => {
    const view = await chat.panel();
    const heard: MsgMenu[] = [];
    view.element.addEventListener('input', () => heard.push(view.element.value));
    stopClock(); // however slow the machine
    await view.type(HEAD, '给 A');
    await chat.open(view.bridge, B);
    for (const menu of heard) view.element.value = withIds(menu);
    expect(view.element.value).to.deep.equal(given.msgmenu);
  });

  it('a little behind the user, in the same chat: what was written since stays, and is A’s', async () => {
    const view = await chat.panel();
    const heard: MsgMenu[] = [];
    view.element.addEventListener('input', () => heard.push(view.element.value));
    await view.type(HEAD, '给A');
    for (let tasks = 0; tasks < 4; tasks++) await aTimeout(0);
    view.element.value = withIds(heard[0] ?? {});
    expect(headOf(view)).to.equal('给A');
    await chat.open(view.bridge, B);
    expect(view.element.value).to.deep.equal(given.msgmenu);
  });

  it('after it had emptied the composer, which is still in the same chat: it is A’s', async () => {
    const view = await chat.panel();
    await view.type(HEAD, '给 A ');
    const heard = view.element.value;
    view.element.value = {};
    view.element.value = trimmed(heard); // it could not be sent: there it is again
    await chat.open(view.bridge, B);
    expect(headOf(view)).to.equal('');
  });

  it('leaves the steps of undo, open details, and the focus where the user writes', async () => {
    const view = await chat.panel();
    void bind(
      view,
      menu => trimmed(withIds(menu)),
      give => give(),
    );
    await view.add('链接');
    await view.type('第 2 项，链接，网址', 'https://b.cn ');
    expect(view.focused).to.equal('第 2 项，链接，网址');
    await view.type(HEAD, '您好');
    await view.click('撤销');
    expect(headOf(view)).to.equal('');
    expect(view.has('textbox', '第 2 项，链接，网址')).to.be.true;
    await view.click('重做');
    expect(headOf(view)).to.equal('您好');
  });

  it('quite another menu in answer to what was written: that is one step away', async () => {
    const view = await chat.panel();
    const answer = (): void => {
      if (headOf(view) !== '/1') return;
      view.element.removeEventListener('input', answer);
      view.element.value = { head_content: '您好，请问有什么可以帮您？' };
    };
    view.element.addEventListener('input', answer);
    await view.type(HEAD, '/1');
    expect(headOf(view)).to.equal('您好，请问有什么可以帮您？');
    await view.click('撤销');
    expect(headOf(view)).to.equal('/1');
  });

  it("an id or a blank that was written for A alone is not in B's chat either", async () => {
    const view = await chat.panel();
    await view.type(HEAD, ' ');
    const heard = view.element.value;
    await chat.open(view.bridge, B);
    view.element.value = heard;
    expect(view.element.value).to.deep.equal(given.msgmenu);
  });
});

it("a page that gives another menu a while after an edit: that is the page's, and B has it, too", async () => {
  const view = await chat.panel();
  await view.type(HEAD, '给 A');
  for (let tasks = 0; tasks < 4; tasks++) await aTimeout(0); // what it heard is history
  view.element.value = { head_content: '您好' };
  await chat.open(view.bridge, B);
  expect(headOf(view)).to.equal('您好');
});

it("a page that gives a menu as it is chosen in its own field, in the composer's header: that is the page's, and B has it, too", async () => {
  const view = await chat.panel();
  const choice = Object.assign(document.createElement('input'), { slot: 'header' });
  view.element.append(choice);
  choice.addEventListener('input', () => setTimeout(() => (view.element.value = { head_content: '您好' })));
  choice.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await aTimeout(0);
  expect(headOf(view)).to.equal('您好');
  await chat.open(view.bridge, B);
  expect(headOf(view)).to.equal('您好');
});
