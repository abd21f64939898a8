import { median, ratios } from './median.mjs';

/** Letters that are typed in a sample. */
export const LETTERS = 40;
/** What is mounted, and what is typed into, in this order: ours, and what it is compared with. */
export const MOUNTED = ['elements', 'jquery', 'adaptive'];
export const TYPED = ['elements', 'jquery'];

/** The way from the script to the documented menu on screen, in a browser that has seen nothing of it. */
export async function measureMount(browser, samples) {
  const runs = { elements: [], jquery: [], adaptive: [] };
  for (let sample = 0; sample < samples; sample++)
    for (const way of MOUNTED)
      runs[way].push(await browser.inPage(`/mount-${way}.html`, page => page.timedOpening('begin', 'create')));
  const [whole, created] = [0, 1].map(which =>
    Object.fromEntries(MOUNTED.map(way => [way, runs[way].map(run => run[which])])),
  );
  return [
    { what: 'script → documented menu on screen, cold', unit: 'ms', ...median(whole.elements) },
    { what: '… as a ratio to a hand-written jQuery form', aim: 1.3, ...median(ratios(whole.elements, whole.jquery)) },
    { what: '… as a ratio to an adaptive card', aim: 0.6, ...median(ratios(whole.elements, whole.adaptive)) },
    { what: 'of that, from `createElement` on', unit: 'ms', ...median(created.elements) },
    { what: '… as a ratio to the form', aim: 2, ...median(ratios(created.elements, created.jquery)) },
  ];
}

/** A letter in the tenth item of a menu with templates, variables, drafts and a bridge. */
export async function measureTyping(browser, samples) {
  const runs = { elements: [], jquery: [] };
  for (let sample = 0; sample < samples; sample++)
    for (const way of TYPED)
      runs[way].push(
        await browser.inPage(`/type-${way}.html`, async page => {
          await page.open();
          const { time } = await page.timed('typeLetters', LETTERS);
          return time / LETTERS;
        }),
      );
  return [
    { what: 'a letter in the tenth item', unit: 'ms', ...median(runs.elements) },
    { what: '… as a ratio to the form', aim: 2, ...median(ratios(runs.elements, runs.jquery)) },
  ];
}
