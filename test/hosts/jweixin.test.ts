import { expect } from '@open-wc/testing';
import { findHost, readReply } from '../../src/hosts/index.js';
import { simulateWeCom, type SimulatedClient } from '../../src/simulator/index.js';
import { startJweixin } from '../contracts/channels.js';
import { text } from '../support/messages.js';
import { clearPage } from '../support/page.js';

describe('the real jweixin on a phone', () => {
  const beacons: string[] = [];
  const { Image } = window;
  let client: SimulatedClient;

  before(async () => {
    client = simulateWeCom({ wxQy: false, platform: 'android' });
    // It reports to its maker through an image; nothing leaves the test.
    window.Image = class {
      set src(url: string) {
        beacons.push(url);
      }
    } as unknown as typeof Image;
    await startJweixin(client);
  });
  after(() => {
    window.Image = Image;
    client.restore();
    clearPage();
  });

  it('is configured by the client', () => {
    expect(client.calls.map(({ api }) => api)).to.include.members(['preVerifyJSAPI', 'agentConfig']);
  });

  it('hears about the network', () => {
    expect(client.calls.map(({ api }) => api)).to.include('getNetworkType');
    expect(beacons.join()).to.contain('&n=wifi');
  });

  it('sends, with the signature that it adds to every call', async () => {
    const reply = await findHost('wx.invoke')?.invoke('sendChatMessage', text());
    expect(readReply('sendChatMessage', reply)).to.equal(null);
    expect(client.sent).to.deep.equal([text()]);
  });

  it('has no permission any more when the address has changed', async () => {
    const before = location.href;
    history.replaceState(null, '', `${before}&page=2`);
    const reply = await findHost('wx.invoke')?.invoke('sendChatMessage', text());
    history.replaceState(null, '', before);
    expect(readReply('sendChatMessage', reply)).to.include({ code: 'invalid-signature' });
  });
});
