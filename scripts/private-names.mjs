// The names that may become short in the single files: TypeScript's `private` members whose name nothing else declares, neither
// ours nor lit's. (The DOM's names are left alone by terser.)
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LIBRARIES = ['lit', 'lit-element', 'lit-html', '@lit/reactive-element'].map(name => `node_modules/${name}`);
const PRIVATE = /^.*\bprivate\b.*$/gm;
const COMMENT = /\/\*[^]*?\*\//g;

const declarations = folder =>
  readdirSync(folder, { recursive: true })
    .filter(file => file.endsWith('.d.ts'))
    .map(file => readFileSync(join(folder, file), 'utf8').replace(COMMENT, ''));

const names = texts => new Set(texts.flatMap(text => text.match(/[A-Za-z_$][\w$]*/g) ?? []));

export function privateNames(dist) {
  const ours = declarations(dist);
  const hidden = names(ours.flatMap(text => text.match(PRIVATE) ?? []));
  const open = names([...ours.map(text => text.replace(PRIVATE, '')), ...LIBRARIES.flatMap(declarations)]);
  return [...hidden].filter(name => !open.has(name));
}
