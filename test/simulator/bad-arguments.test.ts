import { expect } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../src/simulator/index.js';
import { codeOf } from '../support/code-of.js';
import { text } from '../support/messages.js';
import { configure, invoke, page } from '../support/page.js';

const throwing = {
  get version(): never {
    throw new TypeError('not for you');
  },
};
const revoked = Proxy.revocable({}, {});
revoked.revoke();

const BAD_STATES: unknown[] = [
  null,
  'windows',
  throwing,
  revoked.proxy,
  { platform: 'amiga' },
  { version: 4.1 },
  { entry: Symbol('entry') },
  { customerId: 5 },
  { latency: -1 },
  { latency: '5' },
  { latency: NaN },
  { session: 'dead' },
];

describe('a simulator asked for what there is not', () => {
  for (const bad of [...BAD_STATES, { onCall: 'me' }, { bridgeAfter: 'soon' }])
    it('says so, and leaves the page as it was', () => {
      expect(codeOf(() => simulateWeCom(bad as object))).to.equal('invalid-argument');
      expect('WeixinJSBridge' in window).to.be.false;
      expect(navigator.userAgent).not.to.contain('wxwork');
    });
});

describe('a simulated client asked for what there is not', () => {
  let client: SimulatedClient;
  beforeEach(async () => {
    client = simulateWeCom({ platform: 'android' });
    await configure(client.sign());
  });
  afterEach(async () => {
    expect(await invoke('sendChatMessage', text())).to.deep.equal({ err_msg: 'sendChatMessage:ok' });
    client.restore();
  });

  it('stays as it was', () => {
    for (const bad of BAD_STATES) expect(codeOf(() => client.set(bad as object))).to.equal('invalid-argument');
    client.set({ version: undefined } as object);
    expect(navigator.userAgent).to.contain('wxwork/4.1.6');
  });

  it('plays no reply at a time that is none, or to a function without a name', () => {
    for (const timing of [null, { after: -1 }, { after: 'late' }, { times: 0.5 }, { times: 1e9 }, revoked.proxy])
      expect(codeOf(() => client.failNext('sendChatMessage', {}, timing as object))).to.equal('invalid-argument');
    expect(codeOf(() => client.failNext(5 as unknown as string, {}))).to.equal('invalid-argument');
  });

  it('signs no address that is none', () => {
    for (const bad of [null, 5, {}]) expect(codeOf(() => client.sign(bad as string))).to.equal('invalid-argument');
  });

  it('plays a reply that is no JSON as it is', async () => {
    for (const reply of [throwing, revoked.proxy, 5n] as never[]) {
      client.failNext('sendChatMessage', reply);
      const [given] = await new Promise<unknown[]>(resolve =>
        page.WeixinJSBridge?.invoke('sendChatMessage', text(), answer => resolve([answer])),
      );
      expect(Object.is(given, reply)).to.be.true;
    }
  });
});
