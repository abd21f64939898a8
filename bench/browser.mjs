// A Chromium for measuring: each sample gets a fresh page, and the processor's time of the page's main thread, which other
// programs on the machine do not lengthen as they do the clock's.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { chrome } from '../scripts/chrome.mjs';

const TYPES = { '.js': 'text/javascript', '.html': 'text/html; charset=utf-8' };
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="#9bc" /></svg>`;
/** Milliseconds until a picture comes: long after its card was painted. */
const PICTURE_DELAY = 200;

const fileOf = path => new URL(path.startsWith('/dist/') ? `..${path}` : `pages${path}`, import.meta.url);

async function serve() {
  const server = createServer(async ({ url }, response) => {
    if (url.startsWith('/picture/')) {
      await wait(PICTURE_DELAY);
      return response.setHeader('content-type', 'image/svg+xml').end(PICTURE);
    }
    try {
      response.setHeader('content-type', TYPES[extname(url)] ?? 'text/plain').end(readFileSync(fileOf(url)));
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  return { server, base: `http://127.0.0.1:${server.address().port}` };
}

export async function openBrowser({ slower = 1 } = {}) {
  const { path: executablePath, headless, env } = await chrome();
  const { server, base } = await serve();
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  });

  /** Opens `path` in a fresh page, lets `work` have it, and closes it. */
  async function inPage(path, work) {
    const page = await browser.newPage();
    const failed = new Promise((_, reject) => page.once('pageerror', reject));
    failed.catch(() => undefined);
    try {
      const client = await page.createCDPSession();
      await client.send('Performance.enable');
      await page.goto(base + path);
      if (slower > 1) await client.send('Emulation.setCPUThrottlingRate', { rate: slower });
      return await Promise.race([work(new MeasuredPage(page, client)), failed]);
    } finally {
      await page.close();
    }
  }

  const close = async () => {
    await browser.close();
    server.close();
  };
  return { inPage, close };
}

class MeasuredPage {
  constructor(page, client) {
    this.page = page;
    this.client = client;
  }

  /** Calls one of the page's functions. */
  call(name, ...values) {
    return this.page.evaluate((name, values) => window[name](...values), name, values);
  }

  /** The same, with the milliseconds that the main thread worked between the marks `begin` and `end`. */
  async timed(name, ...values) {
    await this.page.tracing.start({ categories: ['-*', 'blink.user_timing'] });
    const value = await this.call(name, ...values);
    const { traceEvents } = JSON.parse(Buffer.from(await this.page.tracing.stop()).toString());
    const at = mark => traceEvents.find(({ name }) => name === mark).tts;
    return { value, time: (at('end') - at('begin')) / 1000 };
  }

  /** What is alive in the page: its nodes, and the bytes of its objects. */
  async alive() {
    await this.client.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.client.send('Performance.getMetrics');
    const of = wanted => metrics.find(({ name }) => name === wanted).value;
    return { nodes: of('Nodes'), heap: of('JSHeapUsedSize') };
  }
}
