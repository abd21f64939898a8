import type { Channel, Invoker } from '../../src/hosts/index.js';
import type { KnownReply, SimulatedClient } from '../../src/simulator/index.js';
import { configure, page } from '../support/page.js';

export const CHANNELS = ['wx.qy', 'ww', 'wx.invoke', 'WeixinJSBridge'] as const satisfies readonly Channel[];

/** Whether something comes back at all. */
export const isAnswered = ({ reply }: KnownReply): boolean =>
  !['never', 'throw', 'throw-after'].includes(String(reply));

const APIS = ['getContext', 'getCurExternalContact', 'sendChatMessage'];

interface Jweixin extends Invoker {
  config(options: object): void;
  ready(callback: () => void): void;
}

/** Loads the real jweixin 1.6 anew, as a script; it reads the user agent as it loads. Its package is for bundlers, hence `module`. */
function loadJweixin(): Promise<Jweixin> {
  const scope = window as unknown as { module?: { exports: unknown } };
  const module = (scope.module = { exports: {} as unknown });
  const script = document.createElement('script');
  script.src = '/node_modules/weixin-js-sdk/index.js';
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => {
      script.remove();
      delete scope.module;
      resolve(module.exports as Jweixin);
    });
    script.addEventListener('error', () => reject(new Error('jweixin does not load')));
    document.head.append(script);
  });
}

/** The legacy page's way: `config`, then `agentConfig` through `wx.invoke`, because jweixin has no function for it. */
export async function startJweixin(client: SimulatedClient): Promise<void> {
  const wx = await loadJweixin();
  page.wx = wx;
  wx.config({ beta: true, appId: 'ww1', ...client.sign(), jsApiList: APIS });
  await new Promise<void>(ready => wx.ready(ready));
  const agent = { corpid: 'ww1', agentid: '1000001', ...client.sign(), jsApiList: APIS };
  await new Promise(answer => wx.invoke('agentConfig', agent, answer));
}

/** The real `@wecom/jssdk`. It remembers what it registered: one client a test file. */
async function startSdk(client: SimulatedClient): Promise<void> {
  const ww = await import('@wecom/jssdk'); // it reads the user agent as it loads
  page.ww = ww;
  ww.register({
    corpId: 'ww1',
    agentId: '1000001',
    jsApiList: APIS as never,
    getAgentConfigSignature: () => client.sign() as never,
  });
}

/** Gets a channel going on a simulated client, as a page does. */
export const START: Readonly<Record<(typeof CHANNELS)[number], (client: SimulatedClient) => Promise<unknown>>> = {
  'wx.qy': () => Promise.resolve(),
  ww: startSdk,
  'wx.invoke': startJweixin,
  WeixinJSBridge: client => configure(client.sign(), APIS),
};
