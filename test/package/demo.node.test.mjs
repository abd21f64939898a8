import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { chrome } from '../../scripts/chrome.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PORT = 9713;
const SITE = `http://localhost:${PORT}`;

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
/** A thousand cards are alike: axe looks at the first ones. */
const ALIKE = '.cards kf-product-card:nth-child(n + 4)';

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
      const isFromBuild = /^\/dist\/(?!kf-\w+\.global\.js)/.test(new URL(url).pathname); // a fresh clone has none
      if ((response.status() >= 400 || isFromBuild) && url.startsWith(SITE)) wrong.push(url);
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

/** A page of the demo whose elements have come to life. */
async function open(path, { width = 1440, height = 900, dark = false, language } = {}) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.setViewport({ width, height });
  await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  if (language) await tab.evaluateOnNewDocument(chosen => localStorage.setItem('kf-demo-language', chosen), language);
  await tab.goto(`${SITE}${path}`, { waitUntil: 'load', timeout: 120_000 });
  await tab.waitForFunction(() => document.querySelector('kf-bridge')?.state === 'ready', { timeout: 120_000 });
  return { tab, close: () => context.close() };
}

const settled = tab => tab.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve))));

/** Presses the first thing with this selector, in a shadow root or not. */
async function press(tab, selector) {
  const handle = await tab.waitForSelector(`pierce/${selector}`, { timeout: 60_000 });
  await handle.evaluate(element => element.click());
  await settled(tab);
}

