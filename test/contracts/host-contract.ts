import { aTimeout, expect } from '@open-wc/testing';
import { findHost, readReply, type Host } from '../../src/hosts/index.js';
import { knownReplies, simulateWeCom, type SimulatedClient } from '../../src/simulator/index.js';
import documentedMenu from '../fixtures/menu-message.json' with { type: 'json' };
import documentedProduct from '../fixtures/product-message.json' with { type: 'json' };
import { deepFreeze } from '../support/deep-freeze.js';
import { click, menu, text } from '../support/messages.js';
import { clearPage } from '../support/page.js';
import { rejection } from '../support/rejection.js';
import { isAnswered, START, type CHANNELS } from './channels.js';

const DOCUMENTED = [documentedMenu, documentedProduct];

/** What every channel to a client does, whatever lies between the page and the client. */
export function describeHost(channel: (typeof CHANNELS)[number]): void {
  describe(`a host: ${channel}`, () => {
    let client: SimulatedClient;
    let host: Host;

    before(async () => {
      client = simulateWeCom({ wxQy: channel === 'wx.qy', version: '4.1.10' });
      await START[channel](client);
      host = findHost(channel) as Host;
    });
    after(() => {
      client.restore();
      clearPage();
    });

    const send = (params: object = text()): Promise<unknown> => host.invoke('sendChatMessage', params);
    const nativeSends = (): number => client.calls.filter(({ api }) => api === 'sendChatMessage').length;
    const lastSent = (): unknown => client.sent[client.sent.length - 1];

    it('has the name of its channel', () => expect(host.name).to.equal(channel));

    it('asks where the page is', async () => {
      const reply = await host.invoke('getContext', {});
      expect(reply).to.include({ entry: 'single_kf_tools' });
      expect(readReply('getContext', reply)).to.equal(null);
    });

    it('asks who the customer is', async () => {
      client.set({ customerId: 'wmOne' });
      expect(await host.invoke('getCurExternalContact', {})).to.include({ userId: 'wmOne' });
    });

    for (const message of DOCUMENTED)
      it(`sends the documented ${message.msgtype}, field by field and once`, async () => {
        const before = nativeSends();
        const reply = await send(deepFreeze(structuredClone(message)));
        expect(readReply('sendChatMessage', reply)).to.equal(null);
        expect(lastSent()).to.deep.equal(message);
        expect(nativeSends()).to.equal(before + 1);
      });

    it('sends the same object as often as it is told to', async () => {
      const message = { ...menu(click('满意')), enterChat: true };
      for (const time of [1, 2, 3]) {
        await send(message);
        expect(client.calls[client.calls.length - 1]?.params, `time ${time}`).to.deep.equal(message);
      }
    });

    it('leaves what it was given as it was, whatever becomes of it', async () => {
      const params = { ...menu(click('满意')), enterChat: true };
      await send(params);
      client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail' });
      await send(params);
      client.failNext('sendChatMessage', 'throw');
      await send(params).catch(() => undefined);
      expect(params).to.deep.equal({ ...menu(click('满意')), enterChat: true });
    });

    for (const { name, reply } of knownReplies.filter(isAnswered))
      it(`hands over the client's words: ${name}`, async () => {
        client.failNext('sendChatMessage', reply);
        if (channel === 'ww' && (typeof reply !== 'object' || reply === null)) {
          // The SDK writes into the reply, which only an object stands. The client has the message by then.
          expect(await rejection(send(), 'no-answer')).to.include({ outcome: 'unknown' });
          return;
        }
        const answer = await send();
        if (typeof reply !== 'object' || reply === null) {
          expect(answer).to.equal(reply);
          return;
        }
        const [[key, words] = ['', undefined]] = Object.entries(reply);
        const isCancel = String(words).endsWith('__sendChatMessage:cancel');
        // The mini program's library makes a failure of a cancel, and takes the old words away.
        const expected = channel === 'wx.qy' && isCancel ? { [key]: 'qy__sendChatMessage:fail cancel' } : reply;
        expect(answer).to.deep.include(expected);
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

    it('hands over a reply that is neither ok nor a failure', async () => {
      client.failNext('sendChatMessage', { errMsg: 'something else' });
      expect(readReply('sendChatMessage', await send())).to.include({ code: 'no-answer', outcome: 'unknown' });
    });

    it('takes nothing out of the reply', async () => {
      const reply = { err_msg: 'sendChatMessage:fail_No Permission', extra: { deep: [1, '二'] } };
      client.failNext('sendChatMessage', reply);
      expect(await send()).to.deep.include(reply);
    });

    it('takes the first of two answers, and is ready for the next call', async () => {
      const before = client.sent.length;
      client.failNext('sendChatMessage', 'own', { times: 2 });
      expect(readReply('sendChatMessage', await send(text('两次')))).to.equal(null);
      expect(client.sent.length).to.equal(before + 1);
      expect(await host.invoke('getContext', {})).to.include({ entry: 'single_kf_tools' });
    });

    it('waits for a late answer', async () => {
      client.failNext('sendChatMessage', 'own', { after: 60 });
      let answered = false;
      const sending = send().finally(() => (answered = true));
      await host.invoke('getContext', {});
      expect(answered).to.be.false;
      expect(readReply('sendChatMessage', await sending)).to.equal(null);
    });

    it('waits as long as the client is silent, and other calls go on', async () => {
      client.failNext('sendChatMessage', 'never');
      const before = nativeSends();
      const silent = send();
      expect(readReply('sendChatMessage', await send())).to.equal(null);
      expect(await Promise.race([silent, aTimeout(20).then(() => 'silence')])).to.equal('silence');
      expect(nativeSends()).to.equal(before + 2);
    });

    for (const [story, exception, reached] of [
      ['before the client has the message', 'throw', 0],
      ['after the client has the message', 'throw-after', 1],
    ] as const)
      it(`does not know what became of a call that throws ${story}, and can call again`, async () => {
        const before = client.sent.length;
        client.failNext('sendChatMessage', exception);
        expect(await rejection(send(), 'no-answer')).to.include({ outcome: 'unknown' });
        expect(client.sent.length).to.equal(before + reached);
        expect(readReply('sendChatMessage', await send())).to.equal(null);
      });

    it('makes no call with what is no JSON', async () => {
      const before = nativeSends();
      const loop: Record<string, unknown> = {};
      loop.self = loop;
      for (const params of [loop, { big: 1n }, { toJSON: () => undefined }])
        expect(await rejection(send(params), 'invalid-argument')).to.include({ outcome: 'not-sent' });
      expect(nativeSends()).to.equal(before);
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
}
