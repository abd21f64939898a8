import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PROBLEMS } from '../../demo/signing/problems.mjs';
import { ROOT } from './pages.mjs';

for (const path of ['docs/signing.md', 'docs/zh-CN/signing.md']) {
  test(`${path} has a row for each problem, with its status and errcodes`, () => {
    const text = readFileSync(new URL(path, ROOT), 'utf8');
    const rows = [...text.matchAll(/^\| `([a-z-]+)` +\| (\d{3}) +\| ([^|]*?) *\|/gm)].map(([, ...cells]) => cells);
    const expected = Object.entries(PROBLEMS).map(([code, { status, errcodes = [] }]) => [
      code,
      String(status),
      errcodes.join(', '),
    ]);
    // Every errcode without a row of its own is this one's.
    const found = rows.map(([code, status, errcodes]) => [code, status, code === 'platform-refused' ? '' : errcodes]);
    assert.deepEqual(found, expected);
  });
}
