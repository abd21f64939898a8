import { expect } from '@open-wc/testing';
import { validate, type IssueCode } from '../../src/core/index.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { MSGTYPES } from '../support/messages.js';
import { vectors } from '../vectors/index.js';

/** Said by the elements and the mappings, never by `validate`. */
type Elsewhere =
  'enter-chat-ignored' | 'variable-missing' | 'price-hidden' | 'not-on-sale' | 'no-stock' | 'not-portable';

/** A new code is missing here until somebody has decided who says it. */
const CODES: Record<Exclude<IssueCode, Elsewhere>, true> = {
  'not-an-object': true,
  'unknown-msgtype': true,
  'missing-body': true,
  'wrong-type': true,
  required: true,
  'too-short': true,
  'too-long': true,
  'too-many-items': true,
  'empty-menu': true,
  'unknown-item-type': true,
  'missing-item-body': true,
  'server-only-key': true,
  'url-scheme': true,
  'page-suffix': true,
  'duplicate-id': true,
  'price-format': true,
  'price-suspect': true,
  'http-image': true,
  'extra-body': true,
  'unknown-key': true,
};

const all = vectors.map(([, vector]) => vector);

describe('validate, given a conformance vector', () => {
  for (const { name, message, ok, issues } of all)
    it(`says what is written in ${name}`, () => {
      const result = validate(deepFreeze(message));
      expect({ ok: result.ok, issues: result.issues }).to.deep.equal({ ok, issues });
    });

  it('gives back a clean copy of the good ones: the second time, nothing is left to drop', () => {
    for (const { name, message, issues } of all.filter(({ ok }) => ok)) {
      const first = validate(message) as { message?: object };
      const kept = issues.filter(({ code }) => code !== 'extra-body' && code !== 'unknown-key');
      expect(validate(first.message), name).to.deep.equal({ ok: true, message: first.message, issues: kept });
    }
  });
});

describe('the conformance vectors', () => {
  it('are at least 150', () => expect(all.length).to.be.at.least(150));

  it('have the names of their files, so no name is there twice', () => {
    expect(vectors.filter(([file, { name }]) => file !== `${name}.json`)).to.deep.equal([]);
  });

  it('have each a message of its own', () => {
    const messages = all.map(({ message }) => JSON.stringify(message));
    expect(messages.filter((message, index) => messages.indexOf(message) !== index)).to.deep.equal([]);
  });

  it('have nothing beside name, message, ok and issues', () => {
    for (const vector of all) expect(vector, vector.name).to.have.all.keys('name', 'message', 'ok', 'issues');
  });

  it('show every code that validate can give, and no other', () => {
    const codes = new Set(all.flatMap(({ issues }) => issues.map(({ code }) => code)));
    expect([...codes]).to.have.members(Object.keys(CODES));
  });

  for (const code of ['url-scheme', 'empty-menu'])
    it(`show ${code} as an error and as a warning`, () => {
      const found = all.flatMap(({ issues }) => issues.filter(issue => issue.code === code));
      expect([...new Set(found.map(({ severity }) => severity))]).to.have.members(['error', 'warning']);
    });

  for (const msgtype of MSGTYPES)
    it(`have a message of type ${msgtype} that passes and one that does not`, () => {
      const own = all.filter(({ message }) => (message as { msgtype?: unknown } | null)?.msgtype === msgtype);
      expect([...new Set(own.map(({ ok }) => ok))]).to.have.members([true, false]);
    });
});
