import { chromeLauncher } from '@web/test-runner-chrome';
import { defaultReporter, summaryReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { fileURLToPath } from 'node:url';
import { chrome } from './scripts/chrome.mjs';

const {
  path: executablePath,
  headless,
  env,
} = await chrome().catch(({ message }) => {
  console.error(message); // one sentence: what to install
  process.exit(1);
});

/** Ends the run with one plain line that any CI can read. */
const countReporter = {
  onTestRunFinished({ sessions }) {
    const count = { passed: 0, failed: 0 };
    const walk = suite => {
      for (const test of suite?.tests ?? []) if (!test.skipped) count[test.passed ? 'passed' : 'failed']++;
      for (const child of suite?.suites ?? []) walk(child);
    };
    for (const session of sessions) {
      const before = count.failed;
      walk(session.testResults);
      if (!session.passed && count.failed === before) count.failed++;
    }
    console.log(`\n${count.passed} passed, ${count.failed} failed`);
  },
};

export default {
  files: 'test/**/*.test.ts',
  nodeResolve: { exportConditions: ['browser', 'production'] },
  concurrency: 2,
  testFramework: { config: { timeout: 10_000 } },
  reporters: [process.stdout.isTTY ? defaultReporter() : summaryReporter(), countReporter],
  browsers: [
    chromeLauncher({
      /** A page behind another one gets no frames and hears keys late: every page believes that it is in front. */
      async createPage({ context }) {
        const page = await context.newPage();
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
    esbuildPlugin({
      ts: true,
      json: true,
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
      target: 'es2021',
    }),
  ],
  coverageConfig: { include: ['src/**/*.ts'] },
};
