import { median } from './median.mjs';

const COUNT = 500;

/** The list of many templates: opening it, and a letter in its search. */
export async function measureTemplates(browser, samples) {
  const runs = [];
  for (let sample = 0; sample < samples; sample++)
    runs.push(
      await browser.inPage('/templates.html', async page => {
        await page.opened('begin', COUNT);
        const open = await page.timed('open');
        const search = await page.timed('search');
        return { open: open.time, search: search.time };
      }),
    );
  const of = what => median(runs.map(run => run[what]));
  return [
    { what: `${COUNT} templates: open`, unit: 'ms', aim: 30, ...of('open') },
    { what: '… a letter of a search', unit: 'ms', aim: 8, ...of('search') },
  ];
}
