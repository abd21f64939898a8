import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import menuMessage from '../../../fixtures/menu-message.json' with { type: 'json' };
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { press, type } from '../../../support/element-page.js';

const { HEAD, TAIL } = ComposerPage;

describe('writing the documented menu from nothing', () => {
  let client: SimulatedClient;
  let view: ComposerPage;
  beforeEach(async () => {
    client = simulateWeCom({ platform: 'android' });
    view = await composer(html`<kf-menu-composer enter-chat></kf-menu-composer>`);
  });
  afterEach(() => client.restore());

  it('with mouse and keyboard, and sending it', async () => {
    await view.type(HEAD, '您对本次服务是否满意呢? ');

    await view.add('回复');
    await view.write('满意');
    await view.click('第 1 项，回复');
    await view.retype('第 1 项，回复，菜单 ID', '101');
    await view.click('第 1 项，回复，文字', 'textbox');
    await view.press('Enter');
    await view.write('不满意');

    await view.add('链接');
    await view.write('点击跳转到自助查询页面');
    await view.type('第 3 项，链接，网址', 'https://work.weixin.qq.com');

    await view.add('小程序');
    await view.write('点击打开小程序查询更多');
    await view.type('第 4 项，小程序，AppID', 'wx123123123123123');
    await view.type('第 4 项，小程序，页面路径', 'pages/index?userid=zhangsan&orderid=123123123');

    await view.type(TAIL, '欢迎再次光临');
    await view.click('发送');
    await view.says(/^已发送 \d\d:\d\d 内容还在，改一改可以再发$/);

    expect(client.sent).to.deep.equal([menuMessage]);
  });

  it('with the keyboard alone', async () => {
    view.element.focus();
    expect(view.focused).to.equal(HEAD);
    await type('您好');
    await press('Tab');
    expect(view.focused).to.equal('添加回复');
    await view.press('Enter');
    await view.write('满意');
    await view.press('Enter');
    await view.write('不满意');
    await view.press('Control', 'Enter');
    await view.says(/^已发送/);

    expect(client.sent).to.deep.equal([
      {
        msgtype: 'msgmenu',
        enterChat: true,
        msgmenu: {
          head_content: '您好',
          list: [
            { type: 'click', click: { id: '1', content: '满意' } },
            { type: 'click', click: { id: '2', content: '不满意' } },
          ],
        },
      },
    ]);
  });

  it('shows it as the customer will see it while it is being written', async () => {
    await view.type(HEAD, '您好');
    expect(view.lines).to.deep.equal(['您好']);
    await view.add('回复');
    await view.write('满');
    expect(view.lines).to.deep.equal(['您好', '满']);
    await view.write('意');
    await view.type(TAIL, '再见');
    expect(view.lines).to.deep.equal(['您好', '满意', '再见']);
  });
});
