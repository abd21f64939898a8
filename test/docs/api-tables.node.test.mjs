// The tables under "API" of an element's page are those of the manifest: the same attributes, properties, defaults, methods and events.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ROOT } from './pages.mjs';

const read = path => readFileSync(new URL(path, ROOT), 'utf8');
const elements = JSON.parse(read('custom-elements.json')).modules.flatMap(({ declarations }) => declarations);

/** The names in a cell, or in all of them: without the arguments of a method. */
const namesIn = cell => Array.from(cell.matchAll(/`([\w-]*)(?:\([^`]*\))?`/g), ([, name]) => name);

/** The tables of a text, row by row and cell by cell, without their heads. */
const tablesIn = text =>
  Array.from(text.matchAll(/(?:^\|.*\n)+/gm), ([table]) =>
    table
      .trim()
      .split('\n')
      .slice(2)
      .map(row =>
        row
          .split(/(?<!\\)\|/)
          .slice(1, -1)
          .map(cell => cell.trim()),
      ),
  );

/** A default as an attribute has it: `'auto'` is `auto`, `['click', 'view']` is `click view`. */
const asAttribute = (value = '') => (/\w/.test(value) ? value.replace(/['[\],]/g, '') : value);

const sorted = names => [...names].sort();
const named = (entries = []) => sorted(entries.map(({ name }) => name));

for (const { tagName, attributes, members, events } of elements)
  for (const folder of ['docs/', 'docs/zh-CN/'])
    test(`${folder}${tagName.slice(3)}.md has the attributes, properties, methods and events of <${tagName}>`, () => {
      const [, api] = read(`${folder}${tagName.slice(3)}.md`).split('\n## API\n');
      const [properties, methods, heard] = tablesIn(api);
      const public_ = members.filter(member => !member.static);
      const fields = public_.filter(({ kind }) => kind === 'field');

      assert.deepEqual(sorted(properties.flatMap(([cell]) => namesIn(cell))), named(attributes));
      assert.deepEqual(sorted(properties.flatMap(([, cell]) => namesIn(cell))), named(fields));
      assert.deepEqual(
        sorted(methods.flatMap(([cell]) => namesIn(cell))),
        named(public_.filter(({ kind }) => kind === 'method')),
      );
      assert.deepEqual(sorted(heard.flatMap(([cell]) => namesIn(cell))), named(events));

      for (const [, cell, given] of properties)
        for (const name of namesIn(cell)) {
          const { default: value, readonly } = fields.find(field => field.name === name);
          assert.equal(given.replaceAll('`', ''), readonly ? '' : asAttribute(value), `default of ${name}`);
        }
      for (const [cell, property] of properties)
        for (const name of namesIn(cell))
          assert.equal(attributes.find(attribute => attribute.name === name).fieldName, namesIn(property)[0], name);
    });
