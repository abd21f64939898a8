import { expect } from '@open-wc/testing';
import { findHost, readReply } from '../../src/hosts/index.js';
import { simulateWeCom, type SimulatedClient } from '../../src/simulator/index.js';
import { START } from '../contracts/channels.js';
import { text } from '../support/messages.js';
import { clearPage } from '../support/page.js';

describe('the real @wecom/jssdk on a page that changes its address', () => {
  const before = location.href;
  let client: SimulatedClient;

  beforeEach(async () => {
    client = simulateWeCom({ wxQy: false });
    await START.ww(client);
  });
  afterEach(() => {
    history.replaceState(null, '', before);
    client.restore();
    clearPage();
  });

  it('signs again, for the new address', async () => {
    for (const page of ['', '&page=2', '&page=2#hash']) {
      history.replaceState(null, '', before + page);
      const reply = await findHost('ww')?.invoke('sendChatMessage', text(`at ${page}`));
      expect(readReply('sendChatMessage', reply), page).to.equal(null);
    }
    expect(client.sent).to.have.length(3);
    expect(client.calls.filter(({ api }) => api === 'agentConfig')).to.have.length(2);
  });
});
