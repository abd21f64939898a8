import { expect } from '@open-wc/testing';
import type { Platform } from '../../src/core/index.js';
import { simulateWeCom, type SimulatedClient } from '../../src/simulator/index.js';
import { text } from '../support/messages.js';
import { configure, invoke, page } from '../support/page.js';

const NO_PERMISSION = { err_msg: 'sendChatMessage:fail_no permission' };
const address = (): string => location.href.split('#')[0] as string;

describe('the simulated client and signatures', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom({ platform: 'android' })));
  afterEach(() => client.restore());

  it('gives no permission to a page that never signed', async () => {
    expect(await invoke('sendChatMessage', text())).to.deep.equal(NO_PERMISSION);
    expect(await invoke('getCurExternalContact')).to.deep.equal({
      err_msg: 'getCurExternalContact:fail_no permission',
    });
    expect(client.sent).to.deep.equal([]);
  });

  it('gives permission to a page that signed', async () => {
    expect(await configure(client.sign())).to.deep.equal({ err_msg: 'agentConfig:ok' });
    expect(await invoke('sendChatMessage', text())).to.deep.equal({ err_msg: 'sendChatMessage:ok' });
  });

  it('tells anyone where the page is', async () => {
    expect(await invoke('getContext')).to.deep.equal({ err_msg: 'getContext:ok', entry: 'single_kf_tools' });
  });

  it('makes signatures for the address without its hash', async () => {
    history.replaceState(null, '', `${address()}#somewhere`);
    const signature = client.sign();
    history.replaceState(null, '', address());
    expect(await configure(signature)).to.deep.equal({ err_msg: 'agentConfig:ok' });
  });

  it('takes a signature that names the address', async () => {
    expect(await configure(client.sign(address()))).to.deep.equal({ err_msg: 'agentConfig:ok' });
  });

  it('refuses a signature for another address', async () => {
    const { err_msg } = await configure(client.sign('https://elsewhere.example/'));
    expect(err_msg).to.match(/^agentConfig:fail_invalid signature.*40093/);
    expect(await invoke('sendChatMessage', text())).to.deep.equal(NO_PERMISSION);
  });

  it('refuses an old signature when the address has changed', async () => {
    const before = location.href;
    const signature = client.sign();
    history.replaceState(null, '', `${address()}&page=2`);
    const { err_msg } = await configure(signature);
    history.replaceState(null, '', before);
    expect(err_msg).to.contain('invalid signature');
  });

  it('refuses a configuration without a signature', async () => {
    const { err_msg } = await configure({});
    expect(err_msg).to.contain('invalid signature');
    expect(await invoke('sendChatMessage', text())).to.deep.equal(NO_PERMISSION);
  });

  it('gives no permission for a mere config: it has to be agentConfig', async () => {
    const { signature } = client.sign();
    await invoke('preVerifyJSAPI', { verifySignature: signature, verifyJsApiList: ['sendChatMessage'] });
    expect(await invoke('sendChatMessage', text())).to.deep.equal(NO_PERMISSION);
  });

  const UNLISTED: [platform: Platform, reply: object][] = [
    ['ios', { err_msg: 'sendChatMessage:fail_no permission to execute' }],
    ['mac', { err_msg: 'sendChatMessage:permission denied' }],
    ['windows', { errmsg: 'fail_no permission' }],
  ];
  for (const [platform, words] of UNLISTED)
    it(`gives no permission for a function that the page did not list, in the words of ${platform}`, async () => {
      client.set({ platform });
      await configure(client.sign(), ['getContext']);
      expect(await invoke('sendChatMessage', text())).to.deep.equal(words);
      expect(client.sent).to.deep.equal([]);
    });

  it('calls the signature of a function that the page did not list invalid, on Android', async () => {
    await configure(client.sign(), ['getContext']);
    const { err_msg } = await invoke('sendChatMessage', text());
    expect(err_msg).to.match(/^sendChatMessage:fail_invalid signature .*e=40093 maybe not added to jsApiList/);
  });

  it('refuses a signature with the nonce or the time of another', async () => {
    const [first, second] = [client.sign(), client.sign()];
    for (const wrong of [{ nonceStr: second.nonceStr }, { timestamp: '1' }]) {
      const { err_msg } = await configure({ ...first, ...wrong });
      expect(err_msg).to.contain('invalid signature');
    }
    expect(await configure(first)).to.deep.equal({ err_msg: 'agentConfig:ok' });
  });

  it('takes its permission back when the address changes, but not for a hash', async () => {
    await configure(client.sign());
    const before = location.href;
    history.replaceState(null, '', `${address()}#somewhere`);
    const atHash = await invoke('sendChatMessage', text());
    history.replaceState(null, '', `${address()}&page=2`);
    const elsewhere = await invoke('sendChatMessage', text());
    history.replaceState(null, '', before);
    expect([atHash, elsewhere]).to.deep.equal([{ err_msg: 'sendChatMessage:ok' }, NO_PERMISSION]);
  });

  it('refuses a call that shows an old signature', async () => {
    await configure(client.sign());
    const { timestamp, nonceStr, signature } = client.sign('https://elsewhere.example/');
    const verify = { verifyTimestamp: timestamp, verifyNonceStr: nonceStr, verifySignature: signature };
    const { err_msg } = await invoke('sendChatMessage', { ...text(), ...verify });
    expect(err_msg).to.contain('invalid signature');
    expect(client.sent).to.deep.equal([]);
  });

  it('needs no signature through wx.qy, which has a session', async () => {
    const reply = await new Promise(complete => page.wx?.qy?.sendChatMessage?.({ ...text(), complete } as object));
    expect(reply).to.include({ errMsg: 'qy__sendChatMessage:ok' });
  });
});
