import { hasFunctions } from './as-host.js';
import type { Host } from './host.js';
import { InvokeHost } from './invoke-host.js';
import { RelayHost } from './relay.js';
import { WwHost } from './ww.js';
import { WxQyHost } from './wx-qy.js';

/** The channels that a page can name. */
export type Channel = 'relay' | 'wx.qy' | 'ww' | 'wx.invoke' | 'WeixinJSBridge';

/** `__wxjs_environment` is set late by the client. Source: `web-view`, 判断是否在小程序环境. */
const isInWebView = (): boolean =>
  Reflect.get(window, '__wxjs_environment') === 'miniprogram' || /miniProgram/i.test(navigator.userAgent);

const findRelay = (relayPage: string | undefined): Host | false => {
  const miniProgram: unknown = Object(Reflect.get(window, 'wx')).miniProgram;
  return (
    !!relayPage && isInWebView() && hasFunctions(miniProgram, 'navigateTo') && new RelayHost(miniProgram, relayPage)
  );
};

const findQy = (): Host | false => {
  const qy: unknown = Object(Reflect.get(window, 'wx')).qy;
  return hasFunctions(qy, 'sendChatMessage') && new WxQyHost(qy);
};

const findWw = (): Host | false => {
  const ww: unknown = Reflect.get(window, 'ww');
  return hasFunctions(ww, 'sendChatMessage') && new WwHost(ww);
};

const findInvoker = (name: 'wx.invoke' | 'WeixinJSBridge'): Host | false => {
  const invoker: unknown = Reflect.get(window, name === 'wx.invoke' ? 'wx' : name);
  return hasFunctions(invoker, 'invoke') && new InvokeHost(name, invoker);
};

/** In the order in which `auto` takes them. */
const FINDERS: readonly ((relayPage: string | undefined) => Host | false)[] = [
  findRelay,
  findQy,
  findWw,
  () => findInvoker('wx.invoke'),
  () => findInvoker('WeixinJSBridge'),
];

/** What is there now. A global that throws when it is read is not. */
function hostsThere(relayPage: string | undefined): Host[] {
  const hosts: Host[] = [];
  for (const find of FINDERS) {
    try {
      const host = find(relayPage);
      if (host) hosts.push(host);
    } catch {
      // somebody else's getter, or a revoked proxy
    }
  }
  return hosts;
}

/**
 * The channel that is there now. `auto` decides by what is there, and takes the bare `WeixinJSBridge` only after the page's `load`:
 * it is there before any SDK, and a call through it would lack the SDK's signature. `relay` needs the path of the relay page, and
 * a mini program's web-view around this page.
 */
export const findHost = (channel: Channel | 'auto', relayPage?: string): Host | undefined =>
  hostsThere(relayPage).find(({ name }) =>
    channel === 'auto' ? name !== 'WeixinJSBridge' || document.readyState === 'complete' : name === channel,
  );

/** The names of the channels that are there now. */
export const channelsFound = (relayPage?: string): string[] => hostsThere(relayPage).map(({ name }) => name);

/** Milliseconds between two checks for the channel. */
const INTERVAL = 100;

/** Calls `onFound` once, as soon as the channel is there, however late. Returns a function that ends the watch. */
export function watchForHost(channel: Channel | 'auto', onFound: (host: Host) => void, relayPage?: string): () => void {
  const check = (): void => {
    const host = findHost(channel, relayPage);
    if (!host) return;
    stop();
    onFound(host);
  };
  const timer = setInterval(check, INTERVAL);
  const stop = (): void => {
    clearInterval(timer);
    document.removeEventListener('WeixinJSBridgeReady', check);
  };
  document.addEventListener('WeixinJSBridgeReady', check);
  check();
  return stop;
}
