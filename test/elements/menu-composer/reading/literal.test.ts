import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Expression, readLiteral } from '../../../../src/elements/menu-composer/reading/literal.js';

const SEED = 20261128;

describe('readLiteral', () => {
  it('reads JSON as JSON.parse does, whatever is in it', () => {
    const objects = fc.jsonValue({ maxDepth: 6 }).map(value => JSON.stringify({ value }));
    const spaced = fc
      .tuple(objects, fc.constantFrom('', ' ', '\t', '\u00A0'))
      .map(([text, indent]) =>
        indent.trim() || indent === '\u00A0' ? text : JSON.stringify(JSON.parse(text), null, indent),
      );
    fc.assert(
      fc.property(spaced, text => {
        expect(readLiteral(text)).to.deep.equal(JSON.parse(text));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('reads any text in any of our quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('"', "'", '`'), (text, quote) => {
        const escaped = text.replace(/[\\"'`$]/g, sign => `\\${sign}`);
        expect(readLiteral(`{a:${quote}${escaped}${quote}}`)).to.deep.equal({ a: text });
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  for (const [literal, value] of [
    ['{a: +1, b: -0.5, c: .5, d: 1e3, e: 0x10}', { a: 1, b: -0.5, c: 0.5, d: 1000, e: 16 }],
    ['{a: undefined, b: true}', { b: true }],
    ['{1: 2, $x: 3, _: 4}', { 1: 2, $x: 3, _: 4 }],
    ['{a: "\\\n", b: "\\q"}', { a: '', b: 'q' }],
    ['{a: "x" b: 1 c: true d: []}', { a: 'x', b: 1, c: true, d: [] }],
  ] as [string, object][])
    it(`reads ${literal}`, () => expect(readLiteral(literal)).to.deep.equal(value));

  for (const [literal, source] of [
    ['{a: b.c(1, "}"), d: 2}', 'b.c(1, "}")'],
    ['{a: 1 + 2, d: 2}', '1 + 2'],
    ['{a: "x" + y, d: 2}', '"x" + y'],
    ['{a: new Date(), d: 2}', 'new Date()'],
    ['{a: 2020-01-01, d: 2}', '2020-01-01'],
    ['{a, d: 2}', 'a'],
  ] as const)
    it(`does not compute ${source}`, () => {
      expect(readLiteral(literal)).to.deep.equal({ a: new Expression(source), d: 2 });
    });

  for (const text of [
    '',
    '{',
    '}',
    '{a}}',
    '{a:}',
    '{a:1',
    '{"a" 1}',
    '{a:"x',
    '{a:\'x"}',
    '[}',
    '{[a]: 1}',
    '{a:1} b',
    '{a:"\\u12"}',
    '{a: (]}',
    '/* {a:1}',
  ])
    it(`refuses ${text || 'nothing'}`, () => {
      expect(() => readLiteral(text)).to.throw('none');
    });
});
