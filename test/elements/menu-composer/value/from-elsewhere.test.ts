import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { skipIn } from '../../../support/engine.js';
import { click, menu, page } from '../../../support/messages.js';
import { paste } from '../../../support/paste.js';
import { withTemplates } from '../../../support/templates-page.js';

const given = (value: unknown): Promise<ComposerPage> =>
  composer(html`<kf-menu-composer .value=${value}></kf-menu-composer>`);

/** A menu of the server API, of which an item and a key do not come along. */
const servers = {
  head_content: '您好',
  list: [
    { type: 'click', click: { id: '101', content: '满意', no_newline: 1 } },
    { type: 'miniprogram', miniprogram: { appid: 'wx123123123123123', pagepath: 'pages/index?a=1', content: '打开' } },
  ],
};
const ours = { head_content: '您好', list: [click('满意', '101'), page('pages/index.html?a=1', '打开')] };

let client: SimulatedClient;
beforeEach(() => (client = simulateWeCom()));
afterEach(() => client.restore());

describe('a menu from elsewhere, as value', () => {
  for (const [what, value, read, status, offered] of [
    [
      'null for what is absent',
      { head_content: null, list: menu(click('满意', '1')).msgmenu.list, tail_content: null },
      menu(click('满意', '1')).msgmenu,
      '可以发送',
      '',
    ],
    [
      'ids that are numbers',
      { list: [{ type: 'click', click: { id: 101, content: '满意' } }] },
      menu(click('满意', '101')).msgmenu,
      '可以发送',
      '',
    ],
    [
      "a public account's flat list",
      { list: [{ id: '101', content: '满意' }] },
      menu(click('满意', '101')).msgmenu,
      '可以发送',
      '',
    ],
    ["the server's keys", servers, ours, '可以发送', '没有带来：no_newline，pagepath 已改成 page'],
    [
      'a key of the server beside the items',
      { ...menu(click('满意', '1')).msgmenu, no_newline: 1 },
      menu(click('满意', '1')).msgmenu,
      '可以发送',
      '没有带来：no_newline',
    ],
    [
      'what is neither a text nor an item',
      { head_content: ['您好'], list: [click('满意', '1'), 7] },
      menu(click('满意', '1')).msgmenu,
      '可以发送',
      '另有 1 项带不过去，没有带来：起始文本',
    ],
  ] as const)
    it(`is read: ${what}`, async () => {
      const view = await given(value);
      expect(view.element.value).to.deep.equal(read);
      expect(view.status).to.equal(status);
      expect(view.offered).to.equal(offered);
    });

  it('has what did not come along said until it was read, or something was edited', async () => {
    const view = await given(servers);
    await view.click('知道了');
    expect(view.offered).to.equal('');
    view.element.value = { ...servers, head_content: '再来' } as never;
    await view.settled();
    expect(view.offered).to.match(/^没有带来/);
    await view.type('结束文本', '再见');
    expect(view.offered).to.equal('');
  });

  it('says of an item without a type that it is unknown, and leads to where that is changed', async () => {
    const view = await given({ head_content: '您好', list: [{ content: { a: 1 }, click: {}, view: {} }] });
    expect(view.root.textContent).not.to.include('undefined');
    expect(view.status).to.equal('还不能发送 第 1 项的类型不认识，请改类型或删掉');
    await view.click(view.status);
    expect(view.focused).to.equal('第 1 项，未知类型，更多');
    await view.choose(1, '删除');
    expect(view.element.issues.map(({ code }) => code)).to.deep.equal(['empty-menu']);
  });

  it("keeps a server's text item, whose words go along when its kind is changed", async () => {
    const view = await given({ list: [{ type: 'text', text: { content: '说明' } }] });
    await view.choose(1, '改为回复');
    expect(view.element.value.list).to.deep.equal([click('说明', '1')]);
  });

  for (const [what, value, field, said] of [
    [
      'a key in an item',
      { list: [{ ...click('一', '1'), more: 1 }] },
      '第 1 项，回复，文字',
      '多出来的「more」不会发出',
    ],
    [
      'a key in a body',
      { list: [{ type: 'click', click: { id: '1', content: '一', colour: 'red' } }] },
      '第 1 项，回复，文字',
      '多出来的「colour」不会发出',
    ],
    ['no body', { list: [{ type: 'click' }] }, '第 1 项，回复，文字', '第 1 项缺内容'],
  ] as const)
    it(`has a field for every issue: ${what}`, async () => {
      const view = await given({ head_content: '您好', ...value });
      await view.click(view.status);
      expect(view.focused).to.equal(field);
      expect(view.problem(field)).to.equal(said);
    });

  for (const [what, value, said] of [
    ['something else', '{"a":1}', '这不是一份菜单消息'],
    ['half a menu', '{"head_content":"您好","list":[', '像是一份菜单，但没有读懂'],
    ['ten million characters', { head_content: 'a'.repeat(10_000_000) }, '内容太多，不会是一份菜单'],
    ['more text than engines lay out', { head_content: 'a'.repeat(70_000) }, '内容太多，不会是一份菜单'],
    ['a hundred thousand levels', '{"list":['.repeat(100_000), '内容套了太多层，不会是一份菜单'],
  ] as const)
    it(`leaves what is there, and says why: ${what}`, async () => {
      const view = await given(menu(click('满意', '1')));
      view.element.value = value as never;
      await view.settled();
      expect(view.items).to.deep.equal(['满意']);
      expect(view.status).to.equal(`页面给的菜单没有读进来 ${said}`);
      expect(view.element.issues).to.deep.equal([{ code: 'not-an-object', severity: 'error', path: [] }]);
      await view.type('第 1 项，回复，文字', '！');
      expect(view.status).to.equal('可以发送');
    });
});

