/**
 * The tests in one engine, in a process of its own, which can be ended when a driver hangs:
 * `node test/engines/run.mjs ENGINE RESULTS [FILES…]`. The file RESULTS says at any time what became of each test file so far.
 */
import { startTestRunner, summaryReporter } from '@web/test-runner';
import { renameSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import base, { countOf } from '../../web-test-runner.config.mjs';
import { freePort } from './free-port.mjs';

const [engine, results, ...files] = process.argv.slice(2);

const SETTINGS = {
  chromium: () => ({}),
  firefox: () => import('./firefox.mjs').then(({ firefox }) => firefox()),
  'webkit-gtk': () => import('./webkit.mjs').then(({ webkit }) => webkit('gtk')),
  'webkit-wpe': () => import('./webkit.mjs').then(({ webkit }) => webkit('wpe')),
};
const { browsers = base.browsers, plugins = [] } = await SETTINGS[engine]();

const testsOf = suite => [...(suite?.tests ?? []), ...(suite?.suites ?? []).flatMap(testsOf)];

/** What the runner says of a file that the browser loaded, and could not run: a test's failure. All else without results is the tool's. */
const NOT_RUN = /Could not import/;
/** And in a test: a command without an answer. No test waits this long for anything else. */
const NO_ANSWER =
  /^Timeout of \d+ms exceeded|aborted due to timeout|fetch failed|Did not receive a server response|Protocol error/;

function toolsFault(session) {
  if (session.status !== 'FINISHED') return 'it did not come to an end';
  const errors = (session.errors ?? []).map(({ message }) => message);
  if (!session.testResults)
    return errors.some(message => NOT_RUN.test(message)) ? undefined : (errors[0] ?? 'no results');
  return testsOf(session.testResults).find(({ error }) => NO_ANSWER.test(error?.message ?? ''))?.error.message;
}

function fileOf(session) {
  const tests = testsOf(session.testResults);
  const skipped = tests.filter(test => test.skipped);
  const failed = tests.filter(test => !test.skipped && !test.passed);
  return {
    file: relative(process.cwd(), session.testFile),
    ...countOf([session]),
    skipped: skipped.map(({ name }) => name),
    reasons: [...failed, ...(session.errors ?? [])].map(
      ({ name, error, message }) => `${name}: ${error?.message ?? message}`,
    ),
    tool: toolsFault(session),
  };
}

const runner = await startTestRunner({
  config: {
    ...base,
    files,
    browsers,
    port: await freePort(),
    concurrency: engine === 'chromium' ? base.concurrency : 1,
    testFramework: { config: { timeout: 60_000 } },
    browserStartTimeout: 90_000,
    testsStartTimeout: 60_000,
    testsFinishTimeout: 300_000,
    reporters: [summaryReporter()],
    plugins: [...plugins, ...base.plugins],
  },
  readCliArgs: false,
  readFileConfig: false,
  autoExitProcess: false,
});

let version;
/** Whole or not at all: this process may be ended at any moment. */
function write() {
  const sessions = Array.from(runner.sessions.all());
  writeFileSync(`${results}.part`, JSON.stringify({ version, files: sessions.map(fileOf) }));
  renameSync(`${results}.part`, results);
}
runner.sessions.on('session-status-updated', async ({ status }) => {
  if (status !== 'FINISHED') return;
  version ??= browsers[0].version ?? (await browsers[0].browser?.version())?.split('/').pop();
  write();
});
process.once('SIGTERM', () => process.exit(1)); // and the browser with it
await new Promise(resolve => runner.on('stopped', resolve));
write();
process.exit(0);
