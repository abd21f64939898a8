// The names that may become short in the single files: TypeScript's `private` members whose name nothing else declares, neither
// ours nor lit's, and which are no key of any object (`fail` may be a private method here and the client's callback there).
// The DOM's names are left alone by terser.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LIBRARIES = ['lit', 'lit-element', 'lit-html', '@lit/reactive-element'].map(name => `node_modules/${name}`);
const PRIVATE = /^.*\bprivate\b.*$/gm;
const COMMENT = /\/\*[^]*?\*\//g;
const KEY = /[{,]\s*[A-Za-z_$][\w$]*(?=\s*[:,}=])/g;

const read = (folder, pattern) =>
  readdirSync(folder, { recursive: true })
    .filter(file => pattern.test(file))
    .map(file => readFileSync(join(folder, file), 'utf8').replace(COMMENT, ''));
const declarations = folder => read(folder, /\.d\.ts$/);

const names = texts => new Set(texts.flatMap(text => text.match(/[A-Za-z_$][\w$]*/g) ?? []));

export function privateNames(dist) {
  const ours = declarations(dist);
  const hidden = names(ours.flatMap(text => text.match(PRIVATE) ?? []));
  const keys = read(dist, /^(?!kf-.*(elements|global)).*\.js$/).flatMap(text => text.match(KEY) ?? []);
  const open = names([...ours.map(text => text.replace(PRIVATE, '')), ...LIBRARIES.flatMap(declarations), ...keys]);
  return [...hidden].filter(name => !open.has(name));
}
