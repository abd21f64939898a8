import { expect } from '@open-wc/testing';
import { isKfError } from '../../src/core/index.js';
import { InvokeHost, readReply, readUserAgent, WwHost, WxQyHost, type Invoker } from '../../src/hosts/index.js';
import { simulateWeCom, type SimulatorOptions } from '../../src/simulator/index.js';
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
    expect(readUserAgent(undefined as unknown as string)).to.deep.equal({});
  });
});

describe('a simulator asked for what there is not', () => {
  it('says so, and leaves the page as it was', () => {
    const options = { platform: 'amiga' } as unknown as SimulatorOptions;
    expect(codeOf(() => simulateWeCom(options))).to.equal('invalid-argument');
    expect(codeOf(() => simulateWeCom(null as unknown as SimulatorOptions))).to.equal('invalid-argument');
    expect('WeixinJSBridge' in window).to.be.false;
  });
});
