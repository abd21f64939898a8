import { expect, html } from '@open-wc/testing';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { click, menu, page, view as link } from '../../../support/messages.js';

const all = menu(click('满意', '1'), link(), page('pages/index.html'));
const filled = (value: unknown = all) => composer(html`<kf-menu-composer .value=${value}></kf-menu-composer>`);
const listOf = (view: ComposerPage) => view.element.value.list ?? [];

describe('items', () => {
  it('are added: a reply, with an id of its own', async () => {
    const view = await composer();
    await view.add('回复');
    await view.write('满意');
    await view.add('回复');
    await view.write('不满意');
    expect(listOf(view)).to.deep.equal([click('满意', '1'), click('不满意', '2')]);
  });

  it('are added: a link, its details open', async () => {
    const view = await composer();
    await view.add('链接');
    await view.write('自助查询');
    await view.type('第 1 项，链接，网址', 'https://a.cn/?q=1&b=中文#x');
    expect(listOf(view)).to.deep.equal([link('https://a.cn/?q=1&b=中文#x', '自助查询')]);
  });

  it('are added: a mini program, its details open', async () => {
    const view = await composer();
    await view.add('小程序');
    await view.write('打开小程序');
    await view.type('第 1 项，小程序，AppID', 'wx123123123123123');
    await view.type('第 1 项，小程序，页面路径', 'pages/index.html?a=1');
    expect(listOf(view)).to.deep.equal([page('pages/index.html?a=1')]);
  });

  it('go on counting ids from the highest', async () => {
    const view = await filled(menu(click('满意', '101'), click('不满意', '7')));
    await view.add('回复');
    expect(listOf(view)[2]).to.deep.equal(click('', '102'));
  });

  it('are changed in all their fields', async () => {
    const view = await filled();
    await view.retype('第 1 项，回复，文字', '很满意');
    await view.click('第 1 项，回复');
    await view.retype('第 1 项，回复，菜单 ID', 'a-1');
    await view.click('第 2 项，链接');
    await view.retype('第 2 项，链接，网址', 'https://b.cn');
    await view.click('第 3 项，小程序');
    await view.retype('第 3 项，小程序，AppID', 'wx9');
    await view.retype('第 3 项，小程序，页面路径', 'pages/b.html');
    expect(listOf(view)).to.deep.equal([
      click('很满意', 'a-1'),
      link('https://b.cn'),
      { type: 'miniprogram', miniprogram: { appid: 'wx9', page: 'pages/b.html', content: '打开小程序' } },
    ]);
  });

  it('lose an id that is emptied: it need not be there', async () => {
    const view = await filled(menu(click('满意', '1')));
    await view.click('第 1 项，回复');
    await view.retype('第 1 项，回复，菜单 ID', '');
    expect(listOf(view)).to.deep.equal([click('满意')]);
  });

  it('show where they lead while their details are closed', async () => {
    const view = await filled();
    const summaries = Array.from(view.root.querySelectorAll('.summary'), ({ textContent }) => textContent);
    expect(summaries).to.deep.equal(['work.weixin.qq.com', 'pages/index.html']);
  });

  it('open and close their details by their kind', async () => {
    const view = await filled();
    const kind = view.button('第 2 项，链接');
    expect(kind.getAttribute('aria-expanded')).to.equal('false');
    await view.click('第 2 项，链接');
    expect(kind.getAttribute('aria-expanded')).to.equal('true');
    expect(view.textbox('第 2 项，链接，网址').value).to.equal('https://work.weixin.qq.com');
    await view.click('第 2 项，链接');
    expect(view.has('textbox', '第 2 项，链接，网址')).to.be.false;
  });

  it('are removed from the menu of their row', async () => {
    const view = await filled();
    await view.choose(2, '删除');
    expect(listOf(view)).to.deep.equal([all.msgmenu.list?.[0], all.msgmenu.list?.[2]]);
  });

  it('leave no empty list behind', async () => {
    const view = await filled({ head_content: '您好', list: [click('满意', '1')] });
    await view.choose(1, '删除');
    expect(view.element.value).to.deep.equal({ head_content: '您好' });
  });

  it('are moved from the menu of their row, as far as there is room', async () => {
    const view = await filled();
    await view.choose(1, '下移');
    expect(view.items).to.deep.equal(['自助查询', '满意', '打开小程序']);
    await view.choose(3, '上移');
    expect(view.items).to.deep.equal(['自助查询', '打开小程序', '满意']);
    await view.click('第 1 项，链接，更多');
    const up = view.all('menuitem')[0] as HTMLButtonElement;
    expect(up.textContent).to.include('上移');
    expect(up.disabled).to.be.true;
  });

  it('keep their text when their kind changes', async () => {
    const view = await filled();
    await view.choose(1, '改为链接');
    await view.choose(2, '改为小程序');
    await view.choose(3, '改为回复');
    expect(view.items).to.deep.equal(['满意', '自助查询', '打开小程序']);
    expect(listOf(view).map(({ type }) => type)).to.deep.equal(['view', 'miniprogram', 'click']);
  });

  it('of a kind that nobody knows are shown, and can be removed or changed', async () => {
    const view = await filled({ list: [{ type: 'text', text: { content: '服务端的' } }] });
    view.element.focus();
    await view.press('Control', 'Enter');
    expect(view.root.textContent).to.include('第 1 项的类型不认识，请改类型或删掉');
    await view.choose(1, '改为回复');
    expect(listOf(view).map(({ type }) => type)).to.deep.equal(['click']);
  });
});
