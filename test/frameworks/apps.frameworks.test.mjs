// Each app of demo/frameworks in a browser: it is written in, and sends. `npm run test:frameworks`
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { build } from '../../demo/frameworks/node_modules/vite/dist/node/index.js';
import { APPS, setupOf } from '../../demo/frameworks/vite.config.js';
import { chrome } from '../../scripts/chrome.mjs';

const ROOT = fileURLToPath(new URL('../../demo/frameworks', import.meta.url));
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const HEAD = '您对本次服务是否满意呢?';

const server = createServer(async ({ url }, response) => {
  const path = new URL(url, 'http://localhost').pathname;
  try {
    const body = await readFile(join(ROOT, path));
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});

let browser;
before(async () => {
  const { path: executablePath, headless, env } = await chrome();
  browser = await puppeteer.launch({
    executablePath,
    headless,
    env: { ...process.env, ...env },
    args: ['--no-sandbox'],
  });
  await new Promise(resolve => server.listen(0, resolve));
});
after(async () => {
  await browser.close();
  server.close();
});

for (const app of APPS)
  describe(app, () => {
    let page;
    const errors = [];
    before(async () => {
      await build(setupOf(app));
      page = await browser.newPage();
      page.on('pageerror', error => errors.push(error.message));
      page.on('console', message => {
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          errors.push(message.text());
      });
      await page.goto(`http://localhost:${server.address().port}/${app}/dist/index.html`);
      await page.waitForSelector('kf-bridge[state="ready"]');
    });
    after(() => page.close());

    /** Presses the button that says so, as a person would who has read it. */
    const send = async tag => {
      const button = await page.waitForSelector(`${tag} >>> ::-p-text(发送)`);
      await button.click();
    };
    const sent = count => page.waitForFunction(n => window.client.sent.length === n, {}, count);

    it('shows the menu, hears what is written, and lets the user write on', async () => {
      await page.waitForFunction(text => document.querySelector('pre').textContent === text, {}, HEAD);
      const text = await page.waitForSelector('kf-menu-composer >>> textarea');
      await text.focus();
      await page.keyboard.press('End');
      await page.keyboard.type('请选', { delay: 20 });
      await page.waitForFunction(text => document.querySelector('pre').textContent === text, {}, `${HEAD}请选`);
      assert.equal(await text.evaluate(({ value }) => value), `${HEAD}请选`);
    });

    it('sends the menu, and hears kf-sent', async () => {
      await page.evaluate(() => document.querySelector('kf-menu-composer').send());
      await sent(1);
      const [message] = await page.evaluate(() => window.client.sent);
      assert.equal(message.msgmenu.head_content, `${HEAD}请选`);
      assert.deepEqual(
        message.msgmenu.list.map(({ type }) => type),
        ['click', 'click', 'view'],
      );
      await page.waitForFunction(() => document.querySelector('[role=status]').textContent.startsWith('sent through '));
    });

    it('sends the product with a press', async () => {
      await send('kf-product-card');
      await sent(2);
      const [, message] = await page.evaluate(() => window.client.sent);
      assert.equal(message.channelsShopProduct.title, '明前龙井 50g 罐装');
    });

    it('says nothing in the console', () => assert.deepEqual(errors, []));
  });
