import { expect } from '@open-wc/testing';
import '../../src/locales/en.js';
import { describeIssue, setWords } from '../../src/locales/index.js';
import { fill, wordsFor } from '../../src/locales/words.js';

describe('a text with numbers', () => {
  const items = (lang: string, n: number): string => fill(wordsFor(lang).items, { n });

  it('has one and many in English', () => {
    expect([0, 1, 2, 21].map(n => items('en', n))).to.deep.equal(['0 items', '1 item', '2 items', '21 items']);
    expect(fill(wordsFor('en').problemsAndNotices, { n: 2, m: 1, text: 'x' })).to.equal('2 problems, 1 notice|Next: x');
    expect(fill(wordsFor('en-GB').notices, { n: 1, text: 'x' })).to.equal('Ready to send, 1 notice|Check: x');
  });

  it("goes by the language's own rules", () => {
    setWords('ru', { items: '{n} {n, one: пункт, few: пункта, many: пунктов, other: пункта}' });
    expect([1, 2, 5, 21].map(n => items('ru', n))).to.deep.equal(['1 пункт', '2 пункта', '5 пунктов', '21 пункт']);
  });

  it('takes what is said for all others where a form is missing', () => {
    setWords('pl', { items: '{n} {n, one: plik, other: pliki}' });
    expect(items('pl', 5)).to.equal('5 pliki');
  });

  it('knows one from many where nobody knows the rules', () => {
    setWords('x_y', { items: '{n} {n, one: thing, other: things}' });
    expect([1, 2].map(n => items('x_y', n))).to.deep.equal(['1 thing', '2 things']);
  });
});

describe('a text with something put in', () => {
  it('has a blank between Han characters and Latin ones, and only there', () => {
    const zh = (field: string): string => fill('还没填{field}', { field });
    expect([zh('AppID'), zh('网址')]).to.deep.equal(['还没填 AppID', '还没填网址']);
    expect(fill('{a}的{b}，{c}', { a: 'ID', b: '类型', c: 3 })).to.equal('ID 的类型，3');
    expect(
      describeIssue({ code: 'wrong-type', severity: 'error', path: ['msgmenu', 'list', 0, 'click', 'id'] }),
    ).to.equal('菜单 ID 的类型不对');
  });

  it('leaves what is put in as it is', () => {
    expect(fill('{text}', { text: '买1送1 {text} {n, one: a, other: b}' })).to.equal(
      '买1送1 {text} {n, one: a, other: b}',
    );
  });

  it('keeps a placeholder for which there is nothing', () => {
    expect(fill('{a} {n, one: b, other: c}', {})).to.equal('{a} {n, one: b, other: c}');
  });
});
