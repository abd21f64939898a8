import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { complaints } from '../../../support/accessible.js';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { clickOn } from '../../../support/element-page.js';
import { click, menu, page, view as link } from '../../../support/messages.js';

const { msgmenu } = menu(click('满意', '1'), page('pages/a.html', '查订单'), link(), page('pages/b.html', '查物流'));
const asText = '1. 满意\n2. 自助查询 https://work.weixin.qq.com';
const tabs = (view: ComposerPage): HTMLElement[] => Array.from(view.root.querySelectorAll<HTMLElement>('[role="tab"]'));
const selected = (view: ComposerPage): string[] =>
  tabs(view)
    .filter(({ ariaSelected }) => ariaSelected === 'true')
    .map(({ textContent }) => (textContent ?? '').trim());
const leftOut = (view: ComposerPage): string => (view.root.querySelector('.left-out')?.textContent ?? '').trim();

describe("the preview where the menu can't go", () => {
  let client: SimulatedClient;
  const start = async (facts: Parameters<typeof simulateWeCom>[0] = { platform: 'mac' }, preview = 'auto') => {
    client = simulateWeCom(facts);
    const view = await composer(
      html`<kf-menu-composer .preview=${preview as 'auto'} .value=${msgmenu}></kf-menu-composer>`,
    );
    await view.says(/^(Mac|企业微信|这里|可以)/);
    return view;
  };
  // High enough for the text to be in view: then one press sends it.
  before(() => setViewport({ width: 800, height: 1200 }));
  after(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => client.restore());

  it('shows the text first, with its addresses as links, and says what is left out', async () => {
    const view = await start();
    expect(selected(view)).to.deep.equal(['文字']);
    expect(view.lines).to.deep.equal([asText]);
    expect(view.root.querySelector('.address')?.textContent).to.equal('https://work.weixin.qq.com');
    expect(leftOut(view)).to.equal('小程序「查订单、查物流」写不进文字，已略去');
    expect(view.status).to.equal('Mac 版还不支持菜单消息 改发文字会略去小程序「查订单」等 2 项');
    expect(await complaints(view.element)).to.deep.equal([]);
  });

  it('shows the menu behind the other tab', async () => {
    const view = await start();
    await clickOn(tabs(view)[0] as HTMLElement);
    await view.settled();
    expect(selected(view)).to.deep.equal(['菜单']);
    expect(view.lines).to.deep.equal(['满意', '查订单', '自助查询', '查物流']);
    expect(leftOut(view)).to.equal('');
    expect(await complaints(view.element)).to.deep.equal([]);
  });

  it('changes by arrow keys; one stop for Tab', async () => {
    const view = await start();
    tabs(view)[1]?.focus();
    for (const [key, name] of [
      ['ArrowLeft', '菜单'],
      ['ArrowLeft', '文字'],
      ['ArrowRight', '菜单'],
      ['End', '文字'],
      ['Home', '菜单'],
    ] as const) {
      await view.press(key);
      expect(selected(view)).to.deep.equal([name]);
      expect(view.focused).to.equal(name);
    }
    expect(tabs(view).map(({ tabIndex }) => tabIndex)).to.deep.equal([0, -1]);
  });

  it('tells it once, in a sentence', async () => {
    const view = await start();
    expect(view.announced).to.equal(`当前客户端是 Mac 版，还不支持菜单消息。可以改发文字：${asText}`);
    await view.choose(1, '下移');
    await view.retype('第 1 项，小程序，文字', '查');
    expect(view.announced).to.match(/^满意，第 2 项/);
  });

  it('says in the foot what is left out where there is no preview', async () => {
    const view = await start({ platform: 'mac' }, 'none');
    await view.says('Mac 版还不支持菜单消息 改发文字会略去小程序「查订单」等 2 项');
  });

  it('rehearses in the menu: an item brings it to the front', async () => {
    const view = await start();
    await view.choose(1, '预演点击');
    expect(selected(view)).to.deep.equal(['菜单']);
    expect(view.announced).to.equal('客户说「满意」，服务端收到 menu_id=1');
  });

  it('offers text to a client that is too old, too', async () => {
    const view = await start({ platform: 'ios', version: '3.1.10' });
    await view.says('企业微信 3.1.10 太旧 改发文字会略去小程序「查订单」等 2 项');
    expect(view.announced).to.match(/^企业微信 3.1.10 太旧。可以改发文字：1. 满意/);
    await view.click('发文字');
    await view.says(/^已发送/);
    expect(client.sent).to.deep.equal([{ msgtype: 'text', text: { content: asText } }]);
  });

  it('has its title where the menu can go', async () => {
    const view = await start({});
    expect(tabs(view)).to.deep.equal([]);
    expect(view.names('heading')).to.include('客户看到的样子');
  });
});
