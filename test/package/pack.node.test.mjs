import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { pagesIn, readPage, ROOT } from '../docs/pages.mjs';

const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
  cwd: fileURLToPath(ROOT),
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const packageFile = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));
const files = JSON.parse(output)[0].files.map(({ path }) => path);

for (const path of [
  ...['README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'LICENSE', 'llms.txt', 'custom-elements.json'],
  ...['dist/index.js', 'dist/index.d.ts', 'dist/kf-elements.global.js', 'jsx.d.ts', 'vue.d.ts', 'svelte.d.ts'],
  ...pagesIn('docs/'),
  ...pagesIn('docs/zh-CN/'),
])
  test(`The package has ${path}`, () => assert.ok(files.includes(path)));

const pages = files.filter(path => path.endsWith('.md') || path === 'llms.txt');
const textOf = path => readFileSync(new URL(path, ROOT), 'utf8');

for (const page of pages) {
  test(`The links of ${page} lead into the package`, () => {
    const links = readPage(page).links.filter(link => !/^([a-z]+:|#)/.test(link));
    const targets = links.map(link => new URL(link.split('#')[0], new URL(page, ROOT)).href.slice(ROOT.href.length));
    assert.deepEqual(
      targets.filter(target => !files.includes(target)),
      [],
    );
  });

  if (page !== 'CONTRIBUTING.md')
    test(`${page} says of the repository's paths where they are`, () => {
      for (const section of textOf(page).split(/\n(?=#)/)) {
        const paths = Array.from(
          section.matchAll(/`(?:node )?((?:src|test|bench|scripts|demo)\/[^`*]*)/g),
          ([, path]) => path,
        );
        const strange = paths.filter(path => !files.some(file => file.startsWith(path)));
        if (strange.length) assert.match(section, /repository|仓库/, strange.join());
      }
    });
}

test('README has at most 120 lines, in both languages', () => {
  for (const page of ['README.md', 'README.zh-CN.md'])
    assert.ok(textOf(page).trimEnd().split('\n').length <= 120, page);
});

test('No source map needs a file that is not there', () => {
  for (const map of files.filter(path => path.endsWith('.map'))) {
    const { sources, sourcesContent } = JSON.parse(textOf(map));
    assert.ok(sources.length && sourcesContent?.every(text => typeof text === 'string'), map);
  }
});

test('What package.json names is there', () => {
  const { main, types, exports: entries, customElements, unpkg, jsdelivr, 'web-types': webTypes } = packageFile;
  const named = [...Object.values(entries), main, types, customElements, unpkg, jsdelivr, webTypes].filter(Boolean);
  for (const path of named.map(each => each.replace(/^\.\//, ''))) {
    const [before, behind] = path.split('*');
    const isThere = file => (behind === undefined ? file === path : file.startsWith(before) && file.endsWith(behind));
    assert.ok(files.some(isThere), path);
  }
});
