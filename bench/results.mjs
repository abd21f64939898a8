import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

const PACKAGES = ['jquery', 'adaptivecards', 'emoji-picker-element', '@wecom/jssdk', 'zod', 'valibot', 'ajv'];

function versionOf(name) {
  for (const folder of ['node_modules/', '../node_modules/'])
    try {
      return JSON.parse(readFileSync(new URL(`${folder}${name}/package.json`, import.meta.url), 'utf8')).version;
    } catch {
      // in the other folder
    }
  return '?';
}

const round = number => (number >= 100 ? number.toFixed(0) : number.toFixed(number >= 10 ? 1 : 2));
const withUnit = (number, unit) => (unit === undefined ? `${round(number)} ×` : `${round(number)} ${unit}`.trim());

function line({ what, unit, value, low = value, high = value, aim }) {
  const spread = low === high ? '' : `${round(low)} … ${round(high)}`;
  const wanted = aim === undefined ? '' : `${value > aim ? 'missed: ' : ''}≤ ${withUnit(aim, unit)}`;
  return `| ${what} | ${withUnit(value, unit)} | ${spread} | ${wanted} |`;
}

const table = rows => `| what | measured | spread | aim |
|---|---|---|---|
${rows.map(line).join('\n')}`;

/** The page of results. */
export function results({ rows, engines, sizes, samples, browser }) {
  const [{ model }] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const versions = PACKAGES.map(name => `${name} ${versionOf(name)}`).join(', ');
  return `# Results

Written by \`npm run bench\`; \`bench/\` says how each row is measured. Run it on your own machine: ratios carry over, milliseconds do not.

- ${cpus().length} × ${model}, ${memory} GB; ${browser}; Node ${process.version}
- ${versions}
- Medians of ${samples} samples or of a third of them, each in a fresh profile and interleaved with what it is compared with. The spread is the interval that has the median in 95 of 100 cases.
- Times are the processor's time of the page's main thread: scripts, styles, layout and painting. Slowing the processor down multiplies both sides of a ratio.

${table(rows)}

What the comparisons are: the form is a hand-written one with jQuery 3 (\`pages/form-by-hand.js\`): fields, counters, a preview, checks and a draft, and nothing else of what the composer does. The adaptive card has the same fields and the same preview. The cards by hand are the same DOM and the same style sheets by \`cloneNode\`. The validators have the same limits in bytes; ours also says every issue, in the order of the table.

## In other engines, by the clock

Firefox and WebKit do not say what the main thread has worked. Here it is the clock's time until all is laid out, without painting and without what a frame costs by itself, which is the same on both sides and brings a ratio nearer to 1 above. Each mount and each menu that is typed into has a browser of its own, at most five of each. Chromium stands here for comparison.

${table(engines.rows)}
${engines.skipped.map(sentence => `\n${sentence}\n`).join('')}
## Sizes

| | bytes | gzip | brotli |
|---|---|---|---|
${sizes.map(({ name, bytes, gzip, brotli }) => `| ${name} | ${bytes} | ${gzip} | ${brotli} |`).join('\n')}
`;
}
