import { expect, html } from '@open-wc/testing';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { click, menu, view as link } from '../../../support/messages.js';

const three = menu(click('一', '1'), click('二', '2'), link('https://a.cn', '三'));
const filled = () => composer(html`<kf-menu-composer .value=${three}></kf-menu-composer>`);

describe('the keyboard', () => {
  let view: ComposerPage;
  beforeEach(async () => (view = await filled()));

  it('makes the next item of the same kind with Enter, behind the one it stands in', async () => {
    await view.click('第 1 项，回复，文字', 'textbox');
    await view.press('Enter');
    expect(view.focused).to.equal('第 2 项，回复，文字');
    await view.write('一又');
    expect(view.items).to.deep.equal(['一', '一又', '二', '三']);
    expect(view.element.value.list?.[1]).to.deep.equal(click('一又', '3'));
  });

  for (const [kind, first] of [
    ['链接', '网址'],
    ['小程序', 'AppID'],
  ] as const)
    it(`goes from the text of a new ${kind} to what is missing in it with Enter, else makes the next item`, async () => {
      await view.add(kind);
      await view.write('看');
      await view.press('Enter');
      expect(view.focused).to.equal(`第 4 项，${kind}，${first}`);
      expect(view.items.length).to.equal(4);
      await view.write('https://a.cn');
      if (kind === '小程序') await view.type('第 4 项，小程序，页面路径', 'pages/index.html');
      await view.click(`第 4 项，${kind}`); // closed: what is in it is still there
      await view.click(`第 4 项，${kind}，文字`, 'textbox');
      await view.press('Enter');
      expect(view.focused).to.equal(`第 5 项，${kind}，文字`);
    });

  it('goes with Enter from one detail to the next that is missing, and from the last to the next item', async () => {
    await view.add('小程序');
    await view.write('看');
    await view.press('Enter');
    await view.press('Enter'); // nothing was written: it is still missing
    expect(view.focused).to.equal('第 4 项，小程序，AppID');
    expect(view.problem('第 4 项，小程序，AppID')).to.match(/^还没填/);
    await view.write('wx123123123123123');
    await view.press('Enter');
    expect(view.focused).to.equal('第 4 项，小程序，页面路径');
    await view.write('pages/index.html');
    await view.press('Enter');
    expect(view.focused).to.equal('第 5 项，小程序，文字');
  });

  it('makes a line, not an item, with Enter in the text around the items', async () => {
    await view.type(ComposerPage.HEAD, '第一行');
    await view.press('Enter');
    await view.write('第二行');
    expect(view.element.value.head_content).to.equal('第一行\n第二行');
    expect(view.items.length).to.equal(3);
  });

  it('takes an empty item away with Backspace', async () => {
    await view.click('第 2 项，回复，文字', 'textbox');
    await view.press('Enter');
    await view.press('Backspace');
    expect(view.items).to.deep.equal(['一', '二', '三']);
  });

  it('takes away the text, not the item, with Backspace where something stands, also when it is held down', async () => {
    await view.click('第 2 项，回复，文字', 'textbox');
    const held = new KeyboardEvent('keydown', { key: 'Backspace', bubbles: true, composed: true, repeat: true });
    await view.press('End');
    await view.press('Backspace');
    view.textbox('第 2 项，回复，文字').dispatchEvent(held);
    await view.settled();
    expect(view.items).to.deep.equal(['一', '', '三']);
  });

  it('leaves an item that has only lost its text, but leads somewhere', async () => {
    await view.retype('第 3 项，链接，文字', '');
    await view.press('Backspace');
    expect(view.element.value.list?.[2]).to.deep.equal(link('https://a.cn', ''));
  });

  it('moves an item with Alt and an arrow, and says where it is', async () => {
    await view.click('第 3 项，链接，文字', 'textbox');
    await view.press('Alt', 'ArrowUp');
    expect(view.items).to.deep.equal(['一', '三', '二']);
    expect(view.announced).to.equal('三，第 2 项，共 3 项');
    await view.press('Alt', 'ArrowDown');
    expect(view.items).to.deep.equal(['一', '二', '三']);
    expect(view.announced).to.equal('三，第 3 项，共 3 项');
  });

  it('moves an item from its details, too, and goes on writing there', async () => {
    await view.click('第 3 项，链接');
    await view.click('第 3 项，链接，网址', 'textbox');
    await view.press('End');
    await view.press('ArrowLeft');
    await view.press('ArrowLeft');
    await view.press('ArrowLeft');
    await view.press('Alt', 'ArrowUp');
    expect(view.focused).to.equal('第 2 项，链接，网址');
    expect(view.announced).to.equal('三，第 2 项，共 3 项');
    await view.write('bc');
    expect(view.element.value.list?.[1]).to.deep.equal(link('https://abc.cn', '三'));
  });

  it('keeps the caret where it is in an item that moves, also when that is taken back', async () => {
    await view.click('第 1 项，回复，文字', 'textbox');
    await view.write('二三');
    await view.press('ArrowLeft');
    await view.press('Alt', 'ArrowDown');
    await view.write('、');
    await view.press('Alt', 'ArrowDown');
    await view.press('Control', 'z');
    expect(view.focused).to.equal('第 2 项，回复，文字');
    await view.write('和');
    expect(view.items).to.deep.equal(['二', '一二、和三', '三']);
  });

  it('moves nothing beyond the ends, and says each time where it is', async () => {
    const region = view.root.querySelector('[aria-live]') as Element;
    let changes = 0;
    new MutationObserver(() => changes++).observe(region, { characterData: true, childList: true, subtree: true });
    await view.click('第 1 项，回复，文字', 'textbox');
    for (const times of [1, 2, 3]) {
      await view.press('Alt', 'ArrowUp');
      expect(view.announced).to.equal('一，第 1 项，共 3 项');
      expect(changes).to.equal(times);
    }
    expect(view.items).to.deep.equal(['一', '二', '三']);
    expect(view.button('撤销').disabled).to.be.true;
    expect(view.focused).to.equal('第 1 项，回复，文字');
  });

  it('walks through a row: kind, text, ⋯', async () => {
    await view.click('第 1 项，回复，文字', 'textbox');
    await view.press('Shift', 'Tab');
    expect(view.focused).to.equal('第 1 项，回复');
    await view.press('Tab');
    await view.press('Tab');
    expect(view.focused).to.equal('第 1 项，回复，更多');
  });

  describe('in the menu of a row', () => {
    beforeEach(async () => {
      view.button('第 2 项，回复，更多').focus();
      await view.press('Enter');
    });

    it('begins with the first entry and goes round with the arrows', async () => {
      expect(view.focused).to.match(/^上移/);
      await view.press('ArrowUp');
      expect(view.focused).to.equal('删除');
      await view.press('ArrowDown');
      expect(view.focused).to.match(/^上移/);
      await view.press('End');
      expect(view.focused).to.equal('删除');
      await view.press('Home');
      expect(view.focused).to.match(/^上移/);
    });

    it('chooses with Enter', async () => {
      await view.press('End');
      await view.press('Enter');
      expect(view.items).to.deep.equal(['一', '三']);
    });

    it('closes with Escape, and goes back to its button', async () => {
      await view.press('Escape');
      expect(view.names('menu')).to.deep.equal([]);
      expect(view.focused).to.equal('第 2 项，回复，更多');
      expect(view.button('第 2 项，回复，更多').getAttribute('aria-expanded')).to.equal('false');
    });

    it('closes when the user goes on elsewhere', async () => {
      await view.click(ComposerPage.HEAD, 'textbox');
      expect(view.names('menu')).to.deep.equal([]);
      expect(view.focused).to.equal(ComposerPage.HEAD);
    });
  });
});
