import { expect, fixtureSync, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import type { Host } from '../../../../src/hosts/index.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { inTouch } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { click, menu, text } from '../../../support/messages.js';

describe('the context', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom({ platform: 'ios', version: '4.1.30', customerId: 'wm1' })));
  afterEach(() => client.restore());

  it('says channel, entry, platform, version and customer', async () => {
    const { context } = await inTouch(html`<kf-bridge></kf-bridge>`);
    expect(context).to.deep.equal({
      channel: 'wx.qy',
      entry: 'single_kf_tools',
      platform: 'ios',
      version: '4.1.30',
      customerId: 'wm1',
    });
  });

  it('cannot be written to', async () => {
    const { context } = await inTouch(html`<kf-bridge></kf-bridge>`);
    expect(() => Object.assign(context as object, { entry: 'normal' })).to.throw(TypeError);
  });

  it('takes the customer who is there now after reconnect()', async () => {
    const bridge = await inTouch(html`<kf-bridge></kf-bridge>`);
    client.set({ customerId: 'wm2' });
    expect(bridge.context?.customerId).to.equal('wm1');
    await bridge.reconnect();
    expect(bridge.context?.customerId).to.equal('wm2');
  });

  it('takes the platform and version that the channel itself knows', async () => {
    const host = new ManualHost({ platform: 'mac', version: '4.1.6' });
    const { context } = await inTouch(html`<kf-bridge .host=${host}></kf-bridge>`);
    expect(context).to.include({ channel: 'manual', platform: 'mac', version: '4.1.6' });
  });
});

describe('the context outside WeCom', () => {
  it('has neither platform nor version', async () => {
    const host = new ManualHost();
    const { context } = await inTouch(html`<kf-bridge .host=${host}></kf-bridge>`);
    expect(context).not.to.have.any.keys('platform', 'version');
  });
});

describe('the context in a build of WeCom that a company runs itself', () => {
  const own = 'Mozilla/5.0 (Windows NT 10.0) wxwork/2.4.1 wxworklocal/2.4.1 MicroMessenger/7.0.1';
  before(() => Object.defineProperty(navigator, 'userAgent', { value: own, configurable: true }));
  after(() => Reflect.deleteProperty(navigator, 'userAgent'));

  it('names the platform, but no version, because that is not to be trusted', async () => {
    const host = new ManualHost();
    const { context } = await inTouch(html`<kf-bridge .host=${host}></kf-bridge>`);
    expect(context).to.include({ platform: 'windows' }).and.not.to.have.property('version');
  });

  it('keeps no menu from going out', async () => {
    const host = new ManualHost();
    const bridge = await inTouch(html`<kf-bridge .host=${host}></kf-bridge>`);
    const sending = bridge.send(menu(click()));
    await host.reached(1);
    host.answer();
    expect(await sending).to.include({ outcome: 'sent' });
  });
});

describe('a customer that cannot be read', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  const withoutCustomer = async (): Promise<KfBridge> => {
    const bridge = await inTouch(html`<kf-bridge timeout="80"></kf-bridge>`);
    expect(bridge.context).not.to.have.property('customerId');
    expect(bridge.state).to.equal('ready');
    return bridge;
  };

  it('does not block: nobody is there', async () => {
    client.set({ customerId: null });
    await withoutCustomer();
  });

  it('does not block: no permission', async () => {
    client.failNext('getCurExternalContact', { errmsg: 'fail_no permission' });
    const bridge = await withoutCustomer();
    expect(await bridge.send(text())).to.include({ outcome: 'sent' });
  });

  it('does not block: a reply without a user', async () => {
    client.failNext('getCurExternalContact', { err_msg: 'getCurExternalContact:ok' });
    await withoutCustomer();
  });

  it('does not block: no answer', async () => {
    client.failNext('getCurExternalContact', 'never');
    await withoutCustomer();
  });

  it('does not hold up the rest for much longer than the timeout', async () => {
    client.failNext('getCurExternalContact', 'never');
    const started = performance.now();
    await withoutCustomer();
    expect(performance.now() - started).to.be.below(600);
  });
});

describe('a channel that knows nothing of its client', () => {
  const hostWith = (clientInfo: () => never): Host =>
    Object.assign(new ManualHost({ customerId: 'wm1' }), { clientInfo });

  for (const [story, clientInfo] of [
    ['throws', () => JSON.parse('') as never],
    ['rejects', () => Promise.reject(new Error('unknown')) as never],
    ['gives nothing', () => undefined as never],
  ] as const)
    it(`does not block when asking it ${story}`, async () => {
      const bridge = fixtureSync<KfBridge>(html`<kf-bridge .host=${hostWith(clientInfo)}></kf-bridge>`);
      const context = await bridge.ready;
      expect(context).to.deep.equal({ channel: 'manual', entry: 'single_kf_tools', customerId: 'wm1' });
    });
});
