import { expect } from '@open-wc/testing';
import { validate, type ChatMessage } from '../../src/core/index.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { click, menu, MSGTYPES, text, VALID } from '../support/messages.js';

const clean = (message: unknown): ChatMessage => {
  const result = validate(message);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.message;
};

describe('the message that validate gives back', () => {
  for (const msgtype of MSGTYPES)
    it(`is a copy of a ${msgtype}, and the original is left alone`, () => {
      const original = deepFreeze(VALID[msgtype]());
      const copy = clean(original);
      expect(copy).to.deep.equal(original);
      expect(copy).not.to.equal(original);
    });

  it('shares nothing with the original', () => {
    const original = menu(click('满意', '101'));
    const copy = clean(original);
    original.msgmenu.list?.push(click('新'));
    Object.assign(original.msgmenu.list?.[0] ?? {}, { click: { content: '变' } });
    expect(copy).to.deep.equal(menu(click('满意', '101')));
  });

  it('has only keys that the table has', () => {
    const cluttered = {
      ...menu({ ...click(), view: { url: 'https://a.cn', content: '看' } } as never),
      text: { content: '您好' },
      appId: 'wx1',
    };
    expect(clean(deepFreeze(cluttered))).to.deep.equal(menu(click()));
  });

  it('says enterChat only when it is true', () => {
    expect(clean({ ...text(), enterChat: true })).to.deep.equal({ ...text(), enterChat: true });
    expect(clean({ ...text(), enterChat: false })).to.deep.equal(text());
    expect(clean({ ...text(), enterChat: undefined })).to.deep.equal(text());
  });

  it('leaves out what is undefined', () => {
    const message = clean({ msgtype: 'msgmenu', msgmenu: { head_content: undefined, list: [click()] } });
    expect(message).to.deep.equal(menu(click()));
    expect((message as { msgmenu: object }).msgmenu).to.have.all.keys('list');
  });

  it('keeps blanks and line ends', () => {
    expect(clean(text('  您好 \r\n'))).to.deep.equal(text('  您好 \r\n'));
  });
});

describe('callbacks in a message', () => {
  const calls: string[] = [];
  const callback = (name: string) => (): void => void calls.push(name);
  const call = { success: callback('success'), fail: callback('fail'), complete: callback('complete') };

  it('are left out, without a word and without being called', () => {
    expect(validate(deepFreeze({ ...text(), ...call }))).to.deep.equal({
      ok: true,
      message: text(),
      issues: [],
    });
    expect(calls).to.deep.equal([]);
  });

  it('are left out inside a body too', () => {
    const message = { msgtype: 'text', text: { content: '您好', ...call } };
    expect(validate(message)).to.deep.equal({ ok: true, message: text(), issues: [] });
    expect(calls).to.deep.equal([]);
  });

  it('are no values: where a text belongs, a function is a wrong type', () => {
    const { issues } = validate({ msgtype: 'text', text: { content: callback('content') } });
    expect(issues).to.deep.equal([{ code: 'wrong-type', severity: 'error', path: ['text', 'content'] }]);
    expect(calls).to.deep.equal([]);
  });
});