describe('a menu from elsewhere, as a template', () => {
  it('is read alike, and says what does not come along when it is loaded', async () => {
    const text = { type: 'text', text: { content: '说明' } };
    const view = await withTemplates([{ name: '服务端', value: { ...servers, list: [...servers.list, text] } }]);
    expect(view.offered).to.equal('');
    await view.click('模板');
    await view.press('Enter');
    expect(view.element.value).to.deep.equal(ours);
    expect(view.offered).to.equal('另有 1 项带不过去，没有带来：no_newline，pagepath 已改成 page');
    expect(view.status).to.equal('可以发送');
  });
});

skipIn({ 'webkit-wpe': 'its driver has no clipboard' }).describe('a menu from elsewhere, pasted', () => {
  it('stays text where it only looks like one, and that is said', async () => {
    const view = await given(menu(click('满意', '1')));
    await view.click('起始文本', 'textbox');
    await paste('请用：{"head_content":"您好"}');
    await view.hasSaid('像是一份菜单，但没有读懂 已经当作文字粘贴');
    expect(view.element.value.head_content).to.equal('请用：{"head_content":"您好"}');
    expect(view.offered).to.equal('');
  });

  it('is not put in where it is more than an engine can show, and that is said', async () => {
    const view = await given(menu(click('满意', '1')));
    await view.click('起始文本', 'textbox');
    await paste('您好，'.repeat(25_000));
    await view.hasSaid('内容太多，没有粘贴 一份菜单最多约 3 万字节');
    expect(view.element.value.head_content).to.equal(undefined);
  });

  it('says what of it does not come along, by the names that users know', async () => {
    const view = await given(menu(click('满意', '1')));
    await view.click('起始文本', 'textbox');
    await paste(
      '{ msgmenu: { head_content: greet(), list: [{ type: "view", view: { url, content: "看" } }] }, more: 1 }',
    );
    await view.settled();
    expect(view.offered).to.equal('认出一份菜单：1 项，没有带来：起始文本、网址、more');
    await view.click('载入');
    expect(view.element.value).to.deep.equal({ list: [{ type: 'view', view: { content: '看' } }] });
    expect(view.status).to.equal('还没写完 还差：网址');
  });
});
