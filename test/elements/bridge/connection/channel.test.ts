import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { inTouch } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { text } from '../../../support/messages.js';
import { clearPage, configure, page } from '../../../support/page.js';
import { rejection } from '../../../support/rejection.js';

const simulatedQy = (): NonNullable<typeof page.wx> => {
  const second = simulateWeCom();
  const { wx } = page;
  second.restore();
  return wx as NonNullable<typeof page.wx>;
};

describe('the channel of a bridge', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => {
    client.restore();
    clearPage();
  });

  it('is the first that is there', async () => {
    const { context } = await inTouch(html`<kf-bridge></kf-bridge>`);
    expect(context?.channel).to.equal('wx.qy');
  });

  it('is the one that it names, though a better one is there', async () => {
    await configure(client.sign());
    const bridge = await inTouch(html`<kf-bridge channel="WeixinJSBridge"></kf-bridge>`);
    expect(bridge.context?.channel).to.equal('WeixinJSBridge');
    expect((await bridge.send(text())).channel).to.equal('WeixinJSBridge');
  });

  it('is waited for when it is named', async () => {
    const bridge = fixtureSync<KfBridge>(html`<kf-bridge channel="ww" timeout="1000"></kf-bridge>`);
    await aTimeout(20);
    expect(bridge.state).to.equal('connecting');
    const sdk = new ManualHost();
    page.ww = Object.fromEntries(
      ['getContext', 'getCurExternalContact', 'sendChatMessage'].map(api => [
        api,
        (params: object) => sdk.invoke(api, params),
      ]),
    );
    expect((await bridge.ready).channel).to.equal('ww');
  });

  it('is absent when it is named and does not come', async () => {
    const bridge = fixtureSync<KfBridge>(html`<kf-bridge channel="ww" timeout="30"></kf-bridge>`);
    await rejection(bridge.ready, 'host-absent');
    expect(client.calls).to.deep.equal([]);
  });

  it("is the page's own host before anything else", async () => {
    const host = new ManualHost();
    const { context } = await inTouch(html`<kf-bridge channel="wx.qy" .host=${host}></kf-bridge>`);
    expect(context?.channel).to.equal('manual');
    expect(client.calls).to.deep.equal([]);
  });
});

describe('a channel that was chosen', () => {
  let client: SimulatedClient;
  let bridge: KfBridge;
  beforeEach(async () => {
    client = simulateWeCom({ wxQy: false });
    await configure(client.sign());
    bridge = await inTouch(html`<kf-bridge></kf-bridge>`);
  });
  afterEach(() => {
    client.restore();
    clearPage();
  });

  it('stays, also when a better one appears', async () => {
    page.wx = { qy: { sendChatMessage: () => expect.fail('called') } };
    document.dispatchEvent(new Event('WeixinJSBridgeReady'));
    await bridge.send(text());
    expect(bridge.context?.channel).to.equal('WeixinJSBridge');
    expect(client.sent).to.have.length(1);
  });

  it('is chosen again by reconnect()', async () => {
    page.wx = simulatedQy();
    await bridge.reconnect();
    expect(bridge.context?.channel).to.equal('wx.qy');
  });
});
