// Where a Chromium is: CHROME_PATH, an installed Chrome, Chromium or Edge, or (Linux x64) the headless build that
// an npm package carries, fetched once into node_modules/.cache. `node scripts/chrome.mjs` prints the path.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

const PACKAGE = '@sparticuz/chromium@143.0.4'; // the last one for Node 20
const INTEGRITY = 'sha512-/6I7uQTRhRDD2/gGPQ1Gkf+Dqk0RYDACPJDZfSzz0OWk4JmUTonNHPXbrn6UIklOHlnDLf8xAAzkOZKB/cJpLA==';
const CACHE = fileURLToPath(new URL('../node_modules/.cache/chromium-143.0.4', import.meta.url));
const ADVICE = 'No Chrome, Chromium or Edge found: install one of them, or set CHROME_PATH to its executable.';

const { LOCALAPPDATA = '', PROGRAMFILES = '', 'PROGRAMFILES(X86)': PROGRAMFILES_X86 = '' } = process.env;
const INSTALLED = {
  linux: [
    '/usr/bin/chromium-headless-shell', // runs the tests in half the time
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    name => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: [LOCALAPPDATA, PROGRAMFILES, PROGRAMFILES_X86]
    .filter(Boolean)
    .flatMap(folder => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
};

function installed() {
  const wanted = process.env.CHROME_PATH;
  if (wanted && !existsSync(wanted)) throw new Error(`CHROME_PATH names no file: ${wanted}`);
  const path = wanted || INSTALLED[process.platform]?.find(candidate => existsSync(candidate));
  return path && { path, headless: /headless/.test(path) ? 'shell' : true, env: {} };
}

function cached() {
  const path = join(CACHE, 'chromium');
  if (!existsSync(path)) return undefined;
  const libraries = [join(CACHE, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: CACHE };
  return { path, headless: 'shell', env: { LD_LIBRARY_PATH: libraries, ...fonts } };
}

const unbrotli = (from, to) => pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));

async function unpack(tarball, folder) {
  execFileSync('tar', ['-xzf', tarball, '-C', folder]);
  const [bin, out] = [join(folder, 'package/bin'), join(folder, 'out')];
  mkdirSync(join(out, 'al2023'), { recursive: true });
  await unbrotli(join(bin, 'chromium.br'), join(out, 'chromium'));
  chmodSync(join(out, 'chromium'), 0o755);
  for (const [archive, target] of [
    ['al2023.tar.br', join(out, 'al2023')],
    ['fonts.tar.br', out],
  ]) {
    const tar = join(folder, 'archive.tar');
    await unbrotli(join(bin, archive), tar);
    execFileSync('tar', ['-xf', tar, '-C', target]);
  }
  const directories = [join(CACHE, 'fonts'), '/usr/share/fonts'].map(path => `<dir>${path}</dir>`).join('');
  writeFileSync(
    join(out, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${directories}<cachedir>${join(CACHE, 'fonts-cache')}</cachedir></fontconfig>`,
  );
  return out;
}

/** Whole or not at all: an interrupted download must not look like a browser next time. */
function moveIntoPlace(out) {
  mkdirSync(dirname(CACHE), { recursive: true });
  const next = `${CACHE}.${process.pid}`;
  cpSync(out, next, { recursive: true });
  rmSync(CACHE, { recursive: true, force: true });
  renameSync(next, CACHE);
}

async function fetchOnce() {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(ADVICE);
  const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
  console.error(`No browser installed: fetching ${PACKAGE} (about 70 MB, once)`);
  try {
    const packed = execFileSync('npm', ['pack', PACKAGE, '--json', '--loglevel=error', '--pack-destination', folder]);
    const [{ filename, integrity }] = JSON.parse(packed.toString());
    if (integrity !== INTEGRITY) throw new Error(`${PACKAGE} is not the file that was reviewed: ${integrity}`);
    moveIntoPlace(await unpack(join(folder, filename), folder));
  } catch (cause) {
    throw new Error(ADVICE, { cause });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {Promise<{ path: string, headless: true | 'shell', env: Record<string, string> }>} */
export async function chrome() {
  const found = installed() ?? cached();
  if (found) return found;
  await fetchOnce();
  return cached();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await chrome()).path);
