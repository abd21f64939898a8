import { expect } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../src/simulator/index.js';
import { text } from '../support/messages.js';
import { configure, invoke, page } from '../support/page.js';

type Reply = Record<string, unknown>;

let client: SimulatedClient;
afterEach(() => client.restore());

const ask = (api: string, params: object = {}): Promise<Reply> =>
  new Promise(complete => page.wx?.qy?.[api]?.({ ...params, complete }));
const EXPIRED = /^qy__\w+:fail session expired$/;

describe('the session of wx.qy', () => {
  it('is live from the start', async () => {
    client = simulateWeCom();
    expect(await ask('checkSession')).to.include({ errMsg: 'qy__checkSession:ok' });
    expect(await ask('getContext')).to.include({ entry: 'single_kf_tools' });
  });

  for (const session of ['expired', 'refused'] as const)
    it(`gives nothing once it is ${session}`, async () => {
      client = simulateWeCom({ session });
      for (const api of ['checkSession', 'getContext', 'getCurExternalContact'])
        expect((await ask(api)).errMsg, api).to.match(EXPIRED);
      expect((await ask('sendChatMessage', text())).errMsg).to.match(EXPIRED);
      expect(client.sent).to.deep.equal([]);
    });

  it('lives again after a login', async () => {
    client = simulateWeCom({ session: 'expired' });
    expect(await ask('login'))
      .to.include({ errMsg: 'qy__login:ok', err_msg: 'qy.login:ok' })
      .and.have.property('code');
    expect(await ask('checkSession')).to.include({ errMsg: 'qy__checkSession:ok' });
    await ask('sendChatMessage', text());
    expect(client.sent).to.deep.equal([text()]);
  });

  it('stays dead when the login is refused', async () => {
    client = simulateWeCom({ session: 'refused' });
    expect(await ask('login')).to.include({ errMsg: 'qy__login:fail' });
    expect((await ask('checkSession')).errMsg).to.match(EXPIRED);
  });

  it('may expire at any time', async () => {
    client = simulateWeCom();
    client.set({ session: 'expired' });
    expect((await ask('getContext')).errMsg).to.match(EXPIRED);
  });

  it("is the mini program's: a web page has its signature instead", async () => {
    client = simulateWeCom({ platform: 'android', session: 'refused' });
    await configure(client.sign());
    expect(await invoke('sendChatMessage', text())).to.deep.equal({ err_msg: 'sendChatMessage:ok' });
    expect(await invoke('checkSession')).to.deep.equal({ err_msg: 'system:function_not_exist' });
  });
});
