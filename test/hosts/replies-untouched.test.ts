import { expect } from '@open-wc/testing';
import { InvokeHost, WwHost, WxQyHost, type Host } from '../../src/hosts/index.js';
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
});

describe('ww', () => {
  const host = (sendChatMessage: (params: Params) => unknown): Host => new WwHost({ sendChatMessage });

  it('answers with what it resolves to', async () => {
    expect(await send(host(() => Promise.resolve(reply)))).to.equal(reply);
  });

  it("answers with the client's reply that it rejects with", async () => {
    expect(await send(host(() => Promise.reject(reply)))).to.equal(reply);
  });

  it("tells the page's own failure to sign from a reply", async () => {
    const cause = new Error('the server that signs is down');
    const error = await rejection(send(host(() => Promise.reject(cause))), 'invalid-signature');
    expect(error).to.include({ outcome: 'not-sent', cause });
  });

  it('may spoil the object that it is given', async () => {
    const params = text();
    await send(
      host(given => {
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

    it('rejects when the call could not be made', async () => {
      const invoke = (): never => {
        throw new Error('gone');
      };
      const failed = await send(new InvokeHost(name, { invoke })).then(
        () => false,
        () => true,
      );
      expect(failed).to.be.true;
    });
  });
