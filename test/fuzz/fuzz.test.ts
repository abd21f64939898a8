import { aTimeout } from '@open-wc/testing';
import { isKfError } from '../../src/core/index.js';
import type { Host } from '../../src/hosts/index.js';
import { Random } from '../soak/random.js';
import { macrotask } from '../soak/time.js';
import { click, product, text } from '../support/messages.js';
import { from, runs } from './settings.js';
import { targetsOf, type Target } from './targets.js';
import { removeFrame } from './values.js';

/** Seeds between two looks at what the browser says and whether a good send works. */
const BATCH = 50;
/** So many failures are enough to learn from. */
const ENOUGH = 8;
/** Longer than this is a hang, in milliseconds: more than the bridge's own limit where a page sets none. */
const HANG = 15_000;

/** Milliseconds after which a page's `send()` is for whoever is there, whatever was before. */
const SETTLED = 1000;

/** A client that takes everything at once. */
const agreeable = (): Host => ({
  name: 'agreeable',
  invoke: api => Promise.resolve({ err_msg: `${api}:ok`, entry: 'single_kf_tools', userId: 'wm1' }),
});

/** A page with one of each element, as new. */
class FuzzPage {
  readonly bridge = document.createElement('kf-bridge');
  readonly card = document.createElement('kf-product-card');
  readonly list = document.createElement('kf-product-list');
  readonly composer = document.createElement('kf-menu-composer');
  private readonly place = document.createElement('p');
  readonly targets: readonly Target[];

  constructor() {
    const { bridge, card, list, composer, place } = this;
    bridge.hidden = true;
    bridge.host = agreeable();
    bridge.timeout = 500;
    bridge.append(card, list, composer, place);
    document.body.append(bridge);
    this.targets = targetsOf([bridge, card, list, composer], bridge, place);
  }

  /** The next good values work, whatever there was before: every element sends. */
  async sendsWell(): Promise<string[]> {
    const { bridge, card, list, composer } = this;
    Object.assign(bridge, { dryRun: false, beforeSend: null, checkCustomer: false, timeout: 2000, relayPage: null });
    bridge.host = agreeable();
    bridge.removeAttribute('dry-run');
    await bridge.updateComplete;
    await bridge.ready;
    const good = product({ title: `好 ${++count}`, productId: String(count) }).channelsShopProduct;
    Object.assign(card, { product: good, disabled: false, enterChat: false });
    Object.assign(list, { products: [good], loading: false, error: null });
    Object.assign(composer, { value: { list: [click(`好 ${count}`)] }, variables: {}, maxItems: 10, kinds: null });
    Object.assign(composer, { disabled: false, readOnly: false, enterChat: false });
    await Promise.all([card, list, composer].map(({ updateComplete }) => updateComplete));
    const wrong: string[] = [];
    for (const [name, send] of [
      ['kf-bridge', () => bridge.send(text())],
      ['kf-product-card', () => card.send()],
      ['kf-menu-composer', () => composer.send()],
    ] as const) {
      const problem = (): Promise<unknown> =>
        send().then(
          () => null,
          (reason: unknown) => reason,
        );
      let error = await problem();
      if (isKfError(error, 'customer-changed')) {
        await aTimeout(SETTLED); // what has ended for somebody else was heard a moment ago
        error = await problem();
      }
      if (error) wrong.push(`a good send of ${name} afterwards: ${String(error)}`);
    }
    return wrong;
  }

  remove(): void {
    this.bridge.remove();
  }
}
let count = 0;

describe('any value, given to anything that is public', () => {
  const failures: string[] = [];
  const uncaught: string[] = [];

  const note = (event: PromiseRejectionEvent | ErrorEvent): void => {
    event.preventDefault();
    const reason: unknown = 'reason' in event ? event.reason : event.error;
    if (/\b(toJSON|JSON\.stringify)\b/.test((reason as Error | null)?.stack ?? '') && 'reason' in event) return; // a promise that only JSON has seen
    uncaught.push(`${event.type}: ${reason instanceof Error ? (reason.stack ?? reason.message) : 'a value'}`);
  };

  /** What goes wrong with one seed. */
  const feed = async (seed: number, page: FuzzPage): Promise<string[]> => {
    const random = new Random(seed);
    const target = random.pick(page.targets);
    const story = `FUZZ_FROM=${seed} FUZZ_RUNS=1: ${target.name}`;
    const began = performance.now();
    const reason = await Promise.resolve()
      .then(() => target.feed(random))
      .then(
        () => null,
        (thrown: unknown) => ({ thrown }),
      );
    const took = performance.now() - began;
    if (took > HANG) return [`${story} took ${Math.round(took)} ms`];
    if (!reason || isKfError(reason.thrown)) return [];
    return [`${story} threw ${reason.thrown instanceof Error ? (reason.thrown.stack ?? '') : 'what is no error'}`];
  };

  /** The same for several; what is noticed afterwards is put down to one seed by running each again. */
  const feedAll = async (first: number, many: number): Promise<string[]> => {
    const page = new FuzzPage();
    const found: string[] = [];
    for (let seed = first; seed < first + many; seed++) found.push(...(await feed(seed, page)));
    await macrotask();
    const after = await page.sendsWell().catch((error: unknown) => [`nothing works afterwards: ${String(error)}`]);
    page.remove();
    await macrotask();
    const all = [...after, ...uncaught.splice(0)];
    if (!all.length) return found;
    if (many === 1) return [...found, `FUZZ_FROM=${first} FUZZ_RUNS=1: ${all.join('\n  ')}`];
    const alone: string[] = [];
    for (let seed = first; seed < first + many && alone.length < ENOUGH; seed++)
      alone.push(...(await feedAll(seed, 1)));
    return alone.length ? alone : [`FUZZ_FROM=${first} FUZZ_RUNS=${many}: ${all.join('\n  ')}`];
  };

  const { onerror } = window;
  before(async function () {
    this.timeout(550_000);
    window.onerror = null; // the test framework's: it would end the run without saying which seed it was
    window.addEventListener('unhandledrejection', note);
    window.addEventListener('error', note);
    for (let done = 0; done < runs && failures.length < ENOUGH; done += BATCH)
      failures.push(...(await feedAll(from + done, Math.min(BATCH, runs - done))));
  });
  after(() => {
    window.onerror = onerror;
    window.removeEventListener('unhandledrejection', note);
    window.removeEventListener('error', note);
    removeFrame();
  });

  it(`raises nothing but errors with a code, and a good send works afterwards: ${runs} runs from seed ${from} on`, () => {
    if (failures.length) throw new Error(failures.slice(0, ENOUGH).join('\n'));
  });
});
