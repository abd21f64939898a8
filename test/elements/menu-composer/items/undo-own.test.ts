import { expect, html } from '@open-wc/testing';
import type { MsgMenu } from '../../../../src/core/index.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { click, menu, page, view as link } from '../../../support/messages.js';
import { many } from '../../../support/templates-page.js';

const { HEAD, TAIL } = ComposerPage;
const ORDER = '订单号';
const VALUE: MsgMenu = {
  head_content: '订单 {{订单号}}',
  ...menu(click('一', '1'), link('https://a.cn', '二'), page('pages/a.html', '三')).msgmenu,
};
const start = (): Promise<ComposerPage> =>
  composer(html`<kf-menu-composer .value=${VALUE} .templates=${many}></kf-menu-composer>`);
const texts = ({ element }: ComposerPage): MsgMenu => element.value;
const focused = ({ root }: ComposerPage): HTMLInputElement => root.activeElement as HTMLInputElement;

/** Every text to type, and how it gets the focus. */
const FIELDS: readonly (readonly [name: string, go: (view: ComposerPage) => Promise<unknown>])[] = [
  ...[HEAD, TAIL, ORDER, '第 1 项，回复，文字', '第 2 项，链接，文字'].map(
    name => [name, (view: ComposerPage) => view.click(name, 'textbox')] as const,
  ),
  [
    '网址',
    async view => {
      await view.click('第 2 项，链接');
      await view.click('第 2 项，链接，网址', 'textbox');
    },
  ],
  [
    'AppID',
    async view => {
      await view.click('第 3 项，小程序');
      await view.click('第 3 项，小程序，AppID', 'textbox');
    },
  ],
  [
    '页面路径',
    async view => {
      await view.click('第 3 项，小程序');
      await view.click('第 3 项，小程序，页面路径', 'textbox');
    },
  ],
  [
    '搜索',
    async view => {
      await view.click('模板');
      await view.click('搜索 8 个模板', 'textbox'); // on a touch screen it has no focus yet
    },
  ],
  [
    '模板名',
    async view => {
      await view.click('模板');
      await view.click('把现在的内容存为模板…', 'gridcell');
    },
  ],
];

describe('what was typed in one go', () => {
  for (const [name, go] of FIELDS)
    it(`is taken back whole, and nothing else: ${name}`, async () => {
      const view = await start();
      await view.type(name === TAIL ? '第 1 项，回复，文字' : TAIL, '！');
      const before = texts(view);
      await go(view);
      const field = focused(view);
      const text = field.value;
      await view.write('abc');
      expect(field.value).to.contain('abc');
      await view.press('Control', 'z');
      expect(field.value).to.equal(text);
      expect(texts(view)).to.deep.equal(before);
      await view.press('Control', 'y');
      expect(field.value).to.contain('abc');
      expect(focused(view)).to.equal(field);
    });
});

describe('undo in a text that is none of the message', () => {
  const written = 'abc';
  let view: ComposerPage;
  beforeEach(async () => {
    view = await start();
    await view.type(TAIL, written);
  });

  it('ends where the field was entered: it goes on in no other one', async () => {
    await view.type(ORDER, '2026');
    for (const way of ['z', 'z', 'z']) await view.press('Control', way);
    expect(focused(view)).to.equal(view.textbox(ORDER));
    expect(view.textbox(ORDER).value).to.equal('');
    expect(texts(view).tail_content).to.equal(written);
    await view.press('Control', 'y');
    expect(view.textbox(ORDER).value).to.equal('2026');
    expect(view.element.message.msgmenu.head_content).to.contain('2026');
  });

  it('leaves a menu open', async () => {
    await view.click('模板');
    for (const way of ['z', 'z', 'y', 'y']) await view.press('Control', way);
    expect(view.all('dialog')).to.have.length(1);
    expect(texts(view).tail_content).to.equal(written);
  });

  it('brings back nothing that somebody else has taken away', async () => {
    await view.type(ORDER, '2026');
    view.element.value = { head_content: '{{订单号}}' };
    await view.settled();
    expect(view.textbox(ORDER).value).to.equal('');
    await view.press('Control', 'z');
    expect(view.textbox(ORDER).value).to.equal('');
  });

  it("is the same from the browser's own menu", async () => {
    const ask = (inputType: string): boolean => {
      const event = new InputEvent('beforeinput', { bubbles: true, cancelable: true, composed: true });
      Object.defineProperty(event, 'inputType', { value: inputType }); // Safari 16's constructor takes none
      return focused(view).dispatchEvent(event);
    };
    await view.type(ORDER, '2026');
    expect(ask('historyUndo')).to.be.false;
    expect(view.textbox(ORDER).value).to.equal('');
    expect(ask('historyRedo')).to.be.false;
    expect(view.textbox(ORDER).value).to.equal('2026');
    view.textbox(TAIL).focus();
    expect(ask('historyUndo')).to.be.false;
    expect(texts(view).tail_content).to.equal(undefined);
  });
});
