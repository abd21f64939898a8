import { expect, oneEvent } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../src/simulator/index.js';
import { invoke, page } from '../support/page.js';

let client: SimulatedClient;
afterEach(() => client.restore());

describe('a bridge that comes late', () => {
  it('is not there at first, and announces itself', async () => {
    client = simulateWeCom({ wxQy: false, bridgeAfter: 20 });
    expect(page.WeixinJSBridge).to.be.undefined;
    await oneEvent(document, 'WeixinJSBridgeReady');
    expect(await invoke('getContext')).to.include({ entry: 'single_kf_tools' });
  });

  it('shows its user agent before', () => {
    client = simulateWeCom({ bridgeAfter: 20 });
    expect(navigator.userAgent).to.contain('wxwork/');
  });

  it('is what the real SDK waits for', async () => {
    client = simulateWeCom({ wxQy: false, bridgeAfter: 20 });
    const ww = await import('@wecom/jssdk');
    ww.register({
      corpId: 'ww1',
      agentId: '1000001',
      jsApiList: ['getContext'] as never,
      getAgentConfigSignature: () => client.sign() as never,
    });
    expect(await ww.getContext()).to.include({ entry: 'single_kf_tools' });
  });

  it('does not come to a page from which the client was taken away', async () => {
    client = simulateWeCom({ bridgeAfter: 10 });
    client.restore();
    const announced = oneEvent(document, 'WeixinJSBridgeReady').then(() => 'announced');
    client = simulateWeCom({ bridgeAfter: 40 });
    const early = new Promise(resolve => setTimeout(resolve, 25, 'nobody'));
    expect(await Promise.race([announced, early])).to.equal('nobody');
    await announced;
  });
});
