import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signatureOf } from '../../demo/signing/signature.mjs';
import { PAGE, startService } from './service.mjs';

/** Which ticket an answer was signed with. */
const isSignedWith = ({ body }, ticket, url = PAGE) => signatureOf({ ...body, ticket, url }) === body.signature;

test('agentConfig is signed with the ticket of the app, config with that of the company', async t => {
  const { platform, signatureFor } = await startService(t);
  assert.ok(isSignedWith(await signatureFor(), 'app-ticket-1'));
  assert.ok(isSignedWith(await signatureFor(PAGE, '&for=agentConfig'), 'app-ticket-1'));
  assert.ok(isSignedWith(await signatureFor(PAGE, '&for=config'), 'corp-ticket-1'));
  assert.deepEqual(platform.calls, { gettoken: 1, agentConfigTicket: 1, configTicket: 1 });
  const [gettoken, agentConfig, config] = platform.queries;
  assert.deepEqual(Object.keys(gettoken), ['name', 'corpid', 'corpsecret']);
  assert.deepEqual(agentConfig, { name: 'agentConfigTicket', access_token: 'token-1', type: 'agent_config' });
  assert.deepEqual(config, { name: 'configTicket', access_token: 'token-1' });
});

test('50 pages at once cost one token and one ticket of each kind', async t => {
  const { platform, signatureFor } = await startService(t);
  platform.latency = 30;
  const kinds = Array.from({ length: 50 }, (_, index) => (index % 2 ? '&for=config' : ''));
  const answers = await Promise.all(kinds.map(kind => signatureFor(PAGE, kind)));
  assert.ok(answers.every(({ status }) => status === 200));
  assert.deepEqual(platform.calls, { gettoken: 1, agentConfigTicket: 1, configTicket: 1 });
  assert.equal(new Set(answers.map(({ body }) => body.nonceStr)).size, 50);
});

test('Everything is kept until five minutes before it ends, and renewed then', async t => {
  const { platform, clock, signatureFor } = await startService(t);
  await signatureFor();
  clock.now = 6899_999;
  await signatureFor();
  assert.deepEqual(platform.calls, { gettoken: 1, agentConfigTicket: 1, configTicket: 0 });
  clock.now = 6900_000;
  assert.ok(isSignedWith(await signatureFor(), 'app-ticket-2'));
  assert.deepEqual(platform.calls, { gettoken: 2, agentConfigTicket: 2, configTicket: 0 });
});

test('Of a short life a tenth is left out', async t => {
  const { platform, clock, signatureFor } = await startService(t, { expiresIn: 100 });
  await signatureFor();
  clock.now = 89_999;
  await signatureFor();
  assert.equal(platform.calls.agentConfigTicket, 1);
  clock.now = 90_000;
  await signatureFor();
  assert.equal(platform.calls.agentConfigTicket, 2);
});

for (const errcode of [40001, 40014, 42001]) {
  test(`A token that is refused with ${errcode} is replaced once, unseen by the page`, async t => {
    const { platform, signatureFor } = await startService(t);
    await signatureFor(PAGE, '&for=config');
    platform.answerNext('agentConfigTicket', { errcode, errmsg: 'access_token' });
    assert.ok(isSignedWith(await signatureFor(), 'app-ticket-2'));
    assert.deepEqual(platform.calls, { gettoken: 2, agentConfigTicket: 2, configTicket: 1 });
  });
}

test('A token that both tickets find refused at once is replaced once', async t => {
  const { platform, clock, signatureFor } = await startService(t);
  platform.expiresIn = 100_000; // the token outlives the tickets
  await signatureFor();
  platform.expiresIn = 7200;
  platform.forgetTokens();
  clock.now = 99_000_000;
  platform.latency = 30;
  const answers = await Promise.all([signatureFor(), signatureFor(PAGE, '&for=config')]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200],
  );
  assert.equal(platform.calls.gettoken, 2);
});

test('A refusal of the old token that comes late leaves the new one', async t => {
  const { platform, signatureFor } = await startService(t);
  let refuseLate;
  platform.answerNext('configTicket', (_request, response) => {
    refuseLate = () => response.end(JSON.stringify({ errcode: 40014 }));
  });
  platform.answerNext('agentConfigTicket', { errcode: 40014 });
  const late = signatureFor(PAGE, '&for=config');
  while (!refuseLate) await new Promise(resolve => setTimeout(resolve, 5));
  assert.equal((await signatureFor()).status, 200);
  refuseLate();
  assert.equal((await late).status, 200);
  assert.equal(platform.calls.gettoken, 2);
});

test('A new token that is refused too is an error, and the next asker begins anew', async t => {
  const { platform, clock, signatureFor } = await startService(t);
  const refusal = { errcode: 42001, errmsg: 'access_token expired' };
  platform.answerNext('agentConfigTicket', refusal, refusal);
  const { status, body } = await signatureFor();
  assert.equal(status, 502);
  assert.equal(body.code, 'token-refused');
  assert.match(body.message, /errcode 42001/);
  assert.equal(platform.calls.gettoken, 2);
  clock.now += 3000;
  assert.equal((await signatureFor()).status, 200);
  assert.equal(platform.calls.gettoken, 3);
});

test('After a failure the platform is left alone for three seconds', async t => {
  const { platform, clock, signatureFor } = await startService(t);
  platform.answerNext('gettoken', { errcode: -1, errmsg: 'system busy' });
  assert.equal((await signatureFor()).body.code, 'platform-busy');
  clock.now += 2999;
  assert.equal((await signatureFor()).body.code, 'platform-busy');
  assert.equal(platform.calls.gettoken, 1);
  clock.now += 1;
  assert.equal((await signatureFor()).status, 200);
});
