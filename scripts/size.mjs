// The size gate: gzip -9 bytes of what a page loads. Prints a row a file, fails beyond a limit.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const gzip = code => gzipSync(code, { level: 9 }).length;
const minified = async entry => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2021',
    legalComments: 'none',
    write: false,
  });
  return outputFiles[0].contents;
};

const rows = [
  ['dist/kf-elements.global.js', 30_720, gzip(readFileSync('dist/kf-elements.global.js'))],
  ['dist/kf-elements.js', 57_000, gzip(readFileSync('dist/kf-elements.js'))],
  ['dist/kf-elements.full.global.js', 57_000, gzip(readFileSync('dist/kf-elements.full.global.js'))],
  ['core.js, minified', 5_000, gzip(await minified('dist/core/index.js'))],
];
for (const [name, limit, bytes] of rows)
  console.log(`${bytes > limit ? 'TOO BIG' : 'ok     '} ${String(bytes).padStart(6)} / ${limit} B gzip  ${name}`);
process.exitCode = rows.some(([, limit, bytes]) => bytes > limit) ? 1 : 0;
