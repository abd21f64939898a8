import { expect } from '@open-wc/testing';
import { readMenu } from '../../../../src/elements/menu-composer/reading/read-menu.js';
import { deepFreeze } from '../../../support/deep-freeze.js';
import { INPUTS, outcomeOf, PRINTED } from './inputs.js';

describe('readMenu reads', () => {
  for (const { what, given, ...expected } of INPUTS)
    it(what, () => expect(outcomeOf(readMenu(given))).to.deep.equal(expected));
});

describe('readMenu', () => {
  it('gives a copy at all levels, and leaves what it is given as it is', () => {
    const given = deepFreeze({ list: [{ type: 'click', click: { content: '一', more: { a: [1] } } }] });
    const first = readMenu(given);
    expect(first.ok && first.menu).to.deep.equal(given);
    expect(first.ok && first.menu.list?.[0]).not.to.equal(given.list[0]);
    const { click } = (first.ok && first.menu.list?.[0]) as unknown as (typeof given.list)[0];
    expect(click.more).not.to.equal(given.list[0]?.click.more);
  });

  it('reads what it has read again, to the same menu, without a change but the types that are not known', () => {
    for (const { what, given } of INPUTS) {
      const read = readMenu(given);
      if (!read.ok) continue;
      const again = readMenu({ msgmenu: read.menu });
      expect(again.ok && again.menu, what).to.deep.equal(read.menu);
      const codes = again.ok ? again.changes.map(({ code }) => code) : [];
      expect(
        codes.filter(code => code !== 'unknown-type'),
        what,
      ).to.deep.equal([]);
    }
  });

  it('runs nothing that stands in a text', () => {
    let count = 0;
    Object.assign(window, { trap: () => ++count });
    for (const text of [
      '{ head_content: trap(), success: (() => trap())(), get list() { trap() } }',
      '{ "head_content": "a", ...trap() }',
      '{ "head_content": `${trap()}` }',
      `${PRINTED}; trap()`,
      'trap({ msgmenu: {} })',
    ])
      readMenu(text);
    expect(count).to.equal(0);
  });

  it('counts its way: as many looks at a text as it has characters, times six', () => {
    const looks = (text: string): number => {
      const { exec } = RegExp.prototype;
      let count = 0;
      RegExp.prototype.exec = function (this: RegExp, string: string) {
        count++;
        return exec.call(this, string);
      };
      try {
        readMenu(text);
      } finally {
        RegExp.prototype.exec = exec;
      }
      return count;
    };
    expect(looks(PRINTED)).to.be.above(100);
    for (const unit of [
      '"',
      '\\',
      '{',
      '[',
      '/',
      '/*',
      '“ ”',
      '`${',
      'a(',
      '(/[',
      ',',
      ':',
      '{a:',
      '"" ',
      'a b ',
      '+"a"',
      '\n',
      '(){}',
    ])
      for (const begin of ['', '{', '{a:', '{"head_content":', 'f({a:"', '{a:x(']) {
        const text = begin + unit.repeat(5000);
        expect(looks(text), `${begin}${unit}`).to.be.below(6 * text.length + 100);
      }
  });
});
