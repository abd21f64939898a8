import { aTimeout, expect } from '@open-wc/testing';
import { findHost, readReply, type Channel, type Host } from '../../src/hosts/index.js';
import { simulateWeCom, type SimulatedClient } from '../../src/simulator/index.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { click, menu, page as pageItem, product, view } from '../support/messages.js';
import { configure, page } from '../support/page.js';

const APIS = ['getContext', 'getCurExternalContact', 'sendChatMessage'];

/** How a page gets each channel going. */
const CHANNELS: [channel: Channel, start: (client: SimulatedClient) => Promise<unknown>][] = [
  ['wx.qy', () => Promise.resolve()],
  [
    'ww',
    async client => {
      const ww = await import('@wecom/jssdk'); // it reads the user agent as it loads
      page.ww = ww;
      ww.register({
        corpId: 'ww1',
        agentId: '1000001',
        jsApiList: APIS as never,
        getAgentConfigSignature: () => client.sign() as never,
      });
    },
  ],
  ['WeixinJSBridge', client => configure(client.sign(), APIS)],
];

const message = deepFreeze({ ...menu(click('满意', '1'), view(), pageItem()), enterChat: true });

for (const [channel, start] of CHANNELS)
  describe(`a host: ${channel}`, () => {
    let client: SimulatedClient;
    let host: Host;

    before(async () => {
      client = simulateWeCom({ wxQy: channel === 'wx.qy', version: '4.1.10' });
      await start(client);
      host = findHost(channel) as Host;
    });
    after(() => {
      client.restore();
      delete page.ww;
    });

    const send = (params: object = message): Promise<unknown> => host.invoke('sendChatMessage', params);
    const nativeSends = (): number => client.calls.filter(({ api }) => api === 'sendChatMessage').length;

    it('has the name of its channel', () => expect(host.name).to.equal(channel));

    it('asks where the page is', async () => {
      const reply = await host.invoke('getContext', {});
      expect(reply).to.include({ entry: 'single_kf_tools' });
      expect(readReply('getContext', reply)).to.equal(null);
    });

    it('asks who the customer is', async () => {
      expect(await host.invoke('getCurExternalContact', {})).to.include({ userId: 'wmSimulatedCustomer' });
    });

    it('sends a message, as it is and once', async () => {
      const before = nativeSends();
      const reply = await send();
      expect(readReply('sendChatMessage', reply)).to.equal(null);
      expect(client.sent[client.sent.length - 1]).to.deep.equal(message);
      expect(nativeSends()).to.equal(before + 1);
    });

    it('sends a second message, too', async () => {
      await send(deepFreeze(product()));
      expect(client.sent[client.sent.length - 1]).to.deep.equal(product());
    });

    it("hands over the client's refusal, and does not reject", async () => {
      client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail unsupported msgtype' });
      expect(readReply('sendChatMessage', await send())).to.include({ code: 'unsupported-msgtype' });
    });

    it('hands over a refusal in the words of Windows', async () => {
      client.failNext('sendChatMessage', { errmsg: 'fail_no permission' });
      expect(readReply('sendChatMessage', await send())).to.include({ code: 'no-permission' });
    });

    it("hands over the user's cancel", async () => {
      client.failNext('sendChatMessage', 'cancel');
      expect(readReply('sendChatMessage', await send())).to.include({ code: 'cancelled' });
    });

    it('hands over an empty reply, which only the SDK takes for ok', async () => {
      client.failNext('sendChatMessage', {});
      const error = readReply('sendChatMessage', await send());
      expect(error?.code).to.equal(channel === 'ww' ? undefined : 'no-answer');
    });

    it('waits as long as the client is silent', async () => {
      client.failNext('sendChatMessage', 'never');
      const before = nativeSends();
      const first = await Promise.race([send(), aTimeout(50).then(() => 'silence')]);
      expect(first).to.equal('silence');
      expect(nativeSends()).to.equal(before + 1);
    });

    it('takes nothing out of the reply', async () => {
      const reply = { err_msg: 'sendChatMessage:fail_No Permission', extra: { deep: [1, '二'] } };
      client.failNext('sendChatMessage', reply);
      expect(await send()).to.deep.include(reply);
    });

    it('leaves what it was given as it was', async () => {
      const params = { ...menu(click('满意')), enterChat: true };
      await send(params);
      client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail' });
      await send(params);
      expect(params).to.deep.equal({ ...menu(click('满意')), enterChat: true });
    });

    it('answers two calls, each with its own reply', async () => {
      const [context, customer] = await Promise.all([
        host.invoke('getContext', {}),
        host.invoke('getCurExternalContact', {}),
      ]);
      expect(context).to.have.property('entry').and.not.to.be.undefined;
      expect(context).not.to.have.property('userId');
      expect(customer).to.have.property('userId');
    });
  });
