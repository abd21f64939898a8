import type { NativeReply } from './dialect.js';

type Callback = (reply: unknown) => void;
type Callbacks = Partial<Record<'success' | 'fail' | 'complete', Callback>>;
type Params = Record<string, unknown>;
type Answer = (api: string, params: Params, reply: Callback) => void;

const APIS = ['getContext', 'getCurExternalContact', 'sendChatMessage', 'checkSession', 'login', 'getSystemInfo'];

const isCallback = (entry: [string, unknown]): entry is [string, Callback] => typeof entry[1] === 'function';

/** Takes every function out of the caller's own object, as the library does. */
function takeCallbacks(params: Params): Callbacks {
  const functions = Object.entries(params).filter(isCallback);
  for (const [key] of functions) Reflect.deleteProperty(params, key);
  return Object.fromEntries(functions);
}

/** The text by which the library decides. A reply in a web page's words gets the one that the native side would give. */
function libraryText(name: string, reply: unknown): unknown {
  const { errMsg, err_msg, errmsg }: NativeReply = Object(reply);
  if (errMsg !== undefined) return errMsg;
  const text = String(err_msg ?? errmsg ?? '');
  const outcome = text.slice(text.indexOf(':') + 1);
  return /^(ok|fail|cancel)/.test(outcome) ? `${name}:${outcome}` : undefined;
}

/**
 * `wx.qy` as the mini program's library makes it: it returns undefined, decides by the start of `errMsg`, turns a cancel into a
 * fail, and calls only `complete` when `errMsg` is none of ok, cancel and fail. Sources: WeCom's library 1.3; developers' notes on
 * how its relatives hand out replies. A reply without any text, or one that is no object, stays what it is here: the relatives
 * would call the former ok.
 */
export function simulatedQy(answer: Answer): Record<string, (params?: Params) => void> {
  const functionFor =
    (api: string) =>
    (params: Params = {}): void => {
      const { success, fail, complete } = takeCallbacks(params);
      const name = `qy__${api}`;
      answer(api, params, native => {
        const text = libraryText(name, native);
        const says = (word: string): boolean => String(text).startsWith(`${name}:${word}`);
        const errMsg = says('cancel') ? String(text).replace(':cancel', ':fail cancel') : text;
        const reply = errMsg === undefined ? native : { ...Object(native), errMsg };
        if (says('ok')) success?.(reply);
        else if (says('fail') || says('cancel')) fail?.(reply);
        complete?.(reply);
      });
    };
  return Object.fromEntries(APIS.map(api => [api, functionFor(api)]));
}
