import type { Invoker } from '../../src/hosts/index.js';

type Callback = (reply: Record<string, unknown>) => void;

/** What a client and its SDKs put into the page. */
export interface PageGlobals {
  WeixinJSBridge?: Invoker;
  wx?: { qy?: Record<string, (params: object) => unknown>; invoke?: Invoker['invoke'] };
  ww?: object;
}

export const page = window as unknown as PageGlobals;

/** Takes away what a test put into the page. */
export function clearPage(): void {
  delete page.WeixinJSBridge;
  delete page.wx;
  delete page.ww;
}

/** One call through the client's bare bridge, with its raw reply. */
export const invoke = (api: string, params: object = {}): Promise<Record<string, unknown>> =>
  new Promise(reply => page.WeixinJSBridge?.invoke(api, params, reply as Callback as never));

/** What the page's server has to do first: sign, and configure the client with it. */
export const configure = (signature: object, jsApiList = ['sendChatMessage', 'getCurExternalContact', 'getContext']) =>
  invoke('agentConfig', { corpid: 'ww1', agentid: '1000001', ...signature, jsApiList });
