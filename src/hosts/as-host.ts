import { invalidArgument, reading } from '../core/error.js';
import type { Host } from './host.js';
import { InvokeHost } from './invoke-host.js';
import { WwHost, type Ww } from './ww.js';
import { WxQyHost, type WxQy } from './wx-qy.js';

/** Whether `value` is an object with these functions. */
export const hasFunctions = <Name extends string>(
  value: unknown,
  ...names: Name[]
): value is Record<Name, (...given: never[]) => unknown> =>
  typeof value === 'object' && value !== null && names.every(name => typeof Reflect.get(value, name) === 'function');

const isHost = (value: object): value is Host =>
  'name' in value && !!value.name && typeof value.name === 'string' && hasFunctions(value, 'invoke');

/** `wx` of jweixin, configured or not yet; the client's `WeixinJSBridge`. */
type Invokers = object;

/**
 * What a page may give for a host: one of ours or its own, or an SDK. No SDK has an `invoke` in its type here: beside it, a page's own
 * `{ name, invoke: (api, params) => … }` would not know the types of its parameters.
 */
export type HostLike = Host | Ww | WxQy | Invokers;

/**
 * The host for what a page gives: a `Host` is itself; `ww` of `@wecom/jssdk`, `wx.qy`, `wx` of jweixin (configured or not yet; its
 * `qy` wins) and the client's `WeixinJSBridge` get the right host around them. Throws `invalid-argument` for anything else.
 */
export function asHost(given: unknown): Host {
  const host = reading('the host', () => hostOf(given));
  if (!host) throw invalidArgument('neither a host nor an SDK: it has no function to send with');
  return host;
}

function hostOf(given: unknown): Host | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  if (isHost(given)) return given;
  const qy: unknown = Reflect.get(given, 'qy');
  if (hasFunctions(given, 'sendChatMessage', 'register')) return new WwHost(given);
  if (hasFunctions(given, 'sendChatMessage')) return new WxQyHost(given);
  if (hasFunctions(qy, 'sendChatMessage')) return new WxQyHost(qy);
  const isJweixin: boolean = hasFunctions(given, 'config');
  if (isJweixin || hasFunctions(given, 'invoke'))
    return new InvokeHost(isJweixin ? 'wx.invoke' : 'WeixinJSBridge', given);
  return undefined;
}
