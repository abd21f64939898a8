// Every block of HTML in README and docs in a browser, with the simulator under it: no exception, our elements are registered, and what has
// a composer or a card sends when it is pressed.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { chrome } from '../../scripts/chrome.mjs';
import { blocksOf } from './code-blocks.mjs';
import { pagesIn, ROOT } from './pages.mjs';

const HEAD = '您对本次服务是否满意呢?';
const MODULES = '/node_modules/';

/** The names in `import`, as a bundler would find them. */
const IMPORTS = {
  'wecom-kf-elements': '/dist/index.js',
  'wecom-kf-elements/': '/dist/',
  '@wecom/jssdk': `${MODULES}@wecom/jssdk/dist/wecom.prod.js`,
  lit: `${MODULES}lit/index.js`,
  'lit/': `${MODULES}lit/`,
  'lit-html': `${MODULES}lit-html/lit-html.js`,
  'lit-html/': `${MODULES}lit-html/`,
  'lit-element/': `${MODULES}lit-element/`,
  '@lit/reactive-element': `${MODULES}@lit/reactive-element/reactive-element.js`,
  '@lit/reactive-element/': `${MODULES}@lit/reactive-element/`,
};

const SIMULATOR = `<script src="/dist/kf-simulator.global.js"></script>
  <script>var client = KfSimulator.simulateWeCom();</script>`;

/** What is in the page before the block: jQuery, and what the blocks leave to the reader. */
const AROUND = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
  <script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
  <script src="${MODULES}jquery3/dist/jquery.js"></script>
  <script>
    var product = { productId: '1', shopAppId: 'wx', imgUrl: 'https://a.cn/1.png', title: '明前龙井', sellingPrice: '16800', shopImgUrl: 'https://a.cn/2.png', shopNickname: '小满' };
    var fetchProducts = () => Promise.resolve({ products: [product], complete: true });
  </script>`;

/** Scripts of others: what they do to a page, as far as the blocks need it. */
const STAND_INS = {
  'prototype.js': `Array.prototype.toJSON = String.prototype.toJSON = function () { return JSON.stringify([].concat(this)); };`,
  'jweixin-1.2.0.js': `var wx = {
    config: () => {}, ready: run => run(), error: () => {},
    invoke: (api, params, reply) => WeixinJSBridge.invoke(api, params, reply),
  };`,
  'jweixin-1.6.0.js': '', // of which a page outside of a mini program needs nothing
  'jwxwork-1.0.0.js': `wx.agentConfig = ({ success, ...params }) => WeixinJSBridge.invoke('agentConfig', params, success);`,
};

const FILES = { 'mootools-core.js': 'node_modules/mootools/lib/mootools-core-1.5.2-server.js' };

const pages = ['README.md', 'demo/miniprogram/README.md', ...pagesIn('docs/')];
const isHtml = ({ language }) => language === 'html';
const blocks = pages.flatMap(blocksOf).filter(isHtml);

/** The page of a block: with the simulator, unless it has one, and with the script that the text around it shows or takes for granted. */
function pageOf(block) {
  const around = block.code.includes('kf-simulator') ? AROUND : AROUND + SIMULATOR;
  if (block.code.includes('<script')) return around + block.code;
  const all = blocksOf(block.page);
  const next = all[all.findIndex(({ line }) => line === block.line) + 1];
  const module = next?.language === 'js' && next.heading === block.heading ? next.code : `import 'wecom-kf-elements';`;
  // As README says for a browser without a server.
  const signed = module.replace(/getAgentConfigSignature: .*/, 'getAgentConfigSignature: url => client.sign(url),');
  return `${around}${block.code}<script type="module">${signed}</script>`;
}

/** What the server gives at an address: a block's page, a signature, a file of ours wherever the block has it, or any other file. */
async function answerTo(path) {
  const [, at] = /^\/block\/(\d+)\/$/.exec(path) ?? [];
  if (at) return { type: 'text/html', body: pageOf(blocks[at]) };
  if (path === '/kf-signature')
    return { type: 'application/json', body: '{ "timestamp": 1, "nonceStr": "n", "signature": "s" }' };
  const [name] = /(locales\/)?[^/]+$/.exec(path);
  if (name in STAND_INS) return { type: 'text/javascript', body: STAND_INS[name] };
  const file = FILES[name] ?? (/\.global\.js$/.test(name) ? `dist/${name}` : path.slice(1));
  return { type: 'text/javascript', body: await readFile(new URL(file, ROOT)) };
}

const server = createServer(async ({ url }, response) => {
  try {
    const { type, body } = await answerTo(new URL(url, 'http://localhost').pathname);
    response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=3600' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});

let browser;
before(async () => {
  await new Promise(resolve => server.listen(0, resolve));
  const { path: executablePath, headless, env } = await chrome();
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  browser = await puppeteer.launch({ executablePath, headless, env: { ...process.env, ...env }, args });
});
after(async () => {
  await browser?.close();
  server.close();
});

/** Opens a block; scripts from elsewhere come from our server, pictures from nowhere. */
async function open(at) {
  const origin = `http://localhost:${server.address().port}`;
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  const exceptions = [];
  page.on('pageerror', error => exceptions.push(error.message));
  await page.evaluateOnNewDocument(() => {
    addEventListener('kf-sent', ({ detail }) => (window.receipt = detail.receipt));
  });
  const session = await page.createCDPSession();
  session.on('Fetch.requestPaused', async ({ requestId, request, resourceType }) => {
    if (resourceType !== 'Script') return session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    const { type, body } = await answerTo(new URL(request.url).pathname);
    return session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: [{ name: 'content-type', value: type }],
      body: Buffer.from(body).toString('base64'),
    });
  });
  // Not puppeteer's own interception: that one stops every request, the hundreds of modules of each page too, and the browser's cache.
  await session.send('Fetch.enable', { patterns: [{ urlPattern: 'https://*' }] });
  await page.goto(`${origin}/block/${at}/`, { waitUntil: 'load', timeout: 120_000 });
  return { page, exceptions };
}

describe('HTML in the docs, in a browser', () => {
  for (const [at, block] of blocks.entries())
    it(`${block.name} works`, async () => {
      const { page, exceptions } = await open(at);
      await page.waitForFunction(() => !document.querySelector(':not(:defined)'));

      const canSend = await page.evaluate(head => {
        const composer = document.querySelector('kf-menu-composer');
        if (composer && !composer.message.msgmenu.head_content) composer.value = { head_content: head };
        return Boolean(composer ?? document.querySelector('kf-product-card'));
      }, HEAD);
      if (canSend) {
        await page.waitForSelector('kf-bridge[state="ready"]');
        const button = await page.waitForSelector('kf-bridge > * >>> [part~="send"]:not([disabled])');
        await button.click();
        await page.waitForFunction(() => window.receipt);
        const { outcome, channel } = await page.evaluate(() => window.receipt);
        assert.equal(outcome, 'sent');
        if (pageOf(block).includes('ww.register')) assert.equal(channel, 'ww');
      }
      const list = await page.$('kf-product-list');
      if (list) await page.waitForFunction(() => document.querySelector('kf-product-list').products?.length === 1);

      assert.deepEqual(exceptions, []);
      await page.close();
    });

  it('are found', () => assert.ok(blocks.length > 10));
});
