// README as a stranger follows it: a fresh copy of the repository is packed with its commands, installed in an empty folder beside it, and
// each of its three pages is opened there and sends.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createServer } from '../../demo/frameworks/node_modules/vite/dist/node/index.js';
import { blocksOf } from '../docs/code-blocks.mjs';
import { complaintsOf, openBrowser } from './browser.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MENU = { msgtype: 'msgmenu', msgmenu: { head_content: '您对本次服务是否满意呢?' } };

const blocks = blocksOf('README.md');
const blockOf = (heading, language) =>
  blocks.find(block => block.heading?.startsWith(heading) && block.language === language).code;
const ownPage = blockOf('Your own page', 'html');
const [simulator, simulated] = ownPage.split('\n').filter(line => line.includes('imulat'));
const DOCTYPE = '<!doctype html><meta charset="utf-8">';

const outside = mkdtempSync(join(tmpdir(), 'kf-clone-'));
const clone = join(outside, 'wecom-kf-elements');
const folder = join(outside, 'my-page');
let browser;
let server;

before(async () => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8' });
  for (const file of files.split('\0').filter(path => path && existsSync(join(ROOT, path)))) {
    mkdirSync(dirname(join(clone, file)), { recursive: true });
    cpSync(join(ROOT, file), join(clone, file));
  }
  execFileSync('sh', ['-ec', blockOf('Your own page', 'sh')], { cwd: clone, stdio: ['ignore', 'ignore', 'inherit'] });
  for (const [name, from] of [
    ['jquery', 'jquery3'],
    ['@wecom/jssdk', '@wecom/jssdk'],
  ]) {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', from), join(folder, 'node_modules', name), 'dir');
  }
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(outside, { recursive: true, force: true });
});

/** Opens a page, presses 发送, and gives what the page heard of it. */
async function sendFrom(address) {
  const page = await browser.newPage();
  const complaints = complaintsOf(page);
  const logged = [];
  page.on('console', message => logged.push(message.text()));
  await page.evaluateOnNewDocument(() => addEventListener('kf-sent', ({ detail }) => (window.heard = detail)));
  await page.goto(address);
  await page.waitForSelector('kf-bridge[state="ready"]');
  await page.waitForFunction(() => document.querySelector('kf-menu-composer').message.msgmenu.head_content);
  await (await page.waitForSelector('kf-menu-composer >>> [part~="send"]:not([disabled])')).click();
  await page.waitForFunction(() => window.heard);
  const { message, receipt } = await page.evaluate(() => window.heard);
  assert.deepEqual(message, MENU);
  assert.equal(receipt.outcome, 'sent');
  assert.deepEqual(complaints, []);
  return { page, receipt, logged };
}

const openFile = (name, html) => {
  writeFileSync(join(folder, name), html);
  return sendFrom(pathToFileURL(join(folder, name)).href);
};

describe('README, from an empty folder', () => {
  it('makes a package with everything in it', () => {
    const installed = join(folder, 'node_modules/wecom-kf-elements');
    for (const path of [
      'dist/index.js',
      'dist/kf-elements.global.js',
      'custom-elements.json',
      'docs/zh-CN',
      'llms.txt',
    ])
      assert.ok(existsSync(join(installed, path)), path);
    assert.ok(readdirSync(join(installed, 'dist/vectors')).length > 300);
    assert.equal(readFileSync(join(installed, 'README.md'), 'utf8'), readFileSync(join(ROOT, 'README.md'), 'utf8'));
  });

  it('your own page in twelve lines sends, opened as a file', async () => {
    assert.equal(ownPage.trim().split('\n').length, 12);
    const { page } = await openFile('index.html', ownPage);
    const shown = await page.$eval('#sent', ({ textContent }) => JSON.parse(textContent));
    assert.deepEqual(shown.message, MENU);
  });

  it('the jQuery page sends, and its console shows kf-sent', async () => {
    const html = `${DOCTYPE}<script src="node_modules/jquery/dist/jquery.js"></script>${simulator}${simulated}`;
    const { logged } = await openFile('jquery.html', html + blockOf('In the client: a jQuery page', 'html'));
    assert.ok(
      logged.some(text => text.startsWith('kf-sent')),
      logged.join(),
    );
  });

  it('the page with @wecom/jssdk sends through ww, with the signature of the simulator', async () => {
    const heading = 'In the client: an H5 page';
    const module = blockOf(heading, 'js').replace(
      /getAgentConfigSignature: .*/,
      'getAgentConfigSignature: url => client.sign(url),',
    );
    const start = simulated.replace('KfSimulator.', 'var client = KfSimulator.');
    writeFileSync(join(folder, 'main.js'), module);
    const html = `${DOCTYPE}${simulator}${start}${blockOf(heading, 'html')}<script type="module" src="main.js"></script>`;
    writeFileSync(join(folder, 'h5.html'), html);
    server = await createServer({ root: folder, logLevel: 'error', server: { fs: { strict: false } } });
    await server.listen(0);
    const { receipt } = await sendFrom(`${server.resolvedUrls.local[0]}h5.html`);
    assert.equal(receipt.channel, 'ww');
  });
});
