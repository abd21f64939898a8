import { expect } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../src/simulator/index.js';
import { click, menu, text } from '../support/messages.js';
import { page } from '../support/page.js';

type Reply = Record<string, unknown>;

let client: SimulatedClient;
beforeEach(() => (client = simulateWeCom({ platform: 'android', version: '5.0.6' })));
afterEach(() => client.restore());

const send = (params: object): unknown => page.wx?.qy?.sendChatMessage?.(params);

/** Which callbacks were called, in order, and with what. */
const outcome = (message: object): Promise<[callbacks: string[], reply: Reply]> =>
  new Promise(resolve => {
    const called: string[] = [];
    const note = (name: string) => (): void => void called.push(name);
    send({
      ...message,
      success: note('success'),
      fail: note('fail'),
      complete: (reply: Reply) => resolve([[...called, 'complete'], reply]),
    });
  });

describe('the simulated wx.qy', () => {
  it('returns undefined, never a promise', () => {
    expect(send(text())).to.be.undefined;
  });

  it('has the functions of the toolbar', () => {
    expect(page.wx?.qy).to.include.keys(
      'getContext',
      'getCurExternalContact',
      'sendChatMessage',
      'checkSession',
      'login',
      'getSystemInfo',
    );
  });

  it('takes the callbacks out of the object that it is given', () => {
    const params = { ...text(), success: () => undefined, fail: () => undefined, complete: () => undefined };
    send(params);
    expect(params).to.deep.equal(text());
  });

  it('takes an object that it cannot change', async () => {
    const done = new Promise<Reply>(complete => send(Object.freeze({ ...text(), complete })));
    expect(await done).to.include({ errMsg: 'qy__sendChatMessage:ok' });
  });

  it('calls success and then complete, in the words of a device', async () => {
    const [called, reply] = await outcome(text());
    expect(called).to.deep.equal(['success', 'complete']);
    expect(reply).to.deep.equal({
      err_code: 0,
      err_msg: 'qy.sendChatMessage:ok',
      errMsg: 'qy__sendChatMessage:ok',
    });
  });

  it("says the client's version", async () => {
    const info = await new Promise<Reply>(success => page.wx?.qy?.getSystemInfo?.({ success }));
    expect(info).to.include({ version: '5.0.6' });
  });

  it('calls fail and then complete', async () => {
    const [called, reply] = await outcome(menu(click('')));
    expect(called).to.deep.equal(['fail', 'complete']);
    expect(reply).to.deep.equal({ errMsg: 'qy__sendChatMessage:fail, invalid param' });
  });

  for (const cancel of ['cancel', { errMsg: 'qy__sendChatMessage:cancel' }] as const)
    it(`turns the user's cancel into a fail: ${JSON.stringify(cancel)}`, async () => {
      client.failNext('sendChatMessage', cancel);
      const [called, reply] = await outcome(text());
      expect(called).to.deep.equal(['fail', 'complete']);
      expect(reply.errMsg).to.equal('qy__sendChatMessage:fail cancel');
    });

  it("gives a web page's words the start by which the library decides", async () => {
    client.failNext('sendChatMessage', { errmsg: 'fail_no permission' });
    const [called, reply] = await outcome(text());
    expect(called).to.deep.equal(['fail', 'complete']);
    expect(reply).to.deep.equal({ errmsg: 'fail_no permission', errMsg: 'qy__sendChatMessage:fail_no permission' });
  });

  for (const reply of [
    {},
    { err_msg: 'system:function_not_exist' },
    { errMsg: 'something else' },
    { errMsg: 'sendChatMessage:ok' },
    { errMsg: 'qy__sendChatMessage:invalid' },
  ])
    it(`calls only complete for ${JSON.stringify(reply)}`, async () => {
      client.failNext('sendChatMessage', reply);
      const [called, given] = await outcome(text());
      expect(called).to.deep.equal(['complete']);
      expect(given).to.deep.equal(reply);
    });

  it('answers later, never at once', async () => {
    let early = true;
    const done = new Promise<boolean>(resolve => send({ ...text(), complete: () => resolve(early) }));
    early = false;
    expect(await done).to.be.false;
  });

  it('does without callbacks', async () => {
    send(text());
    await outcome(text());
    expect(client.sent).to.have.length(2);
  });

  it('can be left out, as in a web page', () => {
    client.restore();
    client = simulateWeCom({ wxQy: false });
    expect(page.wx?.qy).to.be.undefined;
  });
});
