import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { validate, type Issue, type ValidateResult } from '../../src/core/index.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { MSGTYPES, VALID } from '../support/messages.js';

type Path = (string | number)[];
type Bag = Record<string | number, unknown>;

const anything = fc.anything({
  withNullPrototype: true,
  withObjectString: true,
  withBoxedValues: true,
  withSparseArray: true,
  withMap: true,
  withSet: true,
  withDate: true,
  withBigInt: true,
  withTypedArray: true,
});

const isIssue = ({ code, severity, path }: Issue): boolean =>
  typeof code === 'string' &&
  (severity === 'error' || severity === 'warning') &&
  path.every(key => typeof key === 'string' || typeof key === 'number');

/** What must hold of every answer, whatever the question. */
function isAnAnswer(result: ValidateResult): void {
  expect(result.issues.every(isIssue)).to.be.true;
  expect(result.ok).to.equal(!result.issues.some(({ severity }) => severity === 'error'));
  expect('message' in result).to.equal(result.ok);
}

const places = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))]
    : [path];

const valid = fc.constantFrom(...MSGTYPES).map(msgtype => VALID[msgtype]());

/** A valid message in which one place holds something else, or nothing. */
const mutated = fc
  .tuple(valid, fc.nat(), fc.option(anything, { nil: undefined }), fc.boolean())
  .map(([original, pick, value, remove]) => {
    const message = structuredClone(original);
    const all = places(message).slice(1);
    const path = all[pick % all.length] as Path;
    const parent = path.slice(0, -1).reduce((place: Bag, key) => place[key] as Bag, message as unknown as Bag);
    const key = path[path.length - 1] as string;
    if (remove) delete parent[key];
    else parent[key] = value;
    return message as unknown;
  });

describe('whatever it is given', () => {
  it('validate answers with ok and issues', () => {
    fc.assert(
      fc.property(anything, value => isAnAnswer(validate(value))),
      { numRuns: 2000 },
    );
  });

  it('validate answers for a message with one thing wrong', () => {
    fc.assert(
      fc.property(mutated, message => isAnAnswer(validate(message))),
      { numRuns: 2000 },
    );
  });

  it('validate answers for a msgtype with any body', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MSGTYPES), anything, (msgtype, body) => {
        const key = msgtype === 'channels_shop_product' ? 'channelsShopProduct' : msgtype;
        isAnAnswer(validate({ msgtype, [key]: body }));
      }),
    );
  });

  it('validate answers for any item in a menu', () => {
    fc.assert(fc.property(fc.array(anything), list => isAnAnswer(validate({ msgtype: 'msgmenu', msgmenu: { list } }))));
  });
});

describe('what validate lets through', () => {
  const passed = (message: unknown): ValidateResult & { ok: true } => {
    const result = validate(message);
    fc.pre(result.ok);
    return result as ValidateResult & { ok: true };
  };

  it('passes again, unchanged and with nothing left to drop', () => {
    fc.assert(
      fc.property(mutated, candidate => {
        const { message } = passed(candidate);
        const again = passed(message);
        expect(again.message).to.deep.equal(message);
        expect(again.issues.filter(({ code }) => /extra|unknown/.test(code))).to.deep.equal([]);
      }),
    );
  });

  it('survives JSON', () => {
    fc.assert(
      fc.property(mutated, candidate => {
        const { message } = passed(candidate);
        expect(JSON.parse(JSON.stringify(message))).to.deep.equal(message);
      }),
    );
  });

  it('is judged the same when nothing may be written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), valid, (surplus, message) => {
        const candidate = { ...message, surplus };
        expect(validate(deepFreeze(candidate))).to.deep.equal(validate({ ...message, surplus }));
      }),
    );
  });
});
