import type { Random } from '../soak/random.js';
import { click, menu, product, text } from '../support/messages.js';

const refuse = (): never => {
  throw new TypeError('not for you');
};

/** Throws whatever is done with it. */
const hostile = (): object =>
  new Proxy(
    {},
    {
      get: refuse,
      set: refuse,
      has: refuse,
      ownKeys: refuse,
      getPrototypeOf: refuse,
      getOwnPropertyDescriptor: refuse,
    },
  );

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function cycle(): object {
  const one: Record<string, unknown> = {};
  one.list = [one];
  one.msgmenu = one;
  return one;
}

function deep(): unknown {
  let value: unknown = 1;
  for (let depth = 0; depth < 100_000; depth++) value = depth % 2 ? [value] : { list: value };
  return value;
}

/** Made once: what makes it costs more than what it is given to. */
const DEEP = deep();
const LONG = '长'.repeat(10 * 1024 * 1024);
const LONG_LIST = Array.from({ length: 20_000 }, () => click());

const frame = document.createElement('iframe');
document.body.append(frame);
const otherRealm = frame.contentWindow as unknown as { eval(code: string): unknown };

/** Names that something is called by. */
const NAMES =
  'msgtype msgmenu list click content text type head_content tail_content channelsShopProduct productId title imgUrl enterChat lang name value code outcome message issues path severity then toString toJSON length shop_info errcode signal aborted addEventListener invoke clientInfo prepare'.split(
    ' ',
  );

type Make = (random: Random, depth: number) => unknown;

const SIMPLE: readonly Make[] = [
  () => undefined,
  () => null,
  () => true,
  random => random.pick([0, -0, -1, 1, 1.5, NaN, Infinity, -Infinity, 2 ** 31, 2 ** 53]),
  () => 10n ** 30n,
  random => random.pick([Symbol('s'), Symbol.iterator]),
  random =>
    random.pick(['', ' ', 'zh-CN', 'en', '{', '[]', '{"list":[]}', '\ud800', '\0', '</script>', 'javascript:alert(1)']),
  random => random.pick(NAMES),
];

const ODD: readonly Make[] = [
  hostile,
  revoked,
  cycle,
  () => Object.create(null) as object,
  () => Object.freeze({ list: Object.freeze([]) }),
  () => refuse,
  () => () => undefined,
  () => class {},
  () => async () => Promise.reject(new Error('no')),
  () => ({ then: refuse }),
  () => ({ toString: refuse, valueOf: refuse, toJSON: refuse }),
  () => new Error('an error'),
  () => Promise.resolve(1),
  () => new Date(NaN),
  () => new Map([[1, 2]]),
  () => new Uint8Array(8),
  () => document.createElement('div'),
  () => window,
  () => new Event('kf-send'),
  () => AbortSignal.abort(),
  () => otherRealm.eval('({ list: [] })'),
  () => otherRealm.eval('new Error("elsewhere")'),
  () => otherRealm.eval('[{ type: "click", click: { content: "x" } }]'),
];

const GOOD: readonly Make[] = [() => text(), () => menu(click()), () => product(), () => product().channelsShopProduct];

const compound: readonly Make[] = [
  (random, depth) => Array.from({ length: random.below(4) }, () => anyValue(random, depth + 1)),
  (random, depth) => {
    const value: Record<string, unknown> = {};
    for (let left = random.below(4); left > 0; left--) value[random.pick(NAMES)] = anyValue(random, depth + 1);
    return value;
  },
  (random, depth) => {
    const name = random.pick(NAMES);
    return Object.defineProperty({}, name, {
      enumerable: true,
      get: random.chance(0.5) ? refuse : () => anyValue(random, depth + 1),
    });
  },
  (random, depth) => {
    const good = random.pick(GOOD)(random, depth) as Record<string, unknown>;
    const name = random.chance(0.5) ? random.pick(Object.keys(good)) : random.pick(NAMES);
    return { ...good, [name]: anyValue(random, depth + 1) };
  },
];

/** Whatever a page can hand over. */
export function anyValue(random: Random, depth = 0): unknown {
  if (depth === 0 && random.chance(0.004)) return random.pick([DEEP, LONG, LONG_LIST, { list: DEEP }, [LONG]]);
  const kinds = depth > 3 ? [SIMPLE] : [SIMPLE, ODD, ODD, GOOD, compound, compound];
  return random.pick(random.pick(kinds))(random, depth);
}

export const removeFrame = (): void => frame.remove();
