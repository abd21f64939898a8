import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { record } from '../../../support/ask.js';
import { clearPage } from '../../../support/page.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { callsOf } from '../../../support/in-touch.js';
import { click, menu, page, view as link } from '../../../support/messages.js';

const filled = (value: unknown = menu(click('满意', '1'))) =>
  html`<kf-menu-composer .value=${value}></kf-menu-composer>`;

describe('the foot, before sending', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => {
    client.restore();
    clearPage();
  });

  it('asks for words while there are none, and send cannot be pressed by mistake', async () => {
    const view = await composer();
    expect(view.status).to.match(/^先写内容/);
    await view.click('发送');
    expect(callsOf(client)).to.equal(0);
  });

  it('says that it can be sent', async () => {
    expect((await composer(filled())).status).to.equal('可以发送');
  });

  it('counts the notices, and lets it be sent', async () => {
    const view = await composer(filled(menu(link('work.weixin.qq.com'), page('pages/index'))));
    expect(view.status).to.equal('可以发送，有 2 处提醒 看看：网址没有 https://');
    await view.click('发送');
    await view.says(/^已发送/);
  });

  it('leads from its words to the notice', async () => {
    const view = await composer(filled(menu(click('满意', '1'), page('pages/index'))));
    await view.click(view.status);
    expect(view.focused).to.equal('第 2 项，小程序，页面路径');
  });

  it('says quietly what is missing while nothing was tried', async () => {
    const view = await composer();
    await view.add('链接');
    await view.write('自助查询');
    expect(view.status).to.equal('还没写完 还差：网址');
    expect(view.problem('第 1 项，链接，网址')).to.equal('');
  });

  for (const [what, value, said] of [
    ['an AppID', page('pages/index.html'), '还没写完 还差：AppID'],
    ['a text', click('', '1'), '还没写完 还差：文字'],
    ['what is too long', click('好'.repeat(43), '1'), '还不能发送 文字超出 1 字节'],
    ['an address that may not be sent', link('javascript:1'), '还不能发送 这种网址不能发给客户'],
  ] as const)
    it(`says in words that fit what is wrong: ${what}`, async () => {
      const item =
        value.type === 'miniprogram' ? { ...value, miniprogram: { ...value.miniprogram, appid: '' } } : value;
      const view = await composer(filled(menu(item)));
      expect(view.status).to.equal(said);
    });

  it('counts what has to be mended after a try, and goes to the first', async () => {
    const view = await composer(filled(menu(click('满意', '1'), click('', '2'), link(''))));
    await view.click('发送');
    expect(view.status).to.equal('2 处要改 下一处：还没填文字');
    expect(view.focused).to.equal('第 2 项，回复，文字');
    expect(callsOf(client)).to.equal(0);
  });

  it('counts both kinds, and its words lead to the next problem', async () => {
    const view = await composer(filled(menu(link('javascript:1'), page('pages/index', ''))));
    await view.click('发送');
    expect(view.status).to.equal('2 处要改，1 处提醒 下一处：这种网址不能发给客户');
    await view.retype('第 1 项，链接，网址', 'https://work.weixin.qq.com');
    await view.click('1 处要改，1 处提醒 下一处：还没填文字');
    expect(view.focused).to.equal('第 2 项，小程序，文字');
  });

  it('takes the problems as they stand, from top to bottom', async () => {
    const view = await composer(filled(menu(page('pages/index.html', ''), link(''))));
    await view.click('发送');
    expect(view.focused).to.equal('第 1 项，小程序，文字');
  });

  it('waits for the client', async () => {
    client.set({ latency: 150 });
    const view = composer(filled(), { timeout: 2000 });
    const element = document.querySelector('kf-menu-composer') as HTMLElement;
    const early = new ComposerPage(element as never);
    await early.says('正在连接企业微信…');
    await view;
    await early.says('可以发送');
  });

  it('says that there is no client, and connects again', async () => {
    client.restore();
    const view = await composer(filled(), { timeout: 40 });
    await view.says('没有连上企业微信 请在企业微信里打开本页');
    expect(view.has('button', '发送')).to.be.false;
    await view.read();
    client = simulateWeCom();
    view.button('重新连接').click(); // now: a moment later it connects by itself
    await view.says('可以发送');
    await view.click('发送');
    await view.says(/^已发送/);
  });

  for (const [what, said] of [
    ['getContext:fail_no permission', /^应用没有权限 请管理员开通「微信客服」权限$/],
    ['getContext:fail_invalid signature', /^页面的签名不对 请刷新；还不行就联系开发者$/],
    ['getContext:fail_the disk is full', /^没有连上企业微信 .*disk is full$/],
  ] as const)
    it(`does not say that something was not sent when nothing was to be: ${what}`, async () => {
      client.failNext('getContext', { err_msg: what });
      const view = await composer(filled());
      await view.says(said);
      expect(view.has('button', '重新连接')).to.be.true;
    });

  it('says that this is no chat of the customer service', async () => {
    client.set({ entry: 'normal' });
    const view = await composer(filled());
    await view.says('这里不是微信客服的会话 请从客服会话右侧的工具栏打开本页');
    expect(view.button('发送').matches('.quiet')).to.be.true;
    await view.click('发送');
    expect(callsOf(client)).to.equal(0);
  });

  it('says that the Mac client has no menus yet', async () => {
    client.set({ platform: 'mac' });
    const view = await composer(filled(menu(link('javascript:1'))));
    await view.says(/^Mac 版还不支持菜单消息 /);
    const events = record(view.element);
    await view.click('发送');
    await view.settled();
    expect(events.map(({ detail }) => detail.error.code)).to.deep.equal(['invalid-message']);
    expect(callsOf(client)).to.equal(0);
  });

  it('says that the client is too old', async () => {
    client.set({ version: '3.1.12' });
    const view = await composer(filled());
    await view.says('企业微信 3.1.12 太旧 菜单消息要 3.1.20 起，请先升级');
  });
});
