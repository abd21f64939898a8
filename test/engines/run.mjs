/**
 * The tests in one engine, in a process of its own, which can be ended when a driver hangs:
 * `node test/engines/run.mjs ENGINE RESULTS [FILES…]`. Writes to the file RESULTS what became of each test file.
 */
import { startTestRunner, summaryReporter } from '@web/test-runner';
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import base, { countOf } from '../../web-test-runner.config.mjs';

const [engine, results, ...files] = process.argv.slice(2);

const SETTINGS = {
  chromium: () => ({}),
  firefox: () => import('./firefox.mjs').then(({ firefox }) => firefox()),
  'webkit-gtk': () => import('./webkit.mjs').then(({ webkit }) => webkit('gtk')),
  'webkit-wpe': () => import('./webkit.mjs').then(({ webkit }) => webkit('wpe')),
};
const { browsers = base.browsers, plugins = [] } = await SETTINGS[engine]();

function skippedOf(suite) {
  const skipped = (suite?.tests ?? []).filter(test => test.skipped).map(({ name }) => name);
  return [...skipped, ...(suite?.suites ?? []).flatMap(skippedOf)];
}

/** What the runner says of a page that never came up, or never came to an end: the tool's failure, not a test's. */
const TOOL = /did not (start|finish)|WebKit|WebDriver|driver|launch|Protocol|timed out|Target closed|ECONN/i;

function fileOf(session) {
  const withoutResults = !session.testResults;
  const errors = (session.errors ?? []).map(({ message }) => message);
  return {
    file: relative(process.cwd(), session.testFile),
    ...countOf([session]),
    skipped: skippedOf(session.testResults),
    ...(withoutResults && errors.some(message => TOOL.test(message)) && { tool: errors[0] }),
  };
}

const runner = await startTestRunner({
  config: {
    ...base,
    files,
    browsers,
    concurrency: engine === 'chromium' ? base.concurrency : 1,
    testFramework: { config: { timeout: 60_000 } },
    browserStartTimeout: 120_000,
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
runner.on('test-run-finished', async () => (version ??= await browsers[0].browser?.version()));
await new Promise(resolve => runner.on('stopped', resolve));
const sessions = Array.from(runner.sessions.all());
writeFileSync(
  results,
  JSON.stringify({ version: browsers[0].version ?? version?.split('/').pop(), files: sessions.map(fileOf) }),
);
process.exit(0);
