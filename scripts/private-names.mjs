// The names that may become short in the single files: what the inner modules of the elements declare, TypeScript's `private`
// members, lit's own `_$…`, and what only lit and our elements call of it. Left as they are: what our public modules and lit
// declare, keys of objects (`fail` may be a private method here and the client's callback there), what stands in a string, and the
// DOM's names (terser knows them).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LIBRARIES = ['lit', 'lit-element', 'lit-html', '@lit/reactive-element'].map(name => `node_modules/${name}`);
const PUBLIC =
  /^(?!elements\/).*\.d\.ts$|^elements\/([\w-]+\/kf-[\w-]+|menu-composer\/(form-)?menu-composer|product-list\/.*)\.d\.ts$/;
const SINGLE_FILES = /^kf-.*(elements|global)/;
const LIT_INTERNAL =
  '_\\$\\w+\\$?|addController|host(C|Disc)onnected|(will|first|has)Updated?|isUpdatePending|enableUpdating|performUpdate' +
  '|renderRoot|createRenderRoot|noAccessor|converter';

const NAME = /[A-Za-z_$][\w$]*/g;
const PRIVATE = /^.*\bprivate\b.*$/gm;
const COMMENT = /\/\*[^]*?\*\//g;
const KEY = /[{,]\s*[A-Za-z_$][\w$]*(?=\s*[:,}=])/g;
const STRING = /(['"`])[\w$]+\1/g;

const read = (folder, pattern) =>
  readdirSync(folder, { recursive: true })
    .filter(file => pattern.test(file) && !SINGLE_FILES.test(file))
    .map(file => readFileSync(join(folder, file), 'utf8').replace(COMMENT, ''));

const found = (texts, pattern) => texts.flatMap(text => text.match(pattern) ?? []);

export function privateNames(dist) {
  const code = read(dist, /\.js$/);
  const shown = read(dist, PUBLIC).map(text => text.replace(PRIVATE, ''));
  const libraries = LIBRARIES.flatMap(folder => read(folder, /\.d\.ts$/));
  const open = new Set(found([...shown, ...libraries, ...found(code, KEY), ...found(code, STRING)], NAME));
  const names = new Set(found(read(dist, /\.d\.ts$/), NAME));
  return [...names].filter(name => !open.has(name)).concat(LIT_INTERNAL);
}
