import { aTimeout, expect } from '@open-wc/testing';
import { simulateWeCom, type NativeCall, type SimulatedClient } from '../../src/simulator/index.js';
import { text } from '../support/messages.js';
import { configure, invoke, page } from '../support/page.js';

let client: SimulatedClient;
let calls: NativeCall[];
beforeEach(async () => {
  calls = [];
  client = simulateWeCom({ platform: 'android', onCall: call => calls.push({ ...call }) });
  await configure(client.sign());
});
afterEach(() => client.restore());

/** Sends once and counts the answers. */
const answersTo = (message: object): Record<string, unknown>[] => {
  const answers: Record<string, unknown>[] = [];
  page.WeixinJSBridge?.invoke('sendChatMessage', message, reply => answers.push(reply as Record<string, unknown>));
  return answers;
};

describe('an answer that comes late', () => {
  it("is the client's own, and the message is in the chat by then", async () => {
    client.failNext('sendChatMessage', 'own', { after: 40 });
    const started = performance.now();
    expect(await invoke('sendChatMessage', text())).to.deep.equal({ err_msg: 'sendChatMessage:ok' });
    expect(performance.now() - started).to.be.above(35);
    expect(client.sent).to.deep.equal([text()]);
  });

  it('may be a refusal', async () => {
    client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail' }, { after: 20 });
    expect(await invoke('sendChatMessage', text())).to.deep.equal({ err_msg: 'sendChatMessage:fail' });
    expect(client.sent).to.deep.equal([]);
  });

  it('does not hold up other calls', async () => {
    client.failNext('sendChatMessage', 'own', { after: 40 });
    const answers = answersTo(text());
    await invoke('getContext');
    expect(answers).to.deep.equal([]);
  });

  it('is not for the call after it', async () => {
    client.failNext('sendChatMessage', 'own', { after: 5000 });
    answersTo(text('迟'));
    await invoke('sendChatMessage', text('快'));
    expect(client.sent).to.deep.equal([text('快')]);
  });

  it('may come sooner than the latency', async () => {
    client.set({ latency: 5000 });
    client.failNext('getContext', 'own', { after: 0 });
    expect(await invoke('getContext')).to.include({ entry: 'single_kf_tools' });
  });
});

describe('an answer that comes twice', () => {
  it('comes as two objects, for one message in the chat', async () => {
    client.failNext('sendChatMessage', 'own', { times: 2 });
    const answers = answersTo(text());
    await invoke('getContext');
    expect(answers).to.deep.equal([{ err_msg: 'sendChatMessage:ok' }, { err_msg: 'sendChatMessage:ok' }]);
    expect(answers[0]).not.to.equal(answers[1]);
    expect(client.sent).to.deep.equal([text()]);
  });

  it('is recorded once', async () => {
    client.failNext('sendChatMessage', 'own', { times: 2 });
    await invoke('sendChatMessage', text());
    const sends = calls.filter(({ api }) => api === 'sendChatMessage');
    expect(sends.map(({ reply }) => reply)).to.deep.equal([undefined, { err_msg: 'sendChatMessage:ok' }]);
  });

  it('calls the callbacks of wx.qy twice', async () => {
    client.failNext('sendChatMessage', 'own', { times: 2 });
    const called: string[] = [];
    const note = (name: string) => (): void => void called.push(name);
    page.wx?.qy?.sendChatMessage?.({ ...text(), success: note('success'), complete: note('complete') });
    await aTimeout(10);
    expect(called).to.deep.equal(['success', 'complete', 'success', 'complete']);
  });
});

describe('a call that throws', () => {
  it('throws at once, sends nothing, and is recorded', () => {
    client.failNext('sendChatMessage', 'throw');
    expect(() => answersTo(text())).to.throw('sendChatMessage');
    expect(client.sent).to.deep.equal([]);
    expect(client.calls[client.calls.length - 1]).to.include({ api: 'sendChatMessage' });
  });
});

describe('another customer while a send is under way', () => {
  it('does not get the message: the call knows whose chat it was', async () => {
    client.set({ customerId: 'wmOne' });
    client.failNext('sendChatMessage', 'own', { after: 20 });
    const sending = invoke('sendChatMessage', text());
    client.set({ customerId: 'wmAnother' });
    await sending;
    expect(client.calls[client.calls.length - 1]).to.include({ customerId: 'wmOne' });
    expect(await invoke('getCurExternalContact')).to.include({ userId: 'wmAnother' });
  });

  it('gets the next one', async () => {
    client.set({ customerId: 'wmAnother' });
    await invoke('sendChatMessage', text());
    expect(client.calls[client.calls.length - 1]).to.include({ customerId: 'wmAnother' });
  });
});
