import { median, ratios } from './median.mjs';

const COUNT = 5000;
const FRAMES = 60;
const PAGE = '/list.html';

/** A long list: its first screen, scrolling it by half a window a frame, beside the same rows by hand, and other prices for all. */
export async function measureList(browser, samples) {
  const runs = [];
  const byHand = [];
  for (let sample = 0; sample < samples; sample++) {
    runs.push(
      await browser.inPage(PAGE, async page => {
        await page.open();
        const filled = await page.timed('fill', COUNT);
        const scrolled = await page.timed('scroll', FRAMES);
        const priced = await page.timed('price', COUNT);
        return {
          fill: filled.time,
          rows: Math.max(filled.value, scrolled.value),
          frame: scrolled.time / FRAMES,
          price: priced.time,
        };
      }),
    );
    byHand.push(
      await browser.inPage(PAGE, async page => {
        await page.opened('fill', COUNT);
        await page.call('byHand', COUNT);
        return (await page.timed('scroll', FRAMES)).time / FRAMES;
      }),
    );
  }
  const all = what => runs.map(run => run[what]);
  return [
    { what: `a list of ${COUNT}: first screen`, unit: 'ms', ...median(all('fill')) },
    { what: '… rows in the page', unit: '', aim: 30, ...median(all('rows')) },
    { what: '… half a screen of scrolling, all of the frame', unit: 'ms', aim: 16.7 / 6, ...median(all('frame')) },
    { what: '… as a ratio to the same rows by hand', ...median(ratios(all('frame'), byHand)) },
    { what: '… all prices changed at once', unit: 'ms', ...median(all('price')) },
  ];
}
