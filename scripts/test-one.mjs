// `npm run test:one -- menu-composer`: the test files with this in their path, against the sources, without a build.
import { startTestRunner } from '@web/test-runner';
import config from '../web-test-runner.config.mjs';

const [part] = process.argv.slice(2);
if (!part) {
  console.error('Which tests? A part of their path: npm run test:one -- menu-composer');
  process.exit(1);
}
const files = [`test/**/*${part}*/**/*.test.ts`, `test/**/*${part}*.test.ts`];
await startTestRunner({ config: { ...config, files }, readCliArgs: false, readFileConfig: false });
