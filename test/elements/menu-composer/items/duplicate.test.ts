import { expect, html } from '@open-wc/testing';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { click, menu, page, view as link } from '../../../support/messages.js';

const filled = (value: unknown, maxItems = 10): Promise<ComposerPage> =>
  composer(html`<kf-menu-composer .value=${value} max-items=${maxItems}></kf-menu-composer>`);

describe('a copy of an item', () => {
  it('stands below it, with the next free id, and is written on at once', async () => {
    const view = await filled(menu(click('满意', '101'), click('不满意', '102')));
    await view.choose(1, '复制');
    expect(view.element.value.list).to.deep.equal([click('满意', '101'), click('满意', '103'), click('不满意', '102')]);
    expect(view.focused).to.equal('第 2 项，回复，文字');
    await view.write('！');
    expect(view.items).to.deep.equal(['满意', '满意！', '不满意']);
  });

  it('has no id where the item has none', async () => {
    const view = await filled(menu(click('满意')));
    await view.choose(1, '复制');
    expect(view.element.value.list).to.deep.equal([click('满意'), click('满意')]);
  });

  it('leads where the item leads, and is changed without it', async () => {
    const view = await filled(menu(link('https://a.cn', '查询'), page('pages/a.html', '打开')));
    await view.choose(1, '复制');
    await view.choose(3, '复制');
    await view.click('第 2 项，链接');
    await view.retype('第 2 项，链接，网址', 'https://b.cn');
    expect(view.element.value.list).to.deep.equal([
      link('https://a.cn', '查询'),
      link('https://b.cn', '查询'),
      page('pages/a.html', '打开'),
      page('pages/a.html', '打开'),
    ]);
  });

  it('is open when the item is', async () => {
    const view = await filled(menu(link('https://a.cn', '查询')));
    await view.click('第 1 项，链接');
    await view.choose(1, '复制');
    expect(view.textbox('第 2 项，链接，网址').value).to.equal('https://a.cn');
  });

  it('is taken back in one step', async () => {
    const two = menu(click('满意', '1'), click('不满意', '2'));
    const view = await filled(two);
    await view.choose(2, '复制');
    await view.click('撤销');
    expect(view.element.value).to.deep.equal(two.msgmenu);
  });

  it('cannot be made beyond the most items', async () => {
    const view = await filled(menu(click('满意', '1'), click('不满意', '2')), 2);
    await view.click('第 1 项，回复，更多');
    expect((view.get('menuitem', '复制') as HTMLButtonElement).disabled).to.be.true;
  });

  it('cannot lose what nobody knows', async () => {
    const unknown = { type: 'text', text: { content: '服务端的', more: [1] } };
    const view = await filled({ list: [unknown] });
    await view.choose(1, '复制');
    expect(view.element.value.list).to.deep.equal([unknown, unknown]);
  });
});
