declare const SOAK_FROM: string | undefined;
declare const SOAK_RUNS: string | undefined;

/** The first seed; the test runner puts the environment's `SOAK_FROM` here. */
export const from = Number((typeof SOAK_FROM === 'string' && SOAK_FROM) || 1);

/** The single files of `dist/` are there instead of `src/`: an import map says so. */
export const isBuilt = document.querySelector('script[type="importmap"]') !== null;

/** How many seeds; the environment's `SOAK_RUNS`. */
export const runs = Number((typeof SOAK_RUNS === 'string' && SOAK_RUNS) || (isBuilt ? 500 : 10_000));
