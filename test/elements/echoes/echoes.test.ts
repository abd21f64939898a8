import { aTimeout, expect, html } from '@open-wc/testing';
import type { MsgMenu } from '../../../src/core/index.js';
import { chat, given, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { clickOn, press } from '../../support/element-page.js';
import { click, menu } from '../../support/messages.js';

const { HEAD } = ComposerPage;

describe('a page that gives back what it has heard a moment ago, while the user has written on', () => {
  for (const [what, change] of [
    ['as it was', (menu: MsgMenu) => menu],
    ['trimmed', ({ head_content = '', ...menu }: MsgMenu) => ({ head_content: head_content.trim(), ...menu })],
  ] as const)
    it(`${what}: what was written since can be had back by undo`, async () => {
      const view = await chat.panel();
      await view.type(HEAD, '您好 ');
      const saved = view.element.value; // fetch('/save' …)
      await view.write('世界');
      view.element.value = change(saved);
      await view.settled();
      for (let step = 0; step < 4 && !/世界/.test(headOf(view)); step++) view.element.undo();
      expect(headOf(view)).to.contain('世界');
    });

  it('and with a draft-key: what was written since is there', async () => {
    const view = await chat.panel(
      html`<kf-menu-composer .value=${given} draft-key=${`behind${A}`}></kf-menu-composer>`,
    );
    await view.type(HEAD, '王女士');
    const saved = view.element.value;
    await view.write('您的订单已发出');
    view.element.value = saved;
    await view.settled();
    const stored = Object.values({ ...localStorage }).join();
    expect(headOf(view) + stored).to.contain('您的订单已发出');
  });
});

it('an item that is over its limit by the page’s echo: the press says why', async () => {
  const view = await chat.panel(html`<kf-menu-composer .value=${menu(click('满意', '1'))}></kf-menu-composer>`);
  view.element.addEventListener('input', () => {
    view.element.value = { head_content: '长'.repeat(400), list: [click('好', '1')] };
  });
  await view.type(HEAD, '短');
  await view.settled();
  await view.click('发送');
  expect(view.status).to.match(/要改|还不能/);
});

describe("a page that is behind, when B's chat is there already", () => {
  it('and has given B a menu of their own: what was written for A is not shown to B after it', async () => {
    const view = await chat.panel();
    view.bridge.addEventListener('kf-ready', () => {
      view.element.value = { head_content: 'B 的问候', list: [click('好', '1')] };
    });
    let give = (): void => undefined;
    view.element.addEventListener('input', () => {
      const heard = view.element.value;
      give = () => (view.element.value = heard); // debounced
    });
    await view.type(HEAD, '给 A：您的手机号是 138');
    await chat.open(view.bridge, B);
    give();
    await view.settled();
    expect(headOf(view)).to.not.contain('138');
  });

  it('and has emptied it for B: what was written for A is not shown to B after it', async () => {
    const view = await chat.panel();
    view.bridge.addEventListener('kf-ready', () => (view.element.value = {}));
    let give = (): void => undefined;
    view.element.addEventListener('input', () => {
      const heard = view.element.value;
      give = () => (view.element.value = heard);
    });
    await view.type(HEAD, '给 A：您的手机号是 138');
    await chat.open(view.bridge, B);
    give();
    await view.settled();
    expect(headOf(view)).to.not.contain('138');
  });

  it('by more than a second: what was half written for A is not shown to B', async () => {
    const view = await chat.panel();
    stopClock(5000);
    await view.type(HEAD, '给 A：您的手机号');
    const heard = view.element.value; // to the server, which takes two seconds
    stopClock(1500);
    await view.write('是 138');
    await chat.open(view.bridge, B);
    view.element.value = heard;
    await view.settled();
    expect(headOf(view)).to.not.contain('手机号');
  });

  it('and adds a full stop, debounced: what was written for A is not shown to B', async () => {
    const view = await chat.panel();
    let timer = 0;
    view.element.addEventListener('input', () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        const { head_content = '', ...menu } = view.element.value;
        if (!head_content.endsWith('。')) view.element.value = { ...menu, head_content: `${head_content}。` };
      }, 30);
    });
    await view.type(HEAD, '给 A：您的手机号是 138');
    await aTimeout(0);
    while (!headOf(view).endsWith('。')) await aTimeout(5);
    await chat.open(view.bridge, B);
    await view.settled();
    expect(headOf(view)).to.not.contain('138');
  });
});

it("a page that gives B what the agent has chosen from the templates for A: B's chat has what the page gives", async () => {
  const standard = { head_content: '您好，很高兴为您服务', list: [click('查订单', '1')] };
  const view = await chat.panel();
  view.element.templates = [{ name: '标准问候', value: standard }];
  await view.settled();
  await view.click('模板');
  await clickOn(view.all('gridcell')[0] as HTMLElement);
  await view.settled();
  expect(headOf(view)).to.equal(standard.head_content);
  view.bridge.addEventListener('kf-ready', () => (view.element.value = standard));
  await chat.open(view.bridge, B);
  await view.settled();
  expect(headOf(view)).to.equal(standard.head_content);
});

it("a page's own select in the header: what it gives is the page's, and B has it, too", async () => {
  const view = await chat.panel(html`
    <kf-menu-composer .value=${given}>
      <select slot="header">
        <option>a</option>
        <option>b</option>
      </select>
    </kf-menu-composer>
  `);
  const select = view.element.querySelector('select')!;
  select.addEventListener('change', () => (view.element.value = { head_content: '本店今天休息', list: [] }));
  select.value = 'b';
  for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }));
  await view.settled();
  expect(headOf(view)).to.equal('本店今天休息');
  await chat.open(view.bridge, B);
  expect(headOf(view)).to.equal('本店今天休息');
});

describe("undo in a variable's value, as the chat becomes B's", () => {
  for (const [how, back] of [
    ['by Ctrl+Z', () => press('Control', 'z')],
    [
      "from the browser's menu",
      (field: HTMLElement) =>
        Promise.resolve(
          void field.dispatchEvent(
            new InputEvent('beforeinput', {
              inputType: 'historyUndo',
              bubbles: true,
              cancelable: true,
              composed: true,
            }),
          ),
        ),
    ],
  ] as const)
    it(`${how}: what was typed for A does not come into B's chat`, async () => {
      const view = await chat.panel(
        html`<kf-menu-composer .value=${{ head_content: '{{称呼}}您好', list: [click('好', '1')] }}></kf-menu-composer>`,
      );
      const field = view.textbox('称呼');
      field.focus();
      await view.write('王女士');
      await view.press('Control', 'a');
      await view.press('Delete'); // not that name
      await chat.open(view.bridge, B);
      await view.settled();
      await back(view.textbox('称呼'));
      await view.settled();
      expect(view.textbox('称呼').value).to.equal('');
    });
});

it("发送后进入会话 that A's agent has switched on, with a page that gives back the whole message: B's message has it not", async () => {
  const view = await chat.panel();
  view.element.addEventListener('input', () => (view.element.value = view.element.message));
  await view.type(HEAD, '给 A');
  const { state } = view.element;
  state.edit(state.draft, { enterChat: true }); // as ⋯ does
  await view.settled();
  expect(view.element.enterChat).to.be.true;
  await chat.open(view.bridge, B);
  expect(view.element.enterChat).to.be.false;
});
