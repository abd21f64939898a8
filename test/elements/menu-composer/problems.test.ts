import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
import { composer } from '../../support/composer-page.js';
import { click, menu, view as link } from '../../support/messages.js';

const filled = (value: unknown) => composer(html`<kf-menu-composer .value=${value}></kf-menu-composer>`);
const URL_FIELD = '第 1 项，链接，网址';

let client: SimulatedClient;
beforeEach(() => (client = simulateWeCom()));
afterEach(() => client.restore());

describe('problems', () => {
  it('wait until the field is left', async () => {
    const view = await composer();
    await view.add('链接');
    await view.write('自助查询');
    await view.type(URL_FIELD, 'work.weixin.qq.com');
    expect(view.problem(URL_FIELD)).to.equal('');
    await view.press('Tab');
    expect(view.problem(URL_FIELD)).to.equal('网址没有 https://，客户可能打不开');
  });

  it('are said at every field once a send was tried', async () => {
    const nothing = { type: 'miniprogram', miniprogram: { appid: '', page: '', content: '' } };
    const view = await filled({ list: [link('', ''), nothing] });
    await view.click('发送');
    expect(view.problem('第 1 项，链接，文字')).to.equal('还没填文字');
    expect(view.problem(URL_FIELD)).to.equal('还没填网址');
    expect(view.problem('第 2 项，小程序，AppID')).to.equal('还没填。请填工具栏里正打开的那个小程序的 AppID');
    expect(view.problem('第 2 项，小程序，页面路径')).to.equal('还没填页面路径');
  });

  it('are tied to their field, which says that it is invalid', async () => {
    const view = await filled(menu(link('')));
    const box = (): HTMLInputElement => view.textbox(URL_FIELD);
    await view.click('第 1 项，链接');
    expect(box().getAttribute('aria-invalid')).to.equal('false');
    expect(box().hasAttribute('aria-describedby')).to.be.false;
    await view.click(URL_FIELD, 'textbox');
    await view.press('Tab');
    expect(box().getAttribute('aria-invalid')).to.equal('true');
    expect(view.problem(URL_FIELD)).to.equal('还没填网址');
  });

  it('that are notices only leave the field valid', async () => {
    const view = await filled(menu(link('work.weixin.qq.com')));
    await view.click('第 1 项，链接');
    await view.click(URL_FIELD, 'textbox');
    await view.press('Tab');
    expect(view.problem(URL_FIELD)).to.equal('网址没有 https://，客户可能打不开');
    expect(view.textbox(URL_FIELD).getAttribute('aria-invalid')).to.equal('false');
  });

  it('do not push away what the user is pressing while they appear', async () => {
    const view = await composer();
    await view.add('链接');
    await view.add('小程序');
    expect(view.element.value.list?.map(({ type }) => type)).to.deep.equal(['view', 'miniprogram']);
  });

  it('open the details that they stand in', async () => {
    const view = await filled(menu(link('')));
    expect(view.has('textbox', URL_FIELD)).to.be.false;
    await view.click('发送');
    expect(view.problem(URL_FIELD)).to.equal('还没填网址');
  });

  it('go away while they are being mended by hand', async () => {
    const view = await filled(menu(link('')));
    await view.click('发送');
    await view.type(URL_FIELD, 'https://a.cn');
    expect(view.problem(URL_FIELD)).to.equal('');
  });

  it('say of the list what concerns all of it', async () => {
    const view = await composer(
      html`<kf-menu-composer max-items="1" .value=${menu(click('一', '1'), click('二', '2'))}></kf-menu-composer>`,
    );
    await view.click('发送');
    expect(view.root.textContent).to.include('最多 1 项，多了 1 项');
  });
});
