// The size gate: what a page loads. Prints a row a file, fails where gzip -9 is beyond a limit.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** The core alone, as a bundler would put it into a page. */
const { outputFiles } = await build({
  entryPoints: ['dist/core/index.js'],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2021',
  write: false,
});

const row = (name, limit, code = readFileSync(name)) => {
  const gzip = gzipSync(code, { level: 9 }).length;
  return { name, limit, gzip, brotli: brotliCompressSync(code).length };
};
const rows = [
  row('dist/kf-elements.global.js', 110_000),
  row('dist/kf-elements.js', 110_000),
  row('dist/kf-simulator.global.js'),
  row('dist/locales/en.global.js'),
  row('dist/locales/zh-tw.global.js'),
  row('core.js, bundled and minified', 5_000, outputFiles[0].contents),
];

const beyond = rows.filter(({ gzip, limit }) => gzip > limit);
for (const { name, limit, gzip, brotli } of rows)
  console.log(`${name.padEnd(30)} ${gzip} B gzip, ${brotli} B brotli${limit ? `; limit ${limit} B gzip` : ''}`);
for (const { name } of beyond) console.error(`${name} is beyond its limit`);
process.exitCode = beyond.length ? 1 : 0;
