// The tests in other engines: `node scripts/test-engines.mjs [--short] firefox webkit old`. Its last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ENGINES, OLD_CHROMIUM } from '../test/engines/engines.mjs';
import { oldChromium } from '../test/engines/old-chromium.mjs';

/** What one word runs side by side. */
const GROUPS = {
  ...Object.fromEntries(Object.keys(ENGINES).map(engine => [engine, [engine]])),
  webkit: ['webkit-gtk', 'webkit-wpe'],
};
/** Soak tests say nothing about an engine; `package` is about files. */
const ALL = ['test/{contracts,core,elements,hosts,legacy,locales,relay,simulator}/**/*.test.ts'];
const RESULTS = fileURLToPath(new URL('../node_modules/.cache/engines/', import.meta.url));

const short = process.argv.includes('--short');
const asked = process.argv.slice(2).filter(word => !word.startsWith('--'));

/** When the first and the second try in an engine have to be over, in ms from the start. */
const TRIES = short ? [4.5 * 60_000, 6.5 * 60_000] : [60 * 60_000, 90 * 60_000];
const END = TRIES[1];
/** How long the suite in an old Chromium may take, in ms; it takes 10 s. */
const OLD_SUITE = 100_000;

/** What became of each file in the time that is left; null where the driver did not start. */
async function inProcess(engine, files, end) {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  const results = join(folder, 'results.json');
  // Its output goes through this process: what a driver leaves behind keeps no pipe of the gate's open.
  const child = spawn(process.execPath, ['test/engines/run.mjs', engine, results, ...files], { detached: true });
  child.stdout.pipe(process.stdout, { end: false });
  child.stderr.pipe(process.stderr, { end: false });
  const killAll = signal => {
    try {
      process.kill(-child.pid, signal);
    } catch {} // all of them have come to an end
  };
  const left = Math.max(end - performance.now(), 1000);
  const timers = [setTimeout(killAll, left, 'SIGTERM'), setTimeout(killAll, left + 5000, 'SIGKILL')];
  await new Promise(resolve => child.once('exit', resolve));
  timers.forEach(clearTimeout);
  killAll('SIGKILL'); // a driver without its browser outlives the process that started it
  try {
    return JSON.parse(readFileSync(results, 'utf8'));
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const sum = (rows, what) => rows.reduce((total, row) => total + row[what], 0);
const countOf = rows => ({ passed: sum(rows, 'passed'), failed: sum(rows, 'failed') });

/**
 * A file that the tool left without a result runs once more. So does one with a failed test: on a busy machine these drivers lose a
 * press or a key now and then. What fails twice is a failure.
 */
async function inEngine(engine) {
  const { label, missing, short: few } = ENGINES[engine];
  const advice = missing();
  if (advice) throw new Error(`${label} is not here; ${advice}`);
  let left = short ? few : ALL;
  const found = new Map();
  let version;
  for (const end of TRIES) {
    const results = await inProcess(engine, left, end);
    if (!results) continue;
    version ??= results.version;
    for (const row of results.files) if (!row.tool) found.set(row.file, row);
    const again = results.files.filter(({ tool, failed }) => tool || failed);
    left = [...again].sort((a, b) => Number(!!a.tool) - Number(!!b.tool)).map(({ file }) => file); // what failed comes first
    if (!left.length) break;
  }
  const rows = [...found.values()];
  left = left.filter(file => !found.has(file));
  if (!rows.length) throw new Error(`${label} did not run: its driver does not start or hangs`);
  const note = left.length
    ? `; ${left.length} files without a result, not counted: ${left.slice(0, 3).join(', ')} …`
    : '';
  const faults = rows
    .filter(({ failed }) => failed)
    .map(({ file, reasons }) => `${file}\n    ${reasons.join('\n    ')}`);
  return { version, ...countOf(rows), skipped: rows.flatMap(row => row.skipped), note, faults };
}

/** The suite in an old Chromium, in Node: today's tools do not run inside. */
async function oldSuite(browser, signal) {
  process.env.OLD_CHROMIUM = browser.wsEndpoint();
  const count = { passed: 0, failed: 0 };
  const tests = run({ files: ['test/engines/old-chromium.test.mjs'], signal });
  const add = what => event => void (event.details.type !== 'suite' && count[what]++);
  tests.on('test:pass', add('passed'));
  tests.on('test:fail', add('failed'));
  await tests.compose(new spec()).forEach(text => void process.stdout.write(text));
  signal.throwIfAborted();
  if (!browser.isConnected()) throw new Error('it crashes');
  return { version: (await browser.version()).split('/').pop(), ...count, skipped: [], note: '', faults: [] };
}

async function inOldChromium(major) {
  const label = `Chromium ${major}`;
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`${label} is not here; it is to be had for Linux on x64`);
  let reason;
  for (let tries = 0; tries < 2; tries++) {
    const browser = await oldChromium(major).catch(({ message }) => void (reason = message));
    if (!browser) continue;
    try {
      return await oldSuite(browser, AbortSignal.timeout(OLD_SUITE));
    } catch ({ message }) {
      reason = message;
    } finally {
      browser.process().kill('SIGKILL');
    }
  }
  throw new Error(`${label} did not run: ${reason}`);
}

const counts = [];
const lines = [];
async function count(name, job) {
  const hung = wait(END - performance.now() + 10_000, undefined, { ref: false });
  try {
    const result = await Promise.race([
      job,
      hung.then(() => Promise.reject(new Error(`${name} did not run: it hangs`))),
    ]);
    const { version, passed, failed, skipped, note, faults } = result;
    counts.push(result);
    lines.push(
      `${name} ${version}: ${passed} passed, ${failed} failed, ${skipped.length} skipped${note}`,
      ...faults.map(fault => `  ${fault}`),
    );
    if (short) return;
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(join(RESULTS, `${name}.json`), JSON.stringify(result));
  } catch ({ message }) {
    lines.push(message);
  }
}

/** One after the other: they have one environment. */
async function inOldChromiums() {
  for (const major of Object.keys(OLD_CHROMIUM)) await count(`chromium-${major}`, inOldChromium(major));
}

// Side by side: each waits for its browser more than it computes.
await Promise.all(
  asked.flatMap(word =>
    word === 'old' ? inOldChromiums() : GROUPS[word].map(engine => count(engine, inEngine(engine))),
  ),
);
console.log(`\n${lines.join('\n')}`);
const { passed, failed } = countOf(counts);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
