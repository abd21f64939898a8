// The commands in README and docs. Those of the signing server are run; of the others each names what there is. README's own, from a fresh
// clone to a page that sends, are run by test/frameworks/fresh-clone.frameworks.test.mjs.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readSettings } from '../../demo/signing/settings.mjs';
import { startPlatform } from '../signing/simulated-platform.mjs';
import { blocksOf } from './code-blocks.mjs';
import { pagesIn, ROOT } from './pages.mjs';

const PAGES = [
  ...['README.md', 'CONTRIBUTING.md', 'demo/signing/README.md', 'demo/miniprogram/README.md'],
  ...pagesIn('docs/'),
];
const { name, version, scripts } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));
const isThere = path => existsSync(new URL(path, ROOT));

/** What each command names, and whether that is there. */
const COMMANDS = [
  [/^npm (ci|pack)$/, () => true],
  [/^npm (start|test)$/, script => script in scripts],
  [/^npm run ([\w:-]+)$/, script => script in scripts],
  [/^npm start ([\w-]+)$/, app => isThere(`demo/frameworks/${app}/index.html`)],
  [/^npm install \.\.\/(\S+)$/, path => path === `${name}/${name}-${version}.tgz`],
  [/^(mkdir|cd) /, () => true],
  [/^export (\w+)=/, variable => readFileSync(new URL('demo/signing/settings.mjs', ROOT), 'utf8').includes(variable)],
  [/^node (?:--test )?([\w./-]+)/, path => isThere(path)],
  [/^npx esbuild node_modules\/([\w-]+)\/(\S+) /, (from, path) => from === name && isThere(path)],
  [/^curl /, () => true],
];

describe('The commands in the docs', () => {
  for (const block of PAGES.flatMap(blocksOf).filter(({ language }) => language === 'sh'))
    it(`${block.name} name what there is`, () => {
      for (const command of block.code.trim().split(/\s*(?:\n|&&)\s*/)) {
        const known = COMMANDS.find(([pattern]) => pattern.test(command));
        assert.ok(known, `a command of which this test knows nothing: ${command}`);
        const [pattern, isRight] = known;
        assert.ok(isRight(...pattern.exec(command).slice(1)), command);
      }
    });

  it('are scripts of package.json where they begin with npm run', () => {
    for (const page of PAGES)
      for (const [, script] of readFileSync(new URL(page, ROOT), 'utf8').matchAll(/`npm run ([\w:-]+)/g))
        assert.ok(script in scripts, `${page}: npm run ${script}`);
  });
});

describe('The commands of docs/signing.md', () => {
  const blocks = blocksOf('docs/signing.md');
  const [start, ask] = blocks.filter(({ language }) => language === 'sh').map(({ code }) => code);
  const hasCurl = spawnSync('curl', ['--version']).status === 0;

  it('start a server, and get a signature from it', { skip: hasCurl ? false : 'there is no curl' }, async t => {
    const platform = await startPlatform({ secret: /KF_APP_SECRET=(.*)/.exec(start)[1] });
    t.after(() => platform.stop());
    const server = spawn('sh', ['-c', start.replace(/^node /m, 'exec node ')], {
      cwd: fileURLToPath(ROOT),
      env: { ...process.env, PORT: '0', KF_API_BASE: platform.base },
    });
    t.after(() => server.kill());
    const [line] = await Promise.race([once(server.stdout, 'data'), once(server, 'close')]);
    const [origin] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? assert.fail(`it did not start: ${line}`);
    const curl = spawn('sh', ['-c', ask.replace('http://127.0.0.1:8080', origin)]);
    let answer = '';
    for await (const data of curl.stdout) answer += data;
    assert.deepEqual(Object.keys(JSON.parse(answer)).sort(), ['nonceStr', 'signature', 'timestamp']);
  });

  it('are about the address at which the server listens, and so is nginx', () => {
    const { host, port } = readSettings({ KF_CORP_ID: 'a', KF_APP_SECRET: 'b', KF_ALLOWED_ORIGINS: 'https://a.cn' });
    const address = `http://${host}:${port}`;
    const [nginx] = blocks.filter(({ language }) => language === 'nginx').map(({ code }) => code);
    assert.ok(ask.includes(`'${address}/kf-signature?url=`), ask);
    assert.match(nginx, /^location = \/kf-signature \{\n {2}proxy_pass (.*);\n\}\n$/);
    assert.ok(nginx.includes(`proxy_pass ${address};`), nginx);
  });
});
