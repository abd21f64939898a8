/**
 * The long run: interleavings and fuzz in chunks, with seeds that the suite does not have, until the runs or the minutes are used up.
 * Writes what ran into docs/reliability.md and its Chinese page. `RUNS` (200000) of each, side by side, for `MINUTES` (60); `KINDS` (`soak,fuzz`) chooses.
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
async function long(kind, files, ports) {
  const began = performance.now();
  const passed = () => (performance.now() - began) / 60_000;
  let begun = 0;
  let done = 0;
  let failed = 0;
  const stream = async port => {
    while (begun < wanted && passed() < minutes) {
      const from = FIRST + begun;
      begun += CHUNK;
      const env = { ...process.env, [`${kind}_FROM`]: String(from), [`${kind}_RUNS`]: String(CHUNK) };
      try {
        await run('npx', ['wtr', '--concurrency', '1', '--port', port, '--files', files], { env, maxBuffer: 2 ** 28 });
      } catch ({ stdout }) {
        failed++;
        console.log(stdout);
      }
      done += CHUNK;
      console.log(`${kind} ${done}, ${failed} chunks failed, ${passed().toFixed(1)} min`);
    }
  };
  await Promise.all(ports.map(stream));
  return { seeds: `${FIRST}–${FIRST + done - 1}`, done, failed, minutes: passed().toFixed(1) };
}

const KINDS = {
  soak: ['SOAK', 'test/soak/*.test.ts', ['8610', '8611']],
  fuzz: ['FUZZ', 'test/fuzz/*.test.ts', ['8620']],
};
const asked = (process.env.KINDS ?? 'soak,fuzz').split(',');
const rows = await Promise.all(asked.map(async name => [name, await long(...KINDS[name])]));
const day = new Date().toISOString().slice(0, 10);
for (const file of ['docs/reliability.md', 'docs/zh-CN/reliability.md']) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const begin = lines.indexOf('<!-- run -->');
  for (const [name, run] of rows) {
    const command = `\`npm run test:${name}\``;
    const at = lines.findIndex((line, index) => index > begin && line.includes(command));
    lines[at] = `| ${[command, run.done, run.seeds, run.failed, run.minutes, day].join(' | ')} |`;
  }
  writeFileSync(file, lines.join('\n'));
}
await run('npx', ['prettier', '--write', 'docs/reliability.md', 'docs/zh-CN/reliability.md']);
process.exitCode = rows.some(([, { failed }]) => failed) ? 1 : 0;
