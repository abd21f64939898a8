import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { textOfBytes } from '../../../support/bytes.js';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { click, menu, view as link } from '../../../support/messages.js';

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

  describe('of a variable that is not closed', () => {
    const TEXT = '第 1 项，回复，文字';
    const OPEN = '变量少了 }}，会原样发出';
    /** A text that was left once: from then on its problems come as they arise. */
    const left = async () => {
      const view = await filled(menu(click('您好', '1')));
      await view.click(TEXT, 'textbox');
      await view.press('Tab');
      await view.click(TEXT, 'textbox');
      await view.press('End');
      return view;
    };

    it('wait while it is being typed; the foot tells it all the time', async () => {
      const view = await left();
      for (const letters of ['{{', '订', '单号']) {
        await view.write(letters);
        expect(view.problem(TEXT)).to.equal('');
        expect(view.status).to.contain('1 处提醒');
      }
      await view.press('Tab');
      expect(view.problem(TEXT)).to.equal(OPEN);
    });

    for (const [how, go] of [
      ['a sentence goes on behind it', view => view.write('{{，请问')],
      [
        'the caret is elsewhere',
        async view => {
          await view.write('{{');
          await view.press('Home');
          await view.write('，');
        },
      ],
      ['another one stands before it', view => view.write('{{甲，{{')],
    ] as [string, (view: ComposerPage) => Promise<unknown>][])
      it(`wait no longer when ${how}`, async () => {
        const view = await left();
        await go(view);
        expect(view.problem(TEXT)).to.equal(OPEN);
      });
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

  describe('and what mends them, for whom has a keyboard alone', () => {
    const start = async (url: string) => {
      const view = await filled(menu(link(url)));
      await view.click('第 1 项，链接');
      await view.click(URL_FIELD, 'textbox');
      return view;
    };

    for (const key of ['Tab', 'Enter'])
      it(`are the next stop of ${key}, and Enter there mends and goes back`, async () => {
        const view = await start('work.weixin.qq.com');
        expect(view.has('button', '补上 https://')).to.be.false;
        await view.press(key);
        expect(view.focused).to.equal('补上 https://');
        const describedBy = view.button('补上 https://').getAttribute('aria-describedby') ?? '';
        expect(view.root.getElementById(describedBy)?.textContent).to.equal('网址没有 https://，客户可能打不开');
        await view.press('Enter');
        expect(view.focused).to.equal(URL_FIELD);
        expect(view.textbox(URL_FIELD).value).to.equal('https://work.weixin.qq.com');
        await view.press(key);
        expect(view.focused).to.equal(key === 'Tab' ? '第 1 项，链接，更多' : '第 2 项，链接，文字');
      });

    it('are no stop twice for Enter: who leaves the text as it is goes on', async () => {
      const view = await start('work.weixin.qq.com');
      await view.press('Enter');
      await view.press('Shift', 'Tab');
      await view.press('Enter');
      expect(view.focused).to.equal('第 2 项，链接，文字');
    });

    it('stop nobody where nothing can be mended', async () => {
      const view = await start('weixin://dl/business');
      await view.press('Enter');
      expect(view.problem(URL_FIELD)).to.equal('不是网页的网址，客户点了可能打不开');
      expect(view.focused).to.equal('第 2 项，链接，文字');
    });

    it('are there for the text above the items, too', async () => {
      const view = await filled({ head_content: textOfBytes(1030), ...menu(click('一', '1')).msgmenu });
      await view.click('起始文本', 'textbox');
      await view.press('Tab');
      expect(view.focused).to.match(/^截掉末尾 \d+ 个字$/);
    });
  });
});

describe('a variable that is not closed', () => {
  const OPEN = '变量少了 }}，会原样发出';
  const program = { appid: 'wx1', page: 'a.html?id={{单号', content: '打开{{' };
  const value = {
    head_content: '{{客户您好',
    list: [
      click('回复{{名', '1'),
      link('https://x.cn/{{单号', '看{{单号}}'),
      { type: 'miniprogram', miniprogram: program },
    ],
    tail_content: '{{',
  };

  it('is a warning at its field, wherever it stands', async () => {
    const view = await filled(value);
    await view.click('第 2 项，链接');
    await view.click('第 3 项，小程序');
    const fields = ['起始文本', '第 1 项，回复，文字', URL_FIELD.replace('1', '2'), '第 3 项，小程序，文字'];
    for (const field of [...fields, '第 3 项，小程序，页面路径', '结束文本']) {
      view.textbox(field).focus();
      await view.press('Tab');
      expect(view.problem(field), field).to.equal(OPEN);
    }
    expect(view.problem('第 2 项，链接，文字'), 'one that is closed').to.equal('');
  });

  it('is said by the foot, and can be sent: it may be meant', async () => {
    const view = await filled({ ...menu(click('满意', '1')).msgmenu, head_content: '{{客户您好' });
    expect(view.status).to.equal(`可以发送，有 1 处提醒 看看：${OPEN}`);
    expect(view.element.issues, 'the fixed codes have none for it').to.deep.equal([]);
    await view.click('发送');
    await view.says(/^已发送/);
    expect(client.sent).to.have.length(1);
  });

  it('is not there where it is closed, or a brace stands alone', async () => {
    const view = await filled(menu(click('{{名}} {a} {{}} }} {', '1')));
    view.textbox('第 1 项，回复，文字').focus();
    await view.press('Tab');
    expect(view.problem('第 1 项，回复，文字')).to.equal('');
  });
});
