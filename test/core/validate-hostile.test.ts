import { expect } from '@open-wc/testing';
import { validate, type ValidateOptions } from '../../src/core/index.js';
import { click, menu, product, text, view } from '../support/messages.js';

const menuWith = (...list: unknown[]): unknown => ({ msgtype: 'msgmenu', msgmenu: { list } });

const thrower = (): never => {
  throw new TypeError('hostile');
};
const throwing = (key: string, rest: object = {}): object =>
  Object.defineProperty({ ...rest }, key, { enumerable: true, get: thrower });

const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

const cycle: Record<string, unknown> = { msgtype: 'text' };
cycle['text'] = cycle;
const cyclicList: unknown[] = [];
cyclicList.push({ type: 'click', click: cyclicList }, cyclicList);

const sparse: unknown[] = [click()];
sparse[9] = click();

const HOSTILE: [story: string, message: unknown][] = [
  ['a message whose msgtype throws', throwing('msgtype')],
  ['a body that throws', throwing('text', { msgtype: 'text' })],
  ['a field that throws', { msgtype: 'text', text: throwing('content') }],
  ['an item that throws', menuWith(throwing('type'))],
  ['a proxy that was revoked', revoked({})],
  ['a body that is a revoked proxy', { msgtype: 'text', text: revoked({}) }],
  ['a list that is a revoked proxy', { msgtype: 'msgmenu', msgmenu: { list: revoked([]) } }],
  ['a proxy whose keys throw', new Proxy(text(''), { ownKeys: thrower })],
  ['a message inside itself', cycle],
  ['a list inside itself', menuWith(...cyclicList)],
  ['a list with holes', { msgtype: 'msgmenu', msgmenu: { list: sparse } }],
  ['a list of nothing but holes', { msgtype: 'msgmenu', msgmenu: { list: Array(1000) } }],
  ['a list of a list', menuWith([click()])],
  ['a list with a length of its own', { msgtype: 'msgmenu', msgmenu: { list: { length: 1, 0: click() } } }],
  ['text objects', { msgtype: 'text', text: { content: Object('您好') } }],
  ['symbols', { msgtype: Symbol('text') }],
  ['big numbers', { msgtype: 'text', text: { content: 10n } }],
  ['a date', new Date(0)],
  ['a map', new Map([['msgtype', 'text']])],
  ['an object without a prototype', Object.assign(Object.create(null) as object, { msgtype: 'text' })],
];

const INHERITED = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'length', 'prototype'];

describe('validate, given something hostile', () => {
  for (const [story, message] of HOSTILE)
    it(`does not throw, and refuses ${story}`, () => {
      const result = validate(message);
      expect(result.ok).to.be.false;
      expect(result.issues.some(({ severity }) => severity === 'error')).to.be.true;
    });

  for (const name of INHERITED) {
    it(`takes '${name}' for an unknown msgtype`, () => {
      const issue = { code: 'unknown-msgtype', severity: 'error', path: ['msgtype'] };
      expect(validate({ msgtype: name, [name]: {} })).to.deep.equal({ ok: false, issues: [issue] });
    });

    it(`takes '${name}' for an unknown item type`, () => {
      const path = ['msgmenu', 'list', 0, 'type'];
      const issue = { code: 'unknown-item-type', severity: 'error', path };
      expect(validate(menuWith({ type: name }))).to.deep.equal({ ok: false, issues: [issue] });
    });

    it(`takes '${name}' for an unknown key`, () => {
      const message = JSON.parse(`{"msgtype":"text","text":{"content":"您好","${name}":{"a":1}}}`) as unknown;
      const issue = { code: 'unknown-key', severity: 'warning', path: ['text', name] };
      expect(validate(message)).to.deep.equal({ ok: true, message: text(), issues: [issue] });
    });
  }

  it('changes no prototype', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const message = JSON.parse('{"msgtype":"text","text":{"content":"a"},"__proto__":{"polluted":1}}') as unknown;
    const result = validate(message) as { message?: object };
    expect(Object.getOwnPropertyNames(Object.prototype)).to.deep.equal(before);
    expect(Object.getPrototypeOf(result.message)).to.equal(Object.prototype);
    expect(result.message).not.to.have.property('polluted');
  });

  it('measures a text of ten million bytes', () => {
    const huge = 'x'.repeat(10_000_000);
    const [issue] = validate(menu(view(`https://${huge}`))).issues;
    expect(issue).to.deep.include({ code: 'too-long', actual: 10_000_008 });
  });

  it('reads an enormous price', () => {
    const { issues } = validate(product({ sellingPrice: '9'.repeat(1_000_000) }));
    expect(issues.map(({ code }) => code)).to.deep.equal(['price-suspect']);
  });

  it('counts a lone surrogate as three bytes', () => {
    const [issue] = validate(menu(click('\ud800'.repeat(43)))).issues;
    expect(issue).to.include({ code: 'too-long', actual: 129 });
  });
});

describe('validate, given odd options', () => {
  const eleven = menu(...Array.from({ length: 11 }, () => click()));
  const codes = (options: unknown): string[] =>
    validate(eleven, options as ValidateOptions).issues.map(({ code }) => code);

  for (const options of [
    undefined,
    null,
    {},
    5,
    'x',
    [],
    { maxItems: undefined },
    { maxItems: NaN },
    { maxItems: '20' },
  ])
    it(`keeps to ten items for ${JSON.stringify(options)}`, () => {
      expect(codes(options)).to.deep.equal(['too-many-items']);
    });

  for (const maxItems of [Symbol('many'), 20n, {}, [], () => 20])
    it(`does not throw for a maxItems of type ${typeof maxItems}`, () => {
      expect(codes({ maxItems })).to.deep.equal(['too-many-items']);
    });

  it('does not throw when the options do', () => {
    expect(codes(throwing('maxItems'))).to.deep.equal(['too-many-items']);
  });
});