async function complaints(tab) {
  await tab.evaluate(AXE);
  return tab.evaluate(async alike => {
    const { violations } = await window.axe.run({ include: [['html']], exclude: [[alike]] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }, ALIKE);
}

const saysSent = tab =>
  tab.waitForFunction(
    () =>
      document
        .querySelector('kf-menu-composer')
        .shadowRoot.querySelector('footer .status')
        .textContent.match(/已发送|Sent/),
    { timeout: 60_000 },
  );

for (const look of [{}, { width: 400, dark: true, language: 'en' }])
  test(`axe has nothing against the demo: ${JSON.stringify(look)}`, async () => {
    const { tab, close } = await open('/demo/', look);
    assert.deepEqual(await complaints(tab), []);
    await press(tab, '#menu-templates');
    assert.deepEqual(await complaints(tab), []);
    await tab.keyboard.press('Escape');
    await press(tab, 'footer .send');
    await saysSent(tab);
    assert.deepEqual(await complaints(tab), []);
    await press(tab, '#panel-menu [role="tab"]:nth-child(2)');
    assert.deepEqual(await complaints(tab), []);
    await close();
  });

test('axe has nothing against the pages with many products, and the old page', async () => {
  const products = await open('/demo/products.html');
  await press(products.tab, 'article .main');
  assert.deepEqual(await complaints(products.tab), []);
  await products.close();
  const old = await open('/demo/legacy.html', { width: 500 });
  assert.deepEqual(await complaints(old.tab), []);
  await press(old.tab, 'footer .send');
  await saysSent(old.tab);
  assert.deepEqual(await complaints(old.tab), []);
  await old.close();
});

/** Chooses a row of the list, and says yes to its question once that can have been read. */
async function sendFromList(tab, index) {
  const row = `[aria-posinset="${index + 1}"]`;
  await tab.$eval('kf-product-list', ({ shadowRoot }, row) => shadowRoot.querySelector(`${row} .main`).click(), row);
  const yes = await tab.waitForSelector('kf-product-list >>> [part="confirm"] [part~="send"]', { timeout: 60_000 });
  const isAnswered = button => !button.isConnected || button.click();
  await tab.waitForFunction(isAnswered, { timeout: 60_000, polling: 1200 }, yes);
}

/** What the elements tell, for each choice of the page with many products. */
const ENDS = [
  'kf-sent { outcome: "sent"',
  'kf-error { code: "no-permission", outcome: "not-sent"',
  'kf-cancel {',
  'kf-error { code: "timeout", outcome: "unknown"',
];

for (const look of [
  { language: 'zh-CN' },
  { width: 1000, language: 'zh-TW' },
  { width: 360, dark: true, language: 'en' },
])
  test(`each end of a send is shown on a card and in a list of many: ${JSON.stringify(look)}`, async () => {
    const { tab, close } = await open('/demo/products.html', look);
    await tab.$eval('kf-bridge', bridge => {
      bridge.timeout = 1000;
      window.ends = [];
      for (const type of ['kf-sent', 'kf-cancel', 'kf-error'])
        bridge.addEventListener(type, ({ target }) => window.ends.push(`${target.localName} ${type}`));
    });
    const card = index => `.cards kf-product-card:nth-child(${index + 1})`;
    const told = (which, words) =>
      tab.waitForFunction(
        (which, words) => document.querySelector(`${which} pre`)?.textContent.startsWith(words),
        { timeout: 60_000 },
        which,
        words,
      );
    for (const [index, words] of ENDS.entries()) {
      await tab.focus('.outcome select');
      if (index) await tab.keyboard.press('ArrowDown');
      await settled(tab);
      assert.equal(
        await tab.$eval('.outcome pre', () => true).catch(() => false),
        false,
        'nothing is told of this one yet',
      );
      await tab.waitForSelector(card(index), { timeout: 60_000 });
      await tab.$eval(card(index), ({ shadowRoot }) => shadowRoot.querySelector('button').click());
      await told('.outcome', words);
      await sendFromList(tab, ENDS.length + index); // of another product than the card's: none has a question open
      await tab.waitForFunction(count => window.ends.length === count, { timeout: 60_000 }, 2 * index + 2);
    }
    assert.deepEqual(
      await tab.evaluate(() => window.ends),
      ENDS.flatMap(end => ['kf-product-card', 'kf-product-list'].map(tag => `${tag} ${end.split(' ')[0]}`)),
    );
    assert.deepEqual(await complaints(tab), []);
    assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await close();
  });

test('in one column the Tab key goes as the eyes do: settings, toolbar, chat, calls, code', async () => {
  const { tab, close } = await open('/demo/', { width: 360 });
  const parts = ['scenarios', 'tuning', 'panel', 'talk', 'calls', 'code'];
  const tops = await tab.evaluate(
    parts => parts.map(part => document.querySelector(`.${part}`).getBoundingClientRect().top),
    parts,
  );
  assert.deepEqual(
    tops,
    [...tops].sort((one, other) => one - other),
  );
  const passed = [];
  while (passed.at(-1) !== 'code' && passed.length < 100) {
    await tab.keyboard.press('Tab');
    passed.push(await tab.evaluate(parts => parts.find(part => document.activeElement.closest(`.${part}`)), parts));
  }
  const visited = [...new Set(passed)].filter(part => part !== undefined);
  assert.deepEqual(
    visited,
    parts.filter(part => visited.includes(part)),
  );
  assert.deepEqual([visited[0], visited.at(-1)], ['scenarios', 'code']);
  await close();
});

for (const [language, han] of [
  ['en', /[\u4e00-\u9fff]/],
  ['zh-TW', /称|订单号|单/],
])
  test(`templates and their variables are in the language of the demo: ${language}`, async () => {
    const { tab, close } = await open('/demo/', { language });
    const texts = await tab.$eval('kf-menu-composer', ({ templates, variables }) =>
      JSON.stringify([templates, variables]),
    );
    assert.doesNotMatch(texts, han);
    const names = new Set(Array.from(texts.matchAll(/{{(.+?)}}/g), ([, name]) => name));
    const known = await tab.$eval('kf-menu-composer', ({ variables }) => Object.keys(variables));
    assert.deepEqual(
      known.filter(name => !names.has(name)),
      [],
    );
    assert.equal(names.size, known.length + 1);
    await close();
  });

test('/ leads to the demo, and from there a link to the docs, which are read in the browser', async () => {
  const { tab, close } = await open('/');
  assert.equal(new URL(tab.url()).pathname, '/demo/');
  const href = await tab.$eval('.docs', link => link.href);
  const docs = await fetch(href);
  assert.equal(docs.status, 200);
  assert.match(docs.headers.get('content-type'), /^text\/plain/);
  await close();
});

test('the demo opens with a real product, and without a second title in one column', async () => {
  const { tab, close } = await open('/demo/', { width: 720 });
  const titles = await tab.$$eval('kf-product-card', cards => cards.map(({ product }) => product.title));
  assert.match(titles[0], /手工黄油曲奇/);
  const shown = await tab.$eval(
    'kf-menu-composer',
    ({ shadowRoot }) => shadowRoot.querySelector('h2').getClientRects().length,
  );
  assert.equal(shown, 0);
  await close();
});

test('what was written before another language was chosen keeps the values of its variables', async () => {
  const { tab, close } = await open('/demo/');
  await tab.$eval('kf-menu-composer', ({ shadowRoot }) => shadowRoot.querySelector('textarea').focus());
  await tab.keyboard.type('{{订单号}}');
  await settled(tab);
  const before = await tab.$eval('kf-menu-composer', ({ variables }) => variables['订单号']);
  await tab.select('.language select', 'en');
  await settled(tab);
  const [text, known] = await tab.$eval('kf-menu-composer', ({ value, variables }) => [value.head_content, variables]);
  assert.match(text, /{{订单号}}/);
  assert.deepEqual([known['订单号'], known.order], [before, before]);
  await close();
});

test("the card from the shop's answers is none of the list's products, and speaks the page's language", async () => {
  const { tab, close } = await open('/demo/products.html');
  const both = () =>
    tab.evaluate(() => {
      const { product } = document.querySelector('.mapping kf-product-card');
      const { products } = document.querySelector('kf-product-list');
      return [product, products.some(({ productId }) => productId === product.productId)];
    });
  assert.equal((await both())[1], false);
  const answer = '.answer:nth-of-type(2) textarea';
  await tab.$eval(answer, field => {
    field.value = field.value.replace('小满食品店', '我的店');
    field.dispatchEvent(new Event('input'));
  });
  await tab.select('.language select', 'en');
  await settled(tab);
  const [{ title, shopNickname }] = await both();
  assert.match(title, /butter cookies/);
  assert.equal(shopNickname, '我的店'); // what a visitor has written stays
  await close();
});

test('every word of the demo stands in all of its languages', async () => {
  const folder = fileURLToPath(new URL('../../demo/', import.meta.url));
  const files = ['model', 'view', '.'].flatMap(room =>
    readdirSync(`${folder}${room}`)
      .filter(file => file.endsWith('.ts'))
      .map(file => `${folder}${room}/${file}`),
  );
  const said = files.flatMap(file =>
    Array.from(readFileSync(file, 'utf8').matchAll(/\bsay\(\s*'([^']+)'/g), ([, text]) => text),
  );
  assert.ok(said.length > 80);
  for (const table of ['en', 'zh-tw']) {
    const text = readFileSync(`${folder}words/${table}.ts`, 'utf8');
    for (const words of said)
      assert.ok(text.includes(`'${words}':`) || text.includes(`  ${words}:`), `${table}: ${words}`);
  }
});

test('the whole page is in the chosen language, and stays so after a reload', async () => {
  const { tab, close } = await open('/demo/');
  await tab.select('.language select', 'en');
  await settled(tab);
  const chinese = () =>
    tab.evaluate(() => {
      const names = new Set(
        Array.from(document.querySelectorAll('.language option, noscript'), ({ textContent }) => textContent),
      );
      const texts = [];
      const look = root => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const { data, parentElement } = walker.currentNode;
          if (parentElement?.localName !== 'style') texts.push(data.trim());
        }
        for (const element of root.querySelectorAll('*')) {
          texts.push(element.getAttribute('aria-label') ?? '', element.getAttribute('placeholder') ?? '');
          if (element.shadowRoot) look(element.shadowRoot);
        }
      };
      look(document.body);
      return texts.filter(text => /[\u4e00-\u9fff]/.test(text) && !names.has(text));
    });
  assert.deepEqual(await chinese(), []);
  assert.equal(await tab.evaluate(() => document.documentElement.lang), 'en');
  await tab.reload({ waitUntil: 'load' });
  await tab.waitForFunction(() => document.querySelector('kf-bridge')?.state === 'ready', { timeout: 120_000 });
  assert.deepEqual(await chinese(), []);
  await close();
});

for (const language of ['zh-CN', 'zh-TW', 'en'])
  test(`the hints collide with nothing between 720 and 1100 px: ${language}`, async () => {
    const { tab, close } = await open('/demo/', { language });
    for (let width = 720; width <= 1100; width += 20) {
      await tab.setViewport({ width, height: 900 });
      await settled(tab);
      const collisions = await tab.evaluate(() => {
        const boxes = Array.from(
          document.querySelectorAll('.hint, .top, .titlebar, .panel, .talk, .side > *'),
          element => ({
            name: element.className,
            box: element.getBoundingClientRect(),
          }),
        ).filter(({ box }) => box.width && box.height);
        return boxes.flatMap(({ name, box }, at) =>
          name !== 'hint'
            ? []
            : boxes
                .filter(
                  (other, index) =>
                    index !== at &&
                    other.box.left < box.right - 1 &&
                    other.box.right > box.left + 1 &&
                    other.box.top < box.bottom - 1 &&
                    other.box.bottom > box.top + 1,
                )
                .map(other => `${box.left} ${name} × ${other.name}`),
        );
      });
      assert.deepEqual(collisions, [], `${width} px`);
    }
    await close();
  });

for (const path of ['/demo/', '/demo/products.html'])
  for (const language of ['zh-CN', 'zh-TW', 'en'])
    describe(`${path} in ${language}`, () => {
      let page; // one for all widths: a page of its own loads all modules again
      before(async () => (page = await open(path, { language })));
      after(() => page.close());

      for (const width of [328, 360, 720])
        test(`the title's bar of ${path} is one line at ${width} px: ${language}`, async () => {
          const { tab } = page;
          await tab.setViewport({ width, height: 900 });
          await settled(tab);
          const tops = await tab.$$eval('.top h1, .top .language, .top .square', parts =>
            parts.map(part => {
              const { top, height } = part.getBoundingClientRect();
              return top + height / 2;
            }),
          );
          assert.ok(Math.max(...tops) - Math.min(...tops) < 4, tops.join());
          const title = await tab.$eval('.top h1', ({ offsetHeight }) => offsetHeight);
          assert.equal(title, 24);
        });
    });

test('the demo opens with a menu that has nothing to be mended, and stays where it is when that is sent', async () => {
  const { tab, close } = await open('/demo/', { width: 400 });
  const status = () =>
    tab.$eval('kf-menu-composer', ({ shadowRoot }) => shadowRoot.querySelector('[role="status"]').textContent.trim());
  await tab.waitForFunction(() => document.querySelector('kf-menu-composer').shadowRoot.querySelector('.send.fill'), {
    timeout: 60_000,
  });
  assert.equal(await status(), '可以发送');
  const before = await tab.evaluate(() => scrollY);
  await press(tab, 'footer .send');
  await saysSent(tab);
  await tab.waitForFunction(() => document.querySelector('.talk-log .own'), { timeout: 60_000 });
  await settled(tab);
  assert.equal(await tab.evaluate(() => scrollY), before);
  await close();
});
