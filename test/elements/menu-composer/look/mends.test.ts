import { expect, html } from '@open-wc/testing';
import '../../../../src/locales/en.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { textOfBytes } from '../../../support/bytes.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { clickOn, nameOf } from '../../../support/element-page.js';
import { click, menu, page, view as link } from '../../../support/messages.js';

const { HEAD } = ComposerPage;
const filled = (value: unknown) => composer(html`<kf-menu-composer .value=${value}></kf-menu-composer>`);
const URL_FIELD = '第 1 项，链接，网址';
const PAGE_FIELD = '第 1 项，小程序，页面路径';

let client: SimulatedClient;
beforeEach(() => (client = simulateWeCom()));
afterEach(() => client.restore());

/** What is written, what is said of it, the button beside that, and what the button makes of it; null where there is none. */
type Case = readonly [text: string, said: string, button: string | null, mended?: string];

const NO_SCHEME = '网址没有 https://，客户可能打不开';
const MISSPELT = '网址的开头写错了，客户可能打不开';
const NOT_WEB = '不是网页的网址，客户点了可能打不开';
const MORE = '网址前后有别的字，客户可能打不开';
const URLS: readonly Case[] = [
  ['https://x.cn/a', '', null],
  ['x.cn/a', NO_SCHEME, '补上 https://', 'https://x.cn/a'],
  ['https：//x', MISSPELT, '改成 https://x', 'https://x'],
  ['https;//x.cn', MISSPELT, '改成 https://x.cn', 'https://x.cn'],
  ['http//x.cn', MISSPELT, '改成 http://x.cn', 'http://x.cn'],
  ['https:/x.cn', MISSPELT, '改成 https://x.cn', 'https://x.cn'],
  ['https://https：//x.cn', MISSPELT, '改成 https://x.cn', 'https://x.cn'],
  ['https://', '网址不完整，缺少网站', null],
  ['详情：https://x.cn/a?b=1。', MORE, '改成 https://x.cn/a?b=1', 'https://x.cn/a?b=1'],
  [' https://x.cn/a', '里面有空格，可能认不出来', '去掉空格', 'https://x.cn/a'],
  ['https://x.cn/a ', '里面有空格，可能认不出来', '去掉空格', 'https://x.cn/a'],
  ['https://x.cn/a b', '里面有空格，可能认不出来', null],
  ['tel:400-800-8888', NOT_WEB, null],
  ['mailto:a@x.cn', NOT_WEB, null],
  ['weixin://dl/business', NOT_WEB, null],
  ['#小程序://商城/abc', NOT_WEB, null],
  ['javascript:alert(1)', '这种网址不能发给客户', null],
  ['详情https：//shop.example.com/orders/2026/11/28/receipt', NO_SCHEME, null],
  [
    'https：//shop.example.com/orders/2026/11/28/receipt',
    MISSPELT,
    '改成 https://shop.example.com…1/28/receipt',
    'https://shop.example.com/orders/2026/11/28/receipt',
  ],
];
const NO_SUFFIX = '路径缺 .html，客户会看到「找不到页面」';
const NO_END = '路径不是以 .html 结尾，客户会看到「找不到页面」';
const PAGES: readonly Case[] = [
  ['pages/index.html#a', '', null],
  ['pages/index', NO_SUFFIX, '补上 .html', 'pages/index.html'],
  ['pages/index?id=1#a', NO_SUFFIX, '补上 .html', 'pages/index.html?id=1#a'],
  ['pages/index#a', NO_SUFFIX, '补上 .html', 'pages/index.html#a'],
  ['pages/index？id=1', NO_SUFFIX, '改成 pages/index.html?id=1', 'pages/index.html?id=1'],
  ['pages/index.html？id=1', NO_END, '改成 pages/index.html?id=1', 'pages/index.html?id=1'],
  ['pages/index/', NO_SUFFIX, '改成 pages/index.html', 'pages/index.html'],
  ['pages/index.html ', '里面有空格，可能认不出来', '去掉空格', 'pages/index.html'],
  ['#小程序://商城/abc', NO_SUFFIX, null],
];
const APPIDS: readonly Case[] = [
  ['wx123123123123123', '', null],
  ['gh_0123456789ab', 'gh_ 开头的是原始 ID，这里要填 wx 开头的 AppID', null],
  [' wx123123123123123', '里面有空格，可能认不出来', '去掉空格', 'wx123123123123123'],
  ['wx123 123', '里面有空格，可能认不出来', null],
];

