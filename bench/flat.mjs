import { median } from './median.mjs';

/** So many in a row; the first quarter is for the compiler. */
const ROUNDS = { mounts: 10_000, sends: 10_000 };
const PART = 4;

/** Whether what is done again and again costs the more, the more often it was done: the last quarter beside the second. */
export async function measureFlat(browser, samples) {
  const rows = [];
  for (const [what, rounds] of Object.entries(ROUNDS)) {
    const runs = [];
    for (let sample = 0; sample < samples; sample++)
      runs.push(
        await browser.inPage('/flat.html', async page => {
          await page.opened('begin');
          const quarter = rounds / PART;
          await page.call(what, quarter);
          const before = await page.timed(what, quarter);
          const { heap } = await page.alive();
          await page.call(what, quarter);
          const after = await page.timed(what, quarter);
          return { ratio: after.time / before.time, heap: ((await page.alive()).heap - heap) / (2 * quarter) };
        }),
      );
    const of = name => median(runs.map(run => run[name]));
    rows.push(
      { what: `${rounds} ${what}: the last quarter as a ratio to the second`, aim: 1.1, ...of('ratio') },
      { what: '… bytes that one leaves behind', unit: 'B', ...of('heap') },
    );
  }
  return rows;
}
