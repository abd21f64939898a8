// The pages of the frameworks and the apps of demo/frameworks: the entry leads to every page, and a page names every app.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { exists, pagesIn, readPage, ROOT } from './pages.mjs';

const apps = readdirSync(new URL('demo/frameworks/', ROOT)).filter(name =>
  exists(`demo/frameworks/${name}/index.html`),
);

for (const folder of ['docs/', 'docs/zh-CN/']) {
  const pages = pagesIn(folder).filter(path => path.startsWith(`${folder}frameworks/`));

  test(`${folder}frameworks.md leads to the page of each framework`, () => {
    const { links } = readPage(`${folder}frameworks.md`);
    assert.ok(pages.length > 0);
    for (const page of pages) assert.ok(links.includes(page.slice(folder.length)), page);
  });

  test(`The pages of ${folder}frameworks/ say where each app stands`, () => {
    const text = pages.map(page => readFileSync(new URL(page, ROOT), 'utf8')).join('\n');
    assert.ok(apps.length > 0);
    for (const app of apps) assert.ok(text.includes(`\`demo/frameworks/${app}\``), app);
  });
}
