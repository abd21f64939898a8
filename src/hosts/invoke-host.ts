import { demandObject } from '../core/error.js';
import { freshCopy, type Host } from './host.js';

/** Something with `invoke(api, params, callback)`: jweixin's `wx` once it is configured, or the client's `WeixinJSBridge`. */
export interface Invoker {
  invoke(api: string, params: object, callback: (reply: unknown) => void): unknown;
}

/** `wx.invoke` and `WeixinJSBridge.invoke`: the same shape, the raw native reply. */
export class InvokeHost implements Host {
  constructor(
    readonly name: 'wx.invoke' | 'WeixinJSBridge',
    private readonly invoker: Invoker,
  ) {
    demandObject(invoker, name);
  }

  invoke(api: string, params: object): Promise<unknown> {
    return new Promise(answer => {
      this.invoker.invoke(api, freshCopy(params), answer);
    });
  }
}
