import { expect } from '@open-wc/testing';
import { validate, type Issue } from '../../src/core/index.js';
import { click, menu, MSGTYPES, page, product, text, VALID, view } from '../support/messages.js';

type Found = [code: Issue['code'], severity: Issue['severity'], path: Issue['path']];

const found = (message: unknown): Found[] =>
  validate(message).issues.map(({ code, severity, path }) => [code, severity, path]);

const error = (code: Issue['code'], ...path: Issue['path']): Found => [code, 'error', path];
const warning = (code: Issue['code'], ...path: Issue['path']): Found => [code, 'warning', path];

/** A menu with one item, however wrong it is. */
const menuWith = (item: unknown): unknown => ({ msgtype: 'msgmenu', msgmenu: { list: [item] } });
const ITEM = ['msgmenu', 'list', 0] as const;

const CASES: [story: string, message: unknown, issues: Found[]][] = [
  // what it is
  ['nothing at all', undefined, [error('not-an-object')]],
  ['null', null, [error('not-an-object')]],
  ['a text', '{"msgtype":"text"}', [error('not-an-object')]],
  ['a list', [text()], [error('not-an-object')]],
  ['a function', () => text(), [error('not-an-object')]],
  ['an empty object', {}, [error('required', 'msgtype')]],
  ['an empty msgtype', { msgtype: '' }, [error('required', 'msgtype')]],
  ['an undefined msgtype', { msgtype: undefined }, [error('required', 'msgtype')]],
  ['a null msgtype', { msgtype: null }, [error('wrong-type', 'msgtype')]],
  ['a msgtype that is no text', { msgtype: 7 }, [error('wrong-type', 'msgtype')]],
  ['a msgtype that does not exist', { msgtype: 'sticker' }, [error('unknown-msgtype', 'msgtype')]],
  ['a msgtype in another case', { ...text(), msgtype: 'Text' }, [error('unknown-msgtype', 'msgtype')]],

  // its body
  ['a message without its body', { msgtype: 'msgmenu' }, [error('missing-body', 'msgmenu')]],
  ['an undefined body', { msgtype: 'text', text: undefined }, [error('missing-body', 'text')]],
  ['a null body', { msgtype: 'text', text: null }, [error('wrong-type', 'text')]],
  ['a body that is a text', { msgtype: 'text', text: '您好' }, [error('wrong-type', 'text')]],
  ['a body that is a list', { msgtype: 'text', text: ['您好'] }, [error('wrong-type', 'text')]],
  [
    "a product under the msgtype's name",
    { msgtype: 'channels_shop_product', channels_shop_product: product().channelsShopProduct },
    [error('missing-body', 'channelsShopProduct'), warning('unknown-key', 'channels_shop_product')],
  ],

  // its fields
  ['an absent field', { msgtype: 'text', text: {} }, [error('required', 'text', 'content')]],
  ['an empty field that has no minimum', text(''), [error('required', 'text', 'content')]],
  ['a null field', { msgtype: 'text', text: { content: null } }, [error('wrong-type', 'text', 'content')]],
  [
    'a number for a price',
    { ...product(), channelsShopProduct: { ...product().channelsShopProduct, sellingPrice: 800 } },
    [error('wrong-type', 'channelsShopProduct', 'sellingPrice')],
  ],
  ['a text for enterChat', { ...text(), enterChat: 'true' }, [error('wrong-type', 'enterChat')]],
  ['a null enterChat', { ...text(), enterChat: null }, [error('wrong-type', 'enterChat')]],
  ['an optional field that is empty', { msgtype: 'msgmenu', msgmenu: { head_content: '', list: [click()] } }, []],
  ['news with only a link', { msgtype: 'news', news: { link: 'https://a.cn' } }, []],
  ['news without a link', { msgtype: 'news', news: {} }, [error('required', 'news', 'link')]],

  // a menu
  ['a menu with nothing in it', { msgtype: 'msgmenu', msgmenu: {} }, [error('empty-menu', 'msgmenu')]],
  ['a menu with an empty list', menu(), [error('empty-menu', 'msgmenu')]],
  [
    'a menu with empty texts only',
    { msgtype: 'msgmenu', msgmenu: { head_content: '', tail_content: '' } },
    [error('empty-menu', 'msgmenu')],
  ],
  [
    'a menu with a head only',
    { msgtype: 'msgmenu', msgmenu: { head_content: '您好' } },
    [warning('empty-menu', 'msgmenu')],
  ],
  [
    'a menu with a tail only',
    { msgtype: 'msgmenu', msgmenu: { list: [], tail_content: '再见' } },
    [warning('empty-menu', 'msgmenu')],
  ],
  [
    'a list that is an object',
    { msgtype: 'msgmenu', msgmenu: { list: { 0: click() } } },
    [error('wrong-type', 'msgmenu', 'list')],
  ],
  ['a null list', { msgtype: 'msgmenu', msgmenu: { list: null } }, [error('wrong-type', 'msgmenu', 'list')]],
  ['a null item', menuWith(null), [error('wrong-type', ...ITEM)]],
  ['an item that is a text', menuWith('满意'), [error('wrong-type', ...ITEM)]],
  ['an item without a type', menuWith({ click: { content: '满意' } }), [error('required', ...ITEM, 'type')]],
  ['an item with a null type', menuWith({ type: null }), [error('wrong-type', ...ITEM, 'type')]],
  ['an item of an unknown type', menuWith({ type: 'pay' }), [error('unknown-item-type', ...ITEM, 'type')]],
  [
    "the server's text item",
    menuWith({ type: 'text', text: { content: '您好' } }),
    [error('unknown-item-type', ...ITEM, 'type')],
  ],
  ['an item without its body', menuWith({ type: 'view' }), [error('missing-item-body', ...ITEM, 'view')]],
  ['a null item body', menuWith({ type: 'view', view: null }), [error('wrong-type', ...ITEM, 'view')]],
  [
    "the server's pagepath",
    menuWith({ type: 'miniprogram', miniprogram: { appid: 'wx1', pagepath: 'pages/a', content: '去' } }),
    [error('required', ...ITEM, 'miniprogram', 'page'), error('server-only-key', ...ITEM, 'miniprogram', 'pagepath')],
  ],
  [
    "the server's no_newline",
    menuWith({ type: 'click', click: { content: '满意', no_newline: 1 } }),
    [error('server-only-key', ...ITEM, 'click', 'no_newline')],
  ],
  [
    'an id that was used before',
    menu(click('一', '1'), click('二', '2'), click('三', '1')),
    [warning('duplicate-id', 'msgmenu', 'list', 2, 'click', 'id')],
  ],
  ['ids in different cases', menu(click('一', 'a'), click('二', 'A')), []],
  ['click items without ids', menu(click('一'), click('二')), []],

  // what does not belong
  ["another msgtype's body", { ...menu(click()), text: { content: '您好' } }, [warning('extra-body', 'text')]],
  ["another item kind's body", menuWith({ ...click(), view: view().view }), [warning('extra-body', ...ITEM, 'view')]],
  ['a null in place of another body', { ...text(), msgmenu: null }, [warning('extra-body', 'msgmenu')]],
  ['an undefined other body', { ...text(), msgmenu: undefined }, []],
  ['a key at the top', { ...text(), agentid: 1 }, [warning('unknown-key', 'agentid')]],
  ['a key in a body', { msgtype: 'text', text: { content: '您好', at: [] } }, [warning('unknown-key', 'text', 'at')]],
  ['a key in an item', menuWith({ ...click(), color: 'red' }), [warning('unknown-key', ...ITEM, 'color')]],
  [
    'a key in an item body',
    menuWith({ type: 'click', click: { content: '满意', icon: '1' } }),
    [warning('unknown-key', ...ITEM, 'click', 'icon')],
  ],
  ['a key that is undefined', { ...text(), agentid: undefined }, []],
];

describe('validate', () => {
  for (const msgtype of MSGTYPES)
    it(`has nothing to say against a good ${msgtype}`, () => {
      expect(validate(VALID[msgtype]())).to.deep.equal({ ok: true, message: VALID[msgtype](), issues: [] });
    });

  for (const [story, message, issues] of CASES) {
    const says = issues.map(([code]) => code).join(' and ') || 'nothing';
    it(`says ${says} of ${story}`, () => expect(found(message)).to.deep.equal(issues));
  }

  it('is ok as long as there are only warnings', () => {
    expect(validate({ ...text(), agentid: 1 }).ok).to.be.true;
  });

  it('gives no message when there is an error', () => {
    expect(validate(text('')))
      .to.have.all.keys('ok', 'issues')
      .and.include({ ok: false });
  });

  it('counts bytes, not characters', () => {
    const [issue] = validate(menu(click('满'.repeat(43)))).issues;
    expect(issue).to.include({ code: 'too-long', limit: 128, actual: 129 });
  });

  it('takes a page for what it is, however long its query', () => {
    expect(found(menu(page(`pages/index.html?${'q'.repeat(900)}`)))).to.deep.equal([]);
  });
});
