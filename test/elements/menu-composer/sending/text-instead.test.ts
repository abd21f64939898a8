import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { record, typesOf } from '../../../support/ask.js';
import { clearPage } from '../../../support/page.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { eventually } from '../../../support/element-page.js';
import { skipIn } from '../../../support/engine.js';
import { callsOf } from '../../../support/in-touch.js';
import { click, menu, page, view as link } from '../../../support/messages.js';

const written = menu(click('满意', '1'), click('不满意', '2'), page(), link());
const filled = html`<kf-menu-composer .value=${{ ...written.msgmenu, head_content: '您好' }}></kf-menu-composer>`;
const asText = '您好\n1. 满意\n2. 不满意\n3. 自助查询 https://work.weixin.qq.com';

describe('text instead of a menu', () => {
  let client: SimulatedClient;
  const start = (facts: Parameters<typeof simulateWeCom>[0]) => {
    client = simulateWeCom(facts);
    return composer(filled);
  };
  // High enough for the text to be in view: then one press sends it.
  before(() => setViewport({ width: 800, height: 1200 }));
  after(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => {
    client.restore();
    clearPage();
  });

  it('is offered on a Mac, shown as the customer will see it, and sent with one press', async () => {
    const view = await start({ platform: 'mac' });
    await view.says('Mac 版还不支持菜单消息 改发文字会略去小程序「打开小程序」');
    expect(view.lines).to.deep.equal([asText]);
    const events = record(document);

    await view.click('发文字');
    await view.says(/^已发送/);

    expect(client.sent).to.deep.equal([{ msgtype: 'text', text: { content: asText } }]);
    expect(typesOf(events)).to.deep.equal(['kf-sent']);
    expect(view.element.value.list).to.have.length(4);
  });

  it('is held out where something is missing yet, and what that is', async () => {
    const view = await start({ platform: 'mac' });
    view.element.value = { head_content: '{{姓名}}您好' };
    await view.says('Mac 版还不支持菜单消息 写好就可以发文字 「姓名」还没有值');
    await view.click('发送');
    expect(view.root.activeElement, 'the field of what is missing').to.equal(view.textbox('姓名'));
    expect(callsOf(client)).to.equal(0);
    await view.type('姓名', '王女士');
    await view.says('Mac 版还不支持菜单消息 可以改发文字，内容如上');
  });

  it('is held out while there is nothing, and not where a text would be empty', async () => {
    const view = await start({ platform: 'mac' });
    view.element.value = {};
    await view.says('Mac 版还不支持菜单消息 写好就可以发文字 写文本、加菜单项，或粘贴 JSON');
    view.element.value = menu(page()).msgmenu;
    await view.says('Mac 版还不支持菜单消息 请换手机或 Windows 发送');
  });

  it('says only that it is offered when nothing is left out', async () => {
    const view = await start({ platform: 'mac' });
    view.element.value = menu(click('满意', '1')).msgmenu;
    await view.says('Mac 版还不支持菜单消息 可以改发文字，内容如上');
  });

  skipIn({ 'webkit-wpe': 'its window keeps its size' }).it('goes by Ctrl+Enter, too', async () => {
    const view = await start({ platform: 'mac' });
    await view.says(/改发文字/);
    await view.read();
    view.element.focus();
    await view.press('Control', 'Enter');
    await view.says(/^已发送/);
    expect(client.sent[0]).to.deep.equal({ msgtype: 'text', text: { content: asText } });
  });

  it('can be sent again as text after a failure', async () => {
    const view = await start({ platform: 'mac' });
    await view.says(/改发文字/);
    client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail' });
    await view.click('发文字');
    await view.says(/^没发出去/);
    await view.click('再试一次');
    await view.says(/^已发送/);
    expect(client.sent).to.have.length(1);
  });

  it('is offered in a chat of another kind', async () => {
    const view = await start({ entry: 'single_chat_tools' });
    await view.says('这里不是微信客服的会话 改发文字会略去小程序「打开小程序」');
    await view.click('发文字');
    await view.says(/^已发送/);
    expect(client.sent).to.deep.equal([{ msgtype: 'text', text: { content: asText } }]);
  });

  it('is offered in a client that is too old for menus, beside what it needs', async () => {
    const view = await start({ version: '3.1.11' });
    await view.says('企业微信 3.1.11 太旧 改发文字会略去小程序「打开小程序」');
    await view.click('发文字');
    await view.says(/^已发送/);
    expect(client.sent).to.deep.equal([{ msgtype: 'text', text: { content: asText } }]);
  });

  it('is not offered where there is no chat', async () => {
    for (const entry of ['normal', 'contact_profile']) {
      const view = await start({ entry });
      await view.says(/^这里不是微信客服的会话 请从/);
      expect(view.names('button')).not.to.include('发文字');
      client.restore();
    }
  });

  it('is not offered for a menu that is not right yet', async () => {
    const view = await start({ platform: 'mac' });
    view.element.value = menu(link('')).msgmenu;
    await view.says('Mac 版还不支持菜单消息 写好就可以发文字 还差：网址');
    expect(view.names('button')).not.to.include('发文字');
  });

  it('leaves send() as it is: a page that wants the menu hears why not', async () => {
    const view = await start({ platform: 'mac' });
    await view.says(/改发文字/);
    const code = await view.element.send().then(
      () => 'sent',
      (error: { code: string }) => error.code,
    );
    expect(code).to.equal('unsupported-platform');
    expect(client.sent).to.deep.equal([]);
  });

  describe('in a panel of 400 × 640', () => {
    const low = html`<kf-menu-composer
      style="height: 640px"
      .value=${{ ...written.msgmenu, head_content: '您好', tail_content: '欢迎再次光临' }}
    ></kf-menu-composer>`;
    const bubble = (view: ComposerPage): DOMRect =>
      (view.root.querySelector('.bubble') as Element).getBoundingClientRect();
    const isAboveFoot = (view: ComposerPage): boolean =>
      bubble(view).bottom <= (view.root.querySelector('footer') as Element).getBoundingClientRect().top + 1;
    const open = async (platform: 'mac' | 'windows'): Promise<ComposerPage> => {
      client = simulateWeCom({ platform });
      const view = await composer(low);
      await view.says(/^Mac|^可以发送/);
      return view;
    };

    it('comes into view with the first press, and goes with the second', async () => {
      const view = await open('mac');
      expect(isAboveFoot(view)).to.be.false;
      await view.click('发文字');
      await view.says(/再按一次就发$/);
      expect(isAboveFoot(view)).to.be.true;
      expect(client.sent).to.deep.equal([]);
      await view.click('发文字');
      await view.says(/^已发送/);
      expect(view.status).not.to.include('再按一次'); // nobody is asked to send it twice
      expect(client.sent).to.have.length(1);
    });

    it('goes with the first press when it was looked at before', async () => {
      const view = await open('mac');
      await view.click('看客户看到的样子');
      await eventually('the text in view', () => isAboveFoot(view));
      await view.click('发文字');
      await view.says(/^已发送/);
    });

    it('has its preview one press away, and back', async () => {
      const view = await open('windows');
      const body = view.root.querySelector('.body') as Element;
      body.scrollTop = 12;
      expect(isAboveFoot(view)).to.be.false;
      await view.click('看客户看到的样子');
      await eventually('the preview', () => isAboveFoot(view));
      await eventually('the way back', () => view.has('button', '回去编辑'));
      (view.root.querySelector('header [aria-label="回去编辑"]') as HTMLElement).click();
      await eventually('the editor', () => body.scrollTop === 12);
    });

    it('has it whole, and the way back, where a short menu stays in sight as well', async () => {
      client = simulateWeCom();
      const height = matchMedia('(pointer: coarse)').matches ? 530 : 480; // a finger's rows are higher
      const view = await composer(
        html`<kf-menu-composer
          style="height: ${height}px"
          .value=${menu(click('一', '1'), click('二', '2')).msgmenu}
        ></kf-menu-composer>`,
      );
      await view.says('可以发送');
      view.textbox(ComposerPage.HEAD).focus();
      await view.settled();
      expect(isAboveFoot(view)).to.be.false;
      await view.click('看客户看到的样子');
      await eventually('the way back', () => view.has('button', '回去编辑'));
      expect(view.focused).to.equal('回去编辑');
      expect(isAboveFoot(view)).to.be.true;
      expect(view.textbox(ComposerPage.HEAD).getBoundingClientRect().bottom, 'the text').to.be.greaterThan(48);
      await view.click('回去编辑');
      await eventually('the editor', () => !isAboveFoot(view));
      expect(view.focused).to.equal('看客户看到的样子');
    });
  });
});
