import { expect } from '@open-wc/testing';
import { interleaving } from './interleaving.js';
import { from, runs } from './settings.js';
import { macrotask, Time } from './time.js';

/** Runs between two looks at what the browser says. */
const BATCH = 100;
/** So many failures are enough to learn from. */
const ENOUGH = 5;

/** How a send can end; `kf-late` where the answer came after that. */
const ENDINGS = [
  'sent',
  'dry-run',
  'cancelled (not-sent)',
  'aborted (not-sent)',
  'aborted (unknown)',
  'timeout (unknown)',
  'no-answer (unknown)',
  'refused (not-sent)',
  'no-permission (not-sent)',
  'no-context (not-sent)',
  'customer-changed (not-sent)',
  'stopped (not-sent)',
  'host-absent (not-sent)',
  'bridge-absent (not-sent)',
  'invalid-message (not-sent)',
  'invalid-argument (not-sent)',
  'kf-late',
];

describe('sends, aborts, answers, double answers, removals and timeouts in any order', () => {
  const failures: string[] = [];
  const endings = new Set<string>();
  const uncaught: string[] = [];
  let time: Time;

  const note = (event: PromiseRejectionEvent | ErrorEvent): void => {
    event.preventDefault();
    uncaught.push(`${event.type}: ${String('reason' in event ? event.reason : event.message)}`);
  };

  /** What goes wrong with a seed, and how it came to that; nothing if all is well. */
  const run = async (seed: number): Promise<string[]> => {
    const { operations, endings: all, wrong } = await interleaving(seed, time);
    all.forEach(ending => endings.add(ending));
    return wrong.length ? [`SOAK_FROM=${seed} SOAK_RUNS=1: ${[...wrong, operations.join(', ')].join('\n  ')}`] : [];
  };

  /** The same for several; what the browser says of them is put down to one seed by running each again. */
  const runAll = async (first: number, count: number): Promise<string[]> => {
    const found: string[] = [];
    for (let seed = first; seed < first + count; seed++) found.push(...(await run(seed)));
    await macrotask();
    const heard = uncaught.splice(0).join('\n  ');
    if (!heard) return found;
    if (count === 1) return [...found, `SOAK_FROM=${first} SOAK_RUNS=1: ${heard}`];
    const alone: string[] = [];
    for (let seed = first; seed < first + count && alone.length < ENOUGH; seed++)
      alone.push(...(await runAll(seed, 1)));
    return alone.length ? alone : [`SOAK_FROM=${first} SOAK_RUNS=${count}: ${heard}`];
  };

  before(async function () {
    this.timeout(14 * 60_000); // takes a minute, or several on a busy machine
    time = new Time();
    window.addEventListener('unhandledrejection', note);
    window.addEventListener('error', note);
    for (let done = 0; done < runs && failures.length < ENOUGH; done += BATCH)
      failures.push(...(await runAll(from + done, Math.min(BATCH, runs - done))));
  });
  after(() => {
    window.removeEventListener('unhandledrejection', note);
    window.removeEventListener('error', note);
    time.restore();
  });

  it(`leave nothing pending, sent twice, told twice or sent to somebody else: ${runs} runs from seed ${from} on`, () => {
    if (failures.length) throw new Error(failures.slice(0, ENOUGH).join('\n'));
  });

  it('end in every way that there is', function () {
    if (runs < 1000 || failures.length) this.skip();
    expect([...endings]).to.have.members(ENDINGS);
  });
});
