import { aTimeout, expect } from '@open-wc/testing';
import { InvokeHost, readReply, WwHost, WxQyHost, type Host } from '../../src/hosts/index.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { text } from '../support/messages.js';
import { rejection } from '../support/rejection.js';

type Params = Record<string, unknown> & Partial<Record<'success' | 'fail' | 'complete', (reply: unknown) => void>>;

const reply = deepFreeze({ err_msg: 'sendChatMessage:fail something' });
const send = (host: Host, params: object = text()): Promise<unknown> => host.invoke('sendChatMessage', params);

describe('wx.qy', () => {
  const host = (sendChatMessage: (params: Params) => unknown): Host => new WxQyHost({ sendChatMessage });

  for (const callback of ['success', 'fail', 'complete'] as const)
    it(`may answer through ${callback} alone`, async () => {
      expect(await send(host(params => params[callback]?.(reply)))).to.equal(reply);
    });

  it('may answer through fail and complete: the first one counts', async () => {
    const later = { errMsg: 'sendChatMessage:ok' };
    const answer = await send(
      host(params => {
        params.fail?.(reply);
        params.complete?.(later);
        params.success?.(later);
      }),
    );
    expect(answer).to.equal(reply);
  });

  it('may spoil the object that it is given', async () => {
    const params = text();
    await send(
      host(given => {
        const { complete } = given;
        Object.assign(given.text as object, { content: 'spoilt' });
        for (const key of Object.keys(given)) delete given[key];
        complete?.(reply);
      }),
      params,
    );
    expect(params).to.deep.equal(text());
  });

  it('is called as a method, as some libraries need', async () => {
    const qy = {
      own: reply,
      sendChatMessage(this: { own: unknown }, params: Params): void {
        params.success?.(this.own);
      },
    };
    expect(await send(new WxQyHost(qy))).to.equal(reply);
  });

  it('may lack a function: then nothing was called', async () => {
    await rejection(send(new WxQyHost({})), 'host-absent');
  });

  it('may throw: then nobody knows', async () => {
    const cause = new Error('gone');
    const call = (): never => {
      throw cause;
    };
    expect(await rejection(send(host(call)), 'no-answer')).to.include({ outcome: 'unknown', cause });
  });

  it('may give a promise as well, which rejects unheard', async () => {
    const unheard: unknown[] = [];
    const note = (event: PromiseRejectionEvent): void => void unheard.push(event.reason);
    window.addEventListener('unhandledrejection', note);
    const answer = await send(host(params => (params.fail?.(reply), Promise.reject(reply))));
    await aTimeout(0);
    window.removeEventListener('unhandledrejection', note);
    expect(answer).to.equal(reply);
    expect(unheard).to.deep.equal([]);
  });

  for (const word of ['cancel', 'fail cancel'])
    it(`says cancelled where the user did: ${word}`, async () => {
      const answer = await send(host(params => params.fail?.({ errMsg: `qy__sendChatMessage:${word}` })));
      expect(readReply('sendChatMessage', answer)).to.include({ code: 'cancelled' });
    });
});

