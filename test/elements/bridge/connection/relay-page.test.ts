import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { inTouch } from '../../../support/in-touch.js';
import { text } from '../../../support/messages.js';
import { clearPage } from '../../../support/page.js';
import { rejection } from '../../../support/rejection.js';

const webView = window as unknown as {
  __wxjs_environment?: string;
  wx?: { qy?: object; miniProgram?: { navigateTo(options: { url: string }): void } };
};

describe("a page in a mini program's web-view", () => {
  let client: SimulatedClient;
  let urls: string[];
  beforeEach(() => {
    client = simulateWeCom();
    urls = [];
    webView.__wxjs_environment = 'miniprogram';
    Object.assign(webView.wx as object, { miniProgram: { navigateTo: ({ url }: { url: string }) => urls.push(url) } });
  });
  afterEach(() => {
    client.restore();
    clearPage();
    delete webView.__wxjs_environment;
  });

  it('goes through the relay before anything else, where the page names one', async () => {
    const bridge = await inTouch(html`<kf-bridge relay-page="/pages/relay/relay" timeout="30"></kf-bridge>`);
    expect(bridge.relayPage).to.equal('/pages/relay/relay');
    expect(bridge.context).to.include({ channel: 'relay', entry: 'single_kf_tools' });
    expect(client.calls).to.deep.equal([]);
  });

  it('goes to the page that it names, and to no other channel', async () => {
    const bridge = await inTouch(html`<kf-bridge relay-page="/pages/relay/relay" timeout="30"></kf-bridge>`);
    await rejection(bridge.send(text()), 'timeout');
    expect(urls).to.have.length(1);
    expect(urls[0]).to.match(/^\/pages\/relay\/relay\?kf=[\w-]+$/);
    expect(client.calls).to.deep.equal([]);
  });

  it('tells in the diagnosis that the relay is there', async () => {
    const bridge = await inTouch(html`<kf-bridge relay-page="/pages/relay/relay"></kf-bridge>`);
    expect(bridge.diagnose()).to.contain('found: relay wx.qy');
  });

  for (const [story, template] of [
    ['where the page names no relay', html`<kf-bridge></kf-bridge>`],
    ['where the name is empty', html`<kf-bridge relay-page=""></kf-bridge>`],
    ['where the page names another channel', html`<kf-bridge relay-page="/pages/r" channel="wx.qy"></kf-bridge>`],
  ] as const)
    it(`takes another channel ${story}`, async () => {
      const { context } = await inTouch(template);
      expect(context).to.include({ channel: 'wx.qy' });
    });

  it('waits for the relay where the page names it as its channel', async () => {
    delete webView.__wxjs_environment;
    const bridge = fixtureSync<KfBridge>(
      html`<kf-bridge channel="relay" relay-page="/pages/relay/relay" timeout="2000"></kf-bridge>`,
    );
    await aTimeout(0);
    expect(bridge.state).to.equal('connecting');
    webView.__wxjs_environment = 'miniprogram';
    expect(await bridge.ready).to.include({ channel: 'relay' });
  });

  it('takes the relay with the next reconnect() where the page names it later', async () => {
    const bridge = await inTouch(html`<kf-bridge></kf-bridge>`);
    bridge.relayPage = '/pages/relay/relay';
    expect(bridge.context).to.include({ channel: 'wx.qy' });
    expect(await bridge.reconnect()).to.include({ channel: 'relay' });
  });
});

describe('a page outside of a mini program', () => {
  it('takes another channel, though it names a relay', async () => {
    const client = simulateWeCom();
    const { context } = await inTouch(html`<kf-bridge relay-page="/pages/relay/relay"></kf-bridge>`);
    expect(context).to.include({ channel: 'wx.qy' });
    client.restore();
  });
});
