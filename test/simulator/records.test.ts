import { expect } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../src/simulator/index.js';
import { readUserAgent } from '../../src/hosts/index.js';
import type { Platform } from '../../src/core/index.js';
import { text } from '../support/messages.js';
import { configure, invoke, page } from '../support/page.js';

let client: SimulatedClient;
beforeEach(() => (client = simulateWeCom({ platform: 'android', version: '5.0.6' })));
afterEach(() => client.restore());

const send = (content = '您好'): Promise<Record<string, unknown>> => invoke('sendChatMessage', text(content));

describe("the simulated client's records", () => {
  it('name every call, with its parameters and its time', async () => {
    const before = Date.now();
    await send();
    await invoke('getContext');
    expect(client.calls.map(({ api, params }) => [api, params])).to.deep.equal([
      ['sendChatMessage', text()],
      ['getContext', {}],
    ]);
    for (const { at } of client.calls) expect(at).to.be.within(before, Date.now());
  });

  it('leave out callbacks and what an SDK adds for signing', async () => {
    await invoke('sendChatMessage', {
      ...text(),
      success: () => undefined,
      appId: 'ww1',
      verifyAppId: 'ww1',
      verifySignature: 'x',
      verifyTimestamp: '1',
      verifyNonceStr: 'n',
      verifySignType: 'sha1',
    });
    expect(client.calls[0]?.params).to.deep.equal(text());
  });

  it('are copies', async () => {
    const message = text();
    const answer = invoke('sendChatMessage', message);
    message.text.content = '改了';
    await answer;
    expect(client.calls[0]?.params).to.deep.equal(text());
  });

  it('show what reached the conversation, and only that', async () => {
    await send('未签名');
    await configure(client.sign());
    await send('一');
    client.failNext('sendChatMessage', 'cancel');
    await send('取消');
    await send('二');
    expect(client.sent).to.deep.equal([text('一'), text('二')]);
  });

  it('show the message without what an SDK adds for signing', async () => {
    await configure(client.sign());
    await invoke('sendChatMessage', { ...text(), appId: 'ww1', verifyAppId: 'ww1', verifySignature: 'x' });
    expect(client.sent).to.deep.equal([text()]);
  });
});

describe('failNext()', () => {
  const isOk = { err_msg: 'getContext:ok', entry: 'single_kf_tools' };

  it('answers the next call in another way, and only this one', async () => {
    client.failNext('getContext', { err_msg: 'getContext:fail' });
    expect(await invoke('getContext')).to.deep.equal({ err_msg: 'getContext:fail' });
    expect(await invoke('getContext')).to.deep.equal(isOk);
  });

  it('leaves other calls alone', async () => {
    client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail' });
    expect(await invoke('getContext')).to.deep.equal(isOk);
  });

  it('can be asked for several in a row', async () => {
    client.failNext('getContext', { err_msg: 'one' });
    client.failNext('getContext', 'cancel');
    const replies = [await invoke('getContext'), await invoke('getContext'), await invoke('getContext')];
    expect(replies).to.deep.equal([{ err_msg: 'one' }, { err_msg: 'getContext:cancel' }, isOk]);
  });

  it('can leave a call without an answer', async () => {
    client.failNext('getContext', 'never');
    const silent = invoke('getContext').then(() => 'an answer');
    const next = invoke('getContext').then(() => 'the next call');
    expect(await Promise.race([silent, next])).to.equal('the next call');
    expect(client.calls).to.have.length(2);
  });

  it('gives each caller an object of its own', async () => {
    const reply = { err_msg: 'getContext:fail' };
    client.failNext('getContext', reply);
    const given = await invoke('getContext');
    expect(given).to.deep.equal(reply);
    expect(given).not.to.equal(reply);
  });
});

describe('set()', () => {
  it('changes the client while it runs', async () => {
    client.set({ entry: 'normal' });
    expect(await invoke('getContext')).to.include({ entry: 'normal' });
  });

  it('keeps what it is not told', () => {
    client.set({ version: '4.1.0' });
    expect(readUserAgent(navigator.userAgent)).to.include({ platform: 'android', version: '4.1.0' });
  });

  for (const platform of ['ios', 'android', 'windows', 'mac'] as Platform[])
    it(`changes the user agent to that of ${platform}`, () => {
      client.set({ platform, version: '4.1.36' });
      expect(readUserAgent(navigator.userAgent, navigator.maxTouchPoints)).to.include({
        platform,
        version: '4.1.36',
      });
    });

  it('changes how long it takes to answer', async () => {
    client.set({ latency: 40 });
    const started = performance.now();
    await invoke('getContext');
    expect(performance.now() - started).to.be.above(35);
  });
});

describe('the simulated bridge', () => {
  it('never answers at once', async () => {
    let early = true;
    const answer = new Promise<boolean>(resolve => page.WeixinJSBridge?.invoke('getContext', {}, () => resolve(early)));
    early = false;
    expect(await answer).to.be.false;
  });

  it('does without a callback', () => {
    expect(() => page.WeixinJSBridge?.invoke('getContext', {}, undefined as never)).not.to.throw();
  });
});
