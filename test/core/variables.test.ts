import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  cutFilled,
  fillMenu,
  fillText,
  filledSoFar,
  namesIn,
  namesInMenu,
  piecesOf,
  readVariables,
  type Values,
  withBlanks,
} from '../../src/core/variables.js';
import { issue } from '../../src/core/issue.js';
import type { MsgMenu } from '../../src/core/message.js';
import { bytesOf } from '../support/bytes.js';
import { click, page, view as link } from '../support/messages.js';

const values: Values = new Map([
  ['客户称呼', '王女士'],
  ['订单号', 'A&B 1/2'],
]);

/** Texts in which braces, names and values meet in every way. */
const texts = fc
  .array(fc.constantFrom('{{', '}}', '{', '}', 'a', '名', ' ', '\n', '{{a}}', '{{ 名 }}', '{{b}}', '%', '👨‍👩‍👧'), {
    maxLength: 14,
  })
  .map(parts => parts.join(''));
const given = fc.record({ a: fc.string({ unit: 'grapheme' }), 名: texts }).map(readVariables);

describe('{{name}} in a text', () => {
  it('has a name without braces and line breaks; blanks around it do not count', () => {
    expect(namesIn('{{客户称呼}}您好，{{ 订单号 }}，{{客户称呼}}')).to.deep.equal(['客户称呼', '订单号']);
    expect(namesIn('{{{a}}} {{b c}} {{d}')).to.deep.equal(['a', 'b c']);
    for (const text of ['', '{{}}', '{{ \u3000 }}', '{{a\nb}}', '{{a{b}}', '{a}', '{{a\u2028}}'])
      expect(namesIn(text), text).to.deep.equal([]);
  });

  it('is found in time that grows with the text only', () => {
    const before = performance.now();
    for (const part of ['{', '{{a', '{{ ', '}}{{']) piecesOf(part.repeat(200_000 / part.length));
    expect(performance.now() - before).to.be.below(1000);
  });

  it('gets its value; without one it stays as it is written', () => {
    expect(fillText('{{ 客户称呼 }}您好 {{谁}}', values, 'content')).to.equal('王女士您好 {{谁}}');
    expect(filledSoFar('{{客户称呼}}您好 {{谁}}', values, 'content')).to.equal('王女士您好 ');
  });

  it('is percent-encoded in addresses only', () => {
    for (const field of ['url', 'page']) expect(fillText('/{{订单号}}', values, field)).to.equal('/A%26B%201%2F2');
    for (const field of ['content', 'id', 'appid', 'head_content', 'tail_content'])
      expect(fillText('/{{订单号}}', values, field)).to.equal('/A&B 1/2');
    expect(fillText('/{{a}}', new Map([['a', 'x\uD83D']]), 'url')).to.equal('/x%EF%BF%BD');
  });

  it('comes back from an address as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), value => {
        const url = fillText('https://a.cn/{{a}}', new Map([['a', value]]), 'url');
        expect(decodeURIComponent(url.slice('https://a.cn/'.length))).to.equal(value);
        expect(url).to.match(/^[!-~]+$/);
      }),
    );
  });

  it('is part of a text that its pieces make up again', () => {
    fc.assert(
      fc.property(texts, text => {
        const pieces = piecesOf(text);
        expect(pieces.map(piece => piece.text).join('')).to.equal(text);
        for (const { text: piece, name } of pieces) if (name) expect(piece.slice(2, -2).trim()).to.equal(name);
      }),
    );
  });

  it('is never looked for in a value', () => {
    expect(fillText('{{a}}', new Map(Object.entries({ a: '{{b}}', b: 'x' })), 'content')).to.equal('{{b}}');
    fc.assert(
      fc.property(texts, given, (text, all) => {
        const expected = piecesOf(text).map(piece => (piece.name && all.get(piece.name)) || piece.text);
        expect(fillText(text, all, 'content')).to.equal(expected.join(''));
      }),
    );
  });
});

describe('cutting a text with variables', () => {
  it('keeps what fits when it is filled in, and whole variables', () => {
    expect(cutFilled('{{客户称呼}}您好', 12, values, 'content')).to.equal('{{客户称呼}}您');
    expect(cutFilled('您好{{客户称呼}}您好', 14, values, 'content')).to.equal('您好');
  });

  it('stays within the limit, whatever is in it', () => {
    fc.assert(
      fc.property(texts, given, fc.nat(30), fc.constantFrom('content', 'url'), (text, all, max, field) => {
        const cut = cutFilled(text, max, all, field);
        expect(text.startsWith(cut)).to.be.true;
        expect(bytesOf(filledSoFar(cut, all, field))).to.be.at.most(max);
        const pieces = piecesOf(text).map(piece => piece.text);
        const names = piecesOf(cut).filter(({ name }) => name);
        for (const { text: piece } of names) expect(pieces).to.include(piece);
        if (bytesOf(filledSoFar(text, all, field)) <= max) expect(cut).to.equal(text);
      }),
    );
  });
});

