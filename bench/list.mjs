import { median } from './median.mjs';

const COUNT = 5000;
const FRAMES = 120;

/** A long list: listing it, and scrolling it half a window a frame. */
export async function measureList(browser, samples) {
  const runs = [];
  for (let sample = 0; sample < samples; sample++)
    runs.push(
      await browser.inPage('/list.html', async page => {
        const filled = await page.timed('fill', COUNT);
        const scrolled = await page.timed('scroll', FRAMES);
        return { fill: filled.time, rows: Math.max(filled.value, scrolled.value), frame: scrolled.time / FRAMES };
      }),
    );
  const of = what => median(runs.map(run => run[what]));
  return [
    { what: `a list of ${COUNT}: first rendering`, unit: 'ms', ...of('fill') },
    { what: '… most rows in the page', unit: '', gate: 30, ...of('rows') },
    { what: '… main thread per frame of scrolling', unit: 'ms', gate: 8, timed: true, ...of('frame') },
  ];
}
