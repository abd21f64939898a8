// Chromium as old clients carry it, with the puppeteer of its time: today's hangs at the launch of anything before 110.
import puppeteer from 'puppeteer-core-old';
import { fileURLToPath } from 'node:url';
import { npmBrowser } from '../../scripts/npm-browser.mjs';
import { OLD_CHROMIUM } from './engines.mjs';

/** Starts the version with this major number. */
export async function oldChromium(major) {
  const folder = fileURLToPath(new URL(`../../node_modules/.cache/chromium-${major}`, import.meta.url));
  const executablePath = await npmBrowser(OLD_CHROMIUM[major], folder);
  return puppeteer.launch({
    executablePath,
    headless: true,
    timeout: 60_000,
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars'],
  });
}
