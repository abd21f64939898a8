import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { byteLength } from '../../src/core/index.js';
import { bytesOf } from '../support/bytes.js';

describe('byteLength', () => {
  for (const [text, bytes] of [
    ['', 0],
    ['a', 1],
    ['\u0000', 1],
    ['\u007f', 1],
    ['\u0080', 2],
    ['é', 2],
    ['\u07ff', 2],
    ['\u0800', 3],
    ['汉', 3],
    ['，', 3],
    ['\uffff', 3],
    ['\u{10000}', 4],
    ['😀', 4],
    ['\u{10ffff}', 4],
    ['👨‍👩‍👧', 18],
    ['e\u0301', 3],
    ['\r\n', 2],
  ] as const)
    it(`of ${JSON.stringify(text)} is ${bytes}`, () => expect(byteLength(text)).to.equal(bytes));

  for (const [story, text] of [
    ['alone', '\ud83d'],
    ['at the end', 'a\ud83d'],
    ['before a letter', '\ud83da'],
    ['of the second kind', '\ude00'],
  ] as const)
    it(`counts a lone surrogate ${story} as three`, () => {
      expect(byteLength(text)).to.equal(text.replace(/[\ud800-\udfff]/, '').length + 3);
    });

  it('counts surrogates in the wrong order as three each', () => {
    expect(byteLength('\ude00\ud83d')).to.equal(6);
  });

  it('agrees with the engine on any text, broken ones too', () => {
    for (const unit of ['grapheme', 'binary'] as const)
      fc.assert(fc.property(fc.string({ unit, maxLength: 200 }), text => byteLength(text) === bytesOf(text)));
    const units = fc.array(fc.integer({ min: 0xd700, max: 0xe010 }), { maxLength: 50 });
    fc.assert(
      fc.property(units, codes => {
        const text = String.fromCharCode(...codes);
        return byteLength(text) === bytesOf(text);
      }),
    );
  });
});
