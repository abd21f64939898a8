import type { ChatMessage } from '../../src/core/index.js';
import { ManualHost } from '../support/manual-host.js';
import { answer } from './answers.js';
import type { AskerKind } from './askers.js';
import { contentOf } from './contents.js';
import { broken } from './invariants.js';
import { OPERATIONS } from './operations.js';
import { Random } from './random.js';
import { checkShown } from './shown.js';
import { SoakPage, type Layout } from './soak-page.js';
import { macrotask, microtasks, type Time } from './time.js';

const LAYOUTS: readonly Layout[] = ['one', 'two', 'nested', 'page and one'];

/** How many rounds of microtasks pass between two operations: often few, so that they fall between any two steps of a send. */
const PAUSES = [0, 0, 1, 2, 3, 4, 5, 6, 8, 11, 15, 400];

/** Most elements are plain ones: they cost the least. */
function someKinds(random: Random): AskerKind[] {
  const kinds: AskerKind[] = ['plain', 'plain'];
  if (random.chance(0.2)) kinds.push('card');
  if (random.chance(0.06)) kinds.push('list');
  if (random.chance(0.12)) kinds.push('composer');
  return kinds;
}

/** What happened in one run, and what was wrong with it. */
export interface Story {
  readonly operations: readonly string[];
  /** How its sends ended. */
  readonly endings: readonly string[];
  readonly wrong: readonly string[];
}

/** Answers some of the calls that are left, lets time run out, answers the others late. */
async function drain(page: SoakPage, time: Time): Promise<void> {
  const { random, allChannels } = page;
  for (const late of [false, true]) {
    for (const { host } of allChannels)
      for (const call of host.open) if (late || random.chance(0.5)) answer(call, random);
    if (!(await time.runOut())) page.violation('time does not run out');
    checkShown(page);
  }
}

/** What was asked for and what was called, in order: for whoever has to find out why. */
function protocol({ ledger, allChannels }: SoakPage): string[] {
  const asked = ledger.sends.map(({ step, id, asker, to, isOfItsOwn, cancelled, result }) => ({
    step,
    text: `${id} asked by ${asker.localName} for ${to}${isOfItsOwn ? '' : ', the same again'}${cancelled ? ', cancelled' : ''}: ${
      result
        ? 'receipt' in result
          ? result.receipt.outcome
          : `${result.error.code}, ${result.error.message}`
        : 'pending'
    }`,
  }));
  const called = allChannels.flatMap(({ host, bridge }, index) =>
    host.calls.map(({ step, message, addressee, answer, at, deadline }) => ({
      step,
      text: `${contentOf(message)} called for ${addressee} by bridge ${index} (check ${bridge.checkCustomer}) at ${at}, until ${deadline}; ${JSON.stringify(answer)}`,
    })),
  );
  return [...asked, ...called].sort((a, b) => a.step - b.step).map(({ step, text }) => `${step}: ${text}`);
}

/** As on a page of its own: no bridge of it has found anybody before, and what was told last was for nobody. */
async function beginAnew(): Promise<void> {
  const bridge = Object.assign(document.createElement('kf-bridge'), { host: new ManualHost({ customerId: '' }) });
  document.body.append(bridge);
  await microtasks();
  bridge.send({} as ChatMessage).catch(() => undefined);
  await microtasks();
  bridge.remove();
  await microtasks();
}

/** One interleaving of whatever may happen; the same again for the same seed. */
export async function interleaving(seed: number, time: Time): Promise<Story> {
  await beginAnew();
  const random = new Random(seed);
  const careful = random.chance(0.8);
  const page = new SoakPage(random, random.pick(LAYOUTS), someKinds(random), careful);
  const operations: string[] = [];
  await microtasks(random.pick(PAUSES));
  for (let left = 10 + random.below(25); left > 0; left--) {
    const { name, act } = random.weighted(OPERATIONS);
    operations.push(name);
    await act(page, time);
    const pause = random.pick(PAUSES);
    await microtasks(pause);
    if (pause === Math.max(...PAUSES)) checkShown(page);
  }
  await drain(page, time);
  if (!careful) await macrotask(); // now the browser tells of each promise that nobody handles
  page.ledger.readAll();
  await microtasks();
  const wrong = [...broken(page)];
  if (wrong.length) wrong.push(...protocol(page));
  page.dispose();
  await microtasks();
  time.clear();
  return { operations, endings: page.ledger.endings, wrong };
}
