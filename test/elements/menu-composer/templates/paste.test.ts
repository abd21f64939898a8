import { expect, html } from '@open-wc/testing';
import documentedCall from '../../../fixtures/documented-call.json' with { type: 'json' };
import { record, typesOf } from '../../../support/ask.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { skipIn } from '../../../support/engine.js';
import { click, menu, view as link } from '../../../support/messages.js';
import { paste } from '../../../support/paste.js';

const { HEAD } = ComposerPage;
const FIRST = '第 1 项，回复，文字';

const GAP = { 'webkit-wpe': 'its driver has no clipboard' };

skipIn(GAP).describe('several lines pasted into an item', () => {
  const open = (...items: Parameters<typeof menu>): Promise<ComposerPage> =>
    composer(html`<kf-menu-composer .value=${menu(...items)}></kf-menu-composer>`);
  const put = async (view: ComposerPage, text: string): Promise<void> => {
    await paste(text);
    await view.settled();
  };

  it('go in as one, and one item a line is offered under it', async () => {
    const view = await open(click('', '1'));
    await view.click(FIRST, 'textbox');
    const events = record(view.element, ['input']);
    await put(view, '查订单\n退换货\n\n找人工\n');
    expect(view.items).to.deep.equal(['查订单 退换货  找人工']);
    expect(events.length).to.equal(1);
    expect(view.noted).to.equal('粘贴了 3 行');
    expect(view.announced).to.equal('粘贴了 3 行 · 分成 3 项');
    await view.click('分成 3 项');
    expect(view.items).to.deep.equal(['查订单', '退换货', '找人工']);
    expect(view.element.value.list?.map(item => item.type === 'click' && item.click.id)).to.deep.equal(['1', '2', '3']);
    expect(view.focused).to.equal('第 3 项，回复，文字');
    expect(view.noted).to.equal('');
  });

  it('become items in one step, which undo takes back', async () => {
    const view = await open(click('', '1'));
    await view.click(FIRST, 'textbox');
    await put(view, '一\r\n二');
    const events = record(view.element, ['input', 'change']);
    await view.click('分成 2 项');
    expect(typesOf(events)).to.deep.equal(['change', 'input', 'change']); // the field's own, left with a change
    await view.click('撤销');
    expect(view.items).to.deep.equal(['一 二']);
    await view.click('撤销');
    expect(view.items).to.deep.equal(['']);
  });

  it('leave the focus in the text that comes back with Ctrl+Z', async () => {
    const view = await open(click('甲', '1'), click('', '2'), click('乙', '3'));
    await view.click('第 2 项，回复，文字', 'textbox');
    await put(view, '一\n二\n三');
    await view.click('分成 3 项');
    expect(view.focused).to.equal('第 4 项，回复，文字');
    await view.press('Control', 'z');
    expect(view.items).to.deep.equal(['甲', '一 二 三', '乙']);
    expect(view.focused).to.equal('第 2 项，回复，文字');
  });

  it('join what stands before and behind the caret', async () => {
    const view = await open(click('甲乙', '1'), click('丙', '2'));
    await view.click(FIRST, 'textbox');
    await view.press('Home');
    await view.press('ArrowRight');
    await put(view, '一\n二');
    await view.click('分成 2 项');
    expect(view.items).to.deep.equal(['甲一', '二乙', '丙']);
  });

  it('become items of the same kind', async () => {
    const view = await open(link('https://a.cn', ''));
    await view.click('第 1 项，链接，文字', 'textbox');
    await put(view, '一\n二');
    await view.click('分成 2 项');
    expect(view.element.value.list).to.deep.equal([link('https://a.cn', '一'), link('', '二')]);
  });

  it('become as many as fit, the rest stays in the last', async () => {
    const view = await open(...Array.from({ length: 8 }, (_, at) => click(String(at || ''), String(at + 1))));
    await view.click(FIRST, 'textbox');
    await put(view, '一\n二\n三\n四\n五');
    expect(view.noted).to.equal('粘贴了 5 行');
    await view.click('分成 3 项');
    expect(view.items.slice(0, 4)).to.deep.equal(['一', '二', '三 四 五', '1']);
    expect(view.items.length).to.equal(10);
  });

  it('are not offered where there is no room, elsewhere, or for one line', async () => {
    const full = await composer(
      html`<kf-menu-composer max-items="1" .value=${menu(click('', '1'))}></kf-menu-composer>`,
    );
    await full.click(FIRST, 'textbox');
    await put(full, '一\n二');
    expect(full.items).to.deep.equal(['一 二']);
    expect(full.noted).to.equal('');
    const view = await open(click('', '1'));
    await view.click(FIRST, 'textbox');
    await put(view, '一\n');
    expect(view.noted).to.equal('');
    await view.click(HEAD, 'textbox');
    await put(view, '一\n二');
    expect(view.element.value.head_content).to.equal('一\n二');
    expect(view.noted).to.equal('');
  });

  it('are no longer offered after an edit', async () => {
    const view = await open(click('', '1'));
    await view.click(FIRST, 'textbox');
    await put(view, '一\n二');
    await view.write('!');
    expect(view.noted).to.equal('');
  });
});

