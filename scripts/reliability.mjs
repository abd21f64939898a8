/**
 * The long run: interleavings and fuzz in chunks, with seeds that the suite does not have, until the runs or the minutes are used up.
 * Writes what ran into docs/reliability.md and its Chinese page. `RUNS` (200000) of each, side by side, for `MINUTES` (60).
 */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';

const wanted = Number(process.env.RUNS ?? 200_000);
const minutes = Number(process.env.MINUTES ?? 60);
const CHUNK = 5000;
/** The suite has the seeds before it. */
const FIRST = 10_001;

const run = promisify(execFile);

/** Runs chunk after chunk; says how many seeds ran, how many chunks failed, and how long it took. */
async function long(kind, files, port) {
  const began = performance.now();
  const passed = () => (performance.now() - began) / 60_000;
  let done = 0;
  let failed = 0;
  while (done < wanted && passed() < minutes) {
    const env = { ...process.env, [`${kind}_FROM`]: String(FIRST + done), [`${kind}_RUNS`]: String(CHUNK) };
    try {
      await run('npx', ['wtr', '--concurrency', '1', '--port', port, '--files', files], { env, maxBuffer: 2 ** 28 });
    } catch ({ stdout }) {
      failed++;
      console.log(stdout);
    }
    done += CHUNK;
    console.log(`${kind} ${done}, ${failed} chunks failed, ${passed().toFixed(1)} min`);
  }
  return { seeds: `${FIRST}–${FIRST + done - 1}`, done, failed, minutes: passed().toFixed(1) };
}

const [soak, fuzz] = await Promise.all([
  long('SOAK', 'test/soak/*.test.ts', '8610'),
  long('FUZZ', 'test/fuzz/*.test.ts', '8620'),
]);
const rows = [
  ['npm run test:soak', soak],
  ['npm run test:fuzz', fuzz],
];
const day = new Date().toISOString().slice(0, 10);
for (const [file, heads] of [
  ['docs/reliability.md', ['', 'runs', 'seeds', 'chunks of 5000 that failed', 'minutes', 'day']],
  ['docs/zh-CN/reliability.md', ['', '运行次数', '种子', '失败的批次（每批 5000）', '分钟', '日期']],
]) {
  const lines = [
    heads,
    heads.map(() => '---'),
    ...rows.map(([name, run]) => [`\`${name}\``, run.done, run.seeds, run.failed, run.minutes, day]),
  ];
  const table = lines.map(cells => `| ${cells.join(' | ')} |`).join('\n');
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/(<!-- run -->)[^]*(<!-- \/run -->)/, (_, start, end) => `${start}\n\n${table}\n\n${end}`),
  );
}
await run('npx', ['prettier', '--write', 'docs/reliability.md', 'docs/zh-CN/reliability.md']);
process.exitCode = rows.some(([, { failed }]) => failed) ? 1 : 0;
