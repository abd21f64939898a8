import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
import { textOfBytes } from '../../support/bytes.js';
import { composer, ComposerPage } from '../../support/composer-page.js';
import { click, menu, page, view as link } from '../../support/messages.js';

const { HEAD } = ComposerPage;
const filled = (value: unknown) => composer(html`<kf-menu-composer .value=${value}></kf-menu-composer>`);
const URL_FIELD = '第 1 项，链接，网址';
const PAGE_FIELD = '第 1 项，小程序，页面路径';

let client: SimulatedClient;
beforeEach(() => (client = simulateWeCom()));
afterEach(() => client.restore());

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
