// `npm test`: the tests that need no browser beside those in a browser. Its last line counts both: `N passed, N failed`.
import { startTestRunner, summaryReporter } from '@web/test-runner';
import { readdirSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { onBuiltFiles } from '../test/support/built-files.mjs';
import config, { countOf } from '../web-test-runner.config.mjs';

/** Of the element's tests, those that are run on the single files too; `npm run test:built` runs all of them there. */
const ON_BUILT_FILES = [
  'test/elements/bridge/*/{addressee,check-customer,records,send}.test.ts',
  'test/elements/menu-composer/*/{customers,drafts,form,sending,templates,value,variables}.test.ts',
  'test/elements/product-card/{customers,flow,records}.test.ts',
  'test/elements/product-list/{define,records}.test.ts',
  'test/soak/*.test.ts',
  'test/fuzz/*.test.ts',
];

/** `node --test` knows no patterns before Node 21. */
const nodeTests = () =>
  readdirSync('test', { recursive: true })
    .filter(file => file.endsWith('.node.test.mjs'))
    .map(file => `test/${file}`);

async function inNode() {
  const count = { passed: 0, failed: 0 };
  const tests = run({ files: nodeTests(), concurrency: true });
  const counted = (what, { details, skip, todo }) => {
    if (details.type !== 'suite' && skip === undefined && todo === undefined) count[what]++;
  };
  tests.on('test:pass', event => counted('passed', event));
  tests.on('test:fail', event => counted('failed', event));
  const texts = await tests.compose(new spec()).toArray();
  process.stdout.write(texts.join('')); // in one piece: the tests in the browser write meanwhile
  return count;
}

async function inBrowser() {
  const runner = await startTestRunner({
    config: { ...config, groups: onBuiltFiles(ON_BUILT_FILES), reporters: [summaryReporter()] },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  await new Promise(resolve => runner.on('stopped', resolve));
  return countOf(Array.from(runner.sessions.all()));
}

// Side by side: on two cores those in Node are one file at a time, and leave the other core alone.
const counts = await Promise.all([inNode(), inBrowser()]);
const [passed, failed] = ['passed', 'failed'].map(what => counts.reduce((sum, count) => sum + count[what], 0));
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed || counts.some(count => !count.passed) ? 1 : 0);