describe('what a page gives as variables', () => {
  it('is read by its own names', () => {
    const inherited = Object.create({ a: 'x' }) as object;
    expect([...readVariables(inherited)]).to.deep.equal([]);
    expect([...readVariables(JSON.parse('{"__proto__":"x","constructor":"y"}'))]).to.deep.equal([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(namesIn('{{__proto__}}{{constructor}}{{toString}}').map(name => readVariables({}).get(name))).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is a value when it is text, or a number with all its digits', () => {
    const all = readVariables({ a: 'x ', b: 12, c: 0, d: -1.5, ' e ': 'y' });
    expect(Object.fromEntries(all)).to.deep.equal({ a: 'x ', b: '12', c: '0', d: '-1.5', e: 'y' });
  });

  it('is a name without a value when it is blank or anything else', () => {
    const odd = ['', ' \u3000\n', NaN, Infinity, 2 ** 53, null, undefined, true, {}, ['x'], () => 'x', Symbol('x')];
    for (const value of odd) expect([...readVariables({ a: value })]).to.deep.equal([['a', '']]);
  });

  it('is nothing where no name is possible', () => {
    expect([...readVariables({ '': 'x', ' ': 'x', 'a}b': 'x', '{a': 'x', 'a\nb': 'x', 'a}} {{b': 'x' })]).to.deep.equal(
      [],
    );
    for (const none of [null, undefined, 'text', 7, true, Symbol('x')]) expect(readVariables(none).size).to.equal(0);
  });

  it('may throw, and does no harm', () => {
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    expect(readVariables(revoked.proxy).size).to.equal(0);
    const throwing = {
      get a(): string {
        throw new Error('no');
      },
      b: 'x',
    };
    expect(Object.fromEntries(readVariables(throwing))).to.deep.equal({ a: '', b: 'x' });
  });
});

describe('{{name}} in a menu', () => {
  const menu: MsgMenu = {
    head_content: '{{客户称呼}}您好',
    list: [click('{{订单号}}', '{{订单号}}'), link('https://a.cn/{{订单号}}', '{{ 谁 }}'), page('a.html?o={{订单号}}')],
    tail_content: '{{客户称呼}}',
  };

  it('is filled in wherever the platform takes a text, and nowhere else', () => {
    const before = JSON.stringify(menu);
    const odd = {
      ...menu,
      extra: '{{订单号}}',
      list: [...(menu.list ?? []), { type: '{{订单号}}' }, null, { type: 'view', view: null }],
    };
    const filled = fillMenu(odd as unknown as MsgMenu, values) as unknown as typeof odd;
    expect(filled.head_content).to.equal('王女士您好');
    expect(filled.tail_content).to.equal('王女士');
    expect(filled.extra).to.equal('{{订单号}}');
    expect(filled.list).to.deep.equal([
      click('A&B 1/2', 'A&B 1/2'),
      link('https://a.cn/A%26B%201%2F2', '{{ 谁 }}'),
      page('a.html?o=A%26B%201%2F2'),
      { type: '{{订单号}}' },
      null,
      { type: 'view', view: null },
    ]);
    expect(JSON.stringify(menu)).to.equal(before);
  });

  it('is named once, from top to bottom', () => {
    expect(namesInMenu(menu)).to.deep.equal(['客户称呼', '订单号', '谁']);
    expect(namesInMenu({})).to.deep.equal([]);
  });

  it('is an issue of its text without a value, once, beside what is wrong anyway', () => {
    const path = ['msgmenu', 'list', 1, 'view', 'content'];
    const elsewhere = issue('page-suffix', ['msgmenu', 'list', 2, 'miniprogram', 'page']);
    const noise = issue('url-scheme', path, { severity: 'warning' });
    const fits = issue('too-long', path, { limit: 3, actual: 9 });
    expect(withBlanks([noise, elsewhere, fits], menu, values)).to.deep.equal([
      elsewhere,
      issue('variable-missing', path),
    ]);
  });

  it('leaves a text too long that is so without it', () => {
    const path = ['msgmenu', 'head_content'];
    const long = issue('too-long', path, { limit: 3, actual: 20 });
    expect(withBlanks([long], { head_content: '满意{{谁}}' }, values)).to.deep.equal([
      { ...long, actual: 6 },
      issue('variable-missing', path),
    ]);
  });
});
