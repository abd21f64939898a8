import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const { exports: entries, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

for (const [entry, file] of Object.entries(entries).filter(([, path]) => path.endsWith('.js')))
  test(`${entry} can be imported in Node`, async () => {
    const module = await import(new URL(`../../${file}`, import.meta.url).href);
    if (!file.endsWith('.global.js')) assert.equal(module.version, version); // a classic script exports nothing
  });
