import { expect } from '@open-wc/testing';
import { fromServerMenu, toServerMenu, validate, type MenuMessage, type ServerMenu } from '../../src/core/index.js';
import documentedMenu from '../fixtures/menu-message.json' with { type: 'json' };
import { codeOf } from '../support/code-of.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { click, menu, product, view } from '../support/messages.js';

const opening = (page: string): MenuMessage =>
  deepFreeze(menu({ type: 'miniprogram', miniprogram: { appid: 'wx1', page, content: '查看' } }));
const serverOpening = (pagepath: string): ServerMenu =>
  deepFreeze({
    msgtype: 'msgmenu',
    msgmenu: { list: [{ type: 'miniprogram', miniprogram: { appid: 'wx1', pagepath, content: '查看' } }] },
  });

describe('toServerMenu', () => {
  it('keeps texts, replies and links as they are', () => {
    const message = deepFreeze(menu(click('满意', '1'), view()));
    expect(toServerMenu(message)).to.deep.equal({
      payload: { msgtype: 'msgmenu', msgmenu: message.msgmenu },
      issues: [],
    });
  });

  for (const [page, pagepath] of [
    ['pages/index.html', 'pages/index'],
    ['pages/index.html?a=1&b=x.html', 'pages/index?a=1&b=x.html'],
    ['pages/index?a=1.html', 'pages/index?a=1.html'],
    ['pages/html', 'pages/html'],
  ] as const)
    it(`makes ${pagepath} of ${page}`, () => {
      const list = (toServerMenu(opening(page)).payload as ServerMenu).msgmenu.list;
      expect(list).to.deep.equal(serverOpening(pagepath).msgmenu.list);
    });

  it('says that enterChat stays behind', () => {
    const { payload, issues } = toServerMenu({ ...menu(click('甲')), enterChat: true });
    expect(issues).to.deep.equal([{ code: 'not-portable', severity: 'warning', path: ['enterChat'] }]);
    expect(payload).not.to.have.property('enterChat');
  });

  it('shares nothing with the message', () => {
    const message = menu(click('甲'));
    const { payload } = toServerMenu(message);
    expect(payload.msgmenu.list?.[0]).not.to.equal(message.msgmenu.list?.[0]);
  });

  it('refuses what is no valid menu message, and says why', () => {
    for (const wrong of [undefined, null, 'x', {}, product(), menu({ type: 'view', view: { url: '', content: 'x' } })])
      expect(codeOf(() => toServerMenu(wrong as unknown as MenuMessage))).to.equal('invalid-argument');
    try {
      toServerMenu(menu({ type: 'view', view: { url: '', content: 'x' } }));
    } catch (error) {
      expect((error as { issues: unknown[] }).issues).to.have.length(1);
    }
  });
});

describe('fromServerMenu', () => {
  it('reads the payload and its msgmenu alike', () => {
    const payload = deepFreeze(serverOpening('pages/index?a=1'));
    const expected = { message: opening('pages/index.html?a=1'), issues: [] };
    expect(fromServerMenu(payload)).to.deep.equal(expected);
    expect(fromServerMenu(payload.msgmenu)).to.deep.equal(expected);
  });

  it('gives the documented menu back, with the mend that its page wants', () => {
    const { enterChat, ...message } = documentedMenu as MenuMessage;
    const back = fromServerMenu(toServerMenu(message as MenuMessage).payload).message;
    expect(enterChat).to.equal(true);
    expect(validate(back)).to.deep.include({ ok: true, issues: [] });
    const mended = JSON.stringify(message).replace('pages/index?', 'pages/index.html?');
    expect(back).to.deep.equal(JSON.parse(mended));
  });

  it('leaves out lines that the toolbar does not have, and says which', () => {
    const payload = deepFreeze({
      msgmenu: { list: [{ type: 'text', text: { content: '说明', no_newline: 1 } }, click('甲'), { type: 'new' }] },
    });
    const { message, issues } = fromServerMenu(payload as unknown as ServerMenu);
    expect(message.msgmenu.list).to.deep.equal([click('甲')]);
    expect(issues.map(({ code, path }) => [code, ...path])).to.deep.equal([
      ['not-portable', 'msgmenu', 'list', 0],
      ['not-portable', 'msgmenu', 'list', 2],
    ]);
  });

  it('hands on a line that lacks its page: validate says so', () => {
    const payload = { list: [{ type: 'miniprogram', miniprogram: { appid: 'wx1', content: '查看' } }] };
    const { message } = fromServerMenu(payload as unknown as ServerMenu);
    expect(validate(message).issues.map(({ code }) => code)).to.deep.equal(['required']);
  });

  for (const [pagepath, page] of [
    ['pages/index#a', 'pages/index.html#a'],
    ['pages/index.html#a?b', 'pages/index.html#a?b'],
    ['pages/index/', 'pages/index.html'],
    ['pages/index/?id=1/2', 'pages/index.html?id=1/2'],
  ] as const)
    it(`makes ${page} of ${pagepath}`, () =>
      expect(fromServerMenu(serverOpening(pagepath)).message).to.deep.equal(opening(page)));

  it('makes no page of an empty pagepath', () => {
    for (const path of ['', '?a=1', '/', '#a'])
      expect(fromServerMenu(serverOpening(path)).message).to.deep.equal(opening(path));
  });

  it("reads a public account's menu, whose lines have no type, and makes text of ids that are numbers", () => {
    const list = [{ id: '101', content: '满意' }, { id: 102, content: '不满意' }, { content: '其他' }];
    const { message, issues } = fromServerMenu(deepFreeze({ head_content: '您好', list }) as unknown as ServerMenu);
    const expected = menu(click('满意', '101'), click('不满意', '102'), click('其他'));
    expect(message.msgmenu).to.deep.equal({ head_content: '您好', ...expected.msgmenu });
    expect(issues).to.deep.equal([]);
  });

  it('makes no text of a number that JSON has rounded: validate says so', () => {
    const { message } = fromServerMenu({ list: [{ id: 2 ** 60, content: '远' }] } as unknown as ServerMenu);
    const [issue] = validate(message).issues;
    expect(issue).to.deep.equal({ code: 'wrong-type', severity: 'error', path: ['msgmenu', 'list', 0, 'click', 'id'] });
  });

  it('says what stands beside the menu and is left out, but for who it is from and for', () => {
    const payload = { touser: 'wm', open_kfid: 'wk', msgid: '1', ...serverOpening('pages/index') };
    expect(fromServerMenu(payload).issues).to.deep.equal([
      { code: 'not-portable', severity: 'warning', path: ['msgid'] },
    ]);
  });

  for (const wrong of [undefined, null, 1, 'x', { msgmenu: null }, { list: 1 }, { list: [null] }, [], { msgmenu: [] }])
    it(`takes no ${JSON.stringify(wrong)}`, () =>
      expect(codeOf(() => fromServerMenu(wrong as unknown as ServerMenu))).to.equal('invalid-argument'));
});
