import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { validate } from '../../../../src/core/index.js';
import { readMenu } from '../../../../src/elements/menu-composer/reading/read-menu.js';
import { INPUTS } from './inputs.js';

const SEED = 20261128;
/** What makes a difference to the reader, and some that does not. */
const SPLINTERS = [
  '"',
  "'",
  '`',
  '“',
  '”',
  '{',
  '}',
  '[',
  ']',
  ':',
  '：',
  ',',
  '//',
  '/*',
  '*/',
  '\\',
  '${',
  '(',
  ')',
  '=>',
  '+',
  'null',
  '7',
  'type',
  'list',
  '\n',
  '\u0000',
  '\ud83d',
  '汉',
  '😀',
];

const texts = INPUTS.flatMap(({ given }) =>
  typeof given === 'string' && given.length > 10 && given.length < 5000 ? [given] : [],
);

/** A good text in which some pieces are cut out, doubled, or others put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(fc.tuple(fc.nat(), fc.nat(20), fc.constantFrom('', ...SPLINTERS), fc.boolean()), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([text, changes]) =>
    changes.reduce((before, [place, length, splinter, isDoubled]) => {
      const at = place % (before.length + 1);
      return before.slice(0, at) + splinter + before.slice(isDoubled ? Math.max(0, at - length) : at + length);
    }, text),
  );

const ITEM_KEYS = [
  'type',
  'click',
  'view',
  'miniprogram',
  'text',
  'id',
  'content',
  'url',
  'appid',
  'page',
  'pagepath',
  'no_newline',
];
const leaf = fc.oneof(
  fc.string(),
  fc.constantFrom('click', 'view', 'miniprogram', 'text', null, undefined, 7, true, []),
);
const body = fc.dictionary(fc.constantFrom(...ITEM_KEYS), leaf);
const item = fc.oneof(leaf, fc.dictionary(fc.constantFrom(...ITEM_KEYS), fc.oneof(leaf, body)));
const menus = fc.dictionary(
  fc.constantFrom('head_content', 'list', 'tail_content', 'other'),
  fc.oneof(leaf, fc.array(item, { maxLength: 5 }), body),
);
const objects = fc.oneof(
  menus,
  fc.dictionary(fc.constantFrom('msgtype', 'msgmenu', 'enterChat', 'text'), fc.oneof(leaf, menus)),
);

/** What holds for all that comes out of the reader. */
function check(given: unknown): void {
  const read = readMenu(given);
  if (!read.ok) return void expect(read.why).to.be.oneOf(['none', 'looks-like-a-menu', 'too-deep', 'too-large']);
  const { menu, enterChat } = read;
  const result = validate({ msgtype: 'msgmenu', msgmenu: menu });
  const shapes = result.issues.filter(({ code }) =>
    ['not-an-object', 'wrong-type', 'server-only-key', 'missing-body'].includes(code),
  );
  const isOurs = ({ path }: (typeof shapes)[0]): boolean => {
    const { type } = (menu.list?.[Number(path[2])] ?? {}) as { type?: unknown };
    return path.length < 4 || path[3] === type;
  };
  expect(
    shapes.filter(isOurs).filter(({ path }) => path.length !== 3),
    JSON.stringify(menu),
  ).to.deep.equal([]);
  expect(enterChat).to.be.oneOf([undefined, true, false]);
  expect(JSON.parse(JSON.stringify(menu))).to.deep.equal(menu);
  const again = readMenu({ msgmenu: menu });
  expect(again.ok && again.menu).to.deep.equal(menu);
}

describe('readMenu, given what nobody would write,', () => {
  it('has enough good texts to begin with', () => expect(texts.length).to.be.above(40));

  it('reads or refuses a text that was damaged', () =>
    fc.assert(fc.property(mutated, check), { seed: SEED, numRuns: 800 }));

  it('reads or refuses any object', () => fc.assert(fc.property(objects, check), { seed: SEED, numRuns: 800 }));

  it('reads or refuses anything', () => fc.assert(fc.property(fc.anything(), check), { seed: SEED, numRuns: 300 }));
});
