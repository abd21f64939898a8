// The code of docs/frameworks.md and docs/frameworks/ as it stands there: each setup is type-checked with its framework, built with the
// packed package, opened in a browser, and 发送 is pressed. `npm run test:frameworks`
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { build } from '../../demo/frameworks/node_modules/vite/dist/node/index.js';
import { blocksOf } from '../docs/code-blocks.mjs';
import { pagesIn } from '../docs/pages.mjs';
import { Project } from '../types/packed.mjs';
import { complaintsOf, openBrowser, serve } from './browser.mjs';
import { SETUPS } from './setups.mjs';

const frameworks = createRequire(new URL('../../demo/frameworks/package.json', import.meta.url));
const ENTRY = 'docs/frameworks.md';
const blocks = pagesIn('docs/')
  .filter(page => page === ENTRY || page.startsWith('docs/frameworks/'))
  .flatMap(blocksOf)
  .filter(({ language }) => language !== 'sh');
const used = new Set();

/** The text of a block, which counts as tried from here on. */
function codeOf(page, heading, language, nth = 0) {
  const isMeant = block => block.page === page && block.heading === heading && block.language === language;
  const block = blocks.filter(isMeant)[nth];
  used.add(block);
  return block.code;
}

let project;
let site;
let browser;
before(async () => {
  process.env.NODE_ENV = 'development'; // Vite asks it for import.meta.env.DEV
  project = new Project();
  site = await serve(project.folder);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  site?.close();
  project?.remove();
});

/** Opens the page, presses the composer's button, and takes what the page heard. */
async function sendFrom(path) {
  const page = await browser.newPage();
  const complaints = complaintsOf(page);
  const logged = [];
  page.on('console', message => message.type() === 'log' && logged.push(message.args()[0]?.jsonValue()));
  await page.evaluateOnNewDocument(() => addEventListener('kf-sent', ({ detail }) => (window.heard = detail)));
  await page.goto(`${site.origin}/${path}`);
  await page.waitForSelector('kf-bridge[state="ready"]');
  await page.waitForFunction(() => document.querySelector('kf-menu-composer').message.msgmenu.head_content);
  const button = await page.waitForSelector('kf-menu-composer >>> [part~="send"]');
  await button.click();
  await page.waitForFunction(() => window.heard);
  const { message, receipt } = await page.evaluate(() => window.heard);
  assert.deepEqual(message, { msgtype: 'msgmenu', msgmenu: { head_content: '您对本次服务是否满意呢?' } });
  assert.equal(receipt.outcome, 'sent');
  assert.ok(
    (await Promise.all(logged)).some(value => value?.outcome === 'sent'),
    'the console shows the receipt',
  );
  assert.deepEqual(complaints, []);
  await page.close();
}

for (const [framework, setup] of Object.entries(SETUPS))
  describe(framework, () => {
    const { page, heading = framework, packages, panel, files = {}, checker, compilerOptions, main, vite = {} } = setup;
    before(() => {
      for (const entry of packages) {
        const [name, source = name] = entry.split('=');
        project.link(name, join(project.frameworks, source));
      }
      project.write(panel.file, codeOf(page, heading, panel.language));
      for (const [file, language] of Object.entries(files)) project.write(file, codeOf(page, heading, language));
      project.write('main.js', codeOf(ENTRY, 'Before you begin', 'js') + main);
      project.write(
        'index.html',
        '<meta charset="utf-8"><div id="app"></div><script type="module" src="main.js"></script>',
      );
    });
    after(() => {
      for (const file of [panel.file, ...Object.keys(files)]) rmSync(join(project.folder, file));
    });

    if (checker) it('type-checks', () => assert.equal(project.check(checker, [panel.file], compilerOptions), ''));

    it('sends what the page says', async () => {
      const ownConfig = join(project.folder, 'vite.config.js');
      await build({
        root: project.folder,
        configFile: existsSync(ownConfig) ? ownConfig : false,
        mode: 'development',
        logLevel: 'warn',
        base: './',
        build: { minify: false, target: 'es2022', chunkSizeWarningLimit: 5000 },
        ...vite,
      });
      await sendFrom('dist/index.html');
    });
  });

describe('webpack', () => {
  for (const [version, nth] of [
    ['webpack', 0],
    ['webpack4', 1],
  ])
    it(`sends what the page says: ${version}`, async () => {
      project.write('index.js', codeOf(ENTRY, 'webpack', 'js', nth));
      project.write(
        'webpack.html',
        `<meta charset="utf-8"><kf-bridge><kf-menu-composer></kf-menu-composer></kf-bridge><script src="packed/main.js"></script>`,
      );
      const output = { path: join(project.folder, 'packed') };
      const stats = await promisify(frameworks(version))({
        context: project.folder,
        entry: './index.js',
        mode: 'development',
        output,
      });
      assert.deepEqual(stats.toJson().errors, []);
      await sendFrom('webpack.html');
    });
});

it('Every block of the pages was tried', () =>
  assert.deepEqual(
    blocks.filter(block => !used.has(block)).map(({ name }) => name),
    [],
  ));
