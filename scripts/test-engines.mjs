// The tests in other engines: `node scripts/test-engines.mjs [--short] firefox webkit old`. Its last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { ENGINES, OLD_CHROMIUM } from '../test/engines/engines.mjs';
import { oldChromium } from '../test/engines/old-chromium.mjs';

const GROUPS = { firefox: ['firefox'], webkit: ['webkit-gtk', 'webkit-wpe'], chromium: ['chromium'] };
/** Soak tests say nothing about an engine; `package` is about files. */
const ALL = ['test/{contracts,core,elements,hosts,legacy,locales,relay,simulator}/**/*.test.ts'];
const PATIENCE = { short: 6 * 60_000, whole: 40 * 60_000 };
const RESULTS = fileURLToPath(new URL('../node_modules/.cache/engines/', import.meta.url));

const short = process.argv.includes('--short');
const asked = process.argv.slice(2).filter(word => !word.startsWith('--'));

/** A driver that does not start, or hangs, is no fault of the product's: null then. */
async function inProcess(engine, files) {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  const results = join(folder, 'results.json');
  const child = spawn(process.execPath, ['test/engines/run.mjs', engine, results, ...files], {
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const hung = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), short ? PATIENCE.short : PATIENCE.whole);
  await new Promise(resolve => child.once('exit', resolve));
  clearTimeout(hung);
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

/** The files that the tool left without a result run once more. */
async function inEngine(engine) {
  const { label, missing, short: few } = ENGINES[engine];
  const advice = missing();
  if (advice) throw new Error(`${label} is not here; ${advice}`);
  const files = short ? few : ALL;
  const first = (await inProcess(engine, files)) ?? (await inProcess(engine, files));
  if (!first) throw new Error(`${label} did not run: its driver does not start or hangs`);
  const left = first.files.filter(({ tool }) => tool).map(({ file }) => file);
  const again = left.length ? ((await inProcess(engine, left))?.files ?? []) : [];
  const rows = [...first.files.filter(({ tool }) => !tool), ...again.filter(({ tool }) => !tool)];
  const lost = left.filter(file => !rows.some(row => row.file === file));
  if (lost.length) console.log(`${label}: without a result, and not counted: ${lost.join(', ')}`);
  const skipped = rows.flatMap(row => row.skipped);
  return { version: first.version, ...countOf(rows), skipped };
}

async function startTwice(major) {
  try {
    return await oldChromium(major);
  } catch {
    return oldChromium(major);
  }
}

/** An old Chromium has a suite of its own, in Node: today's tools do not run inside. */
async function inOldChromium(major) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`Chromium ${major} is not here; it is to be had for Linux on x64`);
  const browser = await startTwice(major).catch(({ message }) => {
    throw new Error(`Chromium ${major} did not run: ${message}`);
  });
  process.env.OLD_CHROMIUM = browser.wsEndpoint();
  const count = { passed: 0, failed: 0 };
  const tests = run({ files: ['test/engines/old-chromium.test.mjs'] });
  const add = what => event => void (event.details.type !== 'suite' && count[what]++);
  tests.on('test:pass', add('passed'));
  tests.on('test:fail', add('failed'));
  await tests.compose(new spec()).forEach(text => void process.stdout.write(text));
  const version = (await browser.version()).split('/').pop();
  await browser.close();
  return { version, ...count, skipped: [] };
}

const jobs = asked.flatMap(word =>
  word === 'old'
    ? Object.keys(OLD_CHROMIUM).map(major => [`chromium-${major}`, () => inOldChromium(major)])
    : GROUPS[word].map(engine => [engine, () => inEngine(engine)]),
);

const counts = [];
const lines = [];
for (const [name, job] of jobs)
  try {
    const count = await job();
    counts.push(count);
    lines.push(
      `${name} ${count.version}: ${count.passed} passed, ${count.failed} failed, ${count.skipped.length} skipped`,
    );
    if (!short) {
      mkdirSync(RESULTS, { recursive: true });
      writeFileSync(join(RESULTS, `${name}.json`), JSON.stringify(count));
    }
  } catch ({ message }) {
    lines.push(message);
  }
console.log(`\n${lines.join('\n')}`);
const { passed, failed } = countOf(counts);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
