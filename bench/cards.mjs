import { median } from './median.mjs';

const COUNT = 1000;
const PAGE = '/cards.html';

/** One card's inside without its product: what is cloned by hand. */
const emptied = html =>
  html.replace(/ src="[^"]*"/g, '').replace(/(<(h3|span)[^>]*class="(?:title|yuan|name)"[^>]*>)[^<]*/g, '$1');

async function sameFace(browser) {
  const html = await browser.inPage(PAGE, page => page.opened('shape', 'elements'));
  const face = emptied(html);
  const hand = await browser.inPage(PAGE, page => page.opened('shape', 'byHand', face));
  const sorted = text =>
    text.replace(/<[^>]+>/g, tag =>
      tag
        .slice(0, -1)
        .split(/ (?=[\w-]+=)/)
        .sort()
        .join(' '),
    );
  if (sorted(html) !== sorted(hand)) throw new Error(`Not the same DOM:\n${html}\n${hand}`);
  return face;
}

/** Mounting cards: the time as a ratio to the same DOM made by hand in the same run, and what a card leaves behind. */
export async function measureCards(browser, samples) {
  const face = await sameFace(browser);
  const runs = { elements: [], byHand: [], inBridge: [] };
  for (let sample = 0; sample < samples; sample++)
    for (const way of Object.keys(runs))
      runs[way].push(
        await browser.inPage(PAGE, async page => {
          await page.open();
          const before = await page.alive();
          const { time } = await page.timed('mount', way, COUNT, face);
          const after = await page.alive();
          return { time, nodes: (after.nodes - before.nodes) / COUNT, heap: (after.heap - before.heap) / COUNT };
        }),
      );
  const of = (way, what) => median(runs[way].map(run => run[what]));
  const ratio = way => median(runs[way].map(({ time }, sample) => time / runs.byHand[sample].time));
  return [
    { what: `${COUNT} cards`, unit: 'ms', ...of('elements', 'time') },
    { what: '… as a ratio to the same DOM by `cloneNode`', aim: 1.25, ...ratio('elements') },
    { what: '… the same in a bridge', ...ratio('inBridge') },
    { what: 'nodes of a card', unit: '', ...of('elements', 'nodes') },
    { what: '… by hand', unit: '', ...of('byHand', 'nodes') },
    { what: 'heap of a card', unit: 'B', ...of('elements', 'heap') },
    { what: '… by hand', unit: 'B', ...of('byHand', 'heap') },
  ];
}

/** Nothing moves when pictures come. */
export async function measureShift(browser) {
  const { pictures, shift } = await browser.inPage(PAGE, page => page.opened('shifts', 40));
  if (!pictures) throw new Error('No picture came');
  return [{ what: `layout shift when ${pictures} pictures come`, unit: '', aim: 0, value: shift }];
}
