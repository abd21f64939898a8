import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exists, pagesIn, readPage, ROOT } from './pages.mjs';

const english = pagesIn('docs/');
const chinese = pagesIn('docs/zh-CN/');
const pairs = [
  ['README.md', 'README.zh-CN.md'],
  ['demo/signing/README.md', 'demo/signing/README.zh-CN.md'],
  ['demo/miniprogram/README.md', 'demo/miniprogram/README.zh-CN.md'],
  ...english.map(path => [path, path.replace('docs/', 'docs/zh-CN/')]),
];

test('Every page is there in both languages', () => {
  assert.deepEqual(
    chinese,
    english.map(path => path.replace('docs/', 'docs/zh-CN/')),
  );
});

for (const [first, second] of pairs) {
  test(`${second} has the headings, tables, lists and code of ${first}`, () => {
    const { headings, tables, items, blocks } = readPage(first);
    const other = readPage(second);
    assert.deepEqual(other.headings, headings, 'levels of the headings');
    assert.deepEqual(other.tables, tables, 'cells, names in code and numbers of each row of each table');
    assert.equal(other.items, items, 'items of lists');
    assert.deepEqual(other.blocks, blocks, 'blocks of code, without comments');
  });
}

for (const path of [...new Set([...pairs.flat(), ...pagesIn('docs/')])].filter(exists)) {
  test(`The links of ${path} lead somewhere`, () => {
    for (const link of readPage(path).links) {
      if (/^[a-z]+:/.test(link)) continue;
      const [file, anchor] = link.split('#');
      const target = file === '' ? path : new URL(file, new URL(path, ROOT)).href.slice(ROOT.href.length);
      assert.ok(exists(target), link);
      if (anchor) assert.ok(readPage(target).anchors.includes(decodeURIComponent(anchor)), link);
    }
  });
}
