import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { formatFen } from '../../src/core/index.js';
import { thrown } from '../support/rejection.js';

describe('formatFen', () => {
  for (const [fen, yuan] of [
    ['800', '8.00'],
    ['0', '0.00'],
    ['00', '0.00'],
    ['5', '0.05'],
    ['50', '0.50'],
    ['99', '0.99'],
    ['100', '1.00'],
    ['000800', '8.00'],
    ['123456', '1234.56'],
    ['900719925474099301', '9007199254740993.01'],
    [`${'9'.repeat(60)}01`, `${'9'.repeat(60)}.01`],
  ] as const)
    it(`shows ${fen} fen as ${yuan}`, () => expect(formatFen(fen)).to.equal(yuan));

  it('loses nothing of any length', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 80n }), fen => {
        const yuan = formatFen(String(fen));
        expect(yuan).to.match(/^(0|[1-9]\d*)\.\d\d$/);
        expect(BigInt(yuan.replace('.', ''))).to.equal(fen);
      }),
    );
  });

  for (const fen of ['', ' ', '8.00', '-1', '+1', '1e3', '800 ', '800\n', '８００', '٣', '0x1', 'NaN'])
    it(`refuses ${JSON.stringify(fen)}`, () => thrown(() => formatFen(fen), 'invalid-argument'));
});
