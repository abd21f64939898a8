import { expect } from '@open-wc/testing';
import { validate } from '../../src/core/index.js';
import { click, menu } from '../support/messages.js';

const where = (message: unknown): string[] =>
  validate(message).issues.map(({ code, path }) => `${path.join('.')} ${code}`);

/** Everything is wrong, and written in another order than the table's. */
const muddle = {
  surplus: 1,
  msgmenu: {
    tail_content: 'x'.repeat(1025),
    surplus: 1,
    list: [
      { type: 'miniprogram', miniprogram: { content: '', pagepath: 'pages/a', page: '', appid: '' } },
      { view: { content: '', url: '' }, type: 'view' },
      { type: 'click', click: { content: '', id: '' } },
      { type: 'nothing' },
      { type: 'click' },
      null,
    ],
    head_content: 'x'.repeat(1025),
  },
  enterChat: 'yes',
  msgtype: 'msgmenu',
};

describe('the order of issues', () => {
  it("is the table's, not the message's; leftover keys come last", () => {
    const found = where(muddle);
    expect(found.slice(0, 14)).to.deep.equal([
      'enterChat wrong-type',
      'msgmenu.head_content too-long',
      'msgmenu.list.5 wrong-type',
      'msgmenu.list.3.type unknown-item-type',
      'msgmenu.list.4.click missing-item-body',
      'msgmenu.list.2.click.id too-short',
      'msgmenu.list.2.click.content too-short',
      'msgmenu.list.1.view.url too-short',
      'msgmenu.list.1.view.content too-short',
      'msgmenu.list.0.miniprogram.appid too-short',
      'msgmenu.list.0.miniprogram.page too-short',
      'msgmenu.list.0.miniprogram.content too-short',
      'msgmenu.tail_content too-long',
      'surplus unknown-key',
    ]);
    expect(found.slice(13)).to.have.members([
      'surplus unknown-key',
      'msgmenu.surplus unknown-key',
      'msgmenu.list.0.miniprogram.pagepath server-only-key',
    ]);
  });

  it('follows the list within a field', () => {
    expect(where(menu(click('', '1'), click('好', ''), click('', '')))).to.deep.equal([
      'msgmenu.list.1.click.id too-short',
      'msgmenu.list.2.click.id too-short',
      'msgmenu.list.0.click.content too-short',
      'msgmenu.list.2.click.content too-short',
    ]);
  });

  it('follows the list beyond the ninth item', () => {
    const list = Array.from({ length: 12 }, () => click(''));
    expect(where(menu(...list)).slice(1)).to.deep.equal(
      list.map((_, index) => `msgmenu.list.${index}.click.content too-short`),
    );
  });

  it('puts the menu before its fields', () => {
    expect(where({ msgtype: 'msgmenu', msgmenu: { head_content: 'x'.repeat(1025) } })).to.deep.equal([
      'msgmenu empty-menu',
      'msgmenu.head_content too-long',
    ]);
  });

  it('puts the fields of a product in the order of the page', () => {
    expect(where({ msgtype: 'channels_shop_product', channelsShopProduct: {} })).to.deep.equal(
      ['productId', 'shopAppId', 'imgUrl', 'title', 'sellingPrice', 'shopImgUrl', 'shopNickname'].map(
        key => `channelsShopProduct.${key} required`,
      ),
    );
  });
});
