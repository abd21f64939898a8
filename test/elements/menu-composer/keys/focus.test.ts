import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { A, B } from '../../../support/customers.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { click, menu, page } from '../../../support/messages.js';

const filled = (value: unknown = menu(click('一', '1'), click('二', '2'), click('三', '3'))) =>
  composer(html`<kf-menu-composer .value=${value}></kf-menu-composer>`);

describe('the focus', () => {
  let view: ComposerPage;
  const staysInside = async (): Promise<void> => {
    await view.settled();
    const { activeElement } = view.root;
    expect(activeElement?.tagName ?? 'nothing').to.be.oneOf(['BUTTON', 'INPUT', 'TEXTAREA']);
    expect(activeElement?.matches(':disabled')).to.be.false; // the browser takes the focus from such a one
  };

  it('goes to the first text by focus()', async () => {
    view = await filled();
    view.element.focus();
    expect(view.focused).to.equal(ComposerPage.HEAD);
  });

  it('goes to the text of an added item', async () => {
    view = await filled();
    await view.add('链接');
    expect(view.focused).to.equal('第 4 项，链接，文字');
  });

  it('goes to the next item when one is removed, to the one before at the end, to the add bar after the last', async () => {
    view = await filled(menu(click('一', '1'), click('二', '2'), click('三', '3')));
    await view.choose(2, '删除');
    expect(view.focused).to.equal('第 2 项，回复，文字');
    expect(view.items).to.deep.equal(['一', '三']);
    await view.choose(2, '删除');
    expect(view.focused).to.equal('第 1 项，回复，文字');
    await view.choose(1, '删除');
    expect(view.focused).to.equal('添加回复');
  });

  it('stays with an item that moves', async () => {
    view = await filled();
    await view.click('第 1 项，回复，文字', 'textbox');
    await view.press('Alt', 'ArrowDown');
    expect(view.focused).to.equal('第 2 项，回复，文字');
    await view.choose(2, '下移');
    expect(view.focused).to.equal('第 3 项，回复，文字');
  });

  it('is not lost when the kind changes', async () => {
    view = await filled();
    await view.choose(1, '改为链接');
    await staysInside();
  });

  it('is not lost with a mend, whose button goes', async () => {
    view = await filled(menu(page('pages/index')));
    await view.click('第 1 项，小程序');
    await view.click('第 1 项，小程序，页面路径', 'textbox');
    await view.press('Tab');
    view.button('补上 .html').focus();
    await view.press('Enter');
    expect(view.has('button', '补上 .html')).to.be.false;
    await staysInside();
  });

  it('is not lost with the last undo, whose button cannot be pressed any more', async () => {
    view = await filled();
    await view.type(ComposerPage.HEAD, 'abc');
    view.button('撤销').focus();
    await view.press('Enter');
    expect(view.button('撤销').disabled).to.be.true;
    await staysInside();
    expect(view.focused, 'in the header: a text would open a keyboard').to.equal('更多');
  });

  describe('where what somebody types into is not there any more', () => {
    let client: SimulatedClient;
    beforeEach(() => (client = simulateWeCom({ customerId: A })));
    afterEach(() => client.restore());

    const goesToTheWords = async (): Promise<void> => {
      await view.settled();
      expect(view.root.activeElement?.getAttribute('role') ?? view.focused).to.equal('status');
      const { value } = view.element;
      await view.write('!');
      await view.press('Enter');
      expect(view.element.value).to.deep.equal(value);
    };

    it("goes to the foot's words with the next customer: nothing of it gets into their menu", async () => {
      view = await filled();
      await view.add('回复');
      await view.write('四');
      client.set({ customerId: B });
      await view.bridge.reconnect();
      await goesToTheWords();
    });

    it('goes there, too, when the page gives another menu', async () => {
      view = await filled();
      await view.type('第 3 项，回复，文字', '！');
      view.element.value = menu(click('满意', '1')).msgmenu;
      await goesToTheWords();
    });

    it("goes there from a variable's value, too", async () => {
      view = await filled({ head_content: '{{称呼}}您好' });
      await view.type('称呼', '王女士');
      client.set({ customerId: B });
      view.element.value = { head_content: '您好' };
      await view.bridge.reconnect();
      await goesToTheWords();
    });
  });

  it('is not lost when Ctrl+Z takes away the item that it stands in', async () => {
    view = await filled();
    await view.add('回复');
    await view.press('Control', 'z');
    expect(view.items.length).to.equal(3);
    await staysInside();
    expect(view.focused).to.equal('第 3 项，回复，文字');
  });

  describe('in the foot', () => {
    let client: ReturnType<typeof simulateWeCom>;
    beforeEach(() => (client = simulateWeCom()));
    afterEach(() => client.restore());

    it('stays on the button through a send', async () => {
      view = await filled();
      view.button('发送').focus();
      await view.press('Enter');
      await view.says(/^已发送/);
      expect(view.focused).to.equal('再发一次');
    });

    it('goes to the words of a question: a key that is pressed on answers nothing', async () => {
      view = await filled();
      view.bridge.timeout = 40;
      client.failNext('sendChatMessage', 'never');
      view.button('发送').focus();
      await view.press('Enter');
      await view.says(/^不确定/);
      await view.read();
      for (let times = 0; times < 3; times++) await view.press('Enter');
      expect(view.status).to.match(/^不确定/);
      expect(view.root.activeElement?.matches('[role="status"]')).to.be.true;
      await view.press('Tab');
      expect(view.focused).to.equal('已经有了');
    });

    it('is not lost when the second of two buttons was pressed', async () => {
      view = await filled();
      view.bridge.timeout = 40;
      client.failNext('sendChatMessage', 'never');
      await view.click('发送');
      await view.says(/^不确定/);
      await view.read();
      view.button('没有，重发').focus();
      await view.press('Enter');
      await view.says(/^已发送/);
      await staysInside();
    });

    it('is not lost when the words of the problem were pressed', async () => {
      view = await filled(menu(click('一', '1'), click('', '2')));
      await view.click('还没写完 还差：文字');
      expect(view.focused).to.equal('第 2 项，回复，文字');
    });
  });
});
