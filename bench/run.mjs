// Measures what was built: `node bench/run.mjs [samples=15] [times slower=1]`. Fails beyond a gate; a time of few samples says little,
// and is then only printed.
import { openBrowser } from './browser.mjs';
import { measureCards, measureShift } from './cards.mjs';
import { measureList } from './list.mjs';

const [samples = 15, slower = 1] = process.argv.slice(2).map(Number);
const FEW = 9;
const round = number => (number >= 100 ? number.toFixed(0) : number.toFixed(number >= 10 ? 1 : 2));

const browser = await openBrowser({ slower });
try {
  const rows = [
    ...(await measureCards(browser, samples)),
    ...(await measureShift(browser)),
    ...(await measureList(browser, Math.ceil(samples / 3))),
  ];
  console.log(`${samples} samples, medians with their 95 % interval; times are the main thread's`);
  for (const { what, unit, value, low = value, high = value, gate } of rows) {
    const verdict = gate === undefined ? '' : value > gate ? `BEYOND ${gate}` : `≤ ${gate}`;
    const interval = low === high ? '' : `[${round(low)}, ${round(high)}]`;
    console.log(`${what.padEnd(42)}${`${round(value)} ${unit}`.padEnd(12)}${interval.padEnd(18)}${verdict}`);
  }
  if (rows.some(({ gate, value, timed }) => value > gate && !(timed && samples < FEW))) process.exitCode = 1;
} finally {
  await browser.close();
}
