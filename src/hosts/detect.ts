import type { Host } from './host.js';
import { InvokeHost, type Invoker } from './invoke-host.js';
import { WwHost } from './ww.js';
import { WxQyHost, type WxQy } from './wx-qy.js';

/** The channels that a page can name. */
export type Channel = 'wx.qy' | 'ww' | 'wx.invoke' | 'WeixinJSBridge';

interface Globals {
  wx?: { qy?: WxQy; invoke?: Invoker['invoke'] };
  ww?: { sendChatMessage?: unknown };
  WeixinJSBridge?: Invoker;
}

const globals = (): Globals => window as unknown as Globals;

const has = (object: object | undefined, name: string): object is object =>
  !!object && typeof (object as Record<string, unknown>)[name] === 'function';

/** In the order in which `auto` takes them. */
const FINDERS: readonly [Channel, () => Host | undefined | false][] = [
  [
    'wx.qy',
    () => {
      const { wx } = globals();
      const qy = wx && wx.qy;
      return has(qy, 'sendChatMessage') && new WxQyHost(qy);
    },
  ],
  [
    'ww',
    () => {
      const { ww } = globals();
      return has(ww, 'sendChatMessage') && new WwHost(ww);
    },
  ],
  [
    'wx.invoke',
    () => {
      const { wx } = globals();
      return has(wx, 'invoke') && new InvokeHost('wx.invoke', wx as Invoker);
    },
  ],
  [
    'WeixinJSBridge',
    () => {
      const bridge = globals().WeixinJSBridge;
      return has(bridge, 'invoke') && new InvokeHost('WeixinJSBridge', bridge);
    },
  ],
];

/**
 * The channel that is there now. `auto` decides by what is there, never by the user agent, and takes the bare `WeixinJSBridge` only
 * after the page's `load`: it is there before any SDK, and a call through it would lack the SDK's signature.
 */
export function findHost(channel: Channel | 'auto'): Host | undefined {
  for (const [name, find] of FINDERS) {
    if (channel !== 'auto' && channel !== name) continue;
    if (channel === 'auto' && name === 'WeixinJSBridge' && document.readyState !== 'complete') continue;
    const host = find();
    if (host) return host;
  }
  return undefined;
}

/** Milliseconds between looks. */
const PAUSE = 100;

/** Calls `found` once, as soon as the channel is there, however late. Returns a function that ends the watch. */
export function watchForHost(channel: Channel | 'auto', found: (host: Host) => void): () => void {
  const look = (): void => {
    const host = findHost(channel);
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
