import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { textOfBytes } from '../../../support/bytes.js';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { ManualHost } from '../../../support/manual-host.js';
import { click, menu, page, view as link } from '../../../support/messages.js';

const keys = (view: ComposerPage): string => view.root.querySelector('kbd')?.textContent ?? '';

describe('the foot of a composer with room', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => {
    client.restore();
    Reflect.deleteProperty(navigator, 'platform');
  });
  const start = (width = 640, value: unknown = menu(click()).msgmenu) =>
    composer(html`<kf-menu-composer .value=${value}></kf-menu-composer>`, { width });

  it('says where the page is, and which keys send', async () => {
    const view = await start();
    await view.says('可以发送 微信客服工具栏 · Windows 4.1.6');
    expect(keys(view)).to.equal('Ctrl Enter');
  });

  it('says of the client what is known of it', async () => {
    client.restore();
    const view = await start();
    view.bridge.host = new ManualHost({ platform: 'ios' });
    await view.says('可以发送 微信客服工具栏 · iOS');
  });

  it('has the key of a Mac there', async () => {
    Object.defineProperty(navigator, 'platform', { value: 'MacIntel', configurable: true });
    const view = await start();
    await view.says(/微信客服工具栏/); // its width is known by then
    expect(keys(view)).to.equal('⌘ Enter');
  });

  it('has no room for that in a narrow one', async () => {
    const view = await start(639);
    expect(view.status).to.equal('可以发送');
    expect(keys(view)).to.equal('');
  });

  it('says no keys where they only say what is missing', async () => {
    expect(keys(await start(640, menu(click('')).msgmenu))).to.equal('');
  });
});

describe('the foot, in few words', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  for (const [words, value] of [
    ['起始文本超出 1 字节', { ...menu(click()).msgmenu, head_content: textOfBytes(1025) }],
    ['这种网址不能发给客户', menu(link('javascript:alert(1)')).msgmenu],
    ['还没填 AppID', menu({ type: 'miniprogram', miniprogram: { appid: '', page: 'a.html', content: '一' } }).msgmenu],
  ] as const)
    it(`names the next problem: ${words}`, async () => {
      const view = await composer(html`<kf-menu-composer .value=${value}></kf-menu-composer>`);
      await view.click('发送');
      expect(view.status).to.equal(`1 处要改 下一处：${words}`);
    });

  for (const [words, value] of [
    ['菜单 ID 重复', menu(click('一', '1'), click('二', '1')).msgmenu],
    ['页面路径缺 .html', menu(page('pages/index')).msgmenu],
    ['网址没有 https://', menu(link('shop.example.com/orders')).msgmenu],
    ['网址的开头写错了，客户可能打不开', menu(link('https;//shop.example.com')).msgmenu],
  ] as const)
    it(`names the next notice: ${words}`, async () => {
      const view = await composer(html`<kf-menu-composer .value=${value}></kf-menu-composer>`);
      expect(view.status).to.equal(`可以发送，有 1 处提醒 看看：${words}`);
    });
});
