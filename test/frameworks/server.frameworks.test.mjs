// Server rendering as docs/frameworks.md says it: the package can be imported in Node, the tags come out empty, and what each framework
// makes of them in the browser.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import '../../dist/index.js';
import { openBrowser } from './browser.mjs';

const FOLDER = new URL('../../demo/frameworks/', import.meta.url);
const frameworks = createRequire(new URL('package.json', FOLDER));
const menu = { head_content: '您好' };
const EMPTY = '<kf-bridge><kf-menu-composer></kf-menu-composer></kf-bridge>';

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

/** A page with what a server wrote, after a script has made it an app. */
async function hydrate(script) {
  const { outputFiles } = await build({
    stdin: { contents: `import 'wecom-kf-elements'; ${script}`, resolveDir: fileURLToPath(FOLDER) },
    bundle: true,
    write: false,
    tsconfigRaw: '{}', // the package as it was built, not its sources
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  const page = await browser.newPage();
  await page.setContent(`<!doctype html><div id="app">${EMPTY}</div>`);
  await page.addScriptTag({ content: outputFiles[0].text });
  return page;
}

/** What the app has given to the element, and heard from it. */
const outcomeIn = page =>
  page.evaluate(() => {
    const composer = document.querySelector('kf-menu-composer');
    composer.dispatchEvent(new CustomEvent('kf-sent', { bubbles: true }));
    return { value: composer.value, heard: window.heard ?? 0 };
  });

describe('React 19', () => {
  it('writes the empty tags', () => {
    const { createElement } = frameworks('react');
    const { renderToString } = frameworks('react-dom/server');
    const composer = createElement('kf-menu-composer', { value: menu, oninput: () => undefined });
    assert.equal(renderToString(createElement('kf-bridge', { 'onkf-sent': () => undefined }, composer)), EMPTY);
  });

  it('does not fill them in: if it does some day, the docs need no warning any more', async () => {
    const page = await hydrate(`
      import { createElement, useEffect } from 'react';
      import { hydrateRoot } from 'react-dom/client';
      function Panel() {
        useEffect(() => { window.isHydrated = true; });
        const composer = createElement('kf-menu-composer', { value: ${JSON.stringify(menu)} });
        return createElement('kf-bridge', { 'onkf-sent': () => (window.heard = 1) }, composer);
      }
      hydrateRoot(document.querySelector('#app'), createElement(Panel));`);
    await page.waitForFunction(() => window.isHydrated);
    assert.deepEqual(await outcomeIn(page), { value: {}, heard: 0 });
  });
});

describe('Vue 3', () => {
  it('writes the empty tags', async () => {
    const { createSSRApp, h } = frameworks('vue');
    const { renderToString } = frameworks('vue/server-renderer');
    const render = () => h('kf-bridge', { onKfSent: () => undefined }, [h('kf-menu-composer', { value: menu })]);
    assert.equal(await renderToString(createSSRApp({ render })), EMPTY);
  });

  it('fills them in', async () => {
    const page = await hydrate(`
      import { createSSRApp, h } from 'vue';
      const composer = () => h('kf-menu-composer', { value: ${JSON.stringify(menu)} });
      const render = () => h('kf-bridge', { onKfSent: () => (window.heard = 1) }, [composer()]);
      createSSRApp({ render }).mount('#app');`);
    assert.deepEqual(await outcomeIn(page), { value: menu, heard: 1 });
  });
});

describe('@lit-labs/ssr', () => {
  /** Renders a tag in a process of its own, in which this entry was imported. */
  const render = (entry, tag) => {
    const script = `
      import { render } from '@lit-labs/ssr';
      import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
      import { html } from 'lit';
      import '${entry}';
      process.stdout.write(await collectResult(render(html\`<kf-bridge><${tag}></${tag}></kf-bridge>\`)));`;
    const options = { cwd: fileURLToPath(FOLDER), encoding: 'utf8' };
    return spawnSync(process.execPath, ['--input-type=module', '-e', script], options);
  };

  for (const tag of ['kf-menu-composer', 'kf-product-card', 'kf-product-list']) {
    it(`writes the empty <${tag}> where it is not registered`, () => {
      const { stdout, stderr } = render('wecom-kf-elements/elements.js', tag);
      assert.equal(stderr, '');
      assert.equal(stdout.replace(/<!--.*?-->/g, ''), `<kf-bridge><${tag}></${tag}></kf-bridge>`);
    });

    it(`does not render a registered <${tag}>: if it does some day, the docs need no warning any more`, () => {
      const { status, stderr } = render('wecom-kf-elements', tag);
      assert.equal(status, 1);
      assert.match(stderr, /Error: [\s\S]*\/dist\/elements\//);
    });
  }
});
