import { expect } from '@open-wc/testing';
import * as ww from '@wecom/jssdk';
import { asHost, InvokeHost, RelayHost, WwHost, WxQyHost, type Host } from '../../src/hosts/index.js';
import { simulateWeCom, type SimulatedClient } from '../../src/simulator/index.js';
import { startJweixin } from '../contracts/channels.js';
import { codeOf } from '../support/code-of.js';
import { text } from '../support/messages.js';
import { clearPage, page } from '../support/page.js';

const nothing = (): void => undefined;

describe('what a page gives for a host', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom({ platform: 'android' })));
  afterEach(() => {
    client.restore();
    clearPage();
  });

  it('is itself when it is one, whoever made it', () => {
    const own: Host = { name: 'own', invoke: () => Promise.resolve({}) };
    const relay = new RelayHost({ navigateTo: nothing }, '/relay');
    for (const host of [own, relay, new WwHost({}), new WxQyHost({}), new InvokeHost('wx.invoke', {})])
      expect(asHost(host)).to.equal(host);
  });

  it('may be the real @wecom/jssdk', () => {
    const host = asHost(ww);
    expect(host).to.be.instanceOf(WwHost);
    expect(host.name).to.equal('ww');
  });

  it('may be wx.qy, which sends', async () => {
    const host = asHost(page.wx?.qy);
    expect(host.name).to.equal('wx.qy');
    await host.invoke('sendChatMessage', text());
    expect(client.sent).to.deep.equal([text()]);
  });

  it('may be the wx around wx.qy', () => {
    expect(asHost(page.wx).name).to.equal('wx.qy');
  });

  it('may be the real jweixin, which sends', async () => {
    client.restore();
    client = simulateWeCom({ platform: 'android', wxQy: false });
    await startJweixin(client);
    const host = asHost(page.wx);
    expect(host.name).to.equal('wx.invoke');
    await host.invoke('sendChatMessage', text());
    expect(client.sent).to.deep.equal([text()]);
  });

  it('may be a jweixin that is not configured yet', async () => {
    const wx: { config(): void; invoke?: unknown } = { config: nothing };
    const host = asHost(wx);
    wx.invoke = (_api: string, _params: object, answer: (reply: unknown) => void) => answer('ok');
    expect(await host.invoke('getContext', {})).to.equal('ok');
  });

  it("may be the client's own bridge", () => {
    expect(asHost(page.WeixinJSBridge).name).to.equal('WeixinJSBridge');
  });

  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const throwing = {
    get invoke(): never {
      throw new TypeError('not for you');
    },
  };
  for (const [story, given] of [
    ['null', null],
    ['nothing', undefined],
    ['a text', 'ww'],
    ['a function', nothing],
    ['an empty object', {}],
    ['a name alone', { name: 'own' }],
    ['functions that are none', { name: 'own', invoke: 1, sendChatMessage: 'x', config: {} }],
    ['a revoked proxy', revoked.proxy],
    ['an object that throws when it is read', throwing],
  ] as const)
    it(`is an invalid argument otherwise: ${story}`, () => {
      expect(codeOf(() => asHost(given))).to.equal('invalid-argument');
    });
});
