import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROBLEMS } from '../../demo/signing/problems.mjs';
import { PAGE, SECRET, startService } from './service.mjs';

/** Every errcode that has a code of its own, and one that has none. */
const ERRCODES = Object.entries(PROBLEMS).flatMap(([code, { errcodes = [] }]) =>
  errcodes.map(errcode => [errcode, code]),
);
const REFUSALS = ['gettoken', 'agentConfigTicket'].flatMap(name =>
  [...ERRCODES, [987654, 'platform-refused']].map(([errcode, code]) => {
    // The secret was right: there was a token.
    const isToken = name === 'agentConfigTicket' && errcode === 40001;
    return [name, errcode, isToken ? 'token-refused' : code];
  }),
);

for (const [name, errcode, code] of REFUSALS) {
  test(`${name} that says ${errcode}: ${code}, in two languages`, async t => {
    const { platform, signatureFor } = await startService(t);
    const refusal = { errcode, errmsg: 'as the platform words it' };
    platform.answerNext(name, refusal, refusal); // a ticket that wants another token is asked for twice
    const english = await signatureFor();
    assert.equal(english.status, 502);
    assert.deepEqual(Object.keys(english.body), ['code', 'message']);
    assert.equal(english.body.code, code);
    assert.match(english.body.message, new RegExp(`^[A-Z].* \\(errcode ${errcode}\\)$`));
    assert.doesNotMatch(english.text, /as the platform words it/);
    const chinese = await signatureFor(PAGE, '', { headers: { 'Accept-Language': 'zh-CN,zh;q=0.9' } });
    assert.equal(chinese.body.code, code);
    assert.match(chinese.body.message, /[\u4e00-\u9fff]/);
  });
}

test('A secret that the platform does not know', async t => {
  const { signatureFor } = await startService(t, { env: { KF_APP_SECRET: 'another-secret' } });
  assert.equal((await signatureFor()).body.code, 'wrong-secret');
});

const GARBAGE = {
  'a page of a proxy': (_request, response) => response.writeHead(503).end('<html>busy</html>'),
  'no object': (_request, response) => response.end('[]'),
  'no text at all': (_request, response) => response.end(),
  'no token': { errcode: 0, errmsg: 'ok' },
  'a token that is no text': { errcode: 0, access_token: 1, expires_in: 7200 },
  'a life of no length': { errcode: 0, access_token: 'token', expires_in: 0 },
  'a megabyte long': { errcode: 0, access_token: 'token', expires_in: 7200, errmsg: 'x'.repeat(1024 * 1024) },
};

for (const [what, answer] of Object.entries(GARBAGE)) {
  test(`An answer that is ${what}: platform-garbage`, async t => {
    const { platform, signatureFor } = await startService(t);
    platform.answerNext('gettoken', answer);
    const { status, body } = await signatureFor();
    assert.equal(status, 502);
    assert.equal(body.code, 'platform-garbage');
  });
}

test('A redirect is not followed: the secret would go with it', async t => {
  const { platform, signatureFor } = await startService(t);
  platform.answerNext('gettoken', (request, response) => response.writeHead(302, { Location: request.url }).end());
  assert.equal((await signatureFor()).body.code, 'platform-unreachable');
  assert.equal(platform.calls.gettoken, 1);
});

test('A platform that never answers: platform-timeout', async t => {
  const { platform, signatureFor } = await startService(t, { env: { KF_TIMEOUT_MS: '100' } });
  platform.answerNext('gettoken', () => {});
  assert.equal((await signatureFor()).body.code, 'platform-timeout');
});

test('A platform that never ends its answer: platform-timeout', async t => {
  const { platform, signatureFor } = await startService(t, { env: { KF_TIMEOUT_MS: '100' } });
  platform.answerNext('gettoken', (_request, response) => response.write('{'));
  assert.equal((await signatureFor()).body.code, 'platform-timeout');
});

test('A platform that is not there: platform-unreachable', async t => {
  const { platform, signatureFor } = await startService(t);
  await platform.stop();
  assert.equal((await signatureFor()).body.code, 'platform-unreachable');
});

test('A short secret is masked as well', async t => {
  const { platform, lines, signatureFor } = await startService(t, { env: { KF_APP_SECRET: 'short!' } });
  platform.answerNext('gettoken', { errcode: 40001, errmsg: 'invalid secret short!, from ip' });
  await signatureFor();
  assert.match(lines[0], /invalid secret \*\*\*, from ip/);
});

test('No secret, token or ticket is in a line of the log or in an answer', async t => {
  const { platform, clock, lines, signatureFor } = await startService(t);
  const token = 'accesstoken0SUAxYTVx1qJ8v3b7';
  const ticket = 'bxLdikRXVbTPdHSM05e5u5sUoXNKd8-41ZO3MhKoyN5OfkWITDGgnr2fwJ0m9E8NYzWKVZvdVtaUgWvsdshFKA';
  const ip = `not allow to access from your ip, hint: [1688706313500611129503023], from ip: 192.0.2.7\nsecret ${SECRET}`;
  const answers = [];
  for (const [name, answer] of [
    ['gettoken', { errcode: 60020, errmsg: ip }],
    ['agentConfigTicket', { errcode: 48002, errmsg: `token ${token}, ticket ${ticket}` }],
  ]) {
    platform.answerNext(name, answer);
    answers.push(await signatureFor());
    clock.now += 3000;
  }
  platform.answerNext('gettoken', (_request, response) => response.destroy());
  clock.now += 7_200_000;
  answers.push(await signatureFor());
  assert.equal(lines.length, 3);
  const everything = [...lines, ...answers.map(({ text }) => text)].join('\n');
  for (const secret of [SECRET, token, ticket, 'token-1']) assert.ok(!everything.includes(secret), secret);
  // What the administrator needs is there, in one line: the address to allow, and the platform's hint.
  assert.match(lines[0], /^502 ip-not-allowed: .*192\.0\.2\.7/);
  assert.match(lines[0], /1688706313500611129503023/);
  assert.ok(lines.every(line => !line.includes('\n')));
});
