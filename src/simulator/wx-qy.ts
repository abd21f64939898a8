import type { NativeReply } from './native-client.js';

type Callback = (reply: NativeReply) => void;
type Answer = (api: string, params: Record<string, unknown>, reply: Callback) => void;

const APIS = ['getContext', 'getCurExternalContact', 'sendChatMessage', 'checkSession', 'login'];

/**
 * `wx.qy` as the mini program's library makes it: it returns undefined, takes the callbacks out of the caller's
 * object, decides by the start of `errMsg`, and calls only `complete` when that is neither ok nor fail.
 */
export function simulatedQy(answer: Answer): Record<string, (params?: Record<string, unknown>) => void> {
  const functionFor =
    (api: string) =>
    (params: Record<string, unknown> = {}): void => {
      const { success, fail, complete } = params as Record<string, Callback | undefined>;
      for (const name of ['success', 'fail', 'complete']) delete params[name];
      answer(api, params, native => {
        const reply: NativeReply = { ...native };
        const text = String(reply.err_msg ?? reply.errmsg ?? '');
        const outcome = text.slice(text.indexOf(':') + 1);
        if (reply.errMsg === undefined && /^(ok|fail|cancel)/.test(outcome))
          reply.errMsg = `qy__${api}:${outcome.replace(/^cancel/, 'fail cancel')}`;
        const says = (word: string): boolean => String(reply.errMsg).startsWith(`qy__${api}:${word}`);
        if (says('ok')) success?.(reply);
        else if (says('fail')) fail?.(reply);
        complete?.(reply);
      });
    };
  return Object.fromEntries(APIS.map(api => [api, functionFor(api)]));
}
