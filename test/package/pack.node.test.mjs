import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { pagesIn, readPage, ROOT } from '../docs/pages.mjs';

const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
  cwd: fileURLToPath(ROOT),
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const files = JSON.parse(output)[0].files.map(({ path }) => path);

for (const path of [
  ...['README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'LICENSE', 'llms.txt', 'custom-elements.json'],
  ...['dist/index.js', 'dist/index.d.ts', 'dist/kf-elements.global.js', 'jsx.d.ts', 'vue.d.ts', 'svelte.d.ts'],
  ...pagesIn('docs/'),
  ...pagesIn('docs/zh-CN/'),
])
  test(`The package has ${path}`, () => assert.ok(files.includes(path)));

for (const page of ['README.md', 'README.zh-CN.md', 'llms.txt'])
  test(`The links of ${page} lead into the package`, () => {
    const links = readPage(page).links.filter(link => !/^([a-z]+:|#)/.test(link));
    const missing = links.map(link => link.split('#')[0]).filter(link => !files.includes(link));
    assert.deepEqual(missing, []);
  });