describe('ww', () => {
  const host = (sendChatMessage: (params: Params) => unknown): Host => new WwHost({ sendChatMessage });
  /** What the SDK does when it makes the native call. */
  const handOver = (params: Params): Params => ({ ...params });

  it('answers with what it resolves to', async () => {
    expect(await send(host(() => Promise.resolve(reply)))).to.equal(reply);
  });

  it("answers with the client's reply that it rejects with", async () => {
    expect(await send(host(params => (handOver(params), Promise.reject(reply))))).to.equal(reply);
  });

  it('takes the number away that the SDK adds to what is not ok', async () => {
    const added = { err_msg: 'sendChatMessage:what', errMsg: 'sendChatMessage:what', errCode: -1 };
    const answer = await send(host(params => (handOver(params), Promise.reject(added))));
    expect(answer).to.deep.equal({ err_msg: 'sendChatMessage:what', errMsg: 'sendChatMessage:what' });
  });

  it('takes it away from a yes, too, and leaves it beside an ok, where it is no number of the SDK', async () => {
    const yes = { err_msg: 'sendChatMessage:yes', errMsg: 'sendChatMessage:yes', errCode: -1 };
    const ok = { err_msg: 'sendChatMessage:ok', errMsg: 'sendChatMessage:ok', errCode: -1 };
    expect(readReply('sendChatMessage', await send(host(() => Promise.resolve(yes))))).to.equal(null);
    expect(await send(host(() => Promise.resolve(ok)))).to.equal(ok);
  });

  it("leaves the client's own number", async () => {
    const own = { err_msg: 'sendChatMessage:what', err_code: -1, errMsg: 'sendChatMessage:what', errCode: -1 };
    expect(await send(host(params => (handOver(params), Promise.reject(own))))).to.equal(own);
  });

  it("knows that nothing was handed over when the page can't sign", async () => {
    const cause = new Error('the server that signs is down');
    for (const reason of [cause, 'down', undefined, {}, { errMsg: 'x:ok' }]) {
      const error = await rejection(send(host(() => Promise.reject(reason))), 'invalid-signature');
      expect(error.outcome).to.equal('not-sent');
      expect(error.cause).to.equal(reason);
    }
  });

  it('knows that nothing was handed over when the client refuses the signature', async () => {
    const refused = { errMsg: 'agentConfig:invalid corpId', errCode: 40013 };
    const error = await rejection(send(host(() => Promise.reject(refused))), 'refused');
    expect(error).to.include({ outcome: 'not-sent', raw: refused });
  });

  it('does not know what became of a message when the SDK fails after it was read', async () => {
    const cause = new TypeError("Cannot create property 'errMsg' on string");
    for (const fail of [
      (params: Params) => (handOver(params), Promise.reject(cause)),
      (params: Params) => {
        handOver(params);
        throw cause;
      },
      (params: Params) => (JSON.stringify(params), Promise.reject(cause)),
      (params: Params) => (params.msgtype, Promise.reject(cause)),
    ]) {
      const error = await rejection(send(host(fail)), 'no-answer');
      expect(error).to.include({ outcome: 'unknown', cause });
    }
  });

  it("hands over the client's words to a question", async () => {
    const answer = { errMsg: 'getContext:something else', errCode: 5 };
    const ww = { getContext: () => Promise.reject(answer) };
    expect(await new WwHost(ww).invoke('getContext', {})).to.equal(answer);
  });

  it('may spoil the object that it is given', async () => {
    const params = text();
    await send(
      host(given => {
        Object.assign(given, { msgtype: 'spoilt' });
        Object.assign(given.text as object, { content: 'spoilt' });
        return Promise.resolve(reply);
      }),
      params,
    );
    expect(params).to.deep.equal(text());
  });

  it('may lack a function: then nothing was called', async () => {
    await rejection(send(new WwHost({})), 'host-absent');
  });
});

for (const name of ['wx.invoke', 'WeixinJSBridge'] as const)
  describe(name, () => {
    it('answers with the raw reply', async () => {
      const host = new InvokeHost(name, { invoke: (_api, _params, answer) => answer(reply) });
      expect(await send(host)).to.equal(reply);
    });

    it('passes on which call it is, and a copy of the parameters', async () => {
      const calls: unknown[] = [];
      const invoke = (api: string, params: object, answer: (reply: unknown) => void): void => {
        calls.push([api, { ...params }]);
        Object.assign(params, { appId: 'wx1', verifySignature: 'x' });
        answer(reply);
      };
      const params = text();
      await send(new InvokeHost(name, { invoke }), params);
      expect(calls).to.deep.equal([['sendChatMessage', text()]]);
      expect(params).to.deep.equal(text());
    });

    it('does not know what became of a call that threw', async () => {
      const cause = new Error('gone');
      const invoke = (): never => {
        throw cause;
      };
      const error = await rejection(send(new InvokeHost(name, { invoke })), 'no-answer');
      expect(error).to.include({ outcome: 'unknown', cause });
    });

    it('takes an answer that comes before the exception', async () => {
      const invoke = (_api: string, _params: object, answer: (reply: unknown) => void): never => {
        answer(reply);
        throw new Error('gone');
      };
      expect(await send(new InvokeHost(name, { invoke }))).to.equal(reply);
    });

    it('may lack its function: then nothing was called', async () => {
      expect(await rejection(send(new InvokeHost(name, {})), 'host-absent')).to.include({ outcome: 'not-sent' });
    });
  });
