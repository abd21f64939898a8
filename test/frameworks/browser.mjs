// What the tests of this folder need to open a page: a server of files, and a browser.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { chrome } from '../../scripts/chrome.mjs';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Serves a folder: where it is, and how to end it. */
export async function serve(folder) {
  const server = createServer(async ({ url }, response) => {
    const path = new URL(url, 'http://localhost').pathname;
    try {
      const body = await readFile(join(folder, path));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(resolve => server.listen(0, resolve));
  return { origin: `http://localhost:${server.address().port}`, close: () => server.close() };
}

export async function openBrowser() {
  const { path: executablePath, headless, env } = await chrome();
  return puppeteer.launch({ executablePath, headless, env: { ...process.env, ...env }, args: ['--no-sandbox'] });
}

/** Collects what a page complains of: exceptions, and errors in the console that are not about pictures of other sites. */
export function complaintsOf(page) {
  const complaints = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return complaints;
}
