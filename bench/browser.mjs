// A Chromium for measuring: each sample gets a fresh page of a fresh profile, and the processor's time of the page's main thread,
// which other programs on the machine do not lengthen as they do the clock's.
import puppeteer from 'puppeteer-core';
import { chrome } from '../scripts/chrome.mjs';
import { serve } from './server.mjs';

export async function openBrowser() {
  const { path: executablePath, headless, env } = await chrome();
  const { base, close: closeServer } = await serve();
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  });

  /** Lets `work` have a fresh page for `path`, and closes it. */
  async function inPage(path, work) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 420, height: 800 });
    const failed = new Promise((_, reject) => page.once('pageerror', reject));
    failed.catch(() => undefined);
    try {
      const client = await page.createCDPSession();
      await client.send('Performance.enable');
      const measured = new MeasuredPage(page, client, base + path);
      return await Promise.race([work(measured), failed]);
    } finally {
      await context.close();
    }
  }

  const version = () => browser.version();
  const close = async () => {
    await browser.close();
    closeServer();
  };
  return { inPage, version, close };
}

class MeasuredPage {
  constructor(page, client, address) {
    this.page = page;
    this.client = client;
    this.address = address;
  }

  async open() {
    await this.page.goto(this.address);
  }

  /** Opens the page, and gives the milliseconds that the main thread worked from each of these marks to `end`. */
  async timedOpening(...marks) {
    const at = await this.trace(async () => {
      await this.open();
      await this.page.evaluate(() => window.ready);
    });
    return marks.map(mark => (at('end') - at(mark)) / 1000);
  }

  /** Opens the page, and calls one of its functions. */
  async opened(name, ...values) {
    await this.open();
    return this.call(name, ...values);
  }

  /** Calls one of the page's functions. */
  call(name, ...values) {
    return this.page.evaluate((name, values) => window[name](...values), name, values);
  }

  /** The same, with the milliseconds that the main thread worked between the marks `begin` and `end`. */
  async timed(name, ...values) {
    let value;
    const at = await this.trace(async () => (value = await this.call(name, ...values)));
    return { value, time: (at('end') - at('begin')) / 1000 };
  }

  /** When the main thread came to each mark, in microseconds of its own time. */
  async trace(work) {
    await this.page.tracing.start({ categories: ['-*', 'blink.user_timing'] });
    await work();
    const { traceEvents } = JSON.parse(Buffer.from(await this.page.tracing.stop()).toString());
    return mark => traceEvents.find(({ name }) => name === mark).tts;
  }

  /** What is alive in the page: its nodes, and the bytes of its objects. */
  async alive() {
    await this.client.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.client.send('Performance.getMetrics');
    const of = wanted => metrics.find(({ name }) => name === wanted).value;
    return { nodes: of('Nodes'), heap: of('JSHeapUsedSize') };
  }
}
