import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { sign, signatureOf } from '../../demo/signing/signature.mjs';

test('The example on the platform’s page about signatures', () => {
  // https://developer.work.weixin.qq.com/document/path/96909
  const signature = signatureOf({
    ticket: 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg',
    nonceStr: 'Wm3WZYTPz0wzccnW',
    timestamp: 1414587457,
    url: 'http://mp.weixin.qq.com?params=value',
  });
  assert.equal(signature, '0f9de62fce790f9a083d5c99e95740ceb90c27ed');
});

test('The real SDK signs alike', () => {
  // In a process of its own: the SDK reads browser globals when it is loaded.
  const values = {
    ticket: 'ticket',
    nonceStr: 'nonce',
    timestamp: 1700000000,
    url: 'https://a.example/kf/?x=1&y=%E4%B8%AD',
  };
  const script = `
    globalThis.window = globalThis;
    globalThis.document = { addEventListener() {} };
    globalThis.location = { href: 'https://a.example/' };
    import('@wecom/jssdk').then(ww => process.stdout.write(ww.getSignature(${JSON.stringify(values)}).signature));`;
  const ofTheSdk = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  assert.match(ofTheSdk, /^[0-9a-f]{40}$/);
  assert.equal(signatureOf(values), ofTheSdk);
});

test('Each signature has a nonce of its own and the time in seconds', () => {
  const before = Math.floor(Date.now() / 1000);
  const first = sign('ticket', 'https://a.example/');
  const second = sign('ticket', 'https://a.example/');
  assert.notEqual(first.nonceStr, second.nonceStr);
  assert.match(first.nonceStr, /^[0-9a-f]{32}$/);
  assert.ok(first.timestamp >= before && first.timestamp <= before + 60);
  assert.deepEqual(Object.keys(first).sort(), ['nonceStr', 'signature', 'timestamp']);
});
