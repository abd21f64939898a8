import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { cutToBytes } from '../../src/core/bytes.js';
import { bytesOf } from '../support/bytes.js';

/** What a person sees as one character, though it is made of several. */
const CLUSTERS = ['a', '汉', '😀', 'e\u0301', '👍🏽', '❤️', '👨‍👩‍👧', '🇨🇳', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👩🏿‍🚀', 'ก็'];

const clusters = fc.array(fc.constantFrom(...CLUSTERS), { maxLength: 30 });

/** How many whole characters `cut` kept of `characters`, or undefined if it split one. */
const kept = (characters: string[], cut: string): number | undefined => {
  for (let count = 0, begin = ''; count <= characters.length; begin += characters[count++] ?? '')
    if (begin === cut) return count;
  return undefined;
};

const neverSplits = (): void =>
  fc.assert(
    fc.property(clusters, fc.nat(200), (characters, max) => {
      const cut = cutToBytes(characters.join(''), max);
      const count = kept(characters, cut);
      expect(count, JSON.stringify([characters, cut])).not.to.be.undefined;
      expect(bytesOf(cut)).to.be.at.most(max);
      const next = characters[count as number];
      if (next !== undefined) expect(bytesOf(cut + next), 'it could keep more').to.be.above(max);
    }),
  );

describe('cutToBytes', () => {
  it('leaves a text alone that fits', () => {
    expect(cutToBytes('满意', 6)).to.equal('满意');
  });

  it('drops a character that fits only in part', () => {
    expect(cutToBytes('满意', 5)).to.equal('满');
    expect(cutToBytes('满意', 2)).to.equal('');
  });

  it('keeps or drops a family as one', () => {
    expect(cutToBytes('a👨‍👩‍👧b', 18)).to.equal('a');
    expect(cutToBytes('a👨‍👩‍👧b', 19)).to.equal('a👨‍👩‍👧');
  });

  it('keeps nothing in no room', () => {
    expect(cutToBytes('a', 0)).to.equal('');
  });

  it('never splits a character, and keeps all that fit', neverSplits);

  it('takes broken texts too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(50), (text, max) => {
        const cut = cutToBytes(text, max);
        return text.startsWith(cut) && bytesOf(cut) <= max;
      }),
    );
  });
});

describe('cutToBytes in an engine without Intl.Segmenter', () => {
  const segmenter = Object.getOwnPropertyDescriptor(Intl, 'Segmenter');
  before(() => Reflect.deleteProperty(Intl, 'Segmenter'));
  after(() => segmenter && Object.defineProperty(Intl, 'Segmenter', segmenter));

  it('is tested here indeed', () => expect(Intl).not.to.have.property('Segmenter'));

  it('never splits a character, and keeps all that fit', neverSplits);

  it('keeps line ends', () => {
    expect(cutToBytes('一\n二\r\n三', 12)).to.equal('一\n二\r\n三');
  });

  it('takes a lone surrogate', () => {
    expect(cutToBytes('a\ud83db', 10)).to.equal('a\ud83db');
  });
});
