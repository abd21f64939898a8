import type { Host } from './host.js';
import { InvokeHost, type Invoker } from './invoke-host.js';
import { RelayHost, type MiniProgram } from './relay.js';
import { WwHost } from './ww.js';
import { WxQyHost, type WxQy } from './wx-qy.js';

/** The channels that a page can name. */
export type Channel = 'relay' | 'wx.qy' | 'ww' | 'wx.invoke' | 'WeixinJSBridge';

interface Globals {
  wx?: { qy?: WxQy; invoke?: Invoker['invoke']; miniProgram?: MiniProgram };
  ww?: { sendChatMessage?: unknown };
  WeixinJSBridge?: Invoker;
  /** Set late by the client. Source: `web-view`, 判断是否在小程序环境. */
  __wxjs_environment?: string;
}

const has = (object: object | undefined, name: string): object is object =>
  !!object && typeof (object as Record<string, unknown>)[name] === 'function';

/** What is there now, in the order in which `auto` takes it. */
function hostsThere(relayPage: string | undefined): Host[] {
  const { WeixinJSBridge: bridge, ww, wx, __wxjs_environment } = window as unknown as Globals;
  const { qy = undefined, miniProgram = undefined } = wx || {};
  const inWebView = __wxjs_environment === 'miniprogram' || /miniProgram/i.test(navigator.userAgent);
  return [
    relayPage && inWebView && has(miniProgram, 'navigateTo') && new RelayHost(miniProgram, relayPage),
    has(qy, 'sendChatMessage') && new WxQyHost(qy),
    has(ww, 'sendChatMessage') && new WwHost(ww),
    has(wx, 'invoke') && new InvokeHost('wx.invoke', wx as Invoker),
    has(bridge, 'invoke') && new InvokeHost('WeixinJSBridge', bridge),
  ].filter(Boolean) as Host[];
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

/** Milliseconds between looks. */
const PAUSE = 100;

/** Calls `found` once, as soon as the channel is there, however late. Returns a function that ends the watch. */
export function watchForHost(channel: Channel | 'auto', found: (host: Host) => void, relayPage?: string): () => void {
  const look = (): void => {
    const host = findHost(channel, relayPage);
    if (!host) return;
    stop();
    found(host);
  };
  const timer = setInterval(look, PAUSE);
  const stop = (): void => {
    clearInterval(timer);
    document.removeEventListener('WeixinJSBridgeReady', look);
  };
  document.addEventListener('WeixinJSBridgeReady', look);
  look();
  return stop;
}
