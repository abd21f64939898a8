import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { chrome } from '../../scripts/chrome.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PORT = 9713;
const SITE = `http://localhost:${PORT}`;

let server;
let browser;

before(async () => {
  server = spawn(process.execPath, ['scripts/start.mjs'], { cwd: ROOT, env: { ...process.env, PORT: String(PORT) } });
  await new Promise((resolve, reject) => {
    server.stdout.on('data', text => String(text).includes('The demo is at') && resolve());
    server.on('exit', code => reject(new Error(`the server ended with ${code}`)));
  });
  const { path: executablePath, headless, env } = await chrome();
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  browser = await puppeteer.launch({ executablePath, headless, env: { ...process.env, ...env }, args });
});
after(async () => {
  await browser?.close();
  server?.kill();
});

for (const page of ['demo/', 'demo/legacy.html', 'demo/products.html'])
  test(`npm start: every element of /${page} comes to life, and nothing is missing`, async () => {
    const tab = await browser.newPage();
    const wrong = [];
    tab.on('pageerror', ({ message }) => wrong.push(message));
    tab.on('response', response => {
      const url = response.url();
      if (response.status() >= 400 && url.startsWith(SITE) && !url.endsWith('/favicon.ico')) wrong.push(url);
    });
    await tab.goto(`${SITE}/${page}`, { waitUntil: 'load', timeout: 120_000 });
    await tab.waitForFunction(
      () => {
        const elements = Array.from(document.querySelectorAll('*')).filter(({ localName }) => /^kf-/.test(localName));
        return elements.length > 1 && elements.every(({ localName }) => customElements.get(localName));
      },
      { timeout: 120_000 },
    );
    assert.deepEqual(wrong, []);
    await tab.close();
  });
