import { expect } from '@open-wc/testing';
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

  it('gives no permission for a function that the page did not list', async () => {
    await configure(client.sign(), ['getContext']);
    const { err_msg } = await invoke('sendChatMessage', text());
    expect(err_msg).to.match(/no permission|invalid signature/);
    expect(client.sent).to.deep.equal([]);
  });

  it('needs no signature through wx.qy, which has a session', async () => {
    const reply = await new Promise(complete => page.wx?.qy?.sendChatMessage?.({ ...text(), complete } as object));
    expect(reply).to.include({ errMsg: 'qy__sendChatMessage:ok' });
  });
});
