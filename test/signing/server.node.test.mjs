import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { signatureOf } from '../../demo/signing/signature.mjs';
import { PAGE, startService } from './service.mjs';

const TICKET = 'app-ticket-1';

test('The address is signed as the page sent it, without the part behind #', async t => {
  const { signatureFor } = await startService(t);
  for (const url of [
    'https://tools.example.com',
    'https://tools.example.com/',
    'https://tools.example.com/kf/?a=1&b=%E4%B8%AD#/route?x=1',
    'https://tools.example.com?x',
    'http://localhost:8000/demo/',
  ]) {
    const { status, body } = await signatureFor(url);
    assert.equal(status, 200, url);
    assert.equal(body.signature, signatureOf({ ...body, ticket: TICKET, url: url.split('#')[0] }));
  }
});

test('POST takes JSON, or the query', async t => {
  const { ask, signatureFor } = await startService(t);
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ url: PAGE, for: 'config' });
  const json = await ask('/kf-signature', { method: 'POST', headers, body });
  assert.equal(json.body.signature, signatureOf({ ...json.body, ticket: 'corp-ticket-1', url: PAGE }));
  const query = await signatureFor(PAGE, '', { method: 'POST' });
  assert.equal(query.body.signature, signatureOf({ ...query.body, ticket: TICKET, url: PAGE }));
});

test('An answer is for one address and one moment: nobody may keep it', async t => {
  const { signatureFor } = await startService(t);
  const { headers } = await signatureFor();
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.match(headers.get('content-type'), /^application\/json/);
  assert.match(headers.get('vary'), /Origin/);
});

const BAD_ADDRESSES = [
  '',
  'kf/',
  'javascript:alert(1)',
  'ftp://tools.example.com/',
  'https://tools.example.com/a b',
  'https://tools.example.com\\@evil.example/',
  'https://tools.example.com/\nx',
  `https://tools.example.com/${'x'.repeat(4096)}`,
];
for (const url of BAD_ADDRESSES) {
  test(`No address of a page: ${JSON.stringify(url.slice(0, 40))}`, async t => {
    const { platform, signatureFor } = await startService(t);
    const { status, body } = await signatureFor(url);
    assert.equal(status, 400);
    assert.equal(body.code, 'bad-request');
    assert.equal(platform.calls.gettoken, 0);
  });
}

const FOREIGN_ADDRESSES = [
  'https://evil.example/',
  'http://tools.example.com/',
  'https://tools.example.com:8443/',
  'https://tools.example.com.evil.example/',
  'https://tools.example.com@evil.example/',
  'https://name:word@tools.example.com/',
  'https://TOOLS.example.com/',
  'https://tools.example.com:443/',
];
for (const url of FOREIGN_ADDRESSES) {
  test(`Not of an allowed origin: ${url}`, async t => {
    const { platform, signatureFor } = await startService(t);
    const { status, body } = await signatureFor(url);
    assert.equal(status, 403);
    assert.equal(body.code, 'origin-not-allowed');
    assert.equal(platform.calls.gettoken, 0);
  });
}

const BAD_REQUESTS = {
  'no url': '/kf-signature',
  'a url that was not percent-encoded': '/kf-signature?url=https://tools.example.com/?a=1&b=2',
  'an unknown kind': `/kf-signature?url=${encodeURIComponent(PAGE)}&for=suiteConfig`,
};
for (const [what, path] of Object.entries(BAD_REQUESTS)) {
  test(`${what}: 400`, async t => {
    const { ask } = await startService(t);
    assert.equal((await ask(path)).status, 400);
  });
}

for (const body of ['{', 'null', '"text"', '{"url":1}', '{"for":{}}', `{"x":"${'x'.repeat(9000)}"}`]) {
  test(`POST of ${body.slice(0, 20)}: 400`, async t => {
    const { ask } = await startService(t);
    const answer = await ask('/kf-signature', { method: 'POST', body });
    assert.equal(answer.status, 400);
    assert.equal(answer.body.code, 'bad-request');
  });
}

test('Other methods and other addresses', async t => {
  const { ask, signatureFor } = await startService(t);
  const put = await signatureFor(PAGE, '', { method: 'PUT' });
  assert.equal(put.status, 405);
  assert.equal(put.body.code, 'method-not-allowed');
  assert.equal(put.headers.get('allow'), 'GET, POST, OPTIONS');
  assert.equal((await ask('/')).status, 404);
  assert.equal((await ask('//')).body.code, 'not-found');
});

test('Only pages of an allowed origin may read the answer', async t => {
  const { ask, platform, signatureFor } = await startService(t);
  const Origin = 'https://tools.example.com';
  const allowed = await signatureFor(PAGE, '', { headers: { Origin } });
  assert.equal(allowed.headers.get('access-control-allow-origin'), Origin);
  const preflight = await ask('/kf-signature', { method: 'OPTIONS', headers: { Origin } });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get('access-control-allow-headers'), 'Content-Type');
  const before = { ...platform.calls };
  for (const foreign of ['https://evil.example', 'null', 'https://tools.example.com.evil.example']) {
    const refused = await signatureFor(PAGE, '', { headers: { Origin: foreign } });
    assert.equal(refused.status, 403);
    assert.equal(refused.headers.get('access-control-allow-origin'), null);
  }
  assert.deepEqual(platform.calls, before);
});

test('An error can be read by an allowed page, too', async t => {
  const { platform, signatureFor } = await startService(t);
  platform.answerNext('gettoken', { errcode: 40013 });
  const { status, headers } = await signatureFor(PAGE, '', { headers: { Origin: 'https://tools.example.com' } });
  assert.equal(status, 502);
  assert.equal(headers.get('access-control-allow-origin'), 'https://tools.example.com');
});

test('A header of 20 kB is refused, and a page that goes away leaves no trace', async t => {
  const { ask, lines, port } = await startService(t);
  const response = await fetch(`http://127.0.0.1:${port}/kf-signature`, { headers: { 'X-Long': 'x'.repeat(20_000) } });
  assert.equal(response.status, 431);
  await new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('POST /kf-signature HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{', () => socket.destroy());
    }).once('close', resolve);
  });
  assert.equal((await ask('/')).status, 404); // it still answers
  assert.ok(lines.every(line => !line.includes('internal-error')));
});
