import { expect } from '@open-wc/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { validate } from '../../src/core/index.js';
import { jsonSchema } from '../../src/core/convert/schema.js';
import { bytesOf, textOfBytes } from '../support/bytes.js';
import { click, menu, MSGTYPES, page, product, VALID, view } from '../support/messages.js';
import { vectors } from '../vectors/index.js';

const strict = new Ajv2020({ strict: true });
for (const [keyword, fits] of [
  ['minBytes', (limit: number, text: string) => bytesOf(text) >= limit],
  ['maxBytes', (limit: number, text: string) => bytesOf(text) <= limit],
] as const)
  strict.addKeyword({ keyword, type: 'string', schemaType: 'number', validate: fits });

/** A validator that was taught the two keywords, and one that was not. */
const accepts = strict.compile(jsonSchema);
const untaught = new Ajv2020({ strict: false }).compile(jsonSchema);

const agrees = (message: unknown): boolean => accepts(message) === validate(message).ok;

describe('the JSON Schema', () => {
  it('is a schema of 2020-12, and has a title', () => {
    expect(strict.validateSchema(jsonSchema)).to.be.true;
    expect(jsonSchema).to.include({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'ChatMessage' });
  });

  it('is JSON through and through', () => {
    expect(JSON.parse(JSON.stringify(jsonSchema))).to.deep.equal(jsonSchema);
  });

  it('says the documented limits in bytes', () => {
    const limits = [...JSON.stringify(jsonSchema).matchAll(/"maxBytes":(\d+)/g)].map(([, limit]) => Number(limit));
    expect(limits).to.have.members([1024, 64, 128, 2048, 1024, 32, 1024, 1024, 1024]);
  });

  it('takes the conformance vectors that are ok, and refuses the others', () => {
    expect(vectors.filter(([, { message, ok }]) => accepts(message) !== ok).map(([file]) => file)).to.deep.equal([]);
  });
});

describe('the JSON Schema, read by a validator that knows no bytes', () => {
  it('refuses no good message', () => {
    const good = vectors.filter(([, { ok }]) => ok);
    expect(good.filter(([, { message }]) => !untaught(message)).map(([file]) => file)).to.deep.equal([]);
  });

  it('still finds what is empty, and what has too many characters', () => {
    expect(untaught(menu(click('')))).to.be.false;
    expect(untaught(menu(click('a'.repeat(129))))).to.be.false;
  });
});

/** What addresses, pages and prices are made of. */
const PIECES = [
  ...['javascript', 'JavaScript', 'java', 'script', 'data', 'vbscript', 'file', 'blob', 'http', 'HTTPS', 'https'],
  ...[':', ':', ':', '//', '/', '?', '.html', '8', '00', '.', '-', '８', 'a', '好', '😀', '\ud800'],
  ...[' ', '\t', '\n', '\0', '\u00a0', '\u200b', '\u3000', '\ufeff'],
];
const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map(parts => parts.join(''));
const aroundALimit = fc
  .tuple(fc.constantFrom(32, 64, 128, 1024, 2048), fc.constantFrom(0, 1), fc.constantFrom('a', '汉', '😀', '\ud800'))
  .map(([limit, more, character]) => textOfBytes(limit + more, [character]));
const value = fc.oneof(
  { weight: 4, arbitrary: pieces },
  { weight: 2, arbitrary: aroundALimit },
  fc.constantFrom(...MSGTYPES, 'click', 'view', ''),
  fc.constantFrom<unknown>(null, true, 0, 800, [], {}, click(), view().view, product().channelsShopProduct),
  fc.jsonValue({ maxDepth: 2 }),
);
const key = fc.constantFrom(
  ...['msgtype', 'type', 'enterChat', 'text', 'click', 'view', 'miniprogram', 'msgmenu', 'channelsShopProduct'],
  ...['list', 'head_content', 'tail_content', 'id', 'content', 'page', 'pagepath', 'no_newline', 'surplus'],
);
const change = fc.record({
  at: fc.nat(),
  own: fc.nat(),
  other: fc.option(key, { freq: 2 }),
  value: fc.option(value, { freq: 8, nil: undefined }),
});

type Bag = Record<string, unknown>;
const bags = (value: unknown): Bag[] =>
  typeof value === 'object' && value !== null ? [value as Bag, ...Object.values(value).flatMap(bags)] : [];

const item = fc.constantFrom(click(), click('满意', '1'), view(), page());
const right = fc.oneof(
  fc.constantFrom(...MSGTYPES).map(msgtype => VALID[msgtype]()),
  fc.array(item, { maxLength: 11 }).map(items => menu(...items)),
);
/** A right message in which up to two values are others, new or gone. */
const message = fc.tuple(right, fc.array(change, { maxLength: 2 })).map(([original, changes]) => {
  const changed = JSON.parse(JSON.stringify(original)) as unknown;
  for (const { at, own, other, value } of changes) {
    const all = bags(changed);
    const bag = all[at % all.length] as Bag;
    const keys = Object.keys(bag);
    bag[other || keys[own % keys.length] || 'surplus'] = structuredClone(value);
  }
  return JSON.parse(JSON.stringify(changed)) as unknown;
});

describe('whatever it is given, the JSON Schema', () => {
  it('agrees with validate about messages that are right or nearly right', () => {
    const count = { true: 0, false: 0 };
    fc.assert(
      fc.property(message, candidate => {
        count[`${validate(candidate).ok}`]++;
        return agrees(candidate);
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(count.true, count.false), 'both were tried').to.be.above(300);
  });

  for (const [place, put] of [
    ['link', url => menu(view(url))],
    ['image', url => product({ imgUrl: url })],
    ['page', path => menu(page(path))],
    ['price', fen => product({ sellingPrice: fen })],
    ['menu text', text => menu(click(text))],
  ] as [string, (text: string) => unknown][])
    it(`agrees with validate about any ${place}`, () => {
      fc.assert(
        fc.property(fc.oneof(pieces, aroundALimit), text => agrees(put(text))),
        { numRuns: 1000 },
      );
    });

  it('agrees with validate about any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), agrees));
  });
});
