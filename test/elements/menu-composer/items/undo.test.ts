import { expect, html } from '@open-wc/testing';
import { simulateWeCom } from '../../../../src/simulator/index.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { skipIn } from '../../../support/engine.js';
import { click, menu } from '../../../support/messages.js';

const two = menu(click('一', '1'), click('二', '2'));
const { HEAD } = ComposerPage;

describe('undo and redo', () => {
  let view: ComposerPage;
  beforeEach(async () => {
    view = await composer(html`<kf-menu-composer .value=${two}></kf-menu-composer>`);
  });

  it('cannot be pressed while there is nothing to take back', () => {
    expect(view.button('撤销').disabled).to.be.true;
    expect(view.button('重做').disabled).to.be.true;
  });

  it('take back what was typed in one go as one step', async () => {
    await view.type(HEAD, 'abc');
    await view.click('撤销');
    expect(view.element.value).to.deep.equal(two.msgmenu);
    await view.click('重做');
    expect(view.element.value.head_content).to.equal('abc');
    expect(view.textbox(HEAD).value).to.equal('abc');
  });

  it('take back two fields in two steps', async () => {
    await view.type(HEAD, 'abc');
    await view.type('第 1 项，回复，文字', '!');
    await view.click('撤销');
    expect(view.items).to.deep.equal(['一', '二']);
    expect(view.element.value.head_content).to.equal('abc');
  });

  it('take back a removed item, with its place', async () => {
    await view.choose(1, '删除');
    await view.click('撤销');
    expect(view.element.value).to.deep.equal(two.msgmenu);
  });

  it('take back a change of kind, with what the other kind does not have', async () => {
    await view.choose(1, '改为链接');
    await view.click('撤销');
    expect(view.element.value).to.deep.equal(two.msgmenu);
  });

  it('take back a move', async () => {
    await view.choose(1, '下移');
    await view.click('撤销');
    expect(view.items).to.deep.equal(['一', '二']);
  });

  it('listen to Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z inside', async () => {
    await view.type(HEAD, 'abc');
    await view.press('Control', 'z');
    expect(view.element.value).to.deep.equal(two.msgmenu);
    await view.press('Control', 'y');
    expect(view.element.value.head_content).to.equal('abc');
    await view.press('Control', 'z');
    await view.press('Control', 'Shift', 'Z');
    expect(view.element.value.head_content).to.equal('abc');
  });

  skipIn({ webkit: 'its Ctrl+Z undoes nothing, in a plain input either' }).it(
    'leave the rest of the page its own Ctrl+Z',
    async () => {
      await view.type(HEAD, 'abc');
      const outside = document.createElement('input');
      view.element.after(outside);
      outside.focus();
      await view.press('x');
      await view.press('Control', 'z');
      expect(outside.value).to.equal('');
      expect(view.element.value.head_content).to.equal('abc');
    },
  );

  it('are methods too', async () => {
    await view.add('回复');
    view.element.undo();
    expect(view.element.value).to.deep.equal(two.msgmenu);
    view.element.redo();
    expect(view.element.value.list?.length).to.equal(3);
  });

  it('forget what was undone after another edit', async () => {
    await view.type(HEAD, 'abc');
    await view.click('撤销');
    await view.type(HEAD, 'x');
    expect(view.button('重做').disabled).to.be.true;
  });

  it('leave everything as it is when there is nothing to take back', async () => {
    const client = simulateWeCom();
    await view.bridge.reconnect();
    await view.click('发送');
    await view.says(/^已发送/);
    await view.click(HEAD, 'textbox');
    await view.press('Control', 'z');
    client.restore();
    expect(view.has('button', '再发一次')).to.be.true;
  });

  it('bring back what was written, when the page has given another menu over it, and nothing of what the page gave before', async () => {
    view.element.value = { head_content: '旧的' };
    await view.settled();
    await view.retype(HEAD, 'abc');
    view.element.value = { head_content: '新的' };
    await view.settled();
    await view.click('撤销');
    expect(view.element.value.head_content).to.equal('abc');
    expect(view.button('撤销').disabled).to.be.true;
  });
});
