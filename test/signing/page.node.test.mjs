import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { signatureOf } from '../../demo/signing/signature.mjs';
import { chrome } from '../../scripts/chrome.mjs';
import { startService } from './service.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DOCS = readFileSync(`${ROOT}docs/signing.md`, 'utf8');
const [withJssdk, withJweixin] = [...DOCS.matchAll(/```html\n([\s\S]*?)```/g)].map(([, html]) => html);

const bundle = async (contents, format = 'iife') => {
  // The sources register the elements; package.json names only the built files as having such side effects.
  const options = {
    ignoreAnnotations: true,
    bundle: true,
    write: false,
    format,
    tsconfig: `${ROOT}tsconfig.json`,
    target: 'es2021',
  };
  const { outputFiles } = await build({ ...options, stdin: { contents, resolveDir: ROOT, loader: 'ts' } });
  return outputFiles[0].text;
};

const SIMULATOR = `
  import { simulateWeCom } from 'wecom-kf-elements/simulator.js';
  window.client = simulateWeCom({ wxQy: false });`;
// npm has no jweixin 1.2.0, only 1.6, and no jwxwork: this is the one function of it that the page calls.
const JWEIXIN = `import wx from 'weixin-js-sdk'; window.wx = wx;`;
const JWXWORK = `
  wx.agentConfig = ({ success, fail, ...params }) =>
    WeixinJSBridge.invoke('agentConfig', params, reply => (/:ok$/.test(reply.err_msg) ? success : fail)(reply));`;

/** Serves a block of the docs as a page, and hands /kf-signature on to the signing server, as nginx does. */
const servePage = async (t, html) => {
  const signatures = [];
  const module = /<script type="module">([\s\S]*?)<\/script>/.exec(html)?.[1];
  const files = {
    '/simulator.js': () => bundle(SIMULATOR),
    '/module.js': () => bundle(module, 'esm'),
    '/kf-elements.global.js': () => bundle(`import 'wecom-kf-elements';`),
    '/jweixin.js': () => bundle(JWEIXIN),
    '/jwxwork.js': () => JWXWORK,
  };
  const body = html
    .replace(/<script type="module">[\s\S]*?<\/script>/, () => '<script type="module" src="/module.js"></script>')
    .replace(/https:\S*jweixin-1\.2\.0\.js/, '/jweixin.js')
    .replace(/https:\S*jwxwork-1\.0\.0\.js/, '/jwxwork.js')
    .replace('src="kf-elements', 'src="/kf-elements');
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/kf-signature') {
      const answer = await service.ask(request.url, { headers: { 'Accept-Language': 'en' } });
      signatures.push(answer.body);
      return response.writeHead(answer.status).end(answer.text);
    }
    const isScript = pathname in files;
    const type = isScript ? 'text/javascript' : 'text/html';
    const text = isScript
      ? await files[pathname]()
      : `<!doctype html><meta charset="utf-8"><script src="/simulator.js"></script>${body}`;
    return response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(text);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    return new Promise(resolve => server.close(resolve));
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  const service = await startService(t, { env: { KF_ALLOWED_ORIGINS: origin } });
  return { url: `${origin}/kf/?chat=1&name=%E5%AE%A2`, signatures };
};

/** Opens the page, waits for the bridge, and sends a menu as an agent would. */
const sendFrom = async (browser, url) => {
  const page = await browser.newPage();
  await page.goto(`${url}#/menu`);
  await page.waitForFunction(
    () =>
      window.client.calls.some(({ api, reply }) => api === 'agentConfig' && reply) &&
      document.querySelector('kf-bridge').state === 'ready',
  );
  return page.evaluate(async () => {
    const composer = document.querySelector('kf-menu-composer');
    composer.value = { head_content: '您好', list: [{ type: 'click', click: { content: '满意' } }] };
    const { channel } = await composer.send();
    return { channel, sent: window.client.sent.map(({ msgmenu }) => msgmenu.head_content) };
  });
};

let browser;
before(async () => {
  const { path: executablePath, headless, env } = await chrome();
  browser = await puppeteer.launch({
    executablePath,
    headless,
    env: { ...process.env, ...env },
    args: ['--no-sandbox'],
  });
});
after(() => browser.close());

test('The page with @wecom/jssdk, as the docs have it, is signed and sends', async t => {
  const { url, signatures } = await servePage(t, withJssdk);
  assert.deepEqual(await sendFrom(browser, url), { channel: 'ww', sent: ['您好'] });
  assert.equal(signatures.length, 1);
  const [signature] = signatures;
  assert.equal(signature.signature, signatureOf({ ...signature, ticket: 'app-ticket-1', url }));
});

test('The page with jweixin, as the docs have it, is signed twice and sends', async t => {
  const { url, signatures } = await servePage(t, withJweixin);
  assert.deepEqual(await sendFrom(browser, url), { channel: 'wx.invoke', sent: ['您好'] });
  assert.equal(signatures.length, 2);
  const ofTicket = ticket => signatures.map(answer => signatureOf({ ...answer, ticket, url }) === answer.signature);
  assert.deepEqual(ofTicket('app-ticket-1').filter(Boolean), [true]);
  assert.deepEqual(ofTicket('corp-ticket-1').filter(Boolean), [true]);
});
