import { expect } from '@open-wc/testing';
import { byteLength, checkSupport, formatFen, isKfError, KfError, limitOf, type Client } from '../../src/core/index.js';
import { thrown } from '../support/rejection.js';

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

/** Everything that is not a text. */
const NO_TEXTS: [story: string, value: unknown][] = [
  ['undefined', undefined],
  ['null', null],
  ['a number', 800],
  ['NaN', NaN],
  ['a big number', 800n],
  ['true', true],
  ['a symbol', Symbol('text')],
  ['an object', {}],
  ['a list', ['msgmenu']],
  ['a function', () => 'msgmenu'],
  ['a text object', Object('msgmenu')],
  ['an object without a prototype', Object.create(null)],
  ['an object whose toString throws', { toString: () => JSON.parse('') as string }],
  ['a revoked proxy', revoked()],
];

describe('a public function given something that is no text', () => {
  const functions: Record<string, (value: never) => unknown> = {
    byteLength,
    formatFen,
    limitOf,
    checkSupport: (value: never) => checkSupport(value, {}),
  };
  for (const [name, call] of Object.entries(functions))
    for (const [story, value] of NO_TEXTS)
      it(`${name} refuses ${story}`, () => thrown(() => call(value as never), 'invalid-argument'));
});

describe('checkSupport given a client that is none', () => {
  const noClients = NO_TEXTS.filter(([, value]) => typeof value !== 'object' || value === null);
  for (const [story, value] of [...noClients, ['a text', 'windows'] as const])
    it(`refuses ${story}`, () => thrown(() => checkSupport('msgmenu', value as Client), 'invalid-argument'));
});

describe('checkSupport given a client with the wrong things in it', () => {
  const odd = (client: object): Client => ({ entry: 'single_kf_tools', ...client });
  const CLIENTS: [story: string, client: Client][] = [
    ['a version that is a number', odd({ platform: 'windows', version: 4 })],
    ['a version that is a list', odd({ platform: 'windows', version: ['4.1.6'] })],
    ['a version that is a symbol', odd({ platform: 'windows', version: Symbol('4') })],
    ['an entry that is a symbol', odd({ entry: Symbol('entry') })],
    ['the platform "constructor"', odd({ platform: 'constructor', version: '4.1.6' })],
    ['the platform "__proto__"', odd({ platform: '__proto__', version: '4.1.6' })],
  ];
  for (const [story, client] of CLIENTS)
    it(`answers for ${story}, or calls it an invalid argument`, () => {
      let answer: unknown;
      try {
        answer = checkSupport('msgmenu', client);
      } catch (reason) {
        answer = reason;
      }
      if (answer !== null) expect(isKfError(answer), String(answer)).to.be.true;
    });
});

describe('isKfError', () => {
  /** What a second copy of the package would throw: the same name, another class. */
  class OtherCopy extends Error {
    override readonly name = 'KfError';
    readonly outcome = 'unknown';
    constructor(readonly code: string) {
      super(code);
    }
  }

  it('knows our own', () => {
    expect(isKfError(new KfError('timeout', 'late'))).to.be.true;
  });

  it('knows one of another copy of the package', () => {
    expect(isKfError(new OtherCopy('timeout'))).to.be.true;
    expect(isKfError(new OtherCopy('timeout'), 'timeout')).to.be.true;
  });

  it('asks for the code, too', () => {
    expect(isKfError(new KfError('timeout', 'late'), 'timeout')).to.be.true;
    expect(isKfError(new KfError('timeout', 'late'), 'cancelled')).to.be.false;
  });

  it('is not taken in by other errors', () => {
    const errors = [new Error('KfError'), Object.assign(new Error('x'), { code: 'timeout' }), new DOMException('x')];
    expect(errors.filter(error => isKfError(error))).to.deep.equal([]);
  });

  for (const [story, value] of NO_TEXTS)
    it(`says no to ${story}, without throwing`, () => expect(isKfError(value)).to.be.false);
});

describe('a KfError', () => {
  it('is an Error with a name, a code and an outcome', () => {
    const error = new KfError('refused', 'the client said no');
    expect(error).to.be.instanceOf(Error).and.include({ name: 'KfError', code: 'refused', outcome: 'not-sent' });
    expect(error.message).to.contain('the client said no');
  });

  it("carries what it was given, and nothing that it wasn't", () => {
    const raw = Object.freeze({ err_msg: 'x:fail' });
    const error = new KfError('refused', 'no', { outcome: 'unknown', raw });
    expect(error.raw).to.equal(raw);
    expect(error.outcome).to.equal('unknown');
    expect(error).not.to.have.any.keys('issues', 'cause');
  });
});
