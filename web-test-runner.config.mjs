import { chromeLauncher } from '@web/test-runner-chrome';
import { defaultReporter, summaryReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { build } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chrome } from './scripts/chrome.mjs';
import { browserPlugin } from './test/support/browser-plugin.mjs';
import { globals } from './test/support/built-files.mjs';

const {
  path: executablePath,
  headless,
  env,
} = await chrome().catch(({ message }) => {
  console.error(message); // one sentence: what to install
  process.exit(1);
});

/** How many tests passed and failed; a file that could not run counts as one that failed. */
export function countOf(sessions) {
  const count = { passed: 0, failed: 0 };
  const add = suite => {
    for (const test of suite?.tests ?? []) if (!test.skipped) count[test.passed ? 'passed' : 'failed']++;
    suite?.suites?.forEach(add);
  };
  for (const session of sessions) {
    const before = count.failed;
    add(session.testResults);
    if (!session.passed && count.failed === before) count.failed++;
  }
  return count;
}

const countReporter = {
  onTestRunFinished({ sessions }) {
    const { passed, failed } = countOf(sessions);
    console.log(`\n${passed} passed, ${failed} failed`);
  },
};

/** A browser can't list a folder: the conformance vectors come as one module. */
const vectors = {
  name: 'vectors',
  serve({ path }) {
    if (path !== '/test/vectors/index.js') return undefined;
    const folder = new URL('test/vectors/', import.meta.url);
    const files = readdirSync(folder).filter(file => file.endsWith('.json'));
    const texts = files.map(file => [file, readFileSync(new URL(file, folder), 'utf8')]);
    const body = `export const vectors = ${JSON.stringify(texts)}.map(([file, text]) => [file, JSON.parse(text)]);`;
    return { body, type: 'js' };
  },
};

/** Nor can it load CommonJS: these come as modules. */
const COMMON_JS = {
  '/ajv/dist/2020.js': "export { Ajv2020 } from 'ajv/dist/2020.js'",
  '/fake-timers/src/fake-timers-src.js': "export { install } from '@sinonjs/fake-timers'",
};
const commonJs = {
  name: 'common-js',
  async serve({ path }) {
    const [, contents] = Object.entries(COMMON_JS).find(([file]) => path.endsWith(file)) ?? [];
    if (!contents) return undefined;
    const stdin = {
      contents,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    };
    const external = ['timers', 'perf_hooks', 'util']; // which fake-timers takes where there is Node
    const { outputFiles } = await build({
      stdin,
      bundle: true,
      external,
      format: 'esm',
      write: false,
    });
    return { body: outputFiles[0].text, type: 'js' };
  },
};

export default {
  files: 'test/**/*.test.ts',
  nodeResolve: { exportConditions: ['browser', 'production'] },
  concurrency: 3, // on two cores, too: most of a test is waiting
  // No test judges the clock: a busy machine only takes longer.
  testFramework: { config: { timeout: 60_000 } },
  testsFinishTimeout: 15 * 60_000,
  reporters: [process.stdout.isTTY ? defaultReporter() : summaryReporter(), countReporter],
  browsers: [
    chromeLauncher({
      /**
       * Each page has a storage of its own. A page behind another one gets no frames and hears keys late:
       * every page believes that it is in front.
       */
      async createPage({ context }) {
        const own = await context.browser().createBrowserContext();
        const page = await own.newPage();
        await page.emulateFocusedPage(true);
        return page;
      },
      launchOptions: {
        executablePath,
        headless,
        env: { ...process.env, ...env },
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--disable-dev-shm-usage',
          '--hide-scrollbars',
        ],
      },
    }),
  ],
  plugins: [
    vectors,
    commonJs,
    browserPlugin,
    globals,
    esbuildPlugin({
      ts: true,
      json: true,
      define: Object.fromEntries(
        ['SOAK_FROM', 'SOAK_RUNS', 'FUZZ_FROM', 'FUZZ_RUNS'].map(name => [
          name,
          JSON.stringify(process.env[name] ?? ''),
        ]),
      ),
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
      target: 'es2021',
    }),
  ],
  coverageConfig: { include: ['src/**/*.ts'] },
};
