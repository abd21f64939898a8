import { expect } from '@open-wc/testing';
import { asText, type MsgMenu } from '../../src/core/index.js';
import { codeOf } from '../support/code-of.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { click, page, view } from '../support/messages.js';

describe('asText', () => {
  const menu = (list: MsgMenu['list'], texts: MsgMenu = {}): MsgMenu => deepFreeze({ ...texts, ...(list && { list }) });

  it('numbers the replies between the texts', () => {
    const text = asText(menu([click('满意', '1'), click('不满意')], { head_content: '您好', tail_content: '谢谢' }));
    expect(text).to.equal('您好\n1. 满意\n2. 不满意\n谢谢');
  });

  it('writes the address of a link behind it', () => {
    const link = view();
    expect(asText(menu([link]))).to.equal(`1. ${link.view.content} ${link.view.url}`);
  });

  it('leaves out what opens a mini program, and counts on', () => {
    expect(asText(menu([click('甲'), page(), click('乙')]))).to.equal('1. 甲\n2. 乙');
  });

  it('has no empty lines for what is not there', () => {
    expect(asText({})).to.equal('');
    expect(asText(menu(undefined, { head_content: '', tail_content: '再见' }))).to.equal('再见');
  });

  for (const [what, argument] of Object.entries({
    nothing: undefined,
    null: null,
    text: '您好',
    'a list that is none': { list: 'abc' },
    'an item without its body': { list: [{ type: 'view' }] },
    'an item that is null': { list: [null] },
  }))
    it(`takes no menu that is ${what}`, () =>
      expect(codeOf(() => asText(argument as unknown as MsgMenu))).to.equal('invalid-argument'));
});
