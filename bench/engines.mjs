// The first rows in Firefox and WebKit, which are driven as the tests drive them, and in Chromium for comparison. Firefox and WebKit
// do not say what the main thread has worked: this is the clock's time, around work that is laid out before the clock stops.
import puppeteer from 'puppeteer-core';
import { chrome } from '../scripts/chrome.mjs';
import { ENGINES } from '../test/engines/engines.mjs';
import { FIREFOX } from '../test/engines/firefox.mjs';
import { webkit } from '../test/engines/webkit.mjs';
import { median, ratios } from './median.mjs';
import { LETTERS, MOUNTED, TYPED } from './menu.mjs';
import { serve } from './server.mjs';

/** Milliseconds between the page's marks, as a text that is evaluated in it. */
const MOUNT = `window.ready.then(() => {
  const at = name => performance.getEntriesByName(name)[0].startTime;
  return { whole: at('laid-out') - at('begin'), created: at('laid-out') - at('create') };
})`;
const TYPING = `window.typeLetters(${LETTERS})`;

async function openWithPuppeteer(options) {
  const browser = await puppeteer.launch(options);
  const page = await browser.newPage();
  return {
    version: (await browser.version()).split('/').pop(),
    open: address => page.goto(address),
    evaluate: expression => page.evaluate(expression),
    close: () => browser.close(),
  };
}

async function openChromium() {
  const { path: executablePath, headless, env } = await chrome();
  return openWithPuppeteer({ executablePath, headless, env: { ...process.env, ...env }, args: ['--no-sandbox'] });
}

function openFirefox() {
  const exactClock = { 'privacy.reduceTimerPrecision': false };
  return openWithPuppeteer({ ...FIREFOX, extraPrefsFirefox: { ...FIREFOX.extraPrefsFirefox, ...exactClock } });
}

async function openWebKit(port) {
  const [driver] = webkit(port).browsers;
  try {
    await driver.initialize();
  } catch (error) {
    await driver.stop();
    throw error;
  }
  const script = expression =>
    `const done = arguments[0]; Promise.resolve(${expression}).then(value => done({ value }), ({ message }) => done({ message }));`;
  return {
    version: driver.version,
    open: url => driver.command('POST', '/url', { url }),
    async evaluate(expression) {
      const answer = await driver.command('POST', '/execute/async', { script: script(expression), args: [] });
      if ('message' in answer) throw new Error(answer.message);
      return answer.value;
    },
    close: () => driver.stop(),
  };
}

const OPEN = {
  chromium: openChromium,
  firefox: openFirefox,
  'webkit-gtk': () => openWebKit('gtk'),
  'webkit-wpe': () => openWebKit('wpe'),
};

/** What a page of ours gives in a browser that has just been started, and has shown nothing but an empty page. */
async function inFreshBrowser(open, base, path, expression) {
  const browser = await open().catch(open); // most that do not start do so the second time
  try {
    await browser.open(`${base}/empty.html`);
    await browser.open(base + path);
    return { version: browser.version, value: await browser.evaluate(expression) };
  } finally {
    await browser.close();
  }
}

async function measureEngine(engine, base, samples) {
  const open = OPEN[engine];
  const mounts = Object.fromEntries(MOUNTED.map(way => [way, []]));
  const typing = Object.fromEntries(TYPED.map(way => [way, []]));
  let version;
  for (let sample = 0; sample < samples; sample++) {
    for (const way of MOUNTED) {
      const run = await inFreshBrowser(open, base, `/mount-${way}.html`, MOUNT);
      version = run.version;
      mounts[way].push(run.value);
    }
    for (const way of TYPED)
      typing[way].push((await inFreshBrowser(open, base, `/type-${way}.html`, TYPING)).value / LETTERS);
  }
  const times = (way, what) => mounts[way].map(mount => mount[what]);
  const ratio = (what, other) => median(ratios(times('elements', what), times(other, what)));
  return [
    {
      what: `${ENGINES[engine].label} ${version}: script → documented menu laid out, cold`,
      unit: 'ms',
      ...median(times('elements', 'whole')),
    },
    { what: '… as a ratio to a hand-written jQuery form', aim: 1.3, ...ratio('whole', 'jquery') },
    { what: '… as a ratio to an adaptive card', aim: 0.6, ...ratio('whole', 'adaptive') },
    { what: 'of that, from `createElement` on', unit: 'ms', ...median(times('elements', 'created')) },
    { what: '… as a ratio to the form', aim: 2, ...ratio('created', 'jquery') },
    { what: 'a letter in the tenth item, until it is laid out', unit: 'ms', ...median(typing.elements) },
    { what: '… as a ratio to the form', aim: 2, ...median(ratios(typing.elements, typing.jquery)) },
  ];
}

/** The rows of each engine; of one that is not installed, or whose driver fails, the sentence that says so. */
export async function measureEngines(samples) {
  const { base, close } = await serve();
  const rows = [];
  const skipped = [];
  try {
    for (const engine of Object.keys(OPEN)) {
      const { label, missing } = ENGINES[engine];
      try {
        const advice = missing();
        if (advice) throw new Error(advice);
        rows.push(...(await measureEngine(engine, base, samples)));
      } catch ({ message }) {
        skipped.push(`${label} was not measured: ${message}.`);
      }
    }
    return { rows, skipped };
  } finally {
    close();
  }
}
