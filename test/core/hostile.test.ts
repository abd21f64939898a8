import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import * as core from '../../src/core/index.js';
import { codeOf } from '../support/code-of.js';
import { click, menu, page, product, view } from '../support/messages.js';

const SEED = 15;

const thrower = (): never => {
  throw new TypeError('hostile');
};
/** Throws whatever is done with it. */
const throwing = (target: object): object =>
  new Proxy(target, {
    get: thrower,
    has: thrower,
    ownKeys: thrower,
    getPrototypeOf: thrower,
    getOwnPropertyDescriptor: thrower,
  });
const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { list: value };
  return value;
}
const cycle: Record<string, unknown> = {};
cycle.list = [cycle];
cycle.msgmenu = cycle;

const HOSTILE: readonly unknown[] = [
  undefined,
  null,
  NaN,
  10n,
  Symbol('x'),
  thrower,
  throwing({}),
  throwing([]),
  revoked({}),
  revoked([]),
  cycle,
  nested(100_000),
  'x'.repeat(10_000_000),
  Object.create(null) as unknown,
  { toString: thrower, valueOf: thrower, toJSON: thrower, [Symbol.toPrimitive]: thrower },
  Object.defineProperty({}, 'msgtype', { enumerable: true, get: thrower }),
  new Date(NaN),
  new Map([[1, 2]]),
  Array(1_000_000),
  Object('text'),
];

const bag = { wrong: undefined as unknown };
/** Each public function, with the hostile value as an argument, or in the middle of a good one. */
const FUNCTIONS: Record<string, (bad: never) => unknown> = {
  byteLength: core.byteLength,
  limitOf: core.limitOf,
  formatFen: core.formatFen,
  asText: core.asText,
  'asText, its texts': bad => core.asText({ head_content: bad, list: bad, tail_content: bad }),
  'asText, an item': bad => core.asText({ list: [bad] }),
  'asText, a body': bad => core.asText({ list: [{ type: 'view', view: bad }] }),
  checkSupport: bad => core.checkSupport(bad, {}),
  'checkSupport, the client': bad => core.checkSupport('msgmenu', bad),
  'checkSupport, what is in it': bad => core.checkSupport('msgmenu', { entry: bad, platform: bad, version: bad }),
  productFromShopApi: bad => core.productFromShopApi(bad, {}, { shopAppId: 'wx1' }),
  'productFromShopApi, the shop': bad => core.productFromShopApi({}, bad, { shopAppId: 'wx1' }),
  'productFromShopApi, its options': bad => core.productFromShopApi({}, {}, bad),
  'productFromShopApi, what is in it': bad =>
    core.productFromShopApi(
      { product_id: bad, skus: [bad], head_imgs: bad, timing_onsale_info: bad },
      { nickname: bad },
      { shopAppId: 'wx1' },
    ),
  toServerMenu: core.toServerMenu,
  'toServerMenu, an item': bad => core.toServerMenu(menu(bad)),
  fromServerMenu: core.fromServerMenu,
  'fromServerMenu, the menu': bad => core.fromServerMenu({ msgtype: 'msgmenu', msgmenu: bad }),
  'fromServerMenu, an item': bad => core.fromServerMenu({ list: [bad] }),
  'fromServerMenu, a body': bad => core.fromServerMenu({ list: [{ type: 'miniprogram', miniprogram: bad }] }),
  'fromServerMenu, an id': bad => core.fromServerMenu({ list: [{ type: 'click', click: { id: bad, content: bad } }] }),
};

/** What a hostile argument may come to: an answer, or the code for it (the shop's own for its answers). */
const ALLOWED = ['nothing thrown', 'invalid-argument'];

describe('whatever it is given', function () {
  this.timeout(60_000); // 10 MB and 100,000 levels take a while where the machine is busy

  for (const [name, call] of Object.entries(FUNCTIONS))
    it(`${name} answers or throws invalid-argument`, () => {
      for (const [index, bad] of HOSTILE.entries())
        expect(
          codeOf(() => call(bad as never)),
          `${name}, value ${index}`,
        ).to.be.oneOf(ALLOWED);
    });

  for (const [name, call] of Object.entries(FUNCTIONS))
    it(`${name} answers or throws a code for anything else`, () => {
      const anything = fc.anything({
        withBigInt: true,
        withSparseArray: true,
        withNullPrototype: true,
        withDate: true,
      });
      fc.assert(
        fc.property(anything, bad => [...ALLOWED, 'shop-api'].includes(codeOf(() => call(bad as never)))),
        { seed: SEED, numRuns: 150 },
      );
    });

  it('validate, isKfError and the Standard Schema throw nothing', () => {
    for (const bad of HOSTILE) {
      expect(core.validate(bad).ok).to.be.false;
      expect(core.validate(menu(bad as never), bad as never).ok).to.be.false;
      expect(core.validate({ msgtype: 'text', text: { content: { bad } } }).ok).to.be.false;
      expect(core.isKfError(bad)).to.be.false;
      expect(core.chatMessageSchema['~standard'].validate(bad)).to.have.property('issues');
    }
  });

  it('another realm has messages, too', () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const { JSON: theirs } = frame.contentWindow as unknown as typeof globalThis;
    const message = menu(click(), view());
    expect(core.validate(theirs.parse(JSON.stringify(message)))).to.deep.equal({ ok: true, message, issues: [] });
    frame.remove();
  });
});

/** How often each property of a message was read, by its path. */
function counted(message: object): { message: unknown; reads: Map<string, number> } {
  const reads = new Map<string, number>();
  const watch = (value: unknown, path: string): unknown =>
    typeof value !== 'object' || value === null
      ? value
      : new Proxy(value, {
          get(target, key, receiver) {
            const own = `${path}.${String(key)}`;
            if (Object.prototype.hasOwnProperty.call(target, key)) reads.set(own, (reads.get(own) ?? 0) + 1);
            return watch(Reflect.get(target, key, receiver), own);
          },
        });
  return { message: watch(message, ''), reads };
}

describe('validate', () => {
  it('reads each property once', () => {
    for (const original of [
      { ...menu(click('满意', '1'), view(), page('pages/x')), text: { content: 'x' }, enterChat: true, surplus: bag },
      { ...product(), success: thrower },
      { msgtype: 'none', text: {}, pagepath: 'x' },
    ]) {
      const { message, reads } = counted(original);
      core.validate(message);
      expect([...reads].filter(([, count]) => count !== 1)).to.deep.equal([]);
      expect(reads.size).to.be.above(2);
    }
  });
});
