import { expect } from '@open-wc/testing';
import { isKfError } from '../../src/core/index.js';
import {
  InvokeHost,
  readClientInfo,
  readReply,
  readUserAgent,
  WwHost,
  WxQyHost,
  type Invoker,
} from '../../src/hosts/index.js';
import { codeOf } from '../support/code-of.js';

describe('a host made of nothing', () => {
  for (const bad of [null, undefined, 'ww'])
    it(`is an invalid argument: ${String(bad)}`, () => {
      expect(codeOf(() => new WxQyHost(bad as unknown as Record<string, unknown>))).to.equal('invalid-argument');
      expect(codeOf(() => new WwHost(bad as unknown as object))).to.equal('invalid-argument');
      expect(codeOf(() => new InvokeHost('wx.invoke', bad as unknown as Invoker))).to.equal('invalid-argument');
    });

  it('rejects a call that it does not have', async () => {
    const error: unknown = await new WwHost({}).invoke('sendChatMessage', {}).catch((reason: unknown) => reason);
    expect(isKfError(error, 'host-absent')).to.be.true;
  });
});

describe('readers given what they do not take', () => {
  it('read a reply of any kind', () => {
    for (const raw of [null, undefined, 5, [], () => 1])
      expect(readReply('sendChatMessage', raw)?.code).to.equal('no-answer');
  });

  it('read no client out of no user agent', () => {
    for (const bad of [undefined, null, Symbol('wxwork/4.1.6'), { toString: () => 'wxwork/4.1.6' }])
      expect(readUserAgent(bad as string)).to.deep.equal({});
  });

  it('go by no touch points that are no number', () => {
    for (const bad of [Symbol('5'), { valueOf: () => 5 }, 5n, '5'])
      expect(readUserAgent('Macintosh wxwork/4.1.6', bad as number)).to.include({ platform: 'mac' });
  });

  it('believe a host that names a platform and a version', () => {
    const info = { platform: 'mac', version: '4.1.6' };
    expect(readClientInfo({ ...info, theme: 'dark', more: 1 })).to.deep.equal(info);
  });

  it('read no client out of anything else that a host says', () => {
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const throwing = {
      get version(): never {
        throw new TypeError('not for you');
      },
    };
    for (const bad of [undefined, null, 4.1, 'mac', { version: 4.1, platform: 'amiga' }, { version: 'new' }])
      expect(readClientInfo(bad)).to.deep.equal({});
    for (const bad of [revoked.proxy, throwing]) expect(readClientInfo(bad)).to.deep.equal({});
  });
});
