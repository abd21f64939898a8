// The manifest has the public members of each class as its declaration has them, and none beside: nothing private, nothing of lit.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';

const ROOT = new URL('../../', import.meta.url);
const read = path => readFileSync(new URL(path, ROOT), 'utf8');
const { modules } = JSON.parse(read('custom-elements.json'));

/** What the browser and lit call, and what is there for them. */
const isTheirs = name => /Callback$|^(styles|properties|requestUpdate|constructor)$/.test(name);

const isHidden = member =>
  ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected) ||
  ts.getJSDocTags(member).some(({ tagName }) => tagName.text === 'ignore');

function publicMembersOf(path, name) {
  const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022, true);
  const type = file.statements.find(each => ts.isClassDeclaration(each) && each.name.text === name);
  const shown = type.members.filter(member => member.name && !isHidden(member)).map(member => member.name.getText());
  return [...new Set(shown)].filter(each => !isTheirs(each)).sort();
}

for (const { declarations } of modules)
  for (const { name, tagName, members } of declarations)
    test(`The manifest of <${tagName}> has the public members of ${name}, and no others`, () =>
      assert.deepEqual(
        members.map(member => member.name).sort(),
        publicMembersOf(`dist/elements/${tagName.slice(3)}/${tagName}.d.ts`, name),
      ));
