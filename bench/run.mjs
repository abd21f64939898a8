// Measures what was built, beside what people would use instead: `npm run bench -- [samples=7]`. Writes RESULTS.md.
import { writeFileSync } from 'node:fs';
import { openBrowser } from './browser.mjs';
import { measureCards, measureShift } from './cards.mjs';
import { measureEngines } from './engines.mjs';
import { measureFlat } from './flat.mjs';
import { measureList } from './list.mjs';
import { measureMount, measureTyping } from './menu.mjs';
import { results } from './results.mjs';
import { measureSizes } from './sizes.mjs';
import { measureTemplates } from './templates.mjs';
import { measureValidate } from './validate.mjs';

const samples = Number(process.argv[2] ?? 7);
const few = Math.ceil(samples / 3);
/** Samples in other engines: each starts five browsers in each of them. */
const MOST_STARTS = 5;

const sizes = await measureSizes();
const browser = await openBrowser();
const rows = [];
try {
  for (const [measure, count] of [
    [measureMount, samples],
    [measureTyping, samples],
    [measureCards, samples],
    [measureShift],
    [measureTemplates, samples],
    [measureList, few],
    [measureFlat, few],
  ])
    rows.push(...(await measure(browser, count)));
  rows.push(...measureValidate(samples));
  const engines = await measureEngines(Math.min(samples, MOST_STARTS));
  const text = results({ rows, engines, sizes, samples, browser: await browser.version() });
  writeFileSync(new URL('RESULTS.md', import.meta.url), text);
  console.log(text);
} finally {
  await browser.close();
}
