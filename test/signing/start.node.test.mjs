import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readSettings } from '../../demo/signing/settings.mjs';
import { SECRET } from './service.mjs';

const START = fileURLToPath(new URL('../../demo/signing/start.mjs', import.meta.url));
const COMPLETE = {
  KF_CORP_ID: 'ww0123456789abcdef',
  KF_APP_SECRET: SECRET,
  KF_ALLOWED_ORIGINS: 'https://tools.example.com',
};

/** Runs the server as a user does. `out` and `err` grow while it runs. */
const start = env => {
  const child = spawn(process.execPath, [START], { env: { PATH: process.env.PATH, ...env } });
  const run = { child, out: '', err: '', ended: once(child, 'close') };
  child.stdout.on('data', data => (run.out += data));
  child.stderr.on('data', data => (run.err += data));
  return run;
};

const FAULTS = [
  [{ KF_CORP_ID: '' }, /^KF_CORP_ID is missing/],
  [{ KF_APP_SECRET: ' ' }, /^KF_APP_SECRET is missing/],
  [{ KF_ALLOWED_ORIGINS: undefined }, /^KF_ALLOWED_ORIGINS is missing/],
  [{ KF_ALLOWED_ORIGINS: '*' }, /^KF_ALLOWED_ORIGINS has to be origins .* "\*"/],
  [{ KF_ALLOWED_ORIGINS: 'https://a.example/' }, /^KF_ALLOWED_ORIGINS .* "https:\/\/a\.example\/"/],
  [{ KF_ALLOWED_ORIGINS: ',' }, /^KF_ALLOWED_ORIGINS/],
  [{ KF_API_BASE: 'http://api.example' }, /^KF_API_BASE/],
  [{ KF_TIMEOUT_MS: 'soon' }, /^KF_TIMEOUT_MS/],
  [{ PORT: '70000' }, /^PORT/],
];

for (const [change, sentence] of FAULTS) {
  test(`${JSON.stringify(change)} is said in one sentence of each language`, () => {
    assert.throws(
      () => readSettings({ ...COMPLETE, ...change }),
      ({ message }) => {
        const [english, chinese, ...rest] = message.split('\n');
        assert.match(english, sentence);
        assert.match(chinese, /[\u4e00-\u9fff]/);
        assert.deepEqual(rest, []);
        assert.ok(!message.includes(SECRET));
        return true;
      },
    );
  });
}

test('Blanks around a value do not count: a secret is often pasted with a line break', () => {
  assert.equal(readSettings({ ...COMPLETE, KF_APP_SECRET: ` ${SECRET}\n` }).appSecret, SECRET);
});

test('Started without settings it ends with the sentence and status 1, without a stack', async () => {
  const run = start({});
  const [status] = await run.ended;
  assert.equal(status, 1);
  assert.match(run.err, /^KF_CORP_ID is missing/);
  assert.doesNotMatch(run.err, /\bat\b.*\.mjs/);
});

test('A port that is taken is said in one sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const run = start({ ...COMPLETE, PORT: String(other.address().port) });
  const [status] = await run.ended;
  other.close();
  assert.equal(status, 1);
  assert.match(run.err, /^Port \d+ of 127\.0\.0\.1 can't be used \(EADDRINUSE\)/);
});

test('It says where it is, answers there, and ends on SIGTERM', async () => {
  const run = start({ ...COMPLETE, PORT: '0' });
  await once(run.child.stdout, 'data');
  const [address] = run.out.match(/http:\S+/);
  assert.equal((await fetch(address)).status, 400);
  run.child.kill('SIGTERM');
  const [status] = await run.ended;
  assert.equal(status, 0);
  assert.ok(!`${run.out}${run.err}`.includes(SECRET));
});
