import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const root = new URL('..', import.meta.url);
const BUILT = [
  'kf-elements.global.js',
  'kf-elements.js',
  'kf-simulator.global.js',
  'locales/en.global.js',
  'locales/zh-tw.global.js',
];

/** A module with all that it imports, as a bundler puts it into a page. */
async function bundled(contents, resolveDir) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2021',
    write: false,
  });
  return outputFiles[0].contents;
}

const row = (name, code) => ({
  name,
  bytes: code.length,
  gzip: gzipSync(code, { level: 9 }).length,
  brotli: brotliCompressSync(code).length,
});

/** Bytes of what is built, of one function out of it, and of packages of a comparable kind, lit and other dependencies included. */
export async function measureSizes() {
  const here = new URL('.', import.meta.url).pathname;
  const ofDist = new URL('dist/', root).pathname;
  const file = path => readFileSync(new URL(path, import.meta.url));
  return [
    ...BUILT.map(name => row(`dist/${name}`, readFileSync(new URL(`dist/${name}`, root)))),
    row('`core.js`, bundled', await bundled("export * from './core/index.js'", ofDist)),
    row(
      "`import { byteLength } from 'wecom-kf-elements/core.js'`",
      await bundled("export { byteLength } from './core/index.js'", ofDist),
    ),
    row('jQuery 3, minified', file('node_modules/jquery/dist/jquery.min.js')),
    row('adaptivecards, minified', file('node_modules/adaptivecards/dist/adaptivecards.min.js')),
    row('@wecom/jssdk, bundled', await bundled("export * from '@wecom/jssdk'", here)),
    row('emoji-picker-element, bundled', await bundled("export * from 'emoji-picker-element'", here)),
  ];
}
