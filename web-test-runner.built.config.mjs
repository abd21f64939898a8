// The tests of the elements on the single files of `dist/`: `npm run test:built`.
import { onBuiltFiles } from './test/support/built-files.mjs';
import base from './web-test-runner.config.mjs';

export default { ...base, files: undefined, groups: onBuiltFiles('test/elements/**/*.test.ts') };