for (const [kind, field, cases, item] of [
  ['链接', '网址', URLS, (text: string) => link(text)],
  ['小程序', '页面路径', PAGES, (text: string) => page(text)],
  ['小程序', 'AppID', APPIDS, (appid: string) => ({ ...page(), miniprogram: { ...page().miniprogram, appid } })],
] as const)
  describe(`what is written as ${field}`, () => {
    for (const [text, said, button, mended = text] of cases)
      it(`${JSON.stringify(text)}: ${button ?? (said || 'nothing to say')}`, async () => {
        const name = `第 1 项，${kind}，${field}`;
        const view = await filled(menu(item(text)));
        await view.click(`第 1 项，${kind}`);
        await view.click(name, 'textbox');
        await view.press('Tab');
        const mends = (): string[] => Array.from(view.root.querySelectorAll('[part="mend"]'), nameOf);
        expect(view.problem(name)).to.equal(said);
        expect(mends()).to.deep.equal(button === null ? [] : [button]);
        if (button === null) return;
        await view.click(button);
        expect(view.element.value.list).to.deep.equal([item(mended)]);
        expect(view.focused).to.equal(name);
        expect(view.problem(name)).to.equal('');
        expect(view.status).to.equal('可以发送');
      });
  });

describe('the mend beside a problem', () => {
  it('补上 .html puts it before the parameters', async () => {
    const view = await filled(menu(page('pages/index?userid=zhangsan')));
    await view.click('可以发送，有 1 处提醒 看看：页面路径缺 .html');
    await view.click('补上 .html');
    expect(view.element.value.list).to.deep.equal([page('pages/index.html?userid=zhangsan')]);
    expect(view.textbox(PAGE_FIELD).value).to.equal('pages/index.html?userid=zhangsan');
    expect(view.problem(PAGE_FIELD)).to.equal('');
  });

  it('补上 https:// makes it an address', async () => {
    const view = await filled(menu(link('work.weixin.qq.com/a')));
    await view.click(view.status);
    await view.click('补上 https://');
    expect(view.element.value.list).to.deep.equal([link('https://work.weixin.qq.com/a')]);
  });

  it('stays inside a narrow composer, however long the address that it offers', async () => {
    const value = menu(link('https：//shop.example.com/orders/2026/11/28/receipt'));
    const view = await composer(html`<kf-menu-composer lang="en" .value=${value}></kf-menu-composer>`, { width: 320 });
    await clickOn(view.root.querySelector('.status-button') as HTMLElement);
    await view.settled();
    const mend = view.root.querySelector('[part="mend"]') as Element;
    expect(mend.getBoundingClientRect().right).to.be.at.most(view.element.getBoundingClientRect().right);
  });

  it('is not there for an address that may not be sent', async () => {
    const view = await filled(menu(link('javascript:alert(1)')));
    await view.click('发送');
    expect(view.problem(URL_FIELD)).to.equal('这种网址不能发给客户');
    expect(view.names('button').filter(name => name.startsWith('补上'))).to.deep.equal([]);
  });

  it('截掉 says how many characters go, and takes away no half one', async () => {
    const view = await filled({ head_content: `${textOfBytes(1020)}好👨‍👩‍👧` });
    await view.click('发送');
    expect(view.problem(HEAD)).to.equal('超出 17 字节');
    await view.click('截掉末尾 1 个字');
    expect(view.element.value.head_content).to.equal(`${textOfBytes(1020)}好`);
    expect(view.status).not.to.include('处要改');
  });

  it('改成 gives an id that nobody has', async () => {
    const view = await filled(menu(click('一', '7'), click('二', '7')));
    await view.click(view.status);
    expect(view.focused).to.equal('第 2 项，回复，菜单 ID');
    expect(view.problem('第 2 项，回复，菜单 ID')).to.match(/分不清点了哪个$/);
    await view.click('改成 8');
    expect(view.element.value.list).to.deep.equal([click('一', '7'), click('二', '8')]);
    expect(view.status).to.equal('可以发送');
  });

  it('can be taken back', async () => {
    const value = menu(page('pages/index'));
    const view = await filled(value);
    await view.click(view.status);
    await view.click('补上 .html');
    await view.click('撤销');
    expect(view.element.value).to.deep.equal(value.msgmenu);
  });
});
