import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { complaints } from '../../../support/accessible.js';
import { record, typesOf } from '../../../support/ask.js';
import { composer, ComposerPage, loneComposer } from '../../../support/composer-page.js';
import { eventually } from '../../../support/element-page.js';
import { click, menu } from '../../../support/messages.js';
import { inClipboardTurn } from '../../../support/paste.js';

const { HEAD } = ComposerPage;
const written = { head_content: '您好', ...menu(click('满意', '1')).msgmenu };
const filled = html`<kf-menu-composer .value=${written}></kf-menu-composer>`;
const message = { msgtype: 'msgmenu', msgmenu: written };

describe('the menu of the header', () => {
  let client: SimulatedClient;
  let clipboard: PropertyDescriptor | undefined;
  const simulate = (platform: 'ios' | 'windows' = 'windows'): void => void (client = simulateWeCom({ platform }));
  /** What the page's clipboard does; nothing: there is none. */
  const withClipboard = (value?: Partial<Clipboard>): void =>
    void Object.defineProperty(navigator, 'clipboard', { configurable: true, value });
  const refuse = (): Promise<never> => Promise.reject(new DOMException('', 'NotAllowedError'));

  beforeEach(() => {
    simulate();
    clipboard = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
  });
  afterEach(() => {
    client.restore();
    if (clipboard) Object.defineProperty(navigator, 'clipboard', clipboard);
    else Reflect.deleteProperty(navigator, 'clipboard');
  });

  const choose = async (view: ComposerPage, entry: string): Promise<void> => {
    await view.click('更多');
    await view.click(entry, 'menuitem');
  };

  it('opens and closes by its button, and gives the focus back', async () => {
    const view = await composer(filled);
    await view.click('更多');
    expect(view.names('menuitem')).to.deep.equal(['粘贴 JSON', '复制 JSON', '清空', '复制诊断信息']);
    expect(await complaints(view.element)).to.deep.equal([]);
    await view.press('Escape');
    expect(view.focused).to.equal('更多');
    await view.click('更多');
    await view.click('更多');
    expect(view.names('menuitem')).to.deep.equal([]);
  });

  it('clears all in one step', async () => {
    const view = await composer(filled);
    const events = record(view.element, ['input', 'change']);
    await choose(view, '清空');
    expect(view.element.value).to.deep.equal({});
    expect(view.focused).to.equal(HEAD);
    expect(typesOf(events)).to.deep.equal(['input', 'change']);
    await view.click('撤销');
    expect(view.element.value).to.deep.equal(written);
  });

  describe('going into the chat after sending', () => {
    it('is there on a phone only', async () => {
      expect((await composer(filled)).names('menuitemcheckbox')).to.deep.equal([]);
      const view = await loneComposer(filled);
      await view.click('更多');
      expect(view.names('menuitemcheckbox')).to.deep.equal(['发送后进入会话']);
    });

    it('is an edit, and is taken back as one', async () => {
      client.restore();
      simulate('ios');
      const view = await composer(filled);
      const events = record(view.element, ['input', 'change']);
      await view.click('更多');
      expect(view.get('menuitemcheckbox', '发送后进入会话').ariaChecked).to.equal('false');
      await view.click('发送后进入会话', 'menuitemcheckbox');
      expect(view.element.message).to.deep.equal({ ...message, enterChat: true });
      expect(typesOf(events)).to.deep.equal(['input', 'change']);
      await view.click('更多');
      expect(view.get('menuitemcheckbox', '发送后进入会话').ariaChecked).to.equal('true');
      await view.press('Escape');
      await view.click('撤销');
      expect(view.element.enterChat).to.be.false;
      await view.click('重做');
      expect(view.element.enterChat).to.be.true;
    });
  });

  describe('copying', () => {
    it('puts the message into the clipboard', async () => {
      let copied = '';
      withClipboard({ writeText: text => Promise.resolve(void (copied = text)) });
      const view = await composer(filled);
      await choose(view, '复制 JSON');
      await view.hasSaid('可以发送 已复制');
      expect(copied).to.equal(JSON.stringify(message, null, 2));
      expect(view.focused).to.equal('更多');
    });

    for (const [name, value] of [
      ['is missing', undefined],
      ['refuses', { writeText: refuse }],
    ] as const)
      it(`selects the text where the clipboard ${name}`, async () => {
        withClipboard(value);
        const view = await composer(filled);
        let copied = '';
        const listen = (): void => void (copied = String(getSelection()));
        document.addEventListener('copy', listen, { once: true });
        await inClipboardTurn(() => choose(view, '复制 JSON'));
        await view.hasSaid('可以发送 已复制');
        expect(copied.trim()).to.equal(JSON.stringify(message, null, 2));
        await eventually('the focus back', () => view.focused === '更多');
        expect(document.querySelector('body > textarea')).to.equal(null);
      });

    it('says so where nothing helps', async () => {
      withClipboard();
      const { execCommand } = document;
      document.execCommand = () => false;
      const view = await composer(filled);
      await choose(view, '复制 JSON');
      await view.hasSaid('没有复制：浏览器不允许');
      document.execCommand = execCommand;
    });

    it('takes what the bridge has seen', async () => {
      let copied = '';
      withClipboard({ writeText: text => Promise.resolve(void (copied = text)) });
      const view = await composer(filled);
      await choose(view, '复制诊断信息');
      await view.hasSaid('可以发送 已复制');
      expect(copied).to.equal(view.bridge.diagnose());
    });

    it('has nothing of a bridge where there is none', async () => {
      const view = await loneComposer(filled);
      await view.click('更多');
      expect(view.has('menuitem', '复制诊断信息')).to.be.false;
    });
  });

  describe('pasting', () => {
    it('loads what the clipboard has, as one step', async () => {
      withClipboard({ readText: () => Promise.resolve(JSON.stringify(message)) });
      const view = await composer();
      await choose(view, '粘贴 JSON');
      await eventually('the menu', () => view.element.value.head_content === '您好');
      await view.settled();
      expect(view.focused).to.equal(HEAD);
      await view.click('撤销');
      expect(view.element.value).to.deep.equal({});
    });

    for (const text of ['', 'x', '{}', '[1]'])
      it(`leaves all as it is for 「${text}」`, async () => {
        withClipboard({ readText: () => Promise.resolve(text) });
        const view = await composer(filled);
        await choose(view, '粘贴 JSON');
        const isInfo = (): boolean | undefined => view.root.querySelector('[part="status"] > .icon')?.matches('.info'); // nothing went wrong
        await view.hasSaid('剪贴板里没有菜单');
        expect(isInfo()).to.be.true;
        expect(view.element.value).to.deep.equal(written);
      });

    for (const [name, value] of [
      ['is missing', undefined],
      ['refuses', { readText: refuse }],
    ] as const)
      it(`asks for it in a field where the clipboard ${name}`, async () => {
        withClipboard(value);
        const view = await composer();
        await choose(view, '粘贴 JSON');
        const [field] = await eventually('a field', () => {
          const found = view.all('dialog')[0]?.querySelectorAll('input');
          return found?.length ? found : null;
        });
        expect(view.root.activeElement).to.equal(field);
        expect(await complaints(view.element)).to.deep.equal([]);
        await view.write('x');
        await view.press('Enter');
        expect(view.all('dialog')[0]?.textContent).to.include('这不是一份菜单消息');
        await view.press('Control', 'a');
        await view.write(JSON.stringify(message));
        await view.press('Enter');
        expect(view.element.value).to.deep.equal(written);
        expect(view.focused).to.equal(HEAD);
      });

    it('loads by a button what a keyboard has put into the field, and says so', async () => {
      withClipboard();
      const view = await composer();
      await choose(view, '粘贴 JSON');
      await eventually('a field', () => view.all('dialog')[0]?.querySelector('input'));
      await view.write('x');
      await view.click('载入');
      expect(view.all('dialog')[0]?.textContent).to.include('这不是一份菜单消息');
      expect(view.root.activeElement?.id).to.equal('json');
      await view.press('Control', 'a');
      await view.write(JSON.stringify(message));
      await view.press('Tab');
      expect(view.focused).to.equal('载入');
      await view.press('Enter');
      expect(view.element.value).to.deep.equal(written);
      expect(view.all('dialog')).to.deep.equal([]);
      await view.hasSaid('已载入菜单：1 项');
    });

    it('keeps what stands in the field when it is closed, and nothing of what was loaded', async () => {
      withClipboard();
      const view = await composer();
      const open = async (): Promise<HTMLInputElement> => {
        await choose(view, '粘贴 JSON');
        const field = await eventually('a field', () => view.all('dialog')[0]?.querySelector('input'));
        await view.settled();
        return field;
      };
      await open();
      await view.write('{"head_content":"您');
      view.textbox(HEAD).focus();
      await view.settled();
      expect(view.all('dialog')).to.deep.equal([]);
      const field = await open();
      expect(field.value).to.equal('{"head_content":"您');
      await view.press('End');
      await view.write('好"}');
      await view.press('Enter');
      expect(view.element.value.head_content).to.equal('您好');
      expect((await open()).value).to.equal('');
    });

    it('takes what is pasted into the field, or leaves it with Escape', async () => {
      withClipboard();
      const view = await composer();
      await choose(view, '粘贴 JSON');
      const field = await eventually('a field', () => view.all('dialog')[0]?.querySelector('input'));
      await view.settled();
      await view.press('Escape');
      expect(view.focused).to.equal('更多');
      await choose(view, '粘贴 JSON');
      const again = await eventually('a field', () => view.all('dialog')[0]?.querySelector('input'));
      expect(again).not.to.equal(field);
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', JSON.stringify(message, null, 2));
      const event = new ClipboardEvent('paste', { bubbles: true, composed: true });
      Object.defineProperty(event, 'clipboardData', { value: clipboardData }); // Firefox takes none from the page
      again.dispatchEvent(event);
      await view.settled();
      expect(view.element.value).to.deep.equal(written);
      expect(view.all('dialog')).to.deep.equal([]);
    });
  });

  it('is not there while nothing can be edited', async () => {
    const view = await composer(html`<kf-menu-composer readonly .value=${written}></kf-menu-composer>`);
    expect(view.has('button', '更多')).to.be.false;
  });
});
