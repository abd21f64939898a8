import { isBuilt } from '../soak/settings.js';

declare const FUZZ_FROM: string | undefined;
declare const FUZZ_RUNS: string | undefined;

/** The first seed; the test runner puts the environment's `FUZZ_FROM` here. */
export const from = Number((typeof FUZZ_FROM === 'string' && FUZZ_FROM) || 1);

/** How many seeds; the environment's `FUZZ_RUNS`. */
export const runs = Number((typeof FUZZ_RUNS === 'string' && FUZZ_RUNS) || (isBuilt ? 500 : 5000));