skipIn(GAP).describe('JSON that is pasted', () => {
  let view: ComposerPage;
  const put = async (value: unknown, name = HEAD): Promise<void> => {
    await view.click(name, 'textbox');
    await view.press('End');
    await paste(typeof value === 'string' ? value : JSON.stringify(value, null, 2));
    await view.settled();
  };
  beforeEach(async () => {
    view = await composer(html`<kf-menu-composer .value=${menu(click('满意', '1'))}></kf-menu-composer>`);
  });

  it('is offered, not inserted: the documented call', async () => {
    await put(documentedCall);
    expect(view.element.value).to.deep.equal(menu(click('满意', '1')).msgmenu);
    expect(view.offered).to.equal('认出一份菜单：4 项，有起始和结束文本，没有带来：商品');
    expect(view.announced).to.equal(view.offered);
    const events = record(view.element, ['input', 'change']);
    await view.click('载入');
    expect(view.element.value).to.deep.equal(documentedCall.msgmenu);
    expect(view.element.enterChat).to.be.true;
    expect(typesOf(events)).to.deep.equal(['input', 'change']);
    expect(view.focused).to.equal(HEAD);
    expect(view.offered).to.equal('');
    await view.click('撤销');
    expect(view.element.value).to.deep.equal(menu(click('满意', '1')).msgmenu);
  });

  for (const [what, json, said] of [
    ['a message', menu(click('一')), '1 项'],
    ['a menu', { head_content: '您好', list: [click('一'), click('二')] }, '2 项，有起始文本'],
    ['a menu without a head', { list: [link()], tail_content: '再见' }, '1 项，有结束文本'],
    [
      'a menu of the server',
      {
        touser: 'wm1',
        msgtype: 'msgmenu',
        msgmenu: {
          list: [
            { type: 'text', text: { content: '纯文字', no_newline: 1 } },
            { type: 'miniprogram', miniprogram: { appid: 'wx1', pagepath: 'pages/index?a=1', content: '打开' } },
          ],
        },
      },
      '1 项，另有 1 项带不过去，pagepath 已改成 page',
    ],
  ] as [string, unknown, string][])
    it(`is recognised: ${what}`, async () => {
      await put(json);
      expect(view.offered).to.equal(`认出一份菜单：${said}`);
    });

  it('has the page of the client when it came from the server', async () => {
    const miniprogram = { appid: 'wx1', pagepath: 'pages/index?a=1', content: '打开' };
    await put({ list: [{ type: 'miniprogram', miniprogram }] });
    await view.click('载入');
    const page = { appid: 'wx1', page: 'pages/index.html?a=1', content: '打开' };
    expect(view.element.value.list).to.deep.equal([{ type: 'miniprogram', miniprogram: page }]);
  });

  for (const text of [
    '{"list":[{"id":1}]}',
    '{"list":[{"type":"view"}]}',
    '{"msgtype":"text","text":{"content":"一"}}',
    '{"a":1}',
    '{}',
    '{"head_content":',
    '[1]',
    '您好',
  ])
    it(`is text like any other if it is no menu: ${text}`, async () => {
      await put(text);
      expect(view.element.value.head_content).to.equal(text);
      expect(view.offered).to.equal('');
    });

  it('is text where it was pasted with 忽略', async () => {
    await view.type(HEAD, '前后');
    await view.press('ArrowLeft');
    await paste('{"head_content":\n"您好"}');
    await view.settled();
    const events = record(view.element, ['input', 'change']);
    await view.click('忽略');
    expect(view.element.value.head_content).to.equal('前{"head_content":\n"您好"}后');
    expect(typesOf(events)).to.deep.equal(['input', 'change']);
    expect(view.focused).to.equal(HEAD);
    await view.write('!');
    expect(view.element.value.head_content).to.equal('前{"head_content":\n"您好"}!后');
    expect(view.offered).to.equal('');
  });

  it('is one line in an item', async () => {
    await put('{"head_content":\n"您好"}', FIRST);
    await view.click('忽略');
    expect(view.items).to.deep.equal(['满意{"head_content": "您好"}']);
    expect(view.noted).to.equal('');
  });

  it('is recognised where nothing can be written, too', async () => {
    view.button('撤销').disabled = false;
    view.button('撤销').focus();
    await paste(JSON.stringify(documentedCall));
    await view.settled();
    expect(view.offered).to.match(/^认出一份菜单/);
    await view.click('忽略');
    expect(view.element.value).to.deep.equal(menu(click('满意', '1')).msgmenu);
    expect(view.offered).to.equal('');
  });

  it('can be loaded with the keyboard alone', async () => {
    await put(documentedCall);
    await view.press('Shift', 'Tab');
    expect(view.focused).to.equal('载入');
    await view.press('Enter');
    expect(view.element.value).to.deep.equal(documentedCall.msgmenu);
  });

  it('is no longer offered after an edit, or when the page gives a menu', async () => {
    await put(documentedCall);
    await view.write('!');
    expect(view.offered).to.equal('');
    await put(documentedCall);
    view.element.value = menu(click('别的', '1'));
    await view.settled();
    expect(view.offered).to.equal('');
  });

  it('is left alone in what the page has put into a slot, and where nothing can be edited', async () => {
    const field = document.createElement('textarea');
    field.slot = 'footer';
    view.element.append(field);
    field.focus();
    await paste(JSON.stringify(documentedCall));
    expect(field.value).to.equal(JSON.stringify(documentedCall));
    view.element.readOnly = true;
    await put(documentedCall);
    expect(view.offered).to.equal('');
  });
});
